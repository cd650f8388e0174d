"""Who goes to employers and calls them."""

from django.db.models import QuerySet

from accounts.models import User
from accounts.permissions import ROLE_ACTS, Act

_EDITORS = [role for role, acts in ROLE_ACTS.items() if Act.EDIT_OFFERS in acts]


def agents() -> QuerySet[User]:
    """The members of staff who may be sent to an employer, by name."""
    return User.objects.filter(is_active=True, role__in=_EDITORS).order_by("full_name", "pk")
