"""How the history of a record is kept: by triggers, so that bulk writes and raw SQL leave it as well."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import pghistory
from django.db.models import Model


def remembered[M: type[Model]](**options: Any) -> Callable[[M], M]:
    """Keep each row as it was inserted, as every change left it, and as it was when it was deleted.

    Whoever registers such a model in ``pup_portal.person_data`` erases its events, too.
    """
    trackers = (pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
    return pghistory.track(*trackers, **options)


def remembered_pairs[M: type[Model]](pair: M) -> M:
    """Keep what is added to and taken from a many-to-many field.

    ``pair`` is a proxy of its ``through`` model, for triggers hang on models that stand in a module. A pair is no
    object of its own, so its events know it by ``id`` only.
    """
    return remembered(obj_field=None)(pair)


def acting(by: Model | None, *, reason: str = "") -> AbstractContextManager[Any]:
    """Write ``by``, and why, into the history of what follows, also where no request does."""
    told = {"user": by.pk} if by else {}
    told |= {"reason": reason} if reason else {}
    return pghistory.context(**told) if told else nullcontext()


def saved_by_page(page: str) -> AbstractContextManager[Any]:
    """Write into the history of what follows which opened page of somebody saved it; ``page`` is a random name."""
    return pghistory.context(page=page) if page else nullcontext()


def last_saved_by_this_page(row: Any, version: int) -> int:
    """The version that the page at hand would show, had it learnt of all that it saved itself since ``version``.

    ``row`` counts its versions and is ``remembered``. Call with the row locked. Without ``saved_by_page`` it is
    ``version`` itself.
    """
    with pghistory.context() as told:
        page = told.metadata.get("page")
    if not page:
        return version
    saved: dict[int, str | None] = {}
    for event in row.events.filter(version__gt=version).order_by("pgh_id").select_related("pgh_context"):
        saved.setdefault(event.version, event.pgh_context and event.pgh_context.metadata.get("page"))
    while saved.get(version + 1) == page:
        version += 1
    return version
