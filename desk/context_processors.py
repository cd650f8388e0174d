"""What every page knows of its surroundings: the way to other pages, and whether this is the demonstration."""

from django.conf import settings
from django.http import HttpRequest

from accounts.models import User
from desk import navigation as ways


def navigation(request: HttpRequest) -> dict[str, object]:
    user = getattr(request, "user", None)  # missing when a request failed before the sign-in middleware
    return {
        "demo": settings.DEMO,
        "desk_navigation": ways.desk_groups(user, request.path) if isinstance(user, User) else [],
        "public_navigation": ways.public_links(request.path),
        "language_links": ways.language_links(request.get_full_path()),
    }
