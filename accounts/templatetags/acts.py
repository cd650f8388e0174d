"""What the reader of a page may do: ``{% if user|may:"see_papers" %}``. Links only; views guard themselves."""

from django import template

from accounts.models import User
from accounts.permissions import Act

register = template.Library()


@register.filter
def may(user: object, act: str) -> bool:
    """Whether ``user`` may ``act``; a misspelt act is a fault of the template and raises ``ValueError``."""
    known = Act(act)
    return isinstance(user, User) and user.may(known)
