"""The address of a list as something to keep: only what the list understands, and no page."""

from django.http import QueryDict
from django.utils.http import urlencode

KNOWN = ("q", "state", "place", "work")


def kept_query(asked: QueryDict) -> str:
    """The query string of the list with what it knows, each once, and nothing that is empty."""
    return urlencode({name: value for name in KNOWN if (value := asked.get(name))})
