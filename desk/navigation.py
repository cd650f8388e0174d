"""The way through the portal: by task, and only to what a role may see."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Act


@dataclass(frozen=True)
class Entry:
    """A place in the navigation, open to whoever may do one of ``acts`` (to everyone when empty).

    The pages under its address and under those of ``also`` are its own; ``is_alone`` when only itself is.
    """

    label: Promise
    url_name: str
    acts: tuple[Act, ...] = ()
    also: tuple[str, ...] = ()
    is_alone: bool = False

    def is_open_to(self, user: User) -> bool:
        return any(user.may(act) for act in self.acts)

    def above(self, path: str) -> str:
        """The longest address of this entry that ``path`` lies under; empty when it lies elsewhere."""
        urls = (reverse(name) for name in (self.url_name, *self.also))
        above = (url for url in urls if path == url or (path.startswith(url) and not self.is_alone))
        return max(above, key=len, default="")


@dataclass(frozen=True)
class Link:
    label: str | Promise
    url: str
    current: bool


@dataclass(frozen=True)
class Group:
    """Entries under one heading; without a title the heading is left out."""

    title: Promise | str
    entries: tuple[Entry, ...]


DESK = (
    Group("", (Entry(_("Today"), "desk:today", (Act.USE_DESK,), is_alone=True),)),
    Group(
        _("People"),
        (
            Entry(_("Clients"), "registration:client-list", (Act.SEE_CLIENTS,)),
            Entry(_("Inbox"), "inbox:enquiry-list", (Act.EDIT_CLIENTS,)),
            Entry(_("CVs"), "cv_builder:cv-list", (Act.SEE_CVS, Act.SEE_ANONYMOUS_CVS)),
            Entry(_("Meetings"), "meetings:meeting-list", (Act.SEE_MEETINGS,)),
        ),
    ),
    Group(
        _("Work"),
        (
            Entry(_("Job offers"), "job_offers:offer-list", (Act.SEE_OFFERS,)),
            Entry(_("Employers"), "job_offers:employer-list", (Act.SEE_OFFERS,)),
            Entry(_("Offers of employers"), "job_offers:employer-enquiries", (Act.EDIT_OFFERS,)),
            Entry(_("Field visits"), "visits:route", (Act.SEE_OFFERS,)),
            Entry(_("Calls to employers"), "calls:call-list", (Act.SEE_OFFERS,)),
            Entry(_("Translations"), "translations:list", (Act.SEE_TRANSLATIONS,)),
            Entry(_("Offer imports"), "job_offers:import-list", (Act.EDIT_OFFERS,)),
        ),
    ),
    Group(
        _("Office"),
        (
            Entry(
                _("Settings"), "reference:settings", (Act.SEE_SETTINGS,), also=("translations:engine-list",)
            ),
            Entry(_("Access log"), "access:log-list", (Act.SEE_ACCESS_LOG,)),
            Entry(_("Failed work"), "desk:failed", (Act.SEE_FAILED_WORK,)),
        ),
    ),
)

PUBLIC = (
    Entry(_("Job offers"), "board:offer-list"),
    Entry(_("Meetings"), "public_meetings:meeting-list"),
    Entry(_("Leave your phone"), "interest:interest-new"),
    Entry(_("Contact"), "office:contact"),
)


def desk_groups(user: User, path: str) -> list[tuple[Promise | str, list[Link]]]:
    """What ``user`` may open, grouped; the entry that ``path`` lies under is the current one."""
    open_groups = [
        (group.title, [entry for entry in group.entries if entry.is_open_to(user)]) for group in DESK
    ]
    current = _deepest_above(path, (entry for _title, entries in open_groups for entry in entries))
    return [(title, list(_links(entries, current))) for title, entries in open_groups if entries]


def public_links(path: str) -> list[Link]:
    return list(_links(PUBLIC, _deepest_above(path, PUBLIC)))


def language_links(path: str) -> list[dict[str, object]]:
    """The same page in every language. Only the first part of an address depends on the language."""
    _empty, first, *rest = path.split("/")
    rest = rest if first in dict(settings.LANGUAGES) else []
    return [
        {
            "code": code,
            "name": get_language_info(code)["name_local"].capitalize(),
            "url": "/".join(["", code, *(rest or [""])]),
        }
        for code, _name in settings.LANGUAGES
    ]


def _deepest_above(path: str, entries: Iterable[Entry]) -> Entry | None:
    """The entry with the longest address above ``path``."""
    found = [(len(url), place, entry) for place, entry in enumerate(entries) if (url := entry.above(path))]
    return max(found)[-1] if found else None


def _links(entries: Iterable[Entry], current: Entry | None) -> Iterator[Link]:
    for entry in entries:
        yield Link(entry.label, reverse(entry.url_name), current=entry is current)
