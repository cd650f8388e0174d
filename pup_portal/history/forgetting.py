"""The tables of events, and forgetting what stands in them."""

from typing import Any

from django.apps import apps
from django.db import models


def event_models(tracked: type[models.Model]) -> list[type[models.Model]]:
    """The tables that keep the history of ``tracked`` or of a proxy of it; none when nobody tracks it."""
    return [
        model for model in apps.get_models() if _rows_of(getattr(model, "pgh_tracked_model", None), tracked)
    ]


def _rows_of(remembered: type[models.Model] | None, tracked: type[models.Model]) -> bool:
    return remembered is not None and remembered._meta.concrete_model is tracked._meta.concrete_model


def forget_history(rows: "models.QuerySet[Any]") -> None:
    """Delete what the event tables keep of ``rows``. Call before the rows themselves are gone."""
    forget_events(rows.model, pgh_obj__in=list(rows.values_list("pk", flat=True)))


def forget_events(tracked: type[models.Model], **about: Any) -> None:
    """Delete the events that are ``about`` something by their own columns, also of rows deleted long ago."""
    for event in event_models(tracked):
        event._default_manager.filter(**about).delete()


def past_keys(tracked: type[models.Model], **about: Any) -> set[int]:
    """Primary keys of all rows that ever were ``about`` something, as the history knows them."""
    return {
        key
        for event in event_models(tracked)
        for key in event._default_manager.filter(**about).values_list("pgh_obj_id", flat=True)
    }
