import uuid

import pytest

from cv_builder import services
from cv_builder.editing import EditedMeanwhile, RemovedMeanwhile, fingerprint
from cv_builder.models import Cv, Experience
from cv_builder.sections import SECTIONS, missing_polish
from documents.models import Document
from reference.models import Term
from tests.cv_builder.factories import (
    CvFactory,
    EducationFactory,
    ExperienceFactory,
    LanguageSkillFactory,
    ready_cv,
)
from tests.factories import UserFactory
from tests.registration.factories import ClientFactory

pytestmark = pytest.mark.django_db

JOBS = SECTIONS["experience"]


def saved_job(cv: Cv, **values):
    values = {"position_pl": "Kucharka", "position_uk": "Кухарка", "started_year": None} | values
    return services.save_entry(
        cv=cv, section=JOBS, public_id=uuid.uuid4(), values=values, seen="", by=UserFactory()
    )


def positions(cv: Cv) -> list[str]:
    return list(Experience.objects.filter(cv=cv).values_list("position_pl", flat=True))


def test_creating_twice_gives_one_cv():
    client, by, key = ClientFactory(), UserFactory(), uuid.uuid4()

    made = [
        services.create_cv(client=client, public_id=key, values={"title_pl": "Kucharka"}, by=by)
        for _click in range(2)
    ]

    assert made[0] == made[1]
    assert Cv.objects.count() == 1


def test_section_is_stored_with_who_and_when():
    cv, by = CvFactory(), UserFactory()
    section = SECTIONS["interests"]
    seen = fingerprint(cv, section.fields)

    services.save_section(
        cv=cv, section=section, values={"interests_uk": "сад", "interests_pl": "ogród"}, seen=seen, by=by
    )

    stored = Cv.objects.get()
    assert (stored.interests_uk, stored.interests_pl, stored.updated_by) == ("сад", "ogród", by)
    assert stored.updated_at > cv.updated_at


def test_section_changed_by_somebody_else_is_not_overwritten():
    cv = CvFactory()
    section = SECTIONS["interests"]
    seen = fingerprint(cv, section.fields)
    Cv.objects.update(interests_pl="ogród")

    with pytest.raises(EditedMeanwhile):
        services.save_section(
            cv=cv,
            section=section,
            values={"interests_uk": "", "interests_pl": "haft"},
            seen=seen,
            by=UserFactory(),
        )

    assert Cv.objects.get().interests_pl == "ogród"


def test_two_people_may_work_on_different_parts():
    cv = CvFactory()
    skills = fingerprint(cv, SECTIONS["skills"].fields)
    Cv.objects.update(interests_pl="ogród")

    services.save_section(
        cv=cv,
        section=SECTIONS["skills"],
        values={"skills_uk": "", "skills_pl": "Excel", "courses_uk": "", "courses_pl": ""},
        seen=skills,
        by=UserFactory(),
    )

    stored = Cv.objects.get()
    assert (stored.skills_pl, stored.interests_pl) == ("Excel", "ogród")


def test_saving_the_same_words_twice_is_no_conflict():
    cv, section = CvFactory(), SECTIONS["licences"]
    seen = fingerprint(cv, section.fields)
    licences = Term.objects.of("licence").filter(code__in=["driving_b", "forklift"])

    for _click in range(2):
        services.save_section(
            cv=cv, section=section, values={"licences": licences}, seen=seen, by=UserFactory()
        )

    assert set(cv.licences.all()) == set(licences)


def test_new_job_stands_before_older_ones():
    cv = CvFactory()
    saved_job(cv, position_pl="dawna", started_year=2010)
    saved_job(cv, position_pl="bez dat")
    saved_job(cv, position_pl="nowa", started_year=2020)

    assert positions(cv) == ["nowa", "dawna", "bez dat"]


def test_new_language_stands_last():
    cv = CvFactory()
    LanguageSkillFactory(cv=cv, order=4)
    polish = {
        "language": Term.objects.coded("language", "pl"),
        "level": Term.objects.coded("language_level", "b1"),
        "is_native": False,
    }

    services.save_entry(
        cv=cv,
        section=SECTIONS["languages"],
        public_id=uuid.uuid4(),
        values=polish,
        seen="",
        by=UserFactory(),
    )

    assert [skill.language.code for skill in cv.languages.all()] == ["uk", "pl"]


def test_saving_a_new_entry_twice_adds_one():
    cv, key = CvFactory(), uuid.uuid4()
    values = {"position_pl": "Kucharka", "position_uk": ""}

    for _click in range(2):
        services.save_entry(cv=cv, section=JOBS, public_id=key, values=values, seen="", by=UserFactory())

    assert positions(cv) == ["Kucharka"]


