"""The style sheet of the public side: what its pages use of Bootstrap and of ours, in one file.

``python -m tools.public_css`` writes ``static/css/public.css``; a test compares it with what would be written. A class
counts as used when its name stands anywhere in a public template, in what they include, or in the templates of forms.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STATIC, TEMPLATES = ROOT / "static", ROOT / "templates"
TARGET = STATIC / "css" / "public.css"
SHEETS = (
    "vendor/bootstrap-5.3.9/bootstrap.min.css",
    "css/tokens.css",
    "css/portal.css",
    "css/components.css",
)
PRINT = "css/print.css"
LICENCE = "/* Parts of Bootstrap 5.3.9, MIT, see vendor/bootstrap-5.3.9/LICENSE. Written by tools/public_css.py. */\n"
_BASE = "base_public.html"
_NAMED = re.compile(r"""["']([\w/.-]+\.html)(?:#\w+)?["']""")
_CLASS = re.compile(r"\.((?:[\w-]|\\.)+)")
_INSIDE = re.compile(r":(?:not|is|where|has)\((?:[^()]|\([^()]*\))*\)")
_PROPERTY = re.compile(r"(?<=[{;\s])(--[\w-]+)\s*:[^;{}]*(?:;|(?=\}))")
_GROUPS = ("@media", "@supports", "@layer", "@container")


@dataclass(frozen=True)
class Rule:
    """``body`` holds declarations, or the rules of a group such as ``@media``."""

    head: str
    body: str | list[Rule]


def sheet() -> str:
    used = words_in(public_templates())
    kept = [rule for name in SHEETS for rule in _kept(parse(_read(name)), used)]
    text = (
        "".join(map(_text, kept)) + f"@media print{{{''.join(map(_text, _kept(parse(_read(PRINT)), used)))}}}"
    )
    return LICENCE + _without_unused_properties(text) + "\n"


def public_templates() -> set[Path]:
    """The templates that extend the public base, whatever they include, and those that forms are made with."""
    waiting = [path for path in TEMPLATES.rglob("*.html") if _BASE in path.read_text("utf-8")]
    waiting += [TEMPLATES / _BASE, *(TEMPLATES / "bootstrap5").rglob("*.html")]
    found: set[Path] = set()
    while waiting:
        path = waiting.pop()
        if path not in found and path.exists():
            found.add(path)
            waiting += [TEMPLATES / name for name in _NAMED.findall(path.read_text("utf-8"))]
    return found


def words_in(templates: Iterable[Path]) -> set[str]:
    texts = [path.read_text("utf-8") for path in templates]
    texts += [path.read_text("utf-8") for path in Path(str(files("crispy_bootstrap5"))).rglob("*.html")]
    texts += [path.read_text("utf-8") for path in (STATIC / "js").glob("*.js")]
    texts += [path.read_text("utf-8") for path in ROOT.glob("*/forms/*.py")]
    texts += [path.read_text("utf-8") for path in (*ROOT.glob("*/*forms.py"), *ROOT.glob("job_offers/*.py"))]
    return {word for text in texts for word in re.findall(r"[\w-]+", text)} | _MADE


# Names that templates put together: tag-{{ colour }}, message-{{ level }}.
_MADE = {
    *("tag-green", "tag-grey", "tag-blue", "tag-yellow", "tag-red", "htmx-request", "htmx-indicator"),
    *("message-success", "message-warning", "message-error", "message-info"),
}


def parse(css: str) -> list[Rule]:
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return list(_rules(css))


def _rules(css: str) -> Iterator[Rule]:
    start = 0
    while (opening := css.find("{", start)) >= 0:
        head = " ".join(css[start:opening].split()).rpartition(";")[2].strip()
        closing = _closing(css, opening)
        body = css[opening + 1 : closing]
        yield Rule(head, list(_rules(body)) if head.startswith(_GROUPS) else " ".join(body.split()))
        start = closing + 1


def _closing(css: str, opening: int) -> int:
    depth, place = 0, opening
    quoted = ""
    for place in range(opening, len(css)):
        letter = css[place]
        if quoted:
            quoted = "" if letter == quoted else quoted
        elif letter in "\"'":
            quoted = letter
        elif letter == "{":
            depth += 1
        elif letter == "}":
            depth -= 1
            if not depth:
                break
    return place


def _kept(rules: Iterable[Rule], used: set[str]) -> Iterator[Rule]:
    for rule in rules:
        if isinstance(rule.body, list):
            if inner := list(_kept(rule.body, used)):
                yield Rule(rule.head, inner)
        elif rule.head.startswith("@"):
            continue  # keyframes and fonts: the public side has neither
        elif selectors := [one for one in _selectors(rule.head) if _is_used(one, used)]:
            yield Rule(",".join(selectors), rule.body)


def _selectors(head: str) -> Iterator[str]:
    depth, start = 0, 0
    for place, letter in enumerate(head):
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and not depth:
            yield head[start:place].strip()
            start = place + 1
    yield head[start:].strip()


def _is_used(selector: str, used: set[str]) -> bool:
    if "data-bs-theme=dark" in selector:
        return False
    bare = _INSIDE.sub("", selector)
    return all(name.replace("\\", "") in used for name in _CLASS.findall(bare))


def _text(rule: Rule) -> str:
    body = "".join(map(_text, rule.body)) if isinstance(rule.body, list) else rule.body.rstrip("; ")
    return f"{rule.head}{{{body}}}\n"


def _without_unused_properties(text: str) -> str:
    """Custom properties that nothing reads go, and with them those that only they read."""
    shorter = _without_unread(text, set(re.findall(r"var\((--[\w-]+)", text)))
    if shorter != text:
        return _without_unused_properties(shorter)
    return re.sub(r"[^{}\n]+\{\s*\}\n", "", text)


def _without_unread(text: str, read: set[str]) -> str:
    return _PROPERTY.sub(lambda found: found.group() if found[1] in read else "", text)


def _read(name: str) -> str:
    return (STATIC / name).read_text("utf-8")


if __name__ == "__main__":
    TARGET.write_text(sheet(), encoding="utf-8")
    print(f"{TARGET.relative_to(ROOT)}: {len(TARGET.read_bytes()):,} bytes")
    sys.exit(0)
