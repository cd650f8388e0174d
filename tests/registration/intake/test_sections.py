"""The task list and its sections: each saved by itself, two languages side by side, two editors."""

from datetime import UTC, date, datetime

import pytest

from accounts.permissions import Role
from registration import rights_services
from registration.intake import services
from registration.intake.sections import SECTIONS, questions
from registration.models import Client, Intake
from tests.factories import UserFactory
from tests.registration.factories import PESEL, ClientFactory
from tests.registration.intake.factories import filled_intake
from tests.registration.intake.pages import HTMX, posted, section_url, text_of, url

pytestmark = pytest.mark.django_db

ASKED = [key for key in SECTIONS if key != "consents"]


@pytest.fixture
def coordinator(client):
    user = UserFactory(role=Role.COORDINATOR)
    client.force_login(user)
    return user


@pytest.mark.parametrize("key", ASKED)
def test_section_shows_each_question_in_polish_and_ukrainian(client, coordinator, key):
    person = ClientFactory()
    filled_intake(person)

    html = text_of(client.get(section_url(person, key)))

    asked = [
        q for q in SECTIONS[key].questions if q.code not in ("clear_pesel", "clear_document", "clear_reason")
    ]
    assert asked
    assert [
        q.code
        for q in asked
        if f'<span lang="pl">{q.pl}</span><span lang="uk">{_html(q.uk)}</span>' not in html
    ] == []


def _html(text):
    return text.replace("'", "&#x27;")


def test_every_question_belongs_to_a_section():
    assert {question.section for question in questions().values()} == set(ASKED)


@pytest.mark.parametrize("key", ASKED)
def test_unchanged_section_stores_nothing(client, coordinator, key):
    person = ClientFactory()
    intake = filled_intake(person)

    client.post(section_url(person, key), posted(client, section_url(person, key)))

    person.refresh_from_db()
    intake.refresh_from_db()
    assert (person.version, intake.version) == (1, 1)


SAID = {
    "purpose": {"purpose": "job_seeker"},
    "identity": {"birth": "12.03.1985", "pesel": PESEL, "birth_place": "Полтава"},
    "contact": {"email": "o@example.org", "delivery_address": "ul. Nowa 1"},
    "family": {"marital_status": "married", "spouse_status": "unemployed", "is_lone_parent": "False"},
    "situation": {"disability_degree": "moderate", "health_basis": "decision", "health_limits_uk": "спина"},
    "wishes": {
        "looks_for": "кухня",
        "contract_kinds": ["permanent"],
        "needs_childcare": "True",
        "weekly_hours": "20",
    },
}


@pytest.mark.parametrize("key", SAID)
@pytest.mark.parametrize("headers", [{}, HTMX], ids=["by the button", "while typing"])
def test_section_is_saved_by_itself(client, coordinator, key, headers):
    person = ClientFactory()
    address = section_url(person, key)

    client.post(address, posted(client, address, **SAID[key]), headers=headers)

    again = {field.html_name: field for field in client.get(address).context["form"]}
    shown = {name: again[name].value() for name in SAID[key] if name != "pesel"}
    assert {name: str(value) for name, value in shown.items()} == {
        name: str(value) for name, value in SAID[key].items() if name != "pesel"
    }
    person.refresh_from_db()
    assert (person.pesel == PESEL) is (key == "identity")


def test_button_goes_on_to_the_next_section(client, coordinator):
    person = ClientFactory()
    address = section_url(person, "contact")

    on = client.post(address, posted(client, address))
    back = client.post(address, posted(client, address, stay="1"))
    last = client.post(section_url(person, "documents"), {"seen_client": 1, "seen_intake": 0})

    assert on["Location"] == section_url(person, "family")
    assert back["Location"] == last["Location"] == url("intake", person)


def test_what_is_wrong_waits_and_the_rest_is_saved_while_typing(client, coordinator):
    person = ClientFactory()
    address = section_url(person, "identity")

    response = client.post(
        address, posted(client, address, pesel="123", birth="1985", birth_place="Суми"), headers=HTMX
    )

    person.refresh_from_db()
    assert (person.birth_date, person.birth_place, person.pesel) == (date(1985, 1, 1), "Суми", None)
    html = text_of(response)
    assert "Not all is saved yet" in html
    assert "check the eleven digits" in html


