import pytest
from django.urls import reverse

from accounts.permissions import Act, Role
from tests.factories import UserFactory
from tests.translations.factories import (
    GOOD,
    TermFactory,
    drafted,
    in_order,
    owed,
    reviewed,
    reviewer,
)
from tests.translations.models import Notice
from translations import candidates, services
from translations.models import Segment, Translation

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client):
    user = UserFactory()
    client.force_login(user)
    return user


@pytest.fixture
def approver(client):
    user = reviewer()
    client.force_login(user)
    return user


def page(translation: Translation) -> str:
    return reverse("translations:translation-detail", args=[translation.public_id])


def form_of(translation: Translation, texts: list[str], **values: object) -> dict[str, object]:
    typed = zip(in_order(translation), texts, strict=True)
    version = Translation.objects.get(pk=translation.pk).version
    return {"version": version} | {f"segment-{segment.pk}": text for segment, text in typed} | values


def send(client, verb: str, translation: Translation, texts: list[str], **values: object):
    address = reverse(f"translations:translation-{verb}", args=[translation.public_id])
    return client.post(address, form_of(translation, texts, **values))


def lines(response) -> list:
    return [line for section in response.context["workbench"].sections for line in section.lines]


@pytest.mark.parametrize("count", [1, 20])
def test_a_translation_takes_the_same_queries_for_any_length(
    client, coordinator, django_assert_num_queries, count
):
    translation = drafted(body_pl="\n".join(f"Mycie okien numer {n}" for n in range(count)))
    candidates.rare([])  # how common features are, is asked once in ten minutes

    # session, user, office, …; row, subject, segments twice, occupations, terms, renderings, overrides; typed texts, the page
    with django_assert_num_queries(20):
        response = client.get(page(translation))

    assert len(lines(response)) == count + 1


def test_a_translation_is_shown_beside_its_polish_with_terms_and_facts(client, coordinator):
    translation = drafted()

    response = client.get(page(translation).replace("/uk/", "/en/"))

    said, shown = response.content.decode(), lines(response)
    assert [line.field.value() for line in shown] == [
        "Пакувальник",
        "Пакування виробів.",
        "⟦Kleimy pudła przez⟧ 8 ⟦godzin⟧.",
    ]
    assert [[term.pl for term in line.terms] for line in shown][:2] == [["pakowacz"], ["pakowanie wyrobów"]]
    assert [section.label for section in response.context["workbench"].sections] == ["tytuł", "treść"]
    assert "4 806 злотих" in said
    assert reverse("translations:translation-preview", args=[translation.public_id])[3:] in said
    assert "must be corrected" in said
    assert ("Save draft" in said, ">Approve<" in said) == (True, False)


def test_what_nobody_has_touched_is_no_mistake_yet(client, coordinator):
    shown = lines(client.get(page(owed())))

    assert [line.findings for line in shown] == [[], [], []]


def test_a_draft_is_saved(client, coordinator):
    translation = drafted()

    response = send(client, "save", translation, ["Пакувальник", "", "Клеїмо\r\n коробки 8 годин."])

    assert response.status_code == 302
    assert [segment.text_uk for segment in in_order(translation)] == [
        "Пакувальник",
        "",
        "Клеїмо коробки 8 годин.",
    ]
    translation.refresh_from_db()
    assert translation.drafted_by == coordinator


@pytest.mark.parametrize("typed", ["здоров'я", "здоров`я", "здоров´я", "здоровʼя", "здоров’я"])
def test_every_apostrophe_becomes_the_printed_one(client, coordinator, typed):
    translation = drafted(title_pl="Zdrowie", body_pl="")

    send(client, "save", translation, [typed])

    assert in_order(translation)[0].text_uk == "здоров’я"


def test_letters_are_stored_composed(client, coordinator):
    translation = drafted(title_pl="Jej", body_pl="")

    send(client, "save", translation, ["і\u0308\u0438\u0306"])

    assert in_order(translation)[0].text_uk == "їй"


def test_a_second_person_is_told_and_both_texts_are_kept(client, coordinator):
    translation = drafted()
    old = form_of(translation, ["Моє", "Пакування виробів.", "Мій текст 8 годин."])
    send(client, "save", translation, GOOD)

    response = client.post(reverse("translations:translation-save", args=[translation.public_id]), old)

    said = response.content.decode()
    assert response.status_code == 409
    assert [line.field.value() for line in lines(response)] == [
        "Моє",
        "Пакування виробів.",
        "Мій текст 8 годин.",
    ]
    assert [line.stored for line in lines(response)] == [GOOD[0], "", GOOD[2]]
    assert f'name="version" value="{Translation.objects.get().version}"' in said
    assert [segment.text_uk for segment in in_order(translation)] == GOOD


