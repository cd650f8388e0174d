"""No page of the desk shows a person without a row of the access log: every address, every role that may open it."""

import pytest
from django.test import Client as Browser
from django.urls import reverse

from accounts.access_models import AccessEntry
from meetings.models import Meeting
from registration.models import Client
from tests.cv_builder.factories import CvFactory
from tests.factories import UserFactory
from tests.meetings.factories import listed
from tests.registration.factories import ClientFactory
from tests.searching import BOXES, asked_at
from tests.test_access import KWARGS, NAMES, WHO_MAY, roles_of

PHONE = "+380505550101"  # what the boxes for searching are asked
# Pages that are known to show people: without them the walk has shown nothing.
SHOW_PEOPLE = {
    "access:log-list",
    "access:own-list",
    "cv_builder:cv-detail",
    "cv_builder:cv-list",
    "cv_builder:cv-new",
    "desk:search",
    "desk:today",
    "meetings:attendance-list",
    "meetings:meeting-detail",
    "registration:client-accesses",
    "registration:client-detail",
    "registration:client-edit",
    "registration:client-history",
    "registration:client-list",
    "registration:client-state",
    "registration:file-add",
    "registration:file-list",
    "registration:file-remove",
    "registration:file-replace",
}


def planted(name):
    """What the address needs, and people wherever it may show them, each with a surname nobody else has."""
    kwargs = KWARGS[name](name)
    person = ClientFactory(phone=PHONE)
    CvFactory(client=person)
    for meeting in Meeting.objects.all():
        listed(meeting, client=person)
    for client in Client.objects.all():
        Client.objects.filter(pk=client.pk).update(
            surname_latin=surname(client), surname_cyrillic="", phone=PHONE
        )
    return kwargs


def surname(client):
    return f"Posadzona{client.pk}q"


def answers(name, user, kwargs):
    """The page as it opens, and as it answers a search."""
    browser = Browser()
    browser.force_login(user)
    address = reverse(name, kwargs=kwargs)
    newest = Client.objects.latest("pk")
    asked = [address, f"{address}?client={newest.public_id}"]
    if name in BOXES:
        asked.append(asked_at(browser, address, PHONE))
    for page in asked:
        response = browser.get(page)
        content = response.getvalue() if response.streaming else response.content
        yield content.decode(errors="replace")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name", [name for name in NAMES if ":" in name and WHO_MAY.get(name, "public") != "public"]
)
def test_whoever_is_shown_stands_in_the_log(name):
    kwargs = planted(name)
    shown = set()

    for role in sorted(roles_of(name)):
        user = UserFactory(role=role)
        if name in {"access:log-list", "access:own-list"}:  # something must stand there to be shown
            browser = Browser()
            browser.force_login(user)
            browser.get(reverse("registration:client-list"))
        pages = " ".join(answers(name, user, kwargs))
        for client in Client.objects.all():
            if surname(client) in pages:
                shown.add(client.pk)
                assert AccessEntry.objects.by(user).about(client).exclude(kind="denial").exists(), (
                    name,
                    role,
                )

    assert (name in SHOW_PEOPLE) <= bool(shown)
