"""The papers that come with the portal: right, in both languages, and never written over what the office wrote."""

from datetime import date

import pytest
from django.apps import apps

from registration.models import Layout, PaperTemplate, TemplateVersion
from registration.papers.checking import check
from registration.papers.fingerprint import fingerprint
from registration.papers.placeholders import CATALOGUE, examples
from registration.papers.versions import version_on
from registration.papers.wording import compose
from registration.wordings.starter import files, load_starter
from tests.registration.wordings.factories import version_in_force

pytestmark = pytest.mark.django_db

KEYS = {
    "application-unemployed", "application-job-seeker", "truth-statement", "information-clause", "consents", "authorisation",
    "change-notice", "documents-list", "support-request", "personal-card",
}  # fmt: skip
LAST_OF_2012, FIRST_OF_2025 = date(2025, 5, 31), date(2025, 6, 1)
EXACT = (
    "Świadomy odpowiedzialności karnej za składanie fałszywych zeznań, oświadczam, iż wszystkie podane przeze mnie w trakcie "
    "rejestracji dane są zgodne ze stanem faktycznym oraz zostałem pouczony o warunkach zachowania statusu bezrobotnego / "
    "poszukującego pracy."
)


def named_in(key, day):
    """What the wording of a paper asks of the person."""
    bodies = "\n".join(section.body_pl for section in version_on(key, day).sections.all())
    return {name for name in CATALOGUE if f"{{{{ {name} " in bodies or f"{{{{ {name}." in bodies}


def test_every_installation_has_them():
    assert set(PaperTemplate.objects.values_list("key", flat=True)) == KEYS


@pytest.mark.parametrize("key", sorted(KEYS))
@pytest.mark.parametrize("day", [LAST_OF_2012, FIRST_OF_2025])
def test_each_is_right_in_both_languages_on_the_day_the_law_changed(key, day):
    version = version_on(key, day)

    polish, ukrainian = (compose(version, examples(), language) for language in ("pl", "uk"))

    assert check(version) == []
    assert version.content_hash == fingerprint(version, version.sections.all())
    assert len(polish) == len(ukrainian) == version.sections.count()
    assert all(section.is_final for section in (*polish, *ukrainian))


def test_applications_ask_for_what_the_act_of_the_day_lists():
    old, new = (named_in("application-unemployed", day) for day in (LAST_OF_2012, FIRST_OF_2025))

    assert old - new == {"father_name", "mother_name", "birth_name", "registered_address", "no_pesel_reason"}
    assert new - old == {
        "children",
        "lone_parent",
        "large_family_card",
        "carer",
        "residence_address",
        "phone",
        "email",
    }


def test_a_job_seeker_of_2012_is_not_asked_about_spouse_and_children():
    asked = named_in("application-unemployed", LAST_OF_2012) - named_in(
        "application-job-seeker", LAST_OF_2012
    )

    assert asked == {"marital_status", "spouse_registered", "children_count"}


def test_the_statement_of_2012_is_word_for_word():
    declaration = version_on("truth-statement", LAST_OF_2012).sections.get(layout=Layout.DECLARATION)

    assert (declaration.body_pl, declaration.is_confirmed) == (EXACT, True)


def test_what_nobody_confirmed_says_so():
    doubtful = {
        (version.shipped_as, section.layout)
        for version in TemplateVersion.objects.with_sections()
        for section in version.sections.all()
        if not section.is_confirmed
    }

    assert ("truth-statement.2025", "declaration") in doubtful
    assert ("change-notice.2025", "text") in doubtful
    assert all(
        section.source
        for version in TemplateVersion.objects.with_sections()
        for section in version.sections.all()
        if not section.is_confirmed
    )


def test_the_deadline_that_is_not_confirmed_is_not_printed():
    texts = [
        "".join(s.body_pl for s in version_on("change-notice", day).sections.all())
        for day in (LAST_OF_2012, FIRST_OF_2025)
    ]

    assert ["7 dni" in text for text in texts] == [True, False]


def test_loading_again_adds_nothing():
    before = TemplateVersion.objects.count()

    assert load_starter(apps.get_model) == 0
    assert TemplateVersion.objects.count() == before == len(list(files()))


def test_loading_leaves_what_the_office_wrote_in_its_place(monkeypatch):
    office = version_in_force(valid_from=date(2024, 1, 1))
    shipped = dict(files())["change-notice.2025"] | {"key": office.template.key, "title_pl": "Nadpisany"}
    monkeypatch.setattr("registration.wordings.starter.files", lambda: [("late.2025", shipped)])

    added = load_starter(apps.get_model)

    office.template.refresh_from_db()
    assert (added, office.template.title_pl) == (0, "Prośba próbna")
    assert list(office.template.versions.all()) == [office]


def test_a_missing_file_is_added_beside_the_days_of_the_office(monkeypatch):
    office = version_in_force(valid_from=date(2024, 1, 1), valid_to=date(2025, 5, 31))
    shipped = dict(files())["change-notice.2025"] | {"key": office.template.key}
    earlier = dict(files())["change-notice.2012"]["version"] | {"valid_to": date(2023, 12, 31)}
    past = dict(files())["change-notice.2012"] | {"key": office.template.key, "version": earlier}
    monkeypatch.setattr(
        "registration.wordings.starter.files", lambda: [("late.2025", shipped), ("past.2022", past)]
    )

    assert load_starter(apps.get_model) == 2

    assert version_on(office.template.key, FIRST_OF_2025).shipped_as == "late.2025"
    assert version_on(office.template.key, date(2023, 12, 31)).shipped_as == "past.2022"
