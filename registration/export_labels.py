"""What a copy of everything held calls the columns that no form shows."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Columns that no form shows, so that their models give them no name, and parts that are no columns.
LABELS: Mapping[str, str | Promise] = MappingProxyType(
    {
        "public_id": _("number of the record"),
        "birth_date_precision": _("how much of the date is known"),
        "created_at": _("written down"),
        "updated_at": _("last changed"),
        "registered_at": _("registered on"),
        "to_state": _("to the status"),
        "changed_at": _("written down"),
        "written_at": _("written down"),
        "asked_at": _("asked for on"),
        "decided_at": _("decided on"),
        "set_at": _("restricted on"),
        "placed_at": _("placed on"),
        "lifted_at": _("lifted on"),
        "added_at": _("added on"),
        "removed_at": _("removed on"),
        "signed_up_at": _("signed up on"),
        "media_type": _("kind of file"),
        "finished_at": _("finished on"),
        "owed_at": _("due on"),
        "state": _("state"),
        "experience": _("Experience"),
        "education": _("Education"),
        "languages": _("Languages"),
        "licences": _("Licences"),
        "printed": _("printed"),
        "is_native": _("mother tongue"),
        "is_current": _("still goes on"),
    }
)
