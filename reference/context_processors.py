"""What every page knows about the office."""

from django.http import HttpRequest

from reference.profile import current_profile


def office(request: HttpRequest) -> dict[str, object]:
    return {"office": current_profile()}