def test_entry_removed_meanwhile_is_put_back_only_when_asked():
    job = ExperienceFactory()
    values = {"position_pl": "Moja praca", "position_uk": ""}
    seen = fingerprint(job, values)
    call = {"cv": job.cv, "section": JOBS, "public_id": job.public_id, "values": values, "by": UserFactory()}
    Experience.objects.all().delete()

    with pytest.raises(RemovedMeanwhile):
        services.save_entry(**call, seen=seen)
    services.save_entry(**call, seen="")

    assert positions(job.cv) == ["Moja praca"]


def test_entry_changed_by_somebody_else_is_not_overwritten():
    job = ExperienceFactory()
    values = {"position_pl": "Moja", "position_uk": ""}
    seen = fingerprint(job, values)
    Experience.objects.update(position_pl="Cudza")

    with pytest.raises(EditedMeanwhile):
        services.save_entry(
            cv=job.cv, section=JOBS, public_id=job.public_id, values=values, seen=seen, by=UserFactory()
        )

    assert positions(job.cv) == ["Cudza"]


def test_moving_changes_places_with_the_neighbour_and_stops_at_the_ends():
    cv = CvFactory()
    first = ExperienceFactory(cv=cv, position_pl="a")
    last = ExperienceFactory(cv=cv, position_pl="b")
    call = {"cv": cv, "section": JOBS, "by": UserFactory()}

    services.move_entry(**call, public_id=last.public_id, up=True)
    swapped = positions(cv)
    services.move_entry(**call, public_id=last.public_id, up=True)
    services.move_entry(**call, public_id=first.public_id, up=False)
    services.move_entry(**call, public_id=uuid.uuid4(), up=True)

    assert (swapped, positions(cv)) == (["b", "a"], ["b", "a"])


def test_removing_twice_is_no_error():
    job = ExperienceFactory()

    for _click in range(2):
        services.remove_entry(cv=job.cv, section=JOBS, public_id=job.public_id, by=UserFactory())

    assert not Experience.objects.exists()


def test_fields_are_no_list():
    with pytest.raises(ValueError, match="skills is no list"):
        services.remove_entry(
            cv=CvFactory(), section=SECTIONS["skills"], public_id=uuid.uuid4(), by=UserFactory()
        )


def test_texts_without_polish_are_named():
    cv = CvFactory(title_pl="", skills_uk="швидко вчуся")
    ExperienceFactory(cv=cv, position_pl="", position_uk="Кухарка", description_uk="варила борщ")
    EducationFactory(cv=cv)
    LanguageSkillFactory(cv=cv)

    missing = missing_polish(Cv.objects.for_page().get())

    assert missing == [
        "Wanted position",
        "Кухарка: Position",
        "Кухарка: Duties and results",
        "Skills",
    ]


def test_cv_is_ready_when_polish_is_complete_and_there_is_something_to_read():
    cv, by = CvFactory(), UserFactory()

    with pytest.raises(services.NotReady, match="at least one job"):
        services.mark_ready(cv=cv, by=by)
    ExperienceFactory(cv=cv, employer_uk="Лікарня")
    with pytest.raises(services.NotReady, match="Pokojowa: Employer"):
        services.mark_ready(cv=cv, by=by)
    Experience.objects.update(employer_pl="Szpital")
    services.mark_ready(cv=cv, by=by)
    services.mark_ready(cv=cv, by=by)

    assert Cv.objects.get().is_ready


def test_ready_cv_that_is_no_longer_complete_is_a_draft_again():
    cv = ready_cv()
    section = SECTIONS["interests"]

    services.save_section(
        cv=cv,
        section=section,
        values={"interests_uk": "сад", "interests_pl": ""},
        seen=fingerprint(cv, section.fields),
        by=UserFactory(),
    )

    assert not Cv.objects.get().is_ready


def test_ready_cv_that_stays_complete_stays_ready():
    cv = ready_cv()

    saved_job(cv)

    assert Cv.objects.get().is_ready


def test_draft_again():
    cv = ready_cv()

    for _click in range(2):
        services.mark_draft(cv=cv, by=UserFactory())

    assert not Cv.objects.get().is_ready


def test_polish_is_printed_only_when_complete_and_ukrainian_always():
    cv, by = CvFactory(title_pl=""), UserFactory()

    with pytest.raises(services.NotReady, match="Wanted position"):
        services.order_cv(cv=cv, language="pl", anonymous=False, by=by)
    document = services.order_cv(cv=cv, language="uk", anonymous=False, by=by)

    assert (document.kind, document.language) == ("cv_builder.cv", "uk")


def test_removing_a_cv_removes_what_was_printed():
    cv = ready_cv()
    services.order_cv(cv=cv, language="pl", anonymous=True, by=cv.created_by)

    services.remove_cv(cv=cv)

    assert (Cv.objects.count(), Document.objects.count(), Experience.objects.count()) == (0, 0, 0)