def test_answers_that_belong_together_wait_together(client, coordinator):
    person = ClientFactory()
    address = section_url(person, "situation")

    client.post(
        address,
        posted(client, address, health_limits_uk="спина", disability_degree="light"),
        headers=HTMX,
    )

    kept = Intake.objects.get(client=person)
    assert (kept.health_limits_uk, kept.disability_degree) == ("", "light")


@pytest.mark.parametrize(
    ("key", "typed", "wrong"),
    [
        ("family", {"marital_status": "single", "spouse_status": "neither"}, "spouse_status"),
        ("family", {"dependent_children": "-1"}, "dependent_children"),
        ("situation", {"disability_degree": "none", "disability_until": "2030-01-01"}, "disability_until"),
        ("situation", {"health_limits_pl": "plecy"}, "health_basis"),
        ("wishes", {"contract_kinds": ["made-up"]}, "contract_kinds"),
        ("wishes", {"weekly_hours": "200"}, "weekly_hours"),
        ("identity", {"surname_latin": "", "surname_cyrillic": ""}, "surname_cyrillic"),
        ("purpose", {"purpose": "holidays"}, "purpose"),
    ],
)
def test_wrong_answers_are_refused_and_stay_on_the_page(client, coordinator, key, typed, wrong):
    person = ClientFactory()
    address = section_url(person, key)

    response = client.post(address, posted(client, address, **typed))

    assert response.status_code == 200
    assert list(response.context["form"].errors) == [wrong]
    assert not Intake.objects.exists()


def test_latin_name_is_suggested_and_a_difference_pointed_out(client, coordinator):
    person = ClientFactory(given_names_latin="", surname_latin="")
    address = section_url(person, "identity")

    suggested = client.post(address, posted(client, address, suggest="1"))
    saved = client.post(
        address, posted(client, address, surname_latin="Chevchenko", given_names_latin="Olena"), headers=HTMX
    )

    form = suggested.context["form"]
    assert [field.value() for field in form if field.html_name.endswith("_latin")] == ["Shevchenko", "Olena"]
    assert "differs from the usual spelling “Olena Shevchenko”" in text_of(saved)


def test_two_editors_of_one_section_both_keep_their_words(client, coordinator):
    person, other = ClientFactory(), UserFactory()
    address = section_url(person, "wishes")
    mine = posted(client, address, wishes_uk="моє", weekly_hours="20")
    seen = services.Seen(client=1, intake=0)
    services.save_section(
        client=person, of_client={}, of_intake={"wishes_uk": "чуже", "distance_km": 5}, seen=seen, by=other
    )

    alone = client.post(address, mine, headers=HTMX)
    warned = client.post(address, mine)

    assert "press “Save” to see both" in text_of(alone)
    assert warned.status_code == 409
    html = text_of(warned)
    assert "чуже" in html
    assert "моє" in html
    shown = {field.html_name: field.value() for field in warned.context["form"]}
    assert (shown["wishes_uk"], shown["distance_km"], shown["weekly_hours"]) == ("моє", 5, 20)
    seen = warned.context["seen"]
    kept = {name: value for name, value in shown.items() if value not in (None, False)}
    client.post(address, kept | {"seen_client": seen.client, "seen_intake": seen.intake})
    intake = Intake.objects.get(client=person)
    assert (intake.wishes_uk, intake.distance_km, intake.weekly_hours) == ("моє", 5, 20)


def test_last_words_of_a_page_do_not_clash_with_what_it_saved_itself(client, coordinator):
    """They leave before the answer to the save before them has come, so with the version of the save before that."""
    person = ClientFactory()
    address = section_url(person, "wishes")
    first = posted(client, address, looks_for="ку", wishes_uk="ра")

    client.post(address, first, headers=HTMX)
    client.post(address, first | {"looks_for": "кух"}, headers=HTMX)
    last = client.post(address, first | {"looks_for": "кухня", "wishes_uk": "ранок"}, headers=HTMX)

    person.refresh_from_db()
    assert "Nothing of yours is lost" not in text_of(last)
    assert (person.looks_for, person.intake.wishes_uk) == ("кухня", "ранок")


@pytest.mark.parametrize("page", ["another page of mine", "", "00000000-0000-4000-8000-000000000000"])
def test_another_page_of_the_same_person_is_still_told(client, coordinator, page):
    person = ClientFactory()
    address = section_url(person, "wishes")
    typed = posted(client, address, wishes_uk="перше")
    client.post(address, typed, headers=HTMX)

    told = client.post(address, typed | {"wishes_uk": "друге", "page": page}, headers=HTMX)

    assert "Nothing of yours is lost" in text_of(told)
    assert person.intake.wishes_uk == "перше"


