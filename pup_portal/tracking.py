"""How the history of a record is kept: by triggers, so that bulk writes and raw SQL leave it as well."""

from collections.abc import Callable
from typing import Any

import pghistory
from django.db.models import Model


def remembered[M: type[Model]](**options: Any) -> Callable[[M], M]:
    """Keep each row as it was inserted, as every change left it, and as it was when it was deleted.

    Whoever registers such a model in ``pup_portal.person_data`` erases its events, too.
    """
    trackers = (pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
    return pghistory.track(*trackers, **options)
