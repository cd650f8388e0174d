"""What the history of a glossary term tells: the term itself and its other renderings."""

from collections.abc import Iterator
from dataclasses import replace

from accounts.models import User
from pup_portal.history import Part, part, tell
from pup_portal.history.parts import own
from translations.models import GlossaryRendering, GlossaryTerm


def parts(term: GlossaryTerm, reader: User) -> Iterator[Part]:
    """For whoever may see the glossary: it holds nothing about persons."""
    yield own(term)
    yield replace(part(GlossaryRendering, term=term), named_by="text")


def connect() -> None:
    tell(GlossaryTerm, parts)
