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
