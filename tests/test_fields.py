"""Every page of the desk × every role, with a person whose every field is a word of its own.

A word may stand on a page only where ``accounts/field_access.py`` lets the role see its field; PESEL and document
number stand whole on none that is merely opened.
"""

import io
import re
import zipfile
from datetime import date

import pytest
from django.test import Client as Browser
from django.urls import reverse

from accounts import field_access
from accounts.field_access import CLIENT, MASKED
from accounts.permissions import Role
from registration.vocabulary import DatePrecision, DocumentKind
from tests.cv_builder.factories import ExperienceFactory, ready_cv
from tests.factories import UserFactory
from tests.meetings.factories import listed, planned
from tests.reference.factories import AccommodationFactory, PlaceFactory
from tests.registration.factories import PESEL, ClientFactory
from tests.searching import BOXES, searched
from tests.test_access import KWARGS, NAMES, WHO_MAY, roles_of

pytestmark = [pytest.mark.django_db, pytest.mark.sweep]

WORDS = {
    "given_names_latin": "Kanarymia",
    "surname_latin": "Kanarnazwa",
    "given_names_cyrillic": "Канарім",
    "surname_cyrillic": "Канарпрізв",
    "patronymic": "Канарбать",
    "birth_date": "1971",
    "birth_place": "Kanarurodz",
    "pesel": PESEL,
    "document_number": "KQ765432",
    "document_expires_on": "2037",
    "phone": "555 01 77",
    "email": "kanarek@example.org",
    "street_address": "Kanarulica",
    "place": "Kanargmina",
    "accommodation": "Kanarhotel",
    "looks_for": "Kanarszuka",
    "notes": "Kanarnotatka",
}
# Typed otherwise than the words are written, so that a page that repeats the question does not hold the word.
QUERIES = ("KANARNAZWA", f"{PESEL[:6]} {PESEL[6:]}")
# Every place and site is a choice of some form, whoever lives there.
CHOICE = re.compile(r"<option\b.*?</option>", re.DOTALL)
# Keys of rows, tokens of forms and hashes of files: by chance a year stands in them.
CHANCE = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9A-Za-z]{20,}|\.[0-9a-f]{12}\.")
DESK = [name for name in NAMES if WHO_MAY.get(name, "public") != "public" and ":" in name]


@pytest.fixture
def planted():
    """The person, with a row of every kind that an address of the desk can name."""
    place = PlaceFactory(name_pl=WORDS["place"], name_uk=WORDS["place"])
    site = AccommodationFactory(name_pl=WORDS["accommodation"], name_uk=WORDS["accommodation"], place=place)
    text = {name: word for name, word in WORDS.items() if name not in {"phone", "place", "accommodation"}}
    person = ClientFactory(
        **text
        | {
            "birth_date": date(1971, 11, 23),
            "birth_date_precision": DatePrecision.DAY,
            "document_kind": DocumentKind.PASSPORT,
            "document_expires_on": date(2037, 2, 3),
            "no_pesel_reason": "",
            "phone": "+48415550177",
            "accommodation": site,
        }
    )
    cv = ready_cv(client=person)
    meeting = planned()
    line = listed(meeting, client=person)
    return {
        "client_id": person.public_id,
        "cv_id": cv.public_id,
        "entry_id": ExperienceFactory(cv=cv, order=7).public_id,
        "meeting_id": meeting.public_id,
        "attendance_id": line.public_id,
    }


def text_of(response):
    content = b"".join(response.streaming_content) if response.streaming else response.content
    if content.startswith(b"PK"):  # a spreadsheet
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            content = b"".join(book.read(name) for name in book.namelist())
    return CHANCE.sub("", content.decode(errors="replace"))


def pages(role, planted):
    """The text of every page the role can open with a GET, by its name and query."""
    browser = Browser()
    browser.force_login(UserFactory(role=role))
    for name in DESK:
        kwargs = {key: planted.get(key, value) for key, value in KWARGS[name](name).items()}
        address = reverse(name, kwargs=kwargs)
        yield name, browser.get(address)
        if name in BOXES and role in roles_of(name):
            for words in QUERIES:
                yield f"{name} {words}", searched(browser, address, words)


@pytest.mark.parametrize("role", Role)
def test_word_of_a_field_stands_only_where_the_role_may_see_it(role, planted):
    user = UserFactory.build(role=role)
    hidden = {name for name in WORDS if not field_access.may_see(user, CLIENT, name)} | MASKED[CLIENT]
    leaks, seen = set(), set()

    for page, response in pages(role, planted):
        text = CHOICE.sub("", text_of(response))
        found = {name for name, word in WORDS.items() if word in text}
        seen |= found
        of_dictionaries = {"place", "accommodation"} if page.startswith("reference:") else set()
        leaks |= {(page, name) for name in (found & hidden) - of_dictionaries}

    assert leaks == set()
    if role == Role.COORDINATOR:
        assert WORDS.keys() - seen == MASKED[CLIENT]  # else the test would look for words nobody writes


def test_pages_are_walked_for_every_role():
    assert {role for name in DESK for role in roles_of(name)} == set(Role.values)
    assert len(DESK) > 60
