"""What the database itself refuses about templates, versions and sections, whoever writes."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone, translation

from registration.models import PaperTemplate, TemplateSection, TemplateVersion
from registration.papers.versions import NoVersion, version_on
from tests.registration.wordings.factories import (
    FROM,
    PaperTemplateFactory,
    TemplateSectionFactory,
    TemplateVersionFactory,
    version_in_force,
)

pytestmark = pytest.mark.django_db
HASH = "0" * 64


def refuses(constraint):
    return pytest.raises(IntegrityError, match=constraint)


def test_a_paper_has_both_titles():
    with refuses("papertemplate_has_both_titles"), transaction.atomic():
        PaperTemplateFactory(title_uk="")


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        (
            "templateversion_ends_after_it_starts",
            {
                "state": "in_force",
                "valid_from": FROM,
                "valid_to": FROM - timedelta(days=1),
                "content_hash": HASH,
            },
        ),
        ("templateversion_has_days_and_hash_once_in_force", {"valid_from": FROM}),
        ("templateversion_has_days_and_hash_once_in_force", {"state": "in_force", "valid_from": FROM}),
        ("templateversion_has_days_and_hash_once_in_force", {"state": "in_force", "content_hash": HASH}),
        (
            "templateversion_retired_has_a_last_day",
            {"state": "retired", "valid_from": FROM, "content_hash": HASH},
        ),
    ],
)
def test_the_days_of_a_version_fit_its_state(constraint, values):
    with refuses(constraint), transaction.atomic():
        TemplateVersionFactory(**values)


@pytest.mark.parametrize(
    ("valid_from", "valid_to"),
    [(FROM, None), (date(2025, 12, 31), FROM), (date(2026, 6, 30), None), (date(2020, 1, 1), None)],
)
def test_days_of_versions_do_not_overlap(valid_from, valid_to):
    version = version_in_force(valid_to=date(2026, 6, 30))

    with refuses("templateversion_days_do_not_overlap"), transaction.atomic():
        version_in_force(template=version.template, valid_from=valid_from, valid_to=valid_to)


def test_versions_stand_side_by_side_day_after_day():
    version = version_in_force(valid_to=date(2026, 6, 30))

    version_in_force(template=version.template, valid_from=date(2026, 7, 1))
    version_in_force(valid_from=FROM)  # of another paper

    assert TemplateVersion.objects.filter(template=version.template).count() == 2


def test_a_shipped_file_is_loaded_once():
    TemplateVersionFactory(shipped_as="invented.2026")

    with refuses("templateversion_shipped_once"), transaction.atomic():
        TemplateVersionFactory(shipped_as="invented.2026")


def test_positions_are_taken_once():
    first = TemplateSectionFactory(position=1)

    with refuses("templatesection_position_is_taken_once"), transaction.atomic():
        TemplateSectionFactory(version=first.version, position=1)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("templatesection_heading_in_both_languages", {"heading_uk": ""}),
        ("templatesection_wording_in_both_languages", {"body_uk": ""}),
        ("templatesection_wording_in_both_languages", {"body_pl": ""}),
    ],
)
def test_a_section_speaks_both_languages(constraint, values):
    with refuses(constraint), transaction.atomic():
        TemplateSectionFactory(**values)


@pytest.mark.parametrize(
    "write",
    [
        lambda section: TemplateSection.objects.filter(pk=section.pk).update(body_pl="Inaczej."),
        lambda section: section.delete(),
        lambda section: TemplateSectionFactory(version=section.version),
    ],
    ids=["change", "delete", "add"],
)
def test_what_people_sign_never_changes(write):
    section = version_in_force().sections.get()

    with refuses("templatesection_changes_only_in_a_draft"), transaction.atomic():
        write(section)


@pytest.mark.parametrize(
    "values",
    [
        {"title_pl": "Inny tytuł"},
        {"content_hash": "1" * 64},
        {"valid_from": FROM + timedelta(days=1)},
        {"state": "draft", "valid_from": None, "content_hash": ""},
    ],
)
def test_a_version_in_force_stays_as_it_is(values):
    version = version_in_force()

    with refuses("templateversion_changes_only_as_a_draft"), transaction.atomic():
        TemplateVersion.objects.filter(pk=version.pk).update(**values)


def test_a_version_in_force_is_not_deleted_even_by_raw_sql():
    version = version_in_force()

    with (
        refuses("templateversion_changes_only_as_a_draft"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("DELETE FROM registration_templateversion WHERE id = %s", [version.pk])


def test_the_last_day_may_still_be_said():
    version = version_in_force()

    TemplateVersion.objects.filter(pk=version.pk).update(valid_to=FROM, state="retired")

    assert not TemplateVersion.objects.on(FROM + timedelta(days=1)).filter(pk=version.pk).exists()


def test_before_its_first_day_it_may_become_a_draft_again():
    version = version_in_force(valid_from=timezone.localdate() + timedelta(days=2))

    TemplateVersion.objects.filter(pk=version.pk).update(state="draft", valid_from=None, content_hash="")

    version.refresh_from_db()
    assert version.is_draft


def test_the_version_of_a_day_is_found_with_its_sections(django_assert_num_queries):
    old = version_in_force(valid_to=date(2026, 6, 30))
    new = version_in_force(template=old.template, valid_from=date(2026, 7, 1))
    TemplateVersionFactory(template=old.template)
    key = old.template.key

    with django_assert_num_queries(2):
        found = version_on(key, date(2026, 7, 1))
        sections = list(found.sections.all())

    assert (found, found.template.key, len(sections)) == (new, key, 1)
    assert version_on(key, date(2026, 6, 30)) == old
    assert (old.holds_on(date(2026, 6, 30)), old.holds_on(date(2026, 7, 1))) == (True, False)


def test_a_day_without_a_version_is_named():
    version = version_in_force()

    with pytest.raises(NoVersion, match=rf"“{version.template.key}”.*2025-12-31"):
        version_on(version.template.key, date(2025, 12, 31))


@pytest.mark.parametrize(
    ("language", "title"), [("pl", "Prośba próbna"), ("uk", "Пробне прохання"), ("en", "Prośba próbna")]
)
def test_names_follow_the_reader(language, title):
    section = TemplateSectionFactory.build(heading_pl="Nagłówek", heading_uk="Заголовок")
    bare = TemplateSectionFactory.build(heading_pl="", heading_uk="")

    with translation.override(language):
        names = str(section.version.template), section.version.title, str(section)
        layout = str(bare)

    assert names == (title, title, "Заголовок" if language == "uk" else "Nagłówek")
    assert layout
    assert PaperTemplate(key="x").title_pl == ""
    assert str(version_in_force()).endswith("2026-01-01")