def test_after_a_conflict_the_person_can_decide(client, coordinator):
    translation = drafted()
    send(client, "save", translation, GOOD)
    send(client, "save", translation, GOOD, version=0)

    response = send(client, "save", translation, ["Моє", *GOOD[1:]])

    assert response.status_code == 302
    assert in_order(translation)[0].text_uk == "Моє"


def test_a_page_shown_again_is_no_newer_than_when_it_was_opened(client, coordinator):
    """Else the next saving would overwrite what somebody stored meanwhile and nobody here has seen."""
    translation = drafted()
    old = form_of(translation, GOOD)
    send(client, "save", translation, ["Їхнє", *GOOD[1:]])
    title, *_rest = in_order(translation)

    too_long = send(client, "save", translation, ["а" * 5001, *GOOD[1:]], version=old["version"])
    asked = reverse("translations:segment-suggestions", args=[translation.public_id])
    helped = client.post(asked, old | {"segment": title.pk})
    shown = [response.context["version"] for response in (too_long, helped)]
    response = send(client, "save", translation, GOOD, version=shown[0])

    assert shown == [old["version"]] * 2
    assert f'name="version" value="{old["version"]}"' in helped.content.decode()
    assert response.status_code == 409
    assert in_order(translation)[0].text_uk == "Їхнє"


def test_a_page_refused_for_its_faults_goes_on_from_the_draft_it_became(client, approver):
    translation = drafted()
    refused = send(client, "approve", translation, [*GOOD[:2], "Клеїмо коробки 9 годин."])

    response = send(client, "approve", translation, GOOD, version=refused.context["version"])

    assert (refused.status_code, response.status_code) == (409, 302)


def test_what_was_written_for_a_sentence_that_is_gone_is_shown(client, coordinator):
    translation = drafted()
    old = form_of(translation, GOOD)
    Notice.objects.update(body_pl="Pakowanie wyrobów.")
    services.source_changed(subject=Notice.objects.get())

    response = client.post(reverse("translations:translation-save", args=[translation.public_id]), old)

    assert response.context["form"].homeless_texts == [GOOD[2]]
    assert GOOD[2] in response.content.decode()


@pytest.mark.parametrize("values", [{"version": ""}, {"version": "x"}])
def test_a_broken_form_is_shown_again(client, coordinator, values):
    response = send(client, "save", drafted(), GOOD, **values)

    assert response.status_code == 422
    assert [line.field.value() for line in lines(response)] == GOOD


def test_a_text_that_is_too_long_is_refused(client, approver):
    translation = drafted()

    saved = send(client, "save", translation, ["а" * 5001, *GOOD[1:]])
    approved = send(client, "approve", translation, ["а" * 5001, *GOOD[1:]])

    assert (saved.status_code, approved.status_code) == (422, 422)


def test_an_approved_translation_reaches_its_owner(client, approver):
    translation = drafted()

    response = send(client, "approve", translation, GOOD)

    assert response.status_code == 302
    assert Notice.objects.get().title_uk == "Пакувальник"
    translation.refresh_from_db()
    assert (translation.status, translation.reviewed_by) == ("reviewed", approver)


def test_a_wrong_fact_is_named_and_the_text_kept_as_a_draft(client, approver):
    translation = drafted()
    wrong = [*GOOD[:2], "Клеїмо коробки 9 годин."]

    response = send(client, "approve", translation, wrong)

    assert response.status_code == 409
    assert response.context["workbench"].blocking_count == 2
    assert [segment.text_uk for segment in in_order(translation)] == wrong
    assert Notice.objects.get().title_uk == ""


def test_the_findings_are_told_in_the_language_of_the_page(client, approver):
    translation = drafted()
    address = f"/en/desk/translations/{translation.public_id}/approve/"

    said = client.post(address, form_of(translation, [*GOOD[:2], ""])).content.decode()

    assert "The Ukrainian text is missing." in said
    assert "1 thing must be corrected before approval." in said


def test_a_wrong_fact_in_an_approved_text_leaves_the_published_one(client, approver):
    translation = reviewed(GOOD)

    response = send(client, "approve", translation, [*GOOD[:2], "Клеїмо коробки 9 годин."])

    assert response.status_code == 409
    assert [segment.text_uk for segment in in_order(translation)] == GOOD
    assert lines(response)[2].field.value() == "Клеїмо коробки 9 годин."
    translation.refresh_from_db()
    assert translation.is_reviewed


