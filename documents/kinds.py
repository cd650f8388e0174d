"""What can be printed: each app registers its kinds of document from its ``AppConfig.ready()``."""

from collections.abc import Callable
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


_kinds: dict[str, Kind] = {}


def register(
    key: str,
    *,
    template: str,
    title: Callable[[Any, str], str],
    context: Callable[[Any, str], dict[str, Any]],
    guard: "Callable[[User | AnonymousUser, Any], bool]",
    keeps_history: bool = True,
) -> None:
    """Add a kind of document. ``key`` is ``<app>.<noun>`` and stands in the database: never rename it."""
    _kinds[key] = Kind(key, template, title, context, guard, keeps_history)


def kind_of(key: str) -> Kind:
    try:
        return _kinds[key]
    except KeyError:
        raise ImproperlyConfigured(f"no kind of document is registered as {key}") from None


def may_open(user: "User | AnonymousUser", *, key: str, subject: Model | None) -> bool:
    """Whether ``user`` may see a document of this kind about ``subject``. A vanished subject opens to nobody."""
    return subject is not None and key in _kinds and _kinds[key].guard(user, subject)
