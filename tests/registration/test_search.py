from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings

from accounts.permissions import Role
from registration import names, search
from registration.models import Client, NameKey, NameWord
from registration.services import edit_client
from registration.vocabulary import DatePrecision
from tests.factories import UserFactory
from tests.reference.factories import PlaceFactory
from tests.registration.factories import PESEL, ClientFactory
from tests.registration.test_names import ukrainian_words

pytestmark = pytest.mark.django_db


def find(text, *, with_identifiers=True, limit=20):
    asked = search.asked(text, with_identifiers=with_identifiers)
    return search.find(asked, Client.objects.active(), limit=limit)


def people(text, **options):
    return [found.client for found in find(text, **options)]


def why(text, **options):
    return [str(reason) for reason in find(text, **options)[0].reasons]


@pytest.mark.parametrize(
    "query",
    [
        "Шевченко", "шевченко олена", "Олена Шевченко", "Shevchenko", "Szewczenko Olena", "SEVCENKO",
        "Ševčenko", "szew", "Шевч", "Olena Shev", "Шевчнко", "Шевченкo", "Shevchenkko", "Sehvchenko", "Хевченко",
        "Шевшенко", "Ołena Szewczeńko", "О. Шевченко",
    ],
)  # fmt: skip
def test_person_is_found_by_any_spelling(query):
    olena = ClientFactory()
    ClientFactory(
        surname_cyrillic="Ткач", given_names_cyrillic="Ігор", surname_latin="Tkach", given_names_latin="Ihor"
    )

    assert people(query) == [olena]


@pytest.mark.parametrize(
    ("given_names", "query"),
    [
        ("Олена", "Шевченко Елена"),
        ("Олена", "Helena Szewczenko"),
        ("Микола", "Николай Шевченко"),
        ("Микола", "Niklaj Szewczenko"),
        ("Микола", "Шевчнко Николай"),
        ("Микола", "mikołaj"),
        ("Єлизавета", "Elżbieta Szewczenko"),
    ],
)
def test_person_is_found_by_the_given_name_in_another_language(given_names, query):
    person = ClientFactory(given_names_cyrillic=given_names, given_names_latin="")
    others = [
        ClientFactory(given_names_cyrillic=name, given_names_latin="")
        for name in ("Степан", "Галина", "Тарас")
    ]

    assert people(query)[0] == person
    assert "mikołaj" not in query or not set(others).intersection(people(query))


def test_name_itself_comes_before_the_same_name_in_another_language():
    helena = ClientFactory(given_names_cyrillic="", given_names_latin="Helena")
    olena = ClientFactory()

    assert people("Helena Shevchenko") == [helena, olena]
    assert people("Олена Шевченко") == [olena, helena]


@pytest.mark.parametrize("query", ["", "   ", "\x00", "№", "ь", "12", "Коваль", "1985", "%", "'; DROP TABLE"])
def test_nobody_is_found_for_nothing(query):
    ClientFactory()

    assert people(query) == []


def test_huge_query_is_cut():
    ClientFactory()

    assert people("ш" * 100_000) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(surname=ukrainian_words, given_names=ukrainian_words)
def test_person_is_found_by_every_spelling_of_any_name(coordinator, surname, given_names):
    person = ClientFactory(
        surname_cyrillic=surname,
        given_names_cyrillic=given_names,
        surname_latin="",
        given_names_latin="",
        created_by=coordinator,
    )

    for spell in (
        str,
        names.to_latin,
        names.to_polish,
        lambda name: names.without_diacritics(names.to_polish(name)),
    ):
        assert person in people(f"{spell(given_names)} {spell(surname)}", limit=1000)


@pytest.fixture
def coordinator():
    return UserFactory(role=Role.COORDINATOR)


def test_exact_spelling_comes_first():
    by_kyiv = ClientFactory(surname_cyrillic="", given_names_cyrillic="")
    by_warsaw = ClientFactory(surname_cyrillic="", given_names_cyrillic="", surname_latin="Szewczenko")
    by_ear = ClientFactory(surname_cyrillic="", given_names_cyrillic="", surname_latin="Szewczenka")

    assert people("Szewczenko") == [by_warsaw, by_kyiv, by_ear]
    assert people("Shevchenko") == [by_kyiv, by_warsaw, by_ear]


def test_full_name_comes_before_half_of_it():
    ClientFactory.create_batch(3, given_names_cyrillic="Ірина", given_names_latin="Iryna")
    olena = ClientFactory()
    ClientFactory.create_batch(3, given_names_cyrillic="Ірина", given_names_latin="Iryna")

    assert people("Szewczenko Olena")[0] == olena


def test_rare_word_leads_to_older_bearers_than_a_common_given_name(coordinator):
    inna = ClientFactory(given_names_cyrillic="Інна", given_names_latin="Inna")
    ClientFactory.create_batch(
        search.NEWEST_SIMILAR + 5, given_names_cyrillic="Тарас", created_by=coordinator
    )
    ClientFactory.create_batch(
        search.NEWEST_SIMILAR + 5, surname_cyrillic="Ткач", surname_latin="Tkach", created_by=coordinator
    )

    assert people("нна Шевченко")[0] == inna  # too short a word for a typo, so no pair leads there
    assert len(people("Олена Зюзюкіна", limit=1000)) == search.NEWEST_SIMILAR