def test_a_polish_text_that_changed_unnoticed_is_shown_before_approval(client, approver):
    translation = drafted()
    Notice.objects.update(body_pl="Pakowanie wyrobów. Kleimy pudła przez 9 godzin.")

    response = send(client, "approve", translation, GOOD)

    changed = lines(response)[2]
    assert response.status_code == 409
    assert [(change.kind, change.text) for change in changed.changes if change.kind != "same"] == [
        ("del", "8"),
        ("ins", "9"),
    ]
    assert changed.field.value() == GOOD[2]
    assert Notice.objects.get().title_uk == ""


def test_an_approval_from_an_old_page_shows_both_texts(client, approver):
    translation = drafted()
    send(client, "save", translation, GOOD)

    response = send(client, "approve", translation, ["Моє", *GOOD[1:]], version=0)

    assert (response.status_code, lines(response)[0].stored) == (409, GOOD[0])


def test_an_approved_text_can_be_read_but_not_drafted(client, coordinator):
    translation = reviewed(GOOD)

    shown = client.get(page(translation))
    saved = send(client, "save", translation, ["Інше", *GOOD[1:]])

    assert (shown.context["may_type"], saved.status_code) == (False, 409)
    assert in_order(translation)[0].text_uk == "Пакувальник"


def test_a_translation_whose_record_is_gone_is_gone(client, coordinator):
    translation = drafted()
    Notice.objects.all().delete()

    assert client.get(page(translation)).status_code == 404


def test_the_past_of_a_changed_sentence_stands_beside_it(client, coordinator):
    translation = reviewed(GOOD)
    Notice.objects.update(body_pl="Pakowanie wyrobów. Kleimy pudła przez 10 godzin.")
    services.source_changed(subject=Notice.objects.get())

    said = client.get(page(translation).replace("/uk/", "/en/")).content.decode()

    assert "<del>8</del><ins>10</ins>" in said
    assert "Polish changed" in said


@pytest.mark.parametrize(
    ("role", "seen", "saved"),
    [
        (Role.COORDINATOR, 200, 302),
        (Role.ADVISER, 200, 302),
        (Role.BROKER, 200, 302),
        (Role.MANAGER, 200, 403),
        (Role.COUNSELLOR, 403, 403),
        (Role.ADMINISTRATOR, 403, 403),
    ],
)
def test_who_may_see_and_draft(client, role, seen, saved):
    translation = drafted()
    client.force_login(UserFactory(role=role))

    assert client.get(page(translation)).status_code == seen
    assert client.get(reverse("translations:list")).status_code == seen
    assert client.get(reverse("translations:glossary-list")).status_code == seen
    assert send(client, "save", translation, GOOD).status_code == saved


@pytest.mark.parametrize("role", list(Role))
def test_who_may_approve_and_edit_the_glossary(client, role):
    translation = drafted()
    granted = UserFactory(role=role, granted_acts=[Act.REVIEW_TRANSLATIONS])
    expected = 200 if role in {Role.COORDINATOR, Role.ADVISER} else 403

    client.force_login(UserFactory(role=role))
    assert send(client, "approve", translation, GOOD).status_code == 403
    assert client.get(reverse("translations:glossary-create")).status_code == 403
    client.force_login(granted)
    assert client.get(reverse("translations:glossary-create")).status_code == expected
    assert client.get(TermFactory().get_absolute_url()).status_code == expected
    assert send(client, "approve", translation, GOOD).status_code == (302 if expected == 200 else 403)


def test_nobody_else_comes_in(client):
    translation = drafted()

    for address in (page(translation), reverse("translations:list"), reverse("translations:glossary-list")):
        assert client.get(address).status_code == 302
    assert send(client, "approve", translation, GOOD).status_code == 302
    assert not Segment.objects.filter(text_uk=GOOD[2]).exists()


def test_texts_are_changed_by_post_only(client, approver):
    translation = drafted()

    for verb in ("save", "approve"):
        address = reverse(f"translations:translation-{verb}", args=[translation.public_id])
        assert client.get(address).status_code == 405


def test_a_translation_that_is_not_there_is_not_found(client, coordinator):
    address = reverse("translations:translation-detail", args=["00000000-0000-4000-8000-000000000000"])

    assert client.get(address).status_code == 404


def test_a_text_far_too_long_is_refused_at_once_and_kept(client, coordinator):
    translation = drafted()
    pasted = "ж" * 100_000  # looking into it took minutes, and the web server gave up

    response = send(client, "save", translation, [pasted, *GOOD[1:]])

    assert response.status_code == 422
    assert lines(response)[0].field.value() == pasted
    assert [lines(response)[0].findings, bool(lines(response)[0].field.errors)] == [[], True]
