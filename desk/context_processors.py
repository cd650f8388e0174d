"""What every page of the desk knows."""

from django.http import HttpRequest


def navigation(request: HttpRequest) -> dict[str, object]:
    return {"desk_navigation": []}
