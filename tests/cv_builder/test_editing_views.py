import uuid

import pytest

from accounts.permissions import Role
from cv_builder.models import Cv, Education, Experience
from cv_builder.sections import SECTIONS
from reference.models import Term
from tests.cv_builder.factories import CvFactory, EducationFactory, ExperienceFactory, LanguageSkillFactory
from tests.factories import UserFactory
from tests.reference.factories import OccupationFactory

pytestmark = pytest.mark.django_db

FIELDS = [section.key for section in SECTIONS.values() if not section.is_list]
LISTS = [section.key for section in SECTIONS.values() if section.is_list]


@pytest.fixture
def desk(client):
    client.force_login(UserFactory(role=Role.COUNSELLOR))
    return client


def url_of(cv: Cv, *parts: object) -> str:
    return "/".join(["/en/desk/cvs", str(cv.public_id), *map(str, parts), ""])


def send(desk, url: str, **values: object):
    """Open the form and save it with ``values``, as a browser without JavaScript does."""
    context = desk.get(url).context
    typed = {name: [] if name == "licences" else "" for name in context["form"].fields} | values
    return desk.post(context["address"], {"seen": context["seen"]} | typed)


@pytest.mark.parametrize("key", FIELDS)
def test_each_part_of_fields_opens_and_saves_unchanged(desk, key):
    cv = CvFactory()

    response = send(desk, url_of(cv, key), title_pl="Sprzątaczka")

    assert (response.status_code, response.url) == (302, url_of(cv))


@pytest.mark.parametrize("key", LISTS)
def test_each_list_offers_an_empty_form(desk, key):
    response = desk.get(url_of(CvFactory(), key, "add"))

    assert response.context["seen"] == ""
    assert response.context["address"].startswith(url_of(Cv.objects.get(), key))


@pytest.mark.parametrize(
    ("key", "tail"), [("experience", ""), ("about", "add"), ("nothing", ""), ("nothing", "add")]
)
def test_unknown_part_is_not_found(desk, key, tail):
    parts = [key, tail] if tail else [key]

    assert desk.get(url_of(CvFactory(), *parts)).status_code == 404


def test_texts_are_saved_side_by_side(desk):
    cv = CvFactory()

    send(desk, url_of(cv, "skills"), skills_uk="готую", skills_pl="gotuję")

    stored = Cv.objects.get()
    assert (stored.skills_uk, stored.skills_pl) == ("готую", "gotuję")


def test_licences_are_codes(desk):
    cv = CvFactory()
    licence = Term.objects.coded("licence", "forklift")

    send(desk, url_of(cv, "licences"), licences=[licence.pk])

    assert list(cv.licences.all()) == [licence]


def test_second_editor_is_warned_and_keeps_the_text(desk):
    cv = CvFactory(interests_uk="сад")
    url = url_of(cv, "interests")
    opened = desk.get(url).context["seen"]
    Cv.objects.update(interests_pl="ogród pierwszej osoby")

    warned = desk.post(url, {"seen": opened, "interests_uk": "сад", "interests_pl": "mój ogród"})
    page = warned.content.decode()
    stored_before = Cv.objects.get().interests_pl
    desk.post(url, {"seen": warned.context["seen"], "interests_uk": "сад", "interests_pl": "mój ogród"})

    assert "Somebody has changed this part since you opened it." in page
    assert warned.context["stored"] == [("Interests – in Polish", "ogród pierwszej osoby")]
    assert "mój ogród" in page
    assert stored_before == "ogród pierwszej osoby"
    assert Cv.objects.get().interests_pl == "mój ogród"


def test_conflict_shows_codes_days_and_answers_as_people_read_them(desk):
    cv = CvFactory()
    contact, licences = url_of(cv, "contact"), url_of(cv, "licences")
    seen = desk.get(contact).context["seen"], desk.get(licences).context["seen"]
    Cv.objects.update(shows_birth_date=True, consented_on="2026-11-20")
    cv.licences.add(Term.objects.coded("licence", "forklift"))

    first = desk.post(
        contact, {"seen": seen[0], "shows_phone": "on", "shows_email": "on", "shows_place": "on"}
    )
    second = desk.post(licences, {"seen": seen[1], "licences": [Term.objects.coded("licence", "crane").pk]})

    assert first.context["stored"] == [
        ("date of birth", "yes"),
        ("the client agreed to the clause on", "20\u00a0November\u00a02026"),
    ]
    assert second.context["stored"] == [("licences and certificates", "forklift truck licence (UDT)")]


@pytest.mark.parametrize("words", ["911207", "911207 Sprzątaczka", "прибиральниця пробна"])
def test_occupation_is_found_by_code_or_words(desk, words):
    occupation = OccupationFactory(
        code="991207", name_pl="Sprzątaczka próbna", name_uk="Прибиральниця пробна"
    )
    cv = CvFactory()

    send(desk, url_of(cv, "about"), title_pl="x", occupation=words.replace("911207", "991207"))

    assert Cv.objects.get().occupation == occupation


def test_chosen_occupation_is_shown_with_its_code(desk):
    cv = CvFactory(occupation=OccupationFactory(code="991207", name_pl="Sprzątaczka próbna"))

    page = desk.get(url_of(cv, "about")).content.decode()

    assert "991207 Sprzątaczka próbna" in page


