"""Say what is missing in the interface's translations; exit with 1 if anything is.

Reads the texts from code and templates itself, so that it needs no gettext.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.utils.translation.template import templatize
from translate.storage import pypo

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("pl", "uk")
SEPARATOR = "\x04"
PLURAL_FORMS = 4  # Polish and Ukrainian: one, few, many, other
SKIPPED = {".venv", ".tools", "var", "tests", "tools", "node_modules", "migrations"}
_CALL = re.compile(
    r"""\b(?P<name>_|n?p?gettext)\((?P<words>\s*u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
    r"""(?:\s*,\s*u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"))*)""",
    re.DOTALL,
)


def main() -> int:
    settings.configure()
    wanted = dict(texts_of_code()) | dict(texts_of_templates())
    problems = [problem for language in LANGUAGES for problem in check(language, wanted)]
    for problem in problems:
        print(problem)
    print(f"{len(wanted)} texts, {len(problems)} problems in the catalogues")
    return 1 if problems else 0


def check(language: str, wanted: dict[str, str]) -> Iterator[str]:
    """The problems of one catalogue, one line each."""
    path = ROOT / "locale" / language / "LC_MESSAGES" / "django.po"
    if not path.exists():
        yield f"{path.relative_to(ROOT)} is missing"
        return
    units = {key(unit): unit for unit in pypo.pofile.parsefile(str(path)).units if unit.source}
    for text, place in wanted.items():
        unit = units.get(text)
        if unit is None or unit.isobsolete():
            yield f"{language}: not in the catalogue: {text!r} ({place})"
    for text, unit in units.items():
        if not unit.isobsolete() and (problem := trouble(unit)):
            yield f"{language}: {problem}: {text!r}"


def trouble(unit: pypo.pounit) -> str:
    """What is wrong with one translation; nothing when it can be used."""
    given = forms(unit)
    if unit.isfuzzy():
        return "fuzzy"
    if not all(str(form).strip() for form in given):
        return "not translated"
    if unit.hasplural() and len(given) != PLURAL_FORMS:
        return f"{len(given)} of {PLURAL_FORMS} plural forms"
    return ""


def key(unit: pypo.pounit) -> str:
    context = unit.getcontext()
    return f"{context}{SEPARATOR}{unit.source}" if context else str(unit.source)


def forms(unit: pypo.pounit) -> list[str]:
    return list(getattr(unit.target, "strings", [unit.target]))


def texts_of_code() -> Iterator[tuple[str, str]]:
    for path in files("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and (text := text_of(called(node.func), literals(node.args))):
                yield text, f"{path.relative_to(ROOT)}:{node.lineno}"


def texts_of_templates() -> Iterator[tuple[str, str]]:
    for suffix in ("*.html", "*.txt"):
        for path in files(suffix, below="templates"):
            for call in _CALL.finditer(templatize(path.read_text(encoding="utf-8"))):
                words = ast.literal_eval(f"({call['words']},)")
                if text := text_of(call["name"], list(words)):
                    yield text, str(path.relative_to(ROOT))


def files(pattern: str, below: str = ".") -> Iterator[Path]:
    for path in (ROOT / below).rglob(pattern):
        if not SKIPPED.intersection(path.relative_to(ROOT).parts):
            yield path


def called(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def literals(arguments: list[ast.expr]) -> list[str]:
    """The leading arguments that are plain texts."""
    found = []
    for argument in arguments:
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
            break
        found.append(argument.value)
    return found


def text_of(name: str, words: list[str]) -> str | None:
    """The catalogue's key for a call such as ``pgettext("context", "text")``."""
    plain = name.removesuffix("_lazy").removesuffix("_noop")
    if not words or plain not in {"_", "gettext", "ngettext", "pgettext", "npgettext"}:
        return None
    return SEPARATOR.join(words[:2]) if "pgettext" in plain and len(words) > 1 else words[0]


if __name__ == "__main__":
    sys.exit(main())
