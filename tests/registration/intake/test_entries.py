"""The lists of an intake: entries are added, changed and removed one at a time, and saved while typed."""

import uuid
from datetime import date

import pytest

from accounts.permissions import Role
from reference.models import LegalRuleKey, Occupation, Term
from registration import rights_services
from registration.intake import services
from registration.intake.sections import LISTS
from registration.models import Child, HeldLicence, Intake, SpokenLanguage, WorkPeriod
from tests.factories import UserFactory
from tests.registration.factories import ClientFactory
from tests.registration.intake.factories import filled_intake
from tests.registration.intake.pages import HTMX, posted, section_url, text_of, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client):
    user = UserFactory(role=Role.COORDINATOR)
    client.force_login(user)
    return user


def term(vocabulary, code):
    return Term.objects.coded(vocabulary, code).pk


def entry_url(person, list_name, number=None):
    return url("intake-entry", person, list_name, number or uuid.uuid4())


def typed_for(list_name):
    return {
        "children": {"birth_date": "2015-06-05", "is_dependent": "on"},
        "schools": {"school_uk": "Школа № 3", "year_to": "2003", "evidence": "declared"},
        "jobs": {"position_uk": "кухар", "started": "09.2006", "ended": "2022", "evidence": "declared"},
        "occupations": {"kind": "wanted", "wording_uk": "швачка", "evidence": "declared"},
        "languages": {
            "language": term("language", "en"),
            "level": term("language_level", "b1"),
            "evidence": "declared",
        },
        "licences": {"licence": term("licence", "driving_b"), "evidence": "documented"},
        "situations": {
            "kind": LegalRuleKey.objects.get(code="situation-ukr-status").pk,
            "evidence": "documented",
        },
        "presented_documents": {"kind": "diploma", "seen_as": "original", "seen_on": "2026-01-05"},
    }[list_name]


@pytest.mark.parametrize("list_name", LISTS)
def test_entry_is_added_changed_and_removed(client, coordinator, list_name):
    person = ClientFactory()
    form = client.get(url("intake-entry-add", person, list_name))
    address = form.context["place"].address

    client.post(address, typed_for(list_name) | {"seen": 0})
    client.post(address, typed_for(list_name) | {"seen": 1})
    (entry,) = LISTS[list_name].objects.filter(client=person)
    changed = client.post(address, posted(client, address))
    asked = client.get(url("intake-entry-remove", person, list_name, entry.public_id))
    client.post(url("intake-entry-remove", person, list_name, entry.public_id))

    assert form.context["place"].section.key in changed["Location"]
    assert entry.version == 1
    assert str(entry) in asked.content.decode()
    assert not LISTS[list_name].objects.exists()


@pytest.mark.parametrize("list_name", LISTS)
def test_entry_is_saved_while_it_is_typed(client, coordinator, list_name):
    person, number = ClientFactory(), uuid.uuid4()
    address = entry_url(person, list_name, number)

    too_little = client.post(address, {"seen": 0}, headers=HTMX)
    saved = client.post(address, typed_for(list_name) | {"seen": 0}, headers=HTMX)

    assert "Not all is saved yet" in text_of(too_little)
    assert "Saved at" in text_of(saved)
    assert 'name="seen" value="1"' in text_of(saved)
    assert LISTS[list_name].objects.get(client=person).public_id == number


def test_partial_dates_of_work_are_kept_as_far_as_they_are_known(client, coordinator):
    person = ClientFactory()
    client.post(entry_url(person, "jobs"), typed_for("jobs") | {"seen": 0})

    (job,) = person.jobs.all()

    assert (str(job.started), str(job.ended), job.period) == ("09.2006", "2022", "09.2006 – 2022")


