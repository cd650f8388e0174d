from django.utils.translation import gettext_lazy as _

from pup_portal.db import DomainError


class EditConflict(DomainError):
    """Somebody has stored a change since the page was opened; nothing of the page is stored."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Somebody has changed this record meanwhile. Your entries are below; the changes are listed here."
            )
        )
