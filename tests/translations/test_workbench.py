"""What the page of one translation asks while somebody types: checks, suggestions, a preview."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from tests.factories import UserFactory
from tests.translations.factories import (
    GOOD,
    EntryFactory,
    TermFactory,
    drafted,
    in_order,
    owed,
    reviewed,
    reviewer,
)
from tests.translations.models import Notice
from translations import candidates, drafting, memory, registry, services, suggesting, workbench
from translations.exchange.pairs import LONGEST
from translations.forms import TranslationForm
from translations.glossary import Glossary
from translations.models import MemoryEntry, Segment, Translation
from translations.overrides import Overrides

pytestmark = pytest.mark.django_db

WRONG = "Клеїмо коробки 9 годин."


@pytest.fixture
def coordinator(client):
    user = UserFactory()
    client.force_login(user)
    return user


def ask(client, what: str, translation: Translation, segment: object = None, **values: object):
    """Send what the page sends, in English."""
    key = segment.pk if isinstance(segment, Segment) else segment
    address = reverse(f"translations:{what}", args=[translation.public_id]).replace("/uk/", "/en/")
    return client.post(address, ({} if key is None else {"segment": key}) | values)


def remember(pl: str, uk: str) -> MemoryEntry:
    memory.remember([Segment(source_pl=pl, text_uk=uk)], by=reviewer(), domain="translations_tests")
    return MemoryEntry.objects.latest("pk")


def test_findings_tell_what_is_wrong_and_where_on_both_sides(client, coordinator):
    translation = drafted()

    response = ask(client, "segment-findings", translation, in_order(translation)[2], text=WRONG)

    look = response.context["look"]
    assert [finding.code for finding in look.findings] == ["lost-quantity", "added-quantity"]
    assert [piece.text for piece in look.pieces if piece.is_blocking] == ["8"]
    excerpt = look.remarks[1].excerpt
    assert (excerpt.before, excerpt.place, excerpt.after) == ("Клеїмо коробки ", "9", " годин.")
    assert WRONG[excerpt.start : excerpt.end] == "9"
    assert "2 things in this sentence must be corrected." in response.text
    assert not Segment.objects.filter(text_uk=WRONG).exists()


def test_long_text_is_shown_around_the_place_only(client, coordinator):
    translation = drafted()
    words = "слово " * 20

    response = ask(
        client, "segment-findings", translation, in_order(translation)[2], text=f"{words}9 годин {words}"
    )

    excerpt = response.context["look"].remarks[1].excerpt
    assert excerpt.before == "…слово слово слово слово "
    assert excerpt.after == " годин слово слово слово…"


def test_places_are_those_of_composed_letters(client, coordinator):
    translation = drafted(title_pl="Ko\u0301łko 8 zł", body_pl="")

    response = ask(client, "segment-findings", translation, in_order(translation)[0], text="И\u0306 9 злотих")

    look = response.context["look"]
    assert [piece.text for piece in look.pieces if piece.is_blocking] == ["8 zł"]
    assert "Й 9 злотих"[look.remarks[1].excerpt.start :].startswith("9")


def test_term_and_finding_share_a_place(client, coordinator):
    TermFactory(pl="umowa próbna", uk="пробний договір", is_required=True)
    ways = workbench.Ways(Glossary.load(), Overrides({}))
    look = ways.look_into("Dajemy umowę próbną.", "Даємо папір.")

    marked = [piece for piece in look.pieces if piece.entry]

    assert [(piece.text, [finding.code for finding in piece.findings]) for piece in marked] == [
        ("umowę próbną", ["term-missing"])
    ]
    assert "".join(piece.text for piece in look.pieces) == "Dajemy umowę próbną."


def test_nothing_typed_is_nothing_wrong_yet(client, coordinator):
    translation = drafted()

    response = ask(client, "segment-findings", translation, in_order(translation)[2], text="  ")

    assert (response.status_code, response.context["look"].findings) == (200, [])


def test_text_too_long_is_not_looked_into(client, coordinator):
    translation = drafted()
    pasted = "ж" * (LONGEST + 1)

    response = ask(client, "segment-findings", translation, in_order(translation)[2], text=pasted)

    assert response.status_code == 422
    assert response.context["look"].findings == []
    assert 'data-blocking="1"' in response.text


@pytest.mark.parametrize("what", ["segment-findings", "segment-suggestions"])
@pytest.mark.parametrize(
    ("key", "status"),
    [(None, 400), ("", 400), ("x", 400), ("-1", 400), ("9" * 30, 400), ("²", 400), (0, 404)],
)
def test_sentence_that_is_none_is_refused(client, coordinator, what, key, status):
    assert ask(client, what, drafted(), key, text="а").status_code == status


@pytest.mark.parametrize("what", ["segment-findings", "segment-suggestions"])
def test_sentence_of_another_translation_is_not_found(client, coordinator, what):
    foreign = in_order(drafted())[0]

    assert ask(client, what, drafted(title_pl="Inny"), foreign, text="а").status_code == 404


@pytest.mark.parametrize(
    ("role", "typing", "looking"),
    [
        (Role.COORDINATOR, 200, 200),
        (Role.ADVISER, 200, 200),
        (Role.BROKER, 200, 200),
        (Role.MANAGER, 403, 200),
        (Role.COUNSELLOR, 403, 403),
        (Role.ADMINISTRATOR, 403, 403),
    ],
)
def test_who_may_ask(client, role, typing, looking):
    translation = drafted()
    segment = in_order(translation)[0]
    client.force_login(UserFactory(role=role))

    assert ask(client, "segment-findings", translation, segment, text="а").status_code == typing
    assert ask(client, "segment-suggestions", translation, segment).status_code == typing
    assert ask(client, "translation-preview", translation).status_code == looking


@pytest.mark.parametrize("what", ["segment-findings", "segment-suggestions", "translation-preview"])
def test_they_are_asked_by_post_and_by_staff_only(client, what):
    translation = drafted()

    assert ask(client, what, translation, in_order(translation)[0]).status_code == 302
    client.force_login(UserFactory())
    assert client.get(reverse(f"translations:{what}", args=[translation.public_id])).status_code == 405


@pytest.mark.parametrize("count", [1, 20])
def test_checks_and_suggestions_cost_the_same_for_any_length(
    client, coordinator, django_assert_num_queries, count
):
    remember("Mycie okien numer 7", "Миття вікон номер 7")
    translation = drafted(body_pl="\n".join(f"Mycie dużych okien numer {n}" for n in range(count)))
    segment = in_order(translation)[-1]
    candidates.rare([])  # how common features are, is asked once in ten minutes

    # session, user, browser, …; translation, segment, overrides, occupations, terms, renderings
    with django_assert_num_queries(12):
        ask(client, "segment-findings", translation, segment, text="Миття вікон")
    with django_assert_num_queries(11):  # …; translation, segment, row, people, subject, features, entries
        address = reverse("translations:segment-suggestions", args=[translation.public_id])
        response = client.post(address, {"segment": segment.pk}, headers={"HX-Request": "true"})

    assert "Миття вікон номер" in response.text


def test_suggestions_alone_are_asked_for_by_scripts_only(client, coordinator):
    remember("Kleimy pudła przez 7 godzin", "Клеїмо коробки 7 годин")
    translation = drafted(body_pl="Kleimy duże pudła przez 8 godzin")
    segment = in_order(translation)[1]
    address = reverse("translations:segment-suggestions", args=[translation.public_id])

    alone = client.post(address, {"segment": segment.pk}, headers={"HX-Request": "true"})
    whole = client.post(address, {"segment": segment.pk, f"segment-{segment.pk}": "Моє"})

    assert ("<html" in alone.text, "<html" in whole.text) == (False, True)
    assert "HX-Request" in alone["Vary"]
    assert "Клеїмо коробки 8 годин" in alone.text
    assert "Клеїмо коробки 8 годин" in whole.text
    assert ">\nМоє</textarea>" in whole.text
    assert not Segment.objects.filter(text_uk="Моє").exists()


def test_suggestion_taken_and_left_alone_is_the_memorys(client, coordinator):
    entry = remember("Kleimy pudła przez 7 godzin", "Клеїмо коробки 7 годин")
    translation = drafted(body_pl="Kleimy duże pudła przez 8 godzin\nKleimy pudła przez 7 godzin, owszem")
    [title, left, edited] = in_order(translation)
    texts = {
        title.pk: "Пакувальник",
        left.pk: "Клеїмо коробки 8 годин",
        edited.pk: "Клеїмо коробки 7 годин, так",
    }

    services.save_draft(
        translation=translation,
        texts=texts,
        version=translation.version,
        by=coordinator,
        taken=suggesting.recalled([left, edited], {left.pk: entry.public_id, edited.pk: entry.public_id}),
    )

    assert [segment.origin for segment in in_order(translation)][1:] == ["memory", "person"]


@pytest.mark.parametrize("sent", ["x", "", "00000000-0000-4000-8000-000000000000", "z" * 36])
def test_suggestion_that_never_was_makes_a_persons_text(client, coordinator, sent):
    translation = drafted()
    texts = {f"segment-{row.pk}": text for row, text in zip(in_order(translation), GOOD, strict=True)}
    taken = {f"taken-{row.pk}": sent for row in in_order(translation)} | {"taken-x": sent}
    page = client.get(translation.get_absolute_url()).context["held"].page

    client.post(
        reverse("translations:translation-save", args=[translation.public_id]),
        {"version": translation.version, "token": page} | texts | taken,
    )

    assert in_order(translation)[2].origin == Segment.Origin.PERSON


def test_switched_off_entry_is_not_taken(client, coordinator):
    entry = EntryFactory(is_active=False)
    [title, *_] = in_order(drafted())

    assert suggesting.recalled([title], {title.pk: entry.public_id}) == {}


def test_preview_shows_typed_and_stored_text_and_stores_nothing(client, coordinator):
    translation = drafted()
    title = in_order(translation)[0]

    response = ask(client, "translation-preview", translation, **{f"segment-{title.pk}": "Пакувальниця"})

    assert "<h1>Пакувальниця</h1>" in response.text
    assert "Пакування виробів." in response.text
    assert in_order(translation)[0].text_uk == "Пакувальник"
    assert Notice.objects.get().title_uk == ""


def test_preview_leaves_a_text_that_is_too_long_as_it_is_stored(client, coordinator):
    translation = drafted()
    title = in_order(translation)[0]

    response = ask(client, "translation-preview", translation, **{f"segment-{title.pk}": "ж" * 6000})

    assert "<h1>Пакувальник</h1>" in response.text


def test_without_a_preview_there_is_a_link(client, coordinator, monkeypatch):
    monkeypatch.setattr(registry, "_previews", {})
    translation = drafted()

    assert ask(client, "translation-preview", translation).status_code == 404
    assert f"/uk/notices/{translation.object_id}/" in client.get(translation.get_absolute_url()).text


def test_words_of_sentences_that_are_gone_are_shown(client, coordinator):
    translation = drafted()
    page = client.get(translation.get_absolute_url()).context["held"].page
    gone = in_order(translation)[2]
    ask(
        client,
        "translation-typed",
        translation,
        **{"token": page, "sequence": 1, f"segment-{gone.pk}": GOOD[2]},
    )
    Notice.objects.update(body_pl="Pakowanie wyrobów.")
    services.source_changed(subject=Notice.objects.get())

    assert GOOD[2] in client.get(translation.get_absolute_url()).text


def opened(translation: Translation) -> list[bool]:
    form = TranslationForm(translation.segments.all())
    return [line.is_open for line in workbench.lay_out(translation, Notice.objects.get(), form).lines]


def test_open_is_what_nobody_has_looked_at():
    translation = owed()
    assert opened(translation) == [True, True, True]

    translation = redrafted(translation)
    assert opened(translation) == [True, True, True]

    [title, first, second] = in_order(translation)
    texts = {title.pk: title.text_uk, first.pk: "Пакуємо вироби.", second.pk: WRONG}
    services.save_draft(translation=translation, texts=texts, version=translation.version, by=UserFactory())
    assert opened(Translation.objects.get()) == [True, False, True]


def redrafted(translation: Translation) -> Translation:
    drafting.draft(translation.pk)
    return Translation.objects.get(pk=translation.pk)


def test_of_an_approved_text_only_what_changed_is_open():
    translation = reviewed(GOOD)
    assert opened(translation) == [False, False, False]

    Notice.objects.update(body_pl="Pakowanie wyrobów. Kleimy pudła przez 10 godzin.")
    services.source_changed(subject=Notice.objects.get())

    assert opened(Translation.objects.get()) == [False, False, True]