@pytest.mark.parametrize(
    ("list_name", "wrong", "field"),
    [
        ("children", {"birth_date": "2999-01-01"}, "birth_date"),
        ("children", {"birth_date": ""}, "birth_date"),
        ("schools", {"school_uk": ""}, "__all__"),
        ("schools", {"year_to": "1820"}, "year_to"),
        ("schools", {"year_from": "2010"}, "__all__"),
        ("jobs", {"position_uk": ""}, "__all__"),
        ("jobs", {"started": "2023"}, "ended"),
        ("jobs", {"is_current": "on"}, "is_current"),
        ("occupations", {"wording_uk": ""}, "__all__"),
        ("occupations", {"occupation": "żaden taki zawód"}, "occupation"),
        ("languages", {"is_native": "on"}, "level"),
        ("licences", {"licence": ""}, "__all__"),
        ("situations", {"kind": ""}, "kind"),
        ("presented_documents", {"seen_on": "2999-01-01"}, "seen_on"),
        ("presented_documents", {"seen_on": ""}, "seen_on"),
    ],
)
def test_wrong_entry_is_refused(client, coordinator, list_name, wrong, field):
    response = client.post(entry_url(ClientFactory(), list_name), typed_for(list_name) | wrong | {"seen": 0})

    assert list(response.context["form"].errors) == [field]
    assert not LISTS[list_name].objects.exists()


def test_situation_without_a_rule_in_force_is_not_offered(client, coordinator):
    old = LegalRuleKey.objects.get(code="situation-social-help")

    response = client.post(
        entry_url(ClientFactory(), "situations"), {"kind": old.pk, "evidence": "declared", "seen": 0}
    )

    assert list(response.context["form"].errors) == ["kind"]


def test_occupation_is_found_by_code_or_asked_back(client, coordinator):
    person, known = ClientFactory(), Occupation.objects.order_by("code").first()
    address = entry_url(person, "occupations")

    client.post(address, {"kind": "learned", "occupation": known.code, "evidence": "declared", "seen": 0})

    (kept,) = person.occupations.all()
    shown = {field.html_name: field for field in client.get(address).context["form"]}
    assert kept.occupation == known
    assert known.code in str(shown["occupation"])


def test_language_stands_once(client, coordinator):
    person = ClientFactory()
    client.post(entry_url(person, "languages"), typed_for("languages") | {"seen": 0})

    twice = client.post(entry_url(person, "languages"), typed_for("languages") | {"seen": 0})
    alone = client.post(entry_url(person, "languages"), typed_for("languages") | {"seen": 0}, headers=HTMX)

    assert twice.context["form"].non_field_errors() == ["This stands on the list already."]
    assert "stands on the list already" in text_of(alone)
    assert person.languages.count() == 1


def test_two_editors_of_one_entry_both_keep_their_words(client, coordinator):
    person = ClientFactory()
    filled_intake(person)
    job = person.jobs.get()
    address = entry_url(person, "jobs", job.public_id)
    mine = posted(client, address, position_uk="моє", basis="farm")
    theirs = {"position_uk": "чуже", "ended_on": None, "ended_precision": "", "is_current": True}
    services.save_entry(
        client=person,
        list_name="jobs",
        public_id=job.public_id,
        values=theirs,
        seen_version=1,
        by=UserFactory(),
    )

    alone = client.post(address, mine, headers=HTMX)
    warned = client.post(address, mine)

    assert "Nothing of yours is lost" in text_of(alone)
    assert warned.status_code == 409
    shown = {field.html_name: field.value() for field in warned.context["form"]}
    assert (shown["position_uk"], shown["ended"], shown["basis"]) == ("моє", "", "farm")
    assert "чуже" in text_of(warned)
    assert warned.context["seen"] == 2


def test_two_who_say_how_much_of_a_day_is_known_are_told(client, coordinator):
    person = ClientFactory()
    address = entry_url(person, "jobs")
    client.post(address, typed_for("jobs") | {"seen": 0, "started": "2006"})
    mine = posted(client, address, started="01.01.2006")
    job = person.jobs.get()
    services.save_entry(
        client=person,
        list_name="jobs",
        public_id=job.public_id,
        values={"started_on": date(2006, 5, 1), "started_precision": "month"},
        seen_version=1,
        by=UserFactory(),
    )

    warned = client.post(address, mine)

    assert [(clash.theirs, clash.mine) for clash in warned.context["clashes"]] == [("05.2006", "01.01.2006")]
    assert warned.context["form"]["started"].value() == "01.01.2006"


def test_last_words_about_an_entry_do_not_clash_with_what_its_page_saved(client, coordinator):
    person = ClientFactory()
    address = entry_url(person, "jobs")
    typed = typed_for("jobs") | {"seen": 0, "page": str(uuid.uuid4())}

    client.post(address, typed | {"position_uk": "ку"}, headers=HTMX)
    client.post(address, typed | {"position_uk": "куха"}, headers=HTMX)
    client.post(address, typed, headers=HTMX)

    assert person.jobs.get().position_uk == "кухар"


