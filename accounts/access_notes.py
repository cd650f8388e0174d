"""Words somebody added to what they did, kept where they can be erased: the log holds only the number of a note.

The log can be changed by nobody, and free words may name a person. So a purpose is a code, and ``code #number`` when
there is a note; the app that keeps the notes tells from its ``AppConfig.ready()`` how they are read.
"""

from collections.abc import Callable, Iterable, Mapping
from uuid import UUID

from accounts.access_models import AccessEntry

type Read = Callable[[Iterable[UUID]], Mapping[UUID, str]]

_MARK = " #"
_readers: list[Read] = []


def read_notes_with(read: Read) -> None:
    """``read`` gives the words of those numbers that are still there."""
    _readers.append(read)


def with_note(code: str, number: UUID) -> str:
    return f"{code}{_MARK}{number}"


def parts_of(purpose: str) -> tuple[str, UUID | None]:
    """The code of ``purpose``, and the number of its note."""
    code, mark, number = purpose.partition(_MARK)
    try:
        return (code, UUID(number)) if mark else (purpose, None)
    except ValueError:
        return purpose, None


def words_of(entries: Iterable[AccessEntry]) -> dict[UUID, str]:
    """What was added to ``entries``, as far as it has not been erased. No query when nothing was."""
    numbers = [number for entry in entries if (number := parts_of(entry.purpose)[1])]
    return {number: text for read in _readers for number, text in read(numbers).items()} if numbers else {}
