"""The search of an alert: the board's address, read as the board reads it."""

from django.http import QueryDict
from django.utils.encoding import iri_to_uri, uri_to_iri

from job_offers.forms.board import BoardForm


def form_of(query: str) -> BoardForm:
    """The board's form with ``query`` filled in, checked; what the board no longer knows asks for nothing."""
    form = BoardForm(QueryDict(iri_to_uri(query)))
    form.is_valid()
    return form


def stored(form: BoardForm) -> str:
    """One spelling of the search, short: letters of every alphabet count once."""
    return uri_to_iri(form.asked())