def test_entry_that_was_removed_meanwhile_comes_back(client, coordinator):
    person = ClientFactory()
    filled_intake(person)
    licence = person.licences.get()
    address = entry_url(person, "licences", licence.public_id)
    mine = posted(client, address, details_uk="нове")
    services.remove_entry(client=person, list_name="licences", public_id=licence.public_id, by=UserFactory())

    client.post(address, mine)

    assert HeldLicence.objects.get(client=person).details_uk == "нове"


def test_another_entry_may_follow_at_once(client, coordinator):
    person = ClientFactory()

    response = client.post(entry_url(person, "children"), typed_for("children") | {"seen": 0, "another": "1"})

    assert response["Location"] == url("intake-entry-add", person, "children")


def test_nothing_to_say_is_an_answer_until_there_is_an_entry(client, coordinator):
    person = ClientFactory()
    nothing = url("intake-nothing", person, "jobs")

    client.post(nothing, {"nothing": "1"})
    said = Intake.objects.get(client=person).answered_none
    page = text_of(client.get(section_url(person, "work")))
    client.post(nothing, {"nothing": "0"})
    taken_back = Intake.objects.get(client=person).answered_none
    client.post(nothing, {"nothing": "1"})
    client.post(entry_url(person, "jobs"), typed_for("jobs") | {"seen": 0})
    client.post(nothing, {"nothing": "1"})

    assert said == ["work"]
    assert "has not worked yet" in page
    assert taken_back == []
    assert Intake.objects.get(client=person).answered_none == []


def test_restricted_record_keeps_its_lists(client, coordinator):
    person = ClientFactory()
    filled_intake(person)
    job = person.jobs.get()
    rights_services.restrict(client=person, reason="Spór", by=UserFactory())
    address = entry_url(person, "jobs", job.public_id)

    assert client.get(address).status_code == 302
    assert client.get(url("intake-entry-add", person, "jobs")).status_code == 302
    assert client.get(url("intake-entry-remove", person, "jobs", job.public_id)).status_code == 302
    saved = client.post(address, typed_for("jobs") | {"seen": 1})
    alone = client.post(address, typed_for("jobs") | {"seen": 1}, headers=HTMX)
    removed = client.post(url("intake-entry-remove", person, "jobs", job.public_id), follow=True)
    nothing = client.post(url("intake-nothing", person, "languages"), {"nothing": "1"}, follow=True)

    for answer in (saved, alone, removed, nothing):
        assert "restricted" in text_of(answer)
    assert WorkPeriod.objects.get(pk=job.pk).position_uk == "швачка"


def test_entry_of_another_person_is_not_found(client, coordinator):
    person, other = ClientFactory(), ClientFactory()
    filled_intake(other)
    theirs = other.children.first()

    assert client.get(entry_url(person, "children", theirs.public_id)).status_code == 404
    assert client.post(entry_url(person, "children", theirs.public_id), {}).status_code == 404
    assert Child.objects.filter(client=other).count() == 2


@pytest.mark.parametrize("method", ["get", "post"])
def test_list_that_is_none_is_not_found(client, coordinator, method):
    assert getattr(client, method)(entry_url(ClientFactory(), "secrets")).status_code == 404


def test_entry_that_is_not_there_is_not_found(client, coordinator):
    person = ClientFactory()

    assert client.get(entry_url(person, "jobs")).status_code == 404
    assert client.get(url("intake-entry-remove", person, "jobs", uuid.uuid4())).status_code == 404
    assert client.post(url("intake-nothing", person, "children")).status_code == 404


@pytest.mark.parametrize("count", [1, 12])
def test_list_query_count(client, coordinator, django_assert_max_num_queries, count):
    person = ClientFactory()
    for language in Term.objects.of("language").active()[:count]:
        SpokenLanguage.objects.create(client=person, language=language, updated_by=coordinator)

    with django_assert_max_num_queries(12):
        response = client.get(section_url(person, "languages"))

    assert len(response.context["lists"][0][1]) == count
