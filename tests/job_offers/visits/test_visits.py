"""Visits at employers', as agents plan, note, correct and cancel them."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from accounts.permissions import Role
from documents.models import Upload
from job_offers.models import CallBack, Employer, FieldVisit, Offer
from job_offers.services.employers import update_employer
from job_offers.visits import services
from job_offers.visits.reports import Report
from tests.documents.factories import UploadFactory
from tests.factories import UserFactory
from tests.job_offers.factories import EmployerFactory, WorkplaceFactory, place, term
from tests.job_offers.test_desk_offers import typed
from tests.job_offers.visits.factories import FieldVisitFactory
from tests.pup_portal.files import GPS, handed_over, photo

pytestmark = pytest.mark.django_db
TOMORROW = timezone.localdate() + timedelta(days=1)
YESTERDAY = timezone.localdate() - timedelta(days=1)


@pytest.fixture
def agent(client):
    user = UserFactory(role=Role.BROKER)
    client.force_login(user)
    return user


def url(name, *args):
    return reverse(f"visits:{name}", args=args)


def noted(employer=None, **values):
    """What the phone sends for a visit of today."""
    new = {} if employer else {"employer_name": "Tartak Próbny", "place": place("Chęciny").pk}
    return {"key": str(uuid4()), "day": str(timezone.localdate())} | new | values


def note(client, employer=None, **values):
    asked = f"?employer={employer.public_id}" if employer else ""
    return client.post(url("visit-note") + asked, noted(employer, **values))


def errors(response):
    return [str(error) for errors in response.context["form"].errors.values() for error in errors]


def test_agent_notes_a_visit_at_a_new_employer_with_photo_and_call(client, agent):
    response = note(
        client,
        phone="41 555 01 07",
        street_address="ul. Leśna 1",
        willing="true",
        offers_expected="3",
        languages=[term("language", "uk").pk],
        notes="Potrzebują pilarzy od wiosny.",
        photo=handed_over(photo(), "IMG_1.jpg"),
        call_back_on=str(TOMORROW),
    )

    visit = FieldVisit.objects.get()
    employer = visit.employer
    assert response["Location"] == visit.get_absolute_url()
    assert (employer.name, employer.place, employer.phone) == (
        "Tartak Próbny",
        place("Chęciny"),
        "+48415550107",
    )
    assert employer.willing_to_employ_ukrainians is True
    assert [language.code for language in employer.languages_at_work.all()] == ["uk"]
    assert (visit.state, visit.agent, visit.recorded_by, visit.offers_expected) == ("held", agent, agent, 3)
    upload = Upload.objects.get()
    assert (upload.subject, upload.added_by) == (visit, agent)
    call = CallBack.objects.get()
    assert (call.employer, call.agent, call.due_on, call.offer) == (employer, agent, TOMORROW, None)


def test_photo_is_kept_without_its_place(client, agent):
    exif = Image.Exif()
    exif[GPS] = {1: "N", 2: (50.0, 52.0, 0.0)}

    note(client, photo=handed_over(photo(exif=exif), "IMG_1.jpg"))

    with default_storage.open(Upload.objects.get().file.name) as file, Image.open(file) as kept:
        assert dict(kept.getexif()) == {}


def test_bad_photo_costs_no_word_of_the_visit(client, agent):
    response = client.post(
        f"/en{url('visit-note')[3:]}",
        noted(notes="Ważne.", photo=handed_over(b"<script>", "x.jpg")),
        follow=True,
    )

    assert FieldVisit.objects.get().notes == "Ważne."
    assert not Upload.objects.exists()
    assert "Only PDF files and pictures (JPG, PNG) can be added." in response.content.decode()


def test_double_tap_notes_one_visit(client, agent):
    data = noted()

    client.post(url("visit-note"), data)
    client.post(url("visit-note"), data)

    assert (FieldVisit.objects.count(), Employer.objects.count()) == (1, 1)


def test_similar_employer_is_asked_about_and_may_be_another(client, agent):
    known = EmployerFactory(name="Tartak „Próbny” sp. z o.o.")

    asked = note(client)
    assert asked.context["similar"] == [known]
    assert not FieldVisit.objects.exists()
    note(client, anyway="1")

    assert FieldVisit.objects.get().employer.name == "Tartak Próbny"


def test_page_that_asks_again_says_that_the_photo_is_lost(client, agent):
    EmployerFactory(name="Tartak Próbny")
    sentence = "Choose the photo again"

    asked = note(client, photo=handed_over(photo(), "a.jpg"))
    without = note(client)

    assert [sentence in page.content.decode() for page in (asked, without)] == [True, False]


def test_visit_at_a_known_employer_takes_its_workplace_or_adds_one(client, agent):
    workplace = WorkplaceFactory()
    employer = workplace.employer

    note(client, employer, workplace=workplace.pk)
    note(client, employer, site_name="Hala nowa", place=place("Chęciny").pk, street_address="ul. Nowa 2")

    sites = [
        (visit.workplace.name, visit.workplace.place.name_pl) for visit in FieldVisit.objects.order_by("pk")
    ]
    assert sites == [(workplace.name, "Kielce"), ("Hala nowa", "Chęciny")]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"site_name": "Hala"}, "Choose the town or gmina of the new site."),
        ({"street_address": "ul. Nowa 2"}, "Name the new site, so that it is found again."),
        ({"day": str(TOMORROW)}, "This day is in the future."),
        ({"call_back_on": str(YESTERDAY)}, "This day has passed."),
        ({"offers_expected": "-1"}, "Ensure this value is greater than or equal to 0."),
        ({"site_name": "Hala 1", "place": "kielce"}, "This employer has a workplace with this name already."),
        (
            {"site_name": "H", "place": "kielce", "workplace": "own"},
            "Choose a workplace of the list or name a new one, not both.",
        ),
    ],
)
def test_wrong_entry_is_told_and_nothing_is_kept(client, agent, values, sentence):
    workplace = WorkplaceFactory(name="Hala 1")
    values = values | ({"place": place().pk} if "place" in values else {})
    values |= {"workplace": workplace.pk} if values.get("workplace") == "own" else {}

    response = client.post(
        f"/en/desk/visits/new/note/?employer={workplace.employer.public_id}",
        noted(workplace.employer, **values),
    )

    assert errors(response) == [sentence]
    assert not FieldVisit.objects.exists()


def test_workplace_of_another_employer_cannot_be_chosen(client, agent):
    employer, other = EmployerFactory(), WorkplaceFactory()

    response = note(client, employer, workplace=other.pk)

    assert list(response.context["form"].errors) == ["workplace"]


@pytest.mark.parametrize("asked", ["x", "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"])
def test_visit_at_an_unknown_employer_is_not_found(client, agent, asked):
    assert client.get(f"{url('visit-note')}?employer={asked}").status_code == 404


def test_planned_visit_is_written_down_and_leads_to_an_offer(client, agent):
    employer = EmployerFactory()
    client.post(
        f"{url('visit-plan')}?employer={employer.public_id}",
        {
            "key": str(uuid4()),
            "day": str(timezone.localdate()),
            "agent": agent.pk,
            "notes": "Spytać o zmiany.",
        },
    )
    visit = FieldVisit.objects.get()
    assert (visit.state, visit.notes) == ("planned", "Spytać o zmiany.")

    client.post(
        url("visit-hold", visit.public_id),
        {
            "version": visit.version,
            "day": str(timezone.localdate()),
            "willing": "false",
            "notes": "Nie teraz.",
        },
    )

    visit.refresh_from_db()
    employer.refresh_from_db()
    assert (visit.state, visit.willing_to_employ_ukrainians) == ("held", False)
    assert employer.willing_to_employ_ukrainians is False
    page = client.get(visit.get_absolute_url()).content.decode()
    offer_url = f"{reverse('job_offers:offer-create')}?employer={employer.public_id}"
    assert offer_url in page
    client.post(offer_url, typed(title_pl="Pilarz"))
    assert Offer.objects.get().employer == employer


def test_day_that_has_passed_is_not_planned():
    with pytest.raises(services.VisitNotPossible, match="This day has passed"):
        services.plan_visit(target=None, agent=None, day=YESTERDAY, by=None)


def test_correction_of_an_old_page_is_refused_once(client, agent):
    visit = FieldVisitFactory(is_held=True)
    values = {"version": visit.version, "day": str(visit.day), "notes": "moje"}
    services.hold_visit(visit=visit, day=visit.day, report=Report(notes="inne"), version=1, by=agent)

    refused = client.post(url("visit-hold", visit.public_id), values)
    visit.refresh_from_db()
    assert visit.notes == "inne"
    client.post(url("visit-hold", visit.public_id), values | {"version": refused.context["version"]})

    visit.refresh_from_db()
    assert visit.notes == "moje"


def test_visit_to_come_and_a_cancelled_one_are_not_written_down(client, agent):
    visit = FieldVisitFactory()
    with pytest.raises(services.VisitNotPossible, match="This day is to come"):
        services.hold_visit(visit=visit, day=TOMORROW, report=Report(), version=1, by=agent)
    client.post(url("visit-cancel", visit.public_id), {"reason": "Zamknięte"})
    visit.refresh_from_db()
    assert (visit.state, visit.cancelled_by, visit.cancel_reason) == ("cancelled", agent, "Zamknięte")

    response = client.post(
        f"/en/desk/visits/{visit.public_id}/hold/", {"version": visit.version, "day": str(visit.day)}
    )

    assert errors(response) == ["The visit is cancelled or held already."]


def test_cancelling_needs_a_reason_and_does_nothing_twice(client, agent):
    visit = FieldVisitFactory()

    client.post(url("visit-cancel", visit.public_id), {"reason": " "})
    visit.refresh_from_db()
    assert visit.is_planned
    with pytest.raises(services.VisitNotPossible, match="Say why"):
        services.cancel_visit(visit=visit, reason=" ", by=agent)
    first = services.cancel_visit(visit=visit, reason="Urlop", by=agent)
    again = services.cancel_visit(visit=visit, reason="Inaczej", by=agent)

    assert (again.cancel_reason, again.version) == ("Urlop", first.version)


def test_held_visit_is_not_cancelled(client, agent):
    visit = FieldVisitFactory(is_held=True)

    response = client.post(url("visit-cancel", visit.public_id), {"reason": "Pomyłka"}, follow=True)

    visit.refresh_from_db()
    assert visit.is_held
    assert [str(message) for message in response.context["messages"]] != []


def test_older_visit_entered_later_does_not_undo_the_latest_word(agent):
    employer = EmployerFactory(willing_to_employ_ukrainians=True)
    FieldVisitFactory(employer=employer, is_held=True, willing_to_employ_ukrainians=True)
    earlier = FieldVisitFactory(employer=employer, day=YESTERDAY)

    services.hold_visit(visit=earlier, day=YESTERDAY, report=Report(willing=False), version=1, by=agent)

    employer.refresh_from_db()
    assert employer.willing_to_employ_ukrainians is True


def test_visit_that_tells_nothing_new_disturbs_nobody_who_edits_the_employer(agent):
    employer = EmployerFactory(willing_to_employ_ukrainians=True)
    visit = FieldVisitFactory(employer=employer)

    services.hold_visit(visit=visit, day=visit.day, report=Report(willing=True), version=1, by=agent)

    assert update_employer(employer=employer, facts={"notes": "x"}, version=1, by=agent).version == 2


def test_willingness_stays_with_the_visits_that_told_it(client, agent):
    employer = EmployerFactory()
    FieldVisitFactory(employer=employer, day=YESTERDAY, is_held=True, willing_to_employ_ukrainians=False)
    FieldVisitFactory(employer=employer, is_held=True, willing_to_employ_ukrainians=True)

    page = client.get(f"/en/desk/employers/{employer.public_id}/").content.decode()

    assert page.index("wants to employ Ukrainians: yes") < page.index("wants to employ Ukrainians: no")


@pytest.mark.parametrize("text", ["tartak", "TARTAK Pr", "526"])
def test_employer_is_picked_by_name_or_number(client, agent, text):
    employer = EmployerFactory(name="Tartak Próbny", nip="5260250274")
    EmployerFactory(name="Huta")

    page = client.get(url("visit-pick"), {"q": text})

    assert list(page.context["found"]) == [employer]
    assert f"{url('visit-note')}?employer={employer.public_id}" in page.content.decode()


def test_pick_answers_htmx_with_the_employers_and_leads_to_a_plan(client, agent):
    employer = EmployerFactory(name="Tartak")

    response = client.get(url("visit-pick"), {"q": "tar", "for": "plan"}, headers={"HX-Request": "true"})

    assert response.content.decode().lstrip().startswith('<section id="found"')
    assert f"{url('visit-plan')}?employer={employer.public_id}" in response.content.decode()


def test_words_that_found_nobody_name_the_new_employer(client, agent):
    page = client.get(url("visit-pick"), {"q": "Młyn"}).content.decode()
    form = client.get(f"{url('visit-note')}?q=M%C5%82yn").context["form"]

    assert "?q=M%C5%82yn" in page
    assert form["employer_name"].value() == "Młyn"


@pytest.mark.parametrize("count", [1, 20])
def test_visit_list_query_count(client, agent, django_assert_num_queries, count):
    FieldVisitFactory.create_batch(count)

    with django_assert_num_queries(8):
        page = client.get(url("visit-list")).context["page"]

    assert len(page) == count


@pytest.mark.parametrize(
    ("role", "statuses"),
    [
        (None, [302, 302]),
        (Role.ADMINISTRATOR, [403, 403]),
        (Role.ADVISER, [200, 200]),
        (Role.BROKER, [200, 200]),
    ],
)
def test_notes_and_photos_are_for_who_sees_offers(client, role, statuses):
    visit = FieldVisitFactory(notes="Tajemnica")
    upload = UploadFactory(subject=visit)
    if role:
        client.force_login(UserFactory(role=role))

    answers = [
        client.get(visit.get_absolute_url()),
        client.get(url("photo-file", visit.public_id, upload.public_id)),
    ]

    assert [answer.status_code for answer in answers] == statuses
    assert ("Tajemnica" in answers[0].content.decode()) == (statuses[0] == 200)


def test_photo_is_not_found_under_another_visit(client, agent):
    upload = UploadFactory(subject=FieldVisitFactory())

    answer = client.get(url("photo-file", FieldVisitFactory().public_id, upload.public_id))

    assert answer.status_code == 404


def test_photo_is_added_later_and_removed_with_a_reason(client, agent):
    visit = FieldVisitFactory(is_held=True)
    client.post(url("photo-add", visit.public_id), {"photo": handed_over(photo(), "a.jpg")})
    upload = Upload.objects.get()

    client.post(url("photo-remove", visit.public_id, upload.public_id), {"reason": ""})
    upload.refresh_from_db()
    assert not upload.is_removed
    client.post(url("photo-remove", visit.public_id, upload.public_id), {"reason": "Nie ta kartka"})

    upload.refresh_from_db()
    assert (upload.is_removed, upload.removed_by) == (True, agent)


def test_bad_photo_added_later_is_refused(client, agent):
    visit = FieldVisitFactory(is_held=True)

    response = client.post(
        f"/en/desk/visits/{visit.public_id}/photos/add/", {"photo": handed_over(b"x", "a.jpg")}
    )

    assert errors(response) == ["Only PDF files and pictures (JPG, PNG) can be added."]


def test_cancelled_visit_takes_no_photo_and_loses_none(client, agent):
    visit = FieldVisitFactory()
    upload = UploadFactory(subject=visit)
    services.cancel_visit(visit=visit, reason="Urlop", by=agent)

    added = client.post(url("photo-add", visit.public_id), {"photo": handed_over(photo(), "a.jpg")})
    client.post(url("photo-remove", visit.public_id, upload.public_id), {"reason": "x"})

    assert added.status_code == 200
    assert list(Upload.objects.kept()) == [upload]
