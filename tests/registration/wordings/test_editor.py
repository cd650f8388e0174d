"""The administrator's pages: a wording is written, checked, seen, put in force, copied, retired."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone, translation

from accounts.permissions import Role
from documents.making import make
from documents.models import Document
from registration.models import PaperTemplate, TemplateSection, TemplateVersion
from registration.papers.fingerprint import fingerprint
from registration.papers.versions import version_on
from registration.wordings import services
from tests.factories import UserFactory
from tests.registration.wordings.factories import (
    PaperTemplateFactory,
    TemplateSectionFactory,
    TemplateVersionFactory,
    version_in_force,
)

pytestmark = pytest.mark.django_db

WORDS = {
    "layout": "text",
    "heading_pl": "Prośba",
    "heading_uk": "Прохання",
    "body_pl": "Ja, {{ full_name }}, proszę.",
    "body_uk": "Я, {{ full_name }}, прошу.",
    "source": "Praktyka urzędu",
    "is_confirmed": "on",
}


def url_of(name, record):
    argument = "template_id" if isinstance(record, PaperTemplate) else "public_id"
    return reverse(f"paper_templates:{name}", kwargs={argument: record.public_id})


def change(client, url, values):
    return client.post(url, values | {"version": client.get(url).context["page"].version})


def errors_of(response):
    return {
        field: [str(error) for error in errors] for field, errors in response.context["form"].errors.items()
    }


def shown(response):
    return response.content.decode()


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.mark.parametrize("count", [1, 20])
def test_list_query_count(client, administrator, django_assert_num_queries, count):
    shipped = PaperTemplate.objects.count()
    for _number in range(count):
        TemplateVersionFactory(template=version_in_force().template)

    with django_assert_num_queries(
        10
    ):  # session, user, count, page, in force, drafts, office, session kept (3)
        response = client.get(reverse("paper_templates:list"))

    assert len(response.context["page"]) == min(shipped + count, 25)


@pytest.mark.parametrize("count", [1, 20])
def test_version_query_count(client, administrator, django_assert_num_queries, count):
    version = TemplateVersionFactory()
    TemplateSectionFactory.create_batch(count, version=version)

    with django_assert_num_queries(8):  # session, user, version, sections, office profile, session kept (3)
        response = client.get(url_of("version", version))

    assert len(response.context["samples"]) == count


@pytest.mark.parametrize("count", [1, 20])
def test_timeline_query_count(client, administrator, django_assert_num_queries, count, today):
    template = PaperTemplateFactory()
    for day in range(count):
        past = today - timedelta(days=100 - day)
        version_in_force(template=template, valid_from=past, valid_to=past)

    with django_assert_num_queries(9):  # session, user, paper, count, page, office profile, session kept (3)
        response = client.get(url_of("detail", template))

    assert len(response.context["page"]) == count


def test_a_new_paper_starts_with_an_empty_draft(client, administrator):
    values = {"key": "own-paper", "kind": "notice", "title_pl": "Pismo", "title_uk": "Лист"}

    client.post(reverse("paper_templates:create"), values)
    twice = client.post(reverse("paper_templates:create"), values)

    draft = PaperTemplate.objects.get(key="own-paper").versions.get()
    page = client.get(url_of("version", draft))
    assert (draft.is_draft, draft.made_by, draft.title_uk) == (True, administrator, "Лист")
    assert "key" in errors_of(twice)
    assert "The paper is empty. Add a section." in shown(page)
    assert "Put in force" not in shown(page)


def test_names_of_a_paper_are_changed_and_remembered(client, administrator):
    template = PaperTemplateFactory()

    change(client, url_of("edit", template), {"kind": "notice", "title_pl": "Nowa", "title_uk": "Нова"})

    history = client.get(url_of("history", template))
    template.refresh_from_db()
    assert (template.title_pl, template.is_active) == ("Nowa", False)
    assert "Ada Administrator" in shown(history)
    assert "not in use" in shown(client.get(reverse("paper_templates:list")))


def test_a_section_is_added_and_seen_with_an_invented_person(client, administrator):
    version = TemplateVersionFactory()

    client.post(url_of("section-add", version), WORDS)

    section = version.sections.get()
    page = shown(client.get(url_of("version", version)))
    assert (section.position, section.body_uk) == (1, "Я, {{ full_name }}, прошу.")
    assert "Ja, <strong>Olena Shevchenko</strong>, proszę." in page
    assert "Я, <strong>Олена Шевченко</strong>, прошу." in page


@pytest.mark.parametrize(
    ("changes", "field", "words", "line"),
    [
        (
            {"body_pl": "\nJa,\n{{ nobody }}"},
            "body_pl",
            "line 3: There is no placeholder “nobody”.",
            "{{ nobody }}",
        ),
        (
            {"body_uk": "a\n<script>x</script>"},
            "body_uk",
            "line 2: Tags and code of web pages",
            "&lt;script&gt;",
        ),
        (
            {"body_pl": "{% for x in children %}"},
            "body_pl",
            "line 1: There are no loops.",
            "{% for x in children %}",
        ),
        (
            {"body_pl": "{% if has_pesel %}"},
            "body_pl",
            "line 1: This condition is not closed.",
            "{% if has_pesel %}",
        ),
        ({"body_pl": "a\n" * 9000}, "body_pl", "line 200: The wording is too long", "wording-line-wrong"),
        (
            {"body_uk": "Я прошу."},
            "body_pl",
            "line 1: “full_name” stands here, but not in the other",
            "{{ full_name }}",
        ),
        ({"heading_pl": "{{ pesel }}"}, "heading_pl", "A heading holds plain words only", ""),
        ({"heading_uk": ""}, "__all__", "Write the heading in both languages", ""),
        ({"body_uk": ""}, "body_uk", "This field is required.", ""),
        ({"layout": "loop"}, "layout", "Select a valid choice", ""),
    ],
)
def test_wrong_wording_is_refused_with_the_line_and_nothing_typed_is_lost(
    client, administrator, changes, field, words, line
):
    section = TemplateSectionFactory(body_pl="Było.", body_uk="Було.")

    response = change(client, url_of("section-edit", section), WORDS | changes)

    form = response.context["form"]
    section.refresh_from_db()
    assert any(words in error for error in errors_of(response)[field]), errors_of(response)
    assert {name: form[name].value() for name in WORDS if name != "is_confirmed"} == {
        name: value for name, value in (WORDS | changes).items() if name != "is_confirmed"
    }
    assert line in shown(response)
    assert section.body_pl == "Było."


def test_the_editor_lists_what_may_be_named(client, administrator):
    section = TemplateSectionFactory()

    page = shown(client.get(url_of("section-edit", section)))

    assert 'data-placeholder="{{ full_name }}"' in page
    assert 'data-placeholder="{{ children.birth_date }}"' in page
    assert 'data-placeholder="{{ children }}"' not in page


def test_wording_is_kept_without_marks_of_direction_and_with_its_lines(client, administrator):
    section = TemplateSectionFactory()

    change(
        client,
        url_of("section-edit", section),
        WORDS | {"body_pl": "\u202eJa,\r\n\r\n  {{ full_name }}.\r\n\r\n"},
    )

    section.refresh_from_db()
    assert section.body_pl == "Ja,\n\n  {{ full_name }}."


def test_two_editors_of_one_section_lose_no_word(client, administrator):
    section = TemplateSectionFactory()
    url = url_of("section-edit", section)
    version = client.get(url).context["page"].version
    services.change_section(
        section=section, seen_version=version, body_uk="Я, {{ full_name }}, дуже прошу.", source="Cudze"
    )

    warned = client.post(url, WORDS | {"version": version, "source": ""})
    typed = {name: warned.context["form"][name].value() for name in WORDS}
    saved = client.post(url, typed | {"version": warned.context["page"].version})

    section.refresh_from_db()
    assert (warned.status_code, saved.status_code) == (409, 302)
    assert {clash.theirs for clash in warned.context["clashes"]} >= {"Cudze"}
    assert (section.body_pl, section.body_uk) == (WORDS["body_pl"], WORDS["body_uk"])


def test_sections_change_places_and_are_removed(client, administrator):
    version = TemplateVersionFactory()
    first, second, third = (TemplateSectionFactory(version=version, position=place) for place in (1, 2, 3))

    client.post(url_of("section-move", third), {"to": "up"})
    client.post(url_of("section-move", first), {"to": "up"})
    client.post(url_of("section-move", second), {"to": "down"})
    asked = client.get(url_of("section-remove", third))
    client.post(url_of("section-remove", third))

    assert "Remove the section “Nagłówek”?" in shown(asked)
    assert list(version.sections.values_list("pk", "position")) == [(first.pk, 1), (second.pk, 2)]


def test_a_draft_is_put_in_force_and_the_version_before_ends_the_day_before(client, administrator, today):
    former = version_in_force()
    draft = TemplateVersionFactory(template=former.template)
    TemplateSectionFactory(version=draft)
    day = today + timedelta(days=3)

    response = client.post(url_of("version-force", draft), {"first_day": day.isoformat()})

    key = former.template.key
    draft.refresh_from_db()
    assert response.url == url_of("version", draft)
    assert draft.content_hash == fingerprint(draft, draft.sections.all())
    assert (version_on(key, day), version_on(key, day - timedelta(days=1))) == (draft, former)


@pytest.mark.parametrize(
    ("first_day", "body", "words"),
    [
        (-1, "x", "This day has passed"),
        (0, "{{ nobody }}", "The wording has mistakes. Correct them first."),
        (10, "x", "Another version of this paper is in force on this day or later."),
        (5, "x", "Another version of this paper is in force on this day or later."),
        (None, "x", "This field is required."),
    ],
)
def test_what_cannot_be_put_in_force_says_why(client, administrator, today, first_day, body, words):
    later = version_in_force(valid_from=today + timedelta(days=10))
    draft = TemplateVersionFactory(template=later.template)
    TemplateSectionFactory(version=draft, body_pl=body, body_uk=body)
    day = "" if first_day is None else (today + timedelta(days=first_day)).isoformat()

    response = client.post(url_of("version-force", draft), {"first_day": day})

    draft.refresh_from_db()
    assert any(words in error for errors in errors_of(response).values() for error in errors)
    assert draft.is_draft


def test_what_is_in_force_is_copied_and_not_changed(client, administrator):
    version = version_in_force(
        body_pl="{{ pesel }}", body_uk="{{ pesel }}", source="Dz.U.", is_confirmed=False
    )
    section = version.sections.get()

    refused = change(client, url_of("section-edit", section), WORDS)
    added = client.post(url_of("section-add", version), WORDS)
    titled = change(client, url_of("version-edit", version), {"title_pl": "A", "title_uk": "Б"})
    moved = client.post(url_of("section-move", section), {"to": "up"}, follow=True)
    removed = client.post(url_of("section-remove", section), follow=True)
    deleted = client.post(url_of("version-delete", version), follow=True)
    forced = client.post(url_of("version-force", version), {"first_day": "2099-01-01"})
    copied = client.post(url_of("version-copy", version))
    again = client.post(url_of("version-copy", version))

    sentence = "This version is not a draft any more."
    draft = version.template.versions.drafts().get()
    copy = draft.sections.get()
    section.refresh_from_db()
    assert all(sentence in errors_of(page)["__all__"][0] for page in (refused, added, titled, forced))
    assert all(sentence in shown(page) for page in (moved, removed, deleted))
    assert section.body_pl == "{{ pesel }}"
    assert (copied.url, again.url) == (url_of("version", draft),) * 2
    assert (copy.body_uk, copy.source, copy.is_confirmed) == ("{{ pesel }}", "Dz.U.", False)


def test_a_version_is_retired_on_a_day(client, administrator, today):
    version = version_in_force()

    early = client.post(
        url_of("version-retire", version), {"last_day": (today - timedelta(days=1)).isoformat()}
    )
    client.post(url_of("version-retire", version), {"last_day": today.isoformat()})
    later = client.post(
        url_of("version-retire", version), {"last_day": (today + timedelta(days=9)).isoformat()}
    )

    version.refresh_from_db()
    page = shown(client.get(url_of("version", version)))
    assert "The last day is today or later" in errors_of(early)["__all__"][0]
    assert errors_of(later)["__all__"] == ["This version ends earlier already."]
    assert (version.state, version.valid_to) == ("retired", today)
    assert "in force today" in page
    assert "retired" in page


def test_a_draft_is_not_retired(client, administrator, today):
    response = client.post(
        url_of("version-retire", TemplateVersionFactory()), {"last_day": today.isoformat()}
    )

    assert errors_of(response)["__all__"] == ["A draft is in force on no day."]


def test_before_its_day_a_version_is_taken_back(client, administrator, today):
    version = version_in_force(valid_from=today + timedelta(days=2))

    client.post(url_of("version-take-back", version))
    client.post(url_of("version-take-back", version))

    version.refresh_from_db()
    assert (version.is_draft, version.valid_from, version.content_hash) == (True, None, "")


@pytest.mark.parametrize("first_day", [0, 2])
def test_what_holds_or_stands_in_the_way_of_a_draft_is_not_taken_back(
    client, administrator, today, first_day
):
    version = version_in_force(valid_from=today + timedelta(days=first_day))
    TemplateVersionFactory(template=version.template)

    response = client.post(url_of("version-take-back", version), follow=True)

    version.refresh_from_db()
    words = "The paper has another draft." if first_day else "This version is in force already."
    assert words in shown(response)
    assert version.state == "in_force"


def test_a_draft_is_thrown_away_after_asking(client, administrator):
    draft = TemplateSectionFactory().version

    asked = client.get(url_of("version-delete", draft))
    client.post(url_of("version-delete", draft))

    assert "Delete the draft of “Prośba próbna”?" in shown(asked)
    assert not TemplateVersion.objects.filter(pk=draft.pk).exists()


def test_titles_of_a_draft_are_changed(client, administrator):
    draft = TemplateVersionFactory()

    change(client, url_of("version-edit", draft), {"title_pl": "Druk", "title_uk": "Друк", "source": "Dz.U."})

    draft.refresh_from_db()
    assert (draft.title_pl, draft.title_uk, draft.source) == ("Druk", "Друк", "Dz.U.")


def test_the_history_of_a_version_tells_its_sections(client, administrator):
    section = TemplateSectionFactory()
    change(client, url_of("section-edit", section), WORDS)

    page = shown(client.get(url_of("version-history", section.version)))

    assert "Ada Administrator" in page
    assert "Ja, {{ full_name }}, proszę." in page


def test_the_preview_is_a_pdf_of_an_invented_person(client, administrator):
    section = TemplateSectionFactory(heading_pl="Nagłówek próbny")

    response = client.post(url_of("version-preview", section.version))
    document = Document.objects.about(section.version).get()
    make(document.pk)
    again = client.post(url_of("version-preview", section.version))
    change(client, url_of("section-edit", section), WORDS)
    client.post(url_of("version-preview", section.version))

    assert response.url == again.url == document.get_absolute_url()
    assert Document.objects.about(section.version).exclude(pk=document.pk).count() == 1
    assert not Document.objects.filter(pk=document.pk).exists()


@pytest.mark.parametrize("language", ["pl", "uk"])
def test_pages_speak_the_readers_language(client, administrator, language):
    with translation.override(language):
        page = client.get(reverse("paper_templates:list"))

    title = (
        "Заява про реєстрацію як безробітної особи"
        if language == "uk"
        else "Wniosek o rejestrację jako osoba bezrobotna"
    )
    assert title in shown(page)


def test_a_manager_sees_and_changes_nothing(client):
    client.force_login(UserFactory(role=Role.MANAGER))
    section = TemplateSectionFactory()

    page = shown(client.get(url_of("version", section.version)))

    assert "Preview as PDF" in page
    assert url_of("section-edit", section) not in page
    assert url_of("version-force", section.version) not in page


def test_missing_papers_are_loaded_by_a_command(capsys):
    call_command("load_paper_templates")

    assert capsys.readouterr().out == "TemplateVersion: 0 added\n"


def test_a_section_that_somebody_removed_is_not_written(administrator):
    section = TemplateSectionFactory()
    other = TemplateSectionFactory(version=section.version)
    TemplateSection.objects.filter(pk=section.pk).delete()

    with pytest.raises(services.SectionGone):
        services.change_section(section=section, seen_version=0, body_pl="x")
    with pytest.raises(services.SectionGone):
        services.move_section(section=section, up=True)
    services.remove_section(section=section)

    assert list(other.version.sections.all()) == [other]


def test_a_draft_that_somebody_deleted_is_no_draft():
    draft = TemplateVersionFactory()
    TemplateVersion.objects.filter(pk=draft.pk).delete()

    with pytest.raises(services.NoDraft):
        services.add_section(version=draft, body_pl="x", body_uk="x")


def test_a_paper_has_room_for_forty_sections():
    version = TemplateVersionFactory()
    TemplateSectionFactory.create_batch(40, version=version)

    with pytest.raises(services.DomainError, match="no room for more"):
        services.add_section(version=version, body_pl="x", body_uk="x")
