"""What can be printed: each app registers its kinds of document from its ``AppConfig.ready()``."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ImproperlyConfigured
from django.db.models import Model

if TYPE_CHECKING:  # this module is loaded before any model
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User


@dataclass(frozen=True)
class Kind:
    """One kind of printed paper.

    ``people`` tells whose data stand in a paper about a subject: each opening of it is a row of the access log.
    ``title`` and ``context`` are called at order time with the document's language active. A ``PrintImage``
    among the context's values can be shown with ``<img src="{{ name.src }}" alt="…">``. With
    ``keeps_history`` off (posters), a new document of a subject and language replaces the older ones.
    """

    key: str
    template: str
    title: Callable[[Any, str], str]
    context: Callable[[Any, str], dict[str, Any]]
    guard: "Callable[[User | AnonymousUser, Any], bool]"
    keeps_history: bool = True
    people: Callable[[Any], Iterable[Model]] | None = None


_kinds: dict[str, Kind] = {}


def register(  # noqa: PLR0913 - one keyword for each question a kind answers
    key: str,
    *,
    template: str,
    title: Callable[[Any, str], str],
    context: Callable[[Any, str], dict[str, Any]],
    guard: "Callable[[User | AnonymousUser, Any], bool]",
    keeps_history: bool = True,
    people: Callable[[Any], Iterable[Model]] | None = None,
) -> None:
    """Add a kind of document. ``key`` is ``<app>.<noun>`` and stands in the database: never rename it."""
    _kinds[key] = Kind(key, template, title, context, guard, keeps_history, people)


def kind_of(key: str) -> Kind:
    try:
        return _kinds[key]
    except KeyError:
        raise ImproperlyConfigured(f"no kind of document is registered as {key}") from None


def people_in(key: str, subject: Model | None) -> list[Model]:
    """Whose data stand in a document of this kind about ``subject``; nobody's in a poster."""
    people = _kinds[key].people if key in _kinds else None
    return list(people(subject)) if people and subject is not None else []


def may_open(user: "User | AnonymousUser", *, key: str, subject: Model | None) -> bool:
    """Whether ``user`` may see a document of this kind about ``subject``. A vanished subject opens to nobody."""
    return subject is not None and key in _kinds and _kinds[key].guard(user, subject)
