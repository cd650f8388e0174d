"""What every page knows about the office."""

from django.http import HttpRequest


def office(request: HttpRequest) -> dict[str, object]:
    return {"office": None}
