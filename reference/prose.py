"""Texts that the office writes: paragraphs, headings and lists in plain letters, no markup of the web.

``## `` starts a heading, ``- `` an item of a list, an empty line ends a paragraph.
"""

import re
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from reference.models import OfficeProfile
from reference.starter import text_of

TOPICS = ("privacy", "inaccessible", "exclusions", "architecture")
type Kind = Literal["heading", "list", "paragraph"]
_POINT = re.compile(r"[-–—•·*]\s+")


@dataclass(frozen=True)
class Block:
    """One piece of a text; a list holds its items as lines, a heading one line, a paragraph its lines as they broke."""

    kind: Kind
    lines: list[str] = field(default_factory=list)


def blocks(text: str) -> list[Block]:
    """The pieces of ``text``, in order, ready for a template to mark up."""
    lines = [line.strip() for line in text.splitlines()]
    result: list[Block] = []
    for kind, group in groupby(lines, key=_kind):
        words = [line.removeprefix("## ").removeprefix("- ") for line in group if line]
        match kind:
            case "list":
                result.append(Block("list", words))
            case "heading":
                result += [Block("heading", [word]) for word in words]
            case "paragraph":
                result.append(Block("paragraph", [" ".join(words)]))
    return result


def points(text: str) -> list[Block]:
    """The pieces of a text typed as in a letter: lists where lines begin with a dash or a dot, else paragraphs."""
    result: list[Block] = []
    for paragraph in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        lines = [line.strip() for line in paragraph.splitlines() if line.strip()]
        for is_list, group in groupby(lines, key=lambda line: bool(_POINT.match(line))):
            kind: Kind = "list" if is_list else "paragraph"
            result.append(Block(kind, [_POINT.sub("", line, count=1) if is_list else line for line in group]))
    return result


def office_text(profile: OfficeProfile, topic: str, language: str) -> str:
    """What the office has written about ``topic``, or the text to begin with."""
    return getattr(profile, f"{topic}_{language}") or text_of(topic, language)


def _kind(line: str) -> Kind | None:
    if not line:
        return None
    return "heading" if line.startswith("## ") else "list" if line.startswith("- ") else "paragraph"
