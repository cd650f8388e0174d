"""The words of a search for people: posted, kept sealed in the session, and never part of an address.

A search box posts its words; the browser is sent on to ``?s=<key>``, a random name for them that means nothing
outside this session. So names, phones and PESELs stay out of the history of the browser, the logs of proxies
and what is copied from the address bar, while paging, refreshing and going back work.
"""

import secrets
from collections.abc import Sequence
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.utils.translation import gettext as _

from pup_portal import encryption
from pup_portal.text import one_line

LONGEST_ASKED = 120
MOST_REMEMBERED = 20
_LONGEST_CHOICE = 40  # what stands beside the words: a state, an order, the address of a record
_KEPT = "asked"
_BINDING = "session.asked.words"


def remember(request: HttpRequest, words: str) -> str:
    """Keep ``words`` for this session and return their key; the oldest are forgotten. No words have no key."""
    words = one_line(words[: 4 * LONGEST_ASKED])[:LONGEST_ASKED]
    if not words:
        return ""
    key = secrets.token_urlsafe(9)
    sealed = encryption.seal(words, binding=_BINDING, row=_place(request, key))
    kept = [*request.session.get(_KEPT, {}).items(), (key, sealed)]
    request.session[_KEPT] = dict(kept[-MOST_REMEMBERED:])
    return key


def words_asked(request: HttpRequest) -> str:
    """The words that the address has the key of. Where they are gone, the page says so and asks for nothing."""
    key = request.GET.get("s", "")
    if not key:
        return ""
    try:
        return encryption.unseal(
            request.session.get(_KEPT, {}).get(key, ""), binding=_BINDING, row=_place(request, key)
        )
    except encryption.CannotOpen:
        messages.info(request, _("The words of this search are no longer kept. Please type them again."))
        return ""


def to_answer(request: HttpRequest, *, beside: Sequence[str] = ()) -> HttpResponseRedirect:
    """Send the browser from the posted words ``q`` to the page that answers them.

    ``beside`` names what else of the form belongs into the address: choices from lists, never typed text.
    """
    asked = {name: request.POST.get(name, "")[:_LONGEST_CHOICE] for name in beside}
    asked["s"] = remember(request, request.POST.get("q", ""))
    query = urlencode({name: value for name, value in asked.items() if value})
    return HttpResponseRedirect(f"{request.path}?{query}" if query else request.path, status=303)


def _place(request: HttpRequest, key: str) -> UUID:
    """What sealed words are bound to: this key of this session."""
    place = encryption.digest(f"{request.session.session_key}\0{key}", binding=_BINDING)
    return UUID(bytes=place[:16])
