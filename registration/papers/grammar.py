"""The wording of a paper, cut into tokens. What it may hold, and nothing else:

``{{ name }}`` a value; ``{{ list.column }}`` a value of each row of a list: the line is set once for each row;
``{% if name %}`` and ``{% if not name %}`` up to ``{% endif %}``, over as many lines as it takes.

There is nothing to run: a token names a placeholder or it is a fault. Why no template engine is used stands in
docs/decisions/0009-wording-of-papers.md.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto


class Fault(Enum):
    """What is wrong with a piece of wording, whatever placeholders there are."""

    BRACES = auto()
    NAME = auto()
    LOOP = auto()
    OTHERWISE = auto()
    COMMAND = auto()


@dataclass(frozen=True)
class Words:
    text: str


@dataclass(frozen=True)
class Value:
    """``column`` is empty unless ``name`` is a list."""

    name: str
    column: str = ""

    @property
    def spelled(self) -> str:
        return f"{self.name}.{self.column}" if self.column else self.name


@dataclass(frozen=True)
class If:
    name: str
    is_negated: bool = False


@dataclass(frozen=True)
class EndIf:
    pass


@dataclass(frozen=True)
class Odd:
    """What no reader can make out; set on paper as it was typed."""

    text: str
    fault: Fault


type Token = Words | Value | If | EndIf | Odd

_TAG = re.compile(r"(?<!\{)\{\{([^{}]*)\}\}(?!\})|\{%([^{}]*)%\}")
_STRAY = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_NAME = re.compile(r"([a-z][a-z0-9_]*)(?:\.([a-z][a-z0-9_]*))?")
_CONDITION = re.compile(r"if\s+(not\s+)?([a-z][a-z0-9_]*)")
_LOOPS = {"for", "endfor", "while", "repeat", "each", "cycle"}
_OTHERWISE = {"else", "elif", "elseif"}


def tokens(line: str) -> Iterator[Token]:
    """The pieces of one line, in order; none of its signs is lost but the tags' own."""
    end = 0
    for tag in _TAG.finditer(line):
        yield from _words(line[end : tag.start()])
        value, command = tag.groups()
        yield _value(tag[0], value.strip()) if value is not None else _command(tag[0], command.strip())
        end = tag.end()
    yield from _words(line[end:])


def _words(text: str) -> Iterator[Token]:
    if text:
        yield Odd(text, Fault.BRACES) if _STRAY.search(text) else Words(text)


def _value(tag: str, inner: str) -> Token:
    name = _NAME.fullmatch(inner)
    return Value(name[1], name[2] or "") if name else Odd(tag, Fault.NAME)


def _command(tag: str, inner: str) -> Token:
    if inner == "endif":
        return EndIf()
    if condition := _CONDITION.fullmatch(inner):
        return If(condition[2], bool(condition[1]))
    verb = inner.split(maxsplit=1)[0] if inner else ""
    if verb in _LOOPS:
        return Odd(tag, Fault.LOOP)
    return Odd(tag, Fault.OTHERWISE if verb in _OTHERWISE else Fault.COMMAND)