@pytest.mark.parametrize(
    ("words", "answer"),
    [("zzz", "No occupation has this code or name."), ("próbny zawód", "Which one? Enter its code: 990")],
)
def test_occupation_that_is_not_clear_is_asked_again(desk, words, answer):
    OccupationFactory.create_batch(2)

    response = send(desk, url_of(CvFactory(), "about"), title_pl="x", occupation=words)

    assert answer in response.content.decode()


def test_job_is_added_changed_and_removed(desk):
    cv = CvFactory()
    send(desk, url_of(cv, "experience", "add"), position_uk="Кухарка", started_year="2020", is_current="on")
    job = Experience.objects.get()

    send(desk, url_of(cv, "experience", job.public_id), position_uk="Кухарка", position_pl="Kucharka")
    changed = Experience.objects.get()
    question = desk.get(url_of(cv, "experience", job.public_id, "remove")).content.decode()
    desk.post(url_of(cv, "experience", job.public_id, "remove"))

    assert (changed.pk, changed.position_pl, changed.is_current) == (job.pk, "Kucharka", False)
    assert "Remove “Kucharka”?" in question
    assert not Experience.objects.exists()


@pytest.mark.parametrize(
    ("values", "answer"),
    [
        ({}, "Enter the position in Polish or in Ukrainian."),
        ({"position_pl": "x", "started_month": "3"}, "Enter the year beside the month."),
        (
            {"position_pl": "x", "started_year": "2020", "ended_year": "2019"},
            "The end must not be before the start.",
        ),
        (
            {"position_pl": "x", "is_current": "on", "ended_year": "2019"},
            "Either it still goes on or it has an end.",
        ),
        ({"position_pl": "x", "started_year": "19"}, "Enter a year after 1940."),
        ({"position_pl": "x", "started_year": "20200"}, "Enter a year with four digits."),
    ],
)
def test_job_that_cannot_be_is_explained(desk, values, answer):
    response = send(desk, url_of(CvFactory(), "experience", "add"), **values)

    assert answer in response.content.decode()
    assert not Experience.objects.exists()


def test_job_removed_by_somebody_else_keeps_the_text_of_the_second(desk):
    job = ExperienceFactory()
    url = url_of(job.cv, "experience", job.public_id)
    opened = desk.get(url).context["seen"]
    Experience.objects.all().delete()

    warned = desk.post(url, {"seen": opened, "position_pl": "Mój opis"})
    desk.post(url, {"seen": warned.context["seen"], "position_pl": "Mój opis"})

    assert "Somebody has removed this entry" in warned.content.decode()
    assert Experience.objects.get().position_pl == "Mój opis"


def test_job_changed_by_somebody_else_is_shown_beside_the_text_of_the_second(desk):
    job = ExperienceFactory()
    url = url_of(job.cv, "experience", job.public_id)
    opened = desk.get(url).context["seen"]
    Experience.objects.update(started_year=2020, started_month=3)

    warned = desk.post(url, {"seen": opened, "position_pl": job.position_pl, "position_uk": job.position_uk})

    assert warned.context["stored"] == [("from: month", "March"), ("from: year", "2020")]


def test_jobs_are_moved_by_buttons(desk):
    cv = CvFactory()
    first, second = ExperienceFactory(cv=cv), ExperienceFactory(cv=cv)

    desk.post(url_of(cv, "experience", second.public_id, "move"), {"to": "up"})
    up = list(cv.experience.all())
    response = desk.post(url_of(cv, "experience", second.public_id, "move"), {"to": "down"})

    assert (up, list(cv.experience.all())) == ([second, first], [first, second])
    assert response.url == f"{url_of(cv)}#experience"


def test_school_needs_only_its_level(desk):
    cv = CvFactory()
    level = Term.objects.coded("education", "higher")

    send(desk, url_of(cv, "education", "add"), level=level.pk, proof="declared")

    assert str(Education.objects.get()) == "higher (bachelor included)"


def test_language_twice_is_explained(desk):
    skill = LanguageSkillFactory()

    response = send(desk, url_of(skill.cv, "languages", "add"), language=skill.language.pk, is_native="on")

    assert "This language is in the CV already." in response.content.decode()


def test_entry_that_is_not_there_is_not_found(desk):
    cv = CvFactory()
    nowhere = uuid.uuid4()

    statuses = [
        desk.get(url_of(cv, "experience", nowhere)).status_code,
        desk.get(url_of(cv, "experience", nowhere, "remove")).status_code,
    ]

    assert statuses == [404, 404]


def test_entry_of_another_cv_is_not_found_under_this_one(desk):
    foreign = EducationFactory()
    cv = CvFactory()

    statuses = [
        desk.post(
            url_of(cv, "education", foreign.public_id), {"school_pl": "x", "proof": "declared"}
        ).status_code,
        desk.get(url_of(cv, "education", foreign.public_id)).status_code,
    ]

    assert statuses == [404, 404]
    assert Education.objects.get().school_pl == foreign.school_pl


@pytest.mark.parametrize("role", [Role.MANAGER, Role.BROKER, Role.ADMINISTRATOR])
@pytest.mark.parametrize("tail", [["about"], ["experience", "add"]])
def test_those_who_only_see_may_not_write(client, role, tail):
    client.force_login(UserFactory(role=role))

    assert client.get(url_of(CvFactory(), *tail)).status_code == 403
