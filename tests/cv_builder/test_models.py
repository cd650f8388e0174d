import pytest
from django.db import IntegrityError, connection
from hypothesis import given
from hypothesis import strategies as st

from cv_builder.models import Experience
from pup_portal.two_languages import lines_of
from reference.models import Term
from tests.cv_builder.factories import CvFactory, EducationFactory, ExperienceFactory, LanguageSkillFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("dates", "shown"),
    [
        ({}, ""),
        ({"started_year": 2019}, "2019"),
        ({"started_year": 2019, "started_month": 3}, "03.2019"),
        ({"started_year": 2019, "started_month": 3, "ended_year": 2021}, "03.2019 – 2021"),
        ({"started_year": 2019, "ended_year": 2019}, "2019"),
        ({"ended_year": 2021, "ended_month": 8}, "08.2021"),
        ({"started_year": 2022, "is_current": True}, "2022 – now"),
        ({"is_current": True}, "now"),
    ],
)
def test_period_shows_what_is_known(dates, shown):
    assert Experience(**dates).period == shown


def test_jobs_that_go_on_are_the_most_recent():
    now = Experience(is_current=True)
    ended = Experience(started_year=2010, ended_year=2024, ended_month=12)
    unknown = Experience()

    assert sorted([unknown, ended, now], key=lambda job: job.recency, reverse=True) == [now, ended, unknown]


def test_cv_is_called_by_what_is_wanted():
    assert [
        str(CvFactory.build(client=None, created_by=None, title_pl=title)) for title in ("Szwaczka", "")
    ] == [
        "Szwaczka",
        "Прибиральниця",
    ]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("", []),
        ("- sprzątanie\n\n • gotowanie \n— прання", ["sprzątanie", "gotowanie", "прання"]),
        ("jedno zdanie – z myślnikiem", ["jedno zdanie – z myślnikiem"]),
    ],
)
def test_lines_become_items_without_bullets(text, items):
    assert lines_of(text) == items


@given(st.text(max_size=300))
def test_lines_lose_no_word(text):
    words = "".join(text.split()).strip("-–—•*·")

    assert not words or lines_of(text)


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("cv_has_a_title", {"title_pl": "", "title_uk": ""}),
        ("cv_state_is_known", {"state": "lost"}),
        ("cv_is_ready_only_with_a_polish_title", {"title_pl": "", "state": "ready"}),
    ],
)
def test_constraints_of_a_cv(name, fields):
    with pytest.raises(IntegrityError, match=name):
        CvFactory(**fields)


@pytest.mark.parametrize(
    ("factory", "name", "fields"),
    [
        (ExperienceFactory, "experience_month_needs_a_year", {"started_month": 3}),
        (ExperienceFactory, "experience_month_is_of_a_year", {"started_year": 2020, "started_month": 13}),
        (ExperienceFactory, "experience_ends_after_it_starts", {"started_year": 2020, "ended_year": 2019}),
        (
            ExperienceFactory,
            "experience_ends_after_it_starts",
            {"started_year": 2020, "started_month": 5, "ended_year": 2020, "ended_month": 4},
        ),
        (ExperienceFactory, "experience_that_goes_on_has_no_end", {"is_current": True, "ended_year": 2020}),
        (ExperienceFactory, "experience_has_a_position", {"position_pl": "", "position_uk": ""}),
        (EducationFactory, "education_month_needs_a_year", {"ended_month": 3}),
        (EducationFactory, "education_month_is_of_a_year", {"ended_year": 2020, "ended_month": 0}),
        (EducationFactory, "education_ends_after_it_starts", {"started_year": 2020, "ended_year": 2019}),
        (EducationFactory, "education_that_goes_on_has_no_end", {"is_current": True, "ended_year": 2020}),
        (EducationFactory, "education_has_a_school_a_field_or_a_level", {"school_pl": "", "school_uk": ""}),
        (EducationFactory, "education_proof_is_known", {"proof": "believed"}),
        (LanguageSkillFactory, "languageskill_is_native_or_has_a_level", {"is_native": False}),
    ],
)
def test_constraints_of_entries(factory, name, fields):
    with pytest.raises(IntegrityError, match=name):
        factory(**fields)


def test_language_stands_once_in_a_cv():
    skill = LanguageSkillFactory()

    with pytest.raises(IntegrityError, match="languageskill_language_stands_once_in_a_cv"):
        LanguageSkillFactory(cv=skill.cv)


@pytest.mark.parametrize(
    ("factory", "name"),
    [
        (ExperienceFactory, "experience_order_is_unique_in_a_cv"),
        (EducationFactory, "education_order_is_unique_in_a_cv"),
        (LanguageSkillFactory, "languageskill_order_is_unique_in_a_cv"),
    ],
)
def test_order_is_unique_in_a_cv_at_commit(factory, name):
    first = factory(order=1)
    more = {"language": Term.objects.coded("language", "pl")} if factory is LanguageSkillFactory else {}
    factory(cv=first.cv, order=1, **more)

    with pytest.raises(IntegrityError, match=name), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