def test_given_name_and_an_initial_lead_to_older_bearers(coordinator):
    olena = ClientFactory()
    ClientFactory.create_batch(
        search.NEWEST_SIMILAR + 5, surname_cyrillic="Ткач", surname_latin="Tkach", created_by=coordinator
    )

    assert people("Олена Ш.")[0] == olena


def test_as_many_namesakes_as_are_shown_stand_beside_a_birthday(coordinator):
    ClientFactory.create_batch(search.WITH_BIRTHDAY + 5, created_by=coordinator)

    found = people("Олена Шевченко 12.03.1985", limit=search.WITH_BIRTHDAY + 5)

    assert len(found) == search.WITH_BIRTHDAY + 5


@pytest.mark.parametrize("query", ["Шевченко", "Олена Шевченко", "0101", "12.03.1985", PESEL])
def test_only_those_who_were_to_be_searched_are_found(query):
    people_there = [
        ClientFactory(birth_date=date(1985, 3, 12), birth_date_precision=DatePrecision.DAY, **with_pesel)
        for with_pesel in ({}, {"pesel": PESEL, "no_pesel_reason": ""})
    ]
    asked = search.asked(query, with_identifiers=True)

    among = Client.objects.exclude(pk=people_there[1].pk)

    assert people_there[1] in people(query)
    assert people_there[1] not in [found.client for found in search.find(asked, among)]


def test_whoever_is_found_is_a_whole_row(django_assert_num_queries):
    ClientFactory(notes="Reads slowly.", place=PlaceFactory())
    client = people("Шевченко")[0]

    with django_assert_num_queries(0):
        shown = [client.notes, client.place, client.accommodation]

    assert shown == ["Reads slowly.", client.place, None]


@pytest.mark.parametrize(
    "query",
    [
        "+380505550101", "+380 50 555-01-01", "(050) 555 01 01", "00380505550101", "5550101", "80505550101", "0101",
    ],
)  # fmt: skip
def test_phone_is_found_in_any_format(query):
    olena = ClientFactory()
    ClientFactory(phone="+48415550102")

    assert people(query) == [olena]
    assert why(query) == ["phone"]


@pytest.mark.parametrize(
    "query", ["12.03.1985", "1985-03-12", "12 03 1985", "12/3/1985", "Шевченко 12.03.1985"]
)
def test_birthday_is_found(query):
    olena = ClientFactory(birth_date=date(1985, 3, 12), birth_date_precision=DatePrecision.DAY)
    ClientFactory(
        birth_date=date(1990, 3, 12),
        birth_date_precision=DatePrecision.DAY,
        surname_cyrillic="Бондар",
        surname_latin="Bondar",
    )

    assert people(query) == [olena]
    assert "date of birth" in why(query)


def test_known_part_of_a_birthday_ranks():
    ClientFactory(birth_date=date(1990, 1, 1), birth_date_precision=DatePrecision.YEAR)
    born_85 = ClientFactory(birth_date=date(1985, 1, 1), birth_date_precision=DatePrecision.YEAR)
    ClientFactory()

    assert people("Шевченко 1985")[0] == born_85
    assert people("Шевченко 12.03.1985")[0] == born_85


def test_birthday_points_out_one_of_very_many_of_a_name():
    olena = ClientFactory(birth_date=date(1985, 3, 12), birth_date_precision=DatePrecision.DAY)
    ClientFactory.create_batch(search.NEWEST + 5, created_by=olena.created_by)

    assert people("Олена Шевченко 12.03.1985")[0] == olena


def test_pesel_is_found_only_by_those_who_may_see_it():
    olena = ClientFactory(pesel=PESEL, no_pesel_reason="")

    assert people(PESEL, with_identifiers=True) == [olena]
    assert why(PESEL) == ["PESEL"]
    assert people(PESEL, with_identifiers=False) == []


@pytest.mark.parametrize(
    ("query", "reasons"),
    [
        ("Шевченко", ["name"]),
        ("Szewczenko", ["spelling Шевченко"]),
        ("Szewczenko 0101", ["spelling Шевченко", "phone"]),
    ],
)
def test_reasons_say_why(query, reasons):
    ClientFactory()

    assert why(query) == reasons


def test_renamed_person_is_found_by_the_new_name_only(coordinator):
    olena = ClientFactory()

    edit_client(
        client=olena,
        values={"surname_cyrillic": "Бондаренко", "surname_latin": "Bondarenko"},
        seen_version=olena.version,
        by=coordinator,
    )

    assert people("Szewczenko") == []
    assert people("Bondarenko") == [olena]


@pytest.mark.parametrize("count", [1, 200])
def test_search_asks_the_database_three_times(coordinator, count):
    ClientFactory.create_batch(count, created_by=coordinator)

    with CaptureQueriesContext(
        connection,
    ) as queries:
        found = find("Szewczenko Olena 12.03.1985 050555", limit=50)

    assert len(found) == min(count, 50)
    assert len(queries) == 3


def test_namekey_once_per_client_and_one_word_for_all(coordinator):
    """``namekey_once_per_client`` holds because a spelling folds to one sound, and Anna Anna to one word."""
    ClientFactory.create_batch(2, given_names_cyrillic="Анна", given_names_latin="Anna", patronymic="Анна")

    assert NameKey.objects.filter(kind=NameKey.Kind.SOUND, key="ana").count() == 2
    assert NameWord.objects.filter(sound="ana").count() == 1