def test_what_another_wrote_between_two_saves_of_a_page_is_told(client, coordinator):
    person = ClientFactory()
    address = section_url(person, "wishes")
    typed = posted(client, address, wishes_uk="моє")
    client.post(address, typed, headers=HTMX)
    services.save_section(
        client=person,
        of_client={},
        of_intake={"wishes_uk": "чуже"},
        seen=services.Seen(client=1, intake=1),
        by=UserFactory(),
    )

    told = client.post(address, typed | {"wishes_uk": "моє й далі"}, headers=HTMX)

    assert "Nothing of yours is lost" in text_of(told)
    assert person.intake.wishes_uk == "чуже"


def test_editors_of_different_sections_do_not_meet(client, coordinator):
    person, other = ClientFactory(), UserFactory()
    address = section_url(person, "wishes")
    mine = posted(client, address, distance_km="7")
    services.save_section(
        client=person,
        of_client={"email": "inny@example.org"},
        of_intake={"marital_status": "single"},
        seen=services.Seen(client=1, intake=0),
        by=other,
    )

    response = client.post(address, mine)

    intake = Intake.objects.get(client=person)
    assert response.status_code == 302
    assert (intake.distance_km, intake.marital_status) == (7, "single")


def test_saving_an_answer_counts_as_a_change_of_the_record(client, coordinator):
    person = ClientFactory()
    Client.objects.filter(pk=person.pk).update(updated_at=datetime(2020, 1, 1, tzinfo=UTC))

    client.post(section_url(person, "wishes"), posted(client, section_url(person, "wishes"), distance_km="7"))

    person.refresh_from_db()
    assert (person.updated_at.year > 2020, person.updated_by) == (True, coordinator)


def test_pesel_of_another_person_is_refused(client, coordinator):
    ClientFactory(pesel=PESEL, no_pesel_reason="")
    person = ClientFactory()
    address = section_url(person, "identity")

    alone = client.post(address, posted(client, address, pesel=PESEL), headers=HTMX)
    by_button = client.post(address, posted(client, address, pesel=PESEL))

    assert "registered already" in text_of(alone)
    assert list(by_button.context["form"].errors) == ["pesel"]


def test_restricted_record_is_not_asked(client, coordinator):
    person = ClientFactory()
    address = section_url(person, "wishes")
    typed = posted(client, address, distance_km="7")
    rights_services.restrict(client=person, reason="Spór", by=UserFactory())

    opened = client.get(address)
    saved = client.post(address, typed)
    alone = client.post(address, typed, headers=HTMX)

    assert opened["Location"] == person.get_absolute_url()
    assert "restricted" in text_of(saved)
    assert "restricted" in text_of(alone)
    assert not Intake.objects.exists()


@pytest.mark.parametrize("key", ["consents", "secrets"])
def test_section_that_is_none_is_not_found(client, coordinator, key):
    assert client.get(section_url(ClientFactory(), key)).status_code == 404


@pytest.mark.parametrize("filled", [False, True])
def test_task_list_query_count(client, coordinator, django_assert_max_num_queries, filled):
    person = ClientFactory()
    if filled:
        filled_intake(person)

    with django_assert_max_num_queries(11):  # session, user, log, person, answers, lists, rules, hidden
        response = client.get(url("intake", person))

    assert len(response.context["parts"]) == len(SECTIONS)


def test_task_list_tells_what_is_missing_and_links_to_it(client, coordinator):
    person = ClientFactory(street_address="ul. Próbna 1")
    filled_intake(person, marital_status="", spouse_status="")

    html = text_of(client.get(url("intake", person)))

    assert "Still missing for: registration as unemployed" in html
    assert f'<a href="{section_url(person, "family")}">Marital status</a>' in html
    assert "1 answer missing" in html


def test_task_list_asks_first_what_the_person_comes_for(client, coordinator):
    assert "Say what the person comes for" in text_of(client.get(url("intake", ClientFactory())))


def test_task_list_says_when_nothing_is_missing(client, coordinator):
    person = ClientFactory()
    filled_intake(person, purpose="support")

    assert "Nothing is missing for: support without registration." in text_of(
        client.get(url("intake", person))
    )
