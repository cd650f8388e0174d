"""What can be printed: each app registers its kinds of document from its ``AppConfig.ready()``."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.db.models import Model
from django.db.models.signals import post_delete

if TYPE_CHECKING:  # this module is loaded before any model
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User


@dataclass(frozen=True)
class Kind:
    """One kind of printed paper.

    ``people`` tells whose data stand in a paper about a subject: each opening of it is a row of the access log.
    ``title`` and ``context`` are called at order time with the document's language active. A ``PrintImage``
    among the context's values can be shown with ``<img src="{{ name.src }}" alt="…">``. A poster is
    one page, set smaller until it is, and a new one of a subject and language replaces the older ones.
    ``home`` gives the address of the desk's page about the subject, open to whoever the guard lets in.
    """

    key: str
    template: str
    title: Callable[[Any, str], str]
    context: Callable[[Any, str], dict[str, Any]]
    guard: "Callable[[User | AnonymousUser, Any], bool]"
    is_poster: bool = False
    home: Callable[[Any], str] | None = None
    people: Callable[[Any], Iterable[Model]] | None = None


_kinds: dict[str, Kind] = {}


def register(  # noqa: PLR0913 - the facts of a kind, each by its name
    key: str,
    *,
    subject: type[Model],
    template: str,
    title: Callable[[Any, str], str],
    context: Callable[[Any, str], dict[str, Any]],
    guard: "Callable[[User | AnonymousUser, Any], bool]",
    is_poster: bool = False,
    home: Callable[[Any], str] | None = None,
    people: Callable[[Any], Iterable[Model]] | None = None,
) -> None:
    """Add a kind of document. ``key`` is ``<app>.<noun>`` and stands in the database: never rename it.

    ``subject`` is the model the papers are about. From then on a deleted row of it takes its papers along,
    whoever deletes it and however many at once: the two are tied by no foreign key.
    """
    post_delete.connect(_forget, sender=subject, dispatch_uid="documents")
    _kinds[key] = Kind(key, template, title, context, guard, is_poster, home, people)


def _forget(instance: Model, **_: Any) -> None:
    documents: Any = apps.get_model("documents", "Document")._default_manager
    documents.about(instance).erase()


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
