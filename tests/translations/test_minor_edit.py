"""A slip corrected in the Polish leaves an approval alone, as far as the checks find the Ukrainian still true."""

import pytest

from tests.factories import UserFactory
from tests.translations.factories import GOOD, drafted, in_order, reviewed, texts_for
from tests.translations.models import Notice
from translations import services
from translations.models import Translation

pytestmark = pytest.mark.django_db

BODY = "Pakowanie wyrobów. Kleimy pudła przez 8 godzin."


def corrected(translation: Translation, body: str, *, title: str = "Pakowacz", is_minor: bool = True):
    notice = translation.subject
    notice.title_pl, notice.body_pl = title, body
    notice.save()
    user = UserFactory(full_name="Marek Próbny")
    services.source_changed(subject=notice, by=user, is_minor=is_minor)
    translation.refresh_from_db()
    return user


@pytest.mark.parametrize(
    "body",
    [
        "Pakowanie wyrobów. Kleimy pudła przez 8 godzin!",
        "Pakowanie  wyrobów. Kleimy pudeła przez 8 godzin.",
        "Pakowanie wyrobów.\n\nKleimy pudła przez 8 godzin.",
    ],
)
def test_a_slip_of_the_pen_leaves_the_approval(body):
    translation = reviewed(GOOD)
    version = translation.version

    user = corrected(translation, body)

    assert (translation.status, translation.minor_by, translation.version) == ("reviewed", user, version + 1)
    assert [(one.text_uk, one.previous_pl, one.is_complete) for one in in_order(translation)] == [
        (text, "", True) for text in GOOD
    ]
    assert translation.state == "done"
    assert translation.events.order_by("pgh_id").last().minor_by == user


@pytest.mark.parametrize(
    ("before", "after", "text_uk"),
    [
        ("Zakwaterowanie jest bezpłatne.", "Zakwaterowanie jest płatne.", "Житло безкоштовне."),
        ("Praca stojąca.", "Praca siedząca.", "Робота стоячи."),
        ("Praca w Katowicach.", "Praca w Kielcach.", "Робота в Катовіцах."),
        ("Zapewniamy wyżywienie.", "Zapewniamy zakwaterowanie.", "Забезпечуємо харчування."),
        ("Pakowanie mięsa.", "Pakowanie owoców.", "Пакування м’яса."),
        ("Praca na budowie.", "Praca na produkcji.", "Робота на будівництві."),
        ("Praca w nocy.", "Praca w dzień.", "Робота вночі."),
        ("Wynagrodzenie wysokie.", "Wynagrodzenie wyższe.", "Висока зарплата."),
        ("Umowa dla zatrudniającego.", "Umowa dla zatrudnionego.", "Договір для роботодавця."),
        ("Hala we wsi Ćmińsk.", "Hala we wsi Chmińsk.", "Цех у селі Цьміньськ."),
        ("Paleta ABCDEFG1.", "Paleta ABCDEFG2.", "Палета ABCDEFG1."),
        ("Kierowca/operator wózka.", "Kierowca, operator wózka.", "Водій/оператор навантажувача."),
        ("Praca w nocy.", "Praca w nocy i w dzień.", "Робота вночі."),
    ],
)
def test_another_word_is_never_a_slip(before, after, text_uk):
    translation = reviewed(["Пакувальник", text_uk], body_pl=before)

    corrected(translation, after)

    assert (translation.status, translation.minor_at) == ("outdated", None)
    assert in_order(translation)[1].previous_pl == before


@pytest.mark.parametrize(
    ("before", "after", "text_uk"),
    [
        ("Pakowannie miesa.", "Pakowanie mięsa.", "Пакування м’яса."),
        ("Laczenie elementow.", "Łączenie elementów.", "З’єднання елементів."),
        ("praca w katowicach", "Praca w Katowicach.", "Робота в Катовіцах."),
        ("Praca w nocy", "Praca, w nocy.", "Робота вночі."),
        ("Pakowanie owoc.", "Pakowanie owoców.", "Пакування фруктів."),
        ("Obsługa maszyna pakującej.", "Obsługa maszyny pakującej.", "Робота на пакувальній машині."),
    ],
)
def test_misspelt_words_other_forms_and_punctuation_are_slips(before, after, text_uk):
    translation = reviewed(["Пакувальник", text_uk], body_pl=before)

    user = corrected(translation, after)

    assert (translation.status, translation.minor_by) == ("reviewed", user)
    assert in_order(translation)[1].source_pl == after


def test_the_same_correction_counts_where_nobody_called_it_small():
    translation = reviewed(GOOD)

    corrected(translation, BODY.replace("godzin.", "godzin!"), is_minor=False)

    assert (translation.status, translation.minor_at) == ("outdated", None)


def test_a_changed_fact_is_never_small():
    translation = reviewed(GOOD)

    corrected(translation, BODY.replace("8", "9").replace("wyrobów.", "wyrobów!"))

    assert (translation.status, translation.minor_at, translation.state) == ("outdated", None, "owed")
    assert Translation.objects.open_sentences(translation.subject) == ["Kleimy pudła przez 9 godzin."]
    assert [one.previous_pl for one in in_order(translation)] == ["", "", "Kleimy pudła przez 8 godzin."]


@pytest.mark.parametrize("body", ["Pakowanie wyrobów.", f"{BODY} Praca w nocy."])
def test_a_sentence_gone_or_new_is_never_small(body):
    translation = reviewed(GOOD)

    corrected(translation, body)

    assert (translation.status, translation.minor_at) == ("outdated", None)


def test_sentences_that_change_places_reach_the_reader_in_the_new_order():
    translation = reviewed(GOOD)
    assert Notice.objects.get().body_uk == "Пакування виробів. Клеїмо коробки 8 годин."

    corrected(translation, "Kleimy pudła przez 8 godzin. Pakowanie wyrobów.")

    assert translation.is_reviewed
    assert Notice.objects.get().body_uk == "Клеїмо коробки 8 годин. Пакування виробів."


def test_nothing_is_called_small_where_nothing_was_approved():
    translation = drafted()
    texts = texts_for(translation, GOOD)
    services.save_draft(translation=translation, texts=texts, version=translation.version, by=UserFactory())

    corrected(translation, BODY.replace("godzin.", "godzin!"))

    assert (translation.status, translation.minor_at) == ("draft", None)


def test_what_was_open_before_a_small_correction_stays_open():
    translation = reviewed(GOOD)
    corrected(translation, BODY.replace("8", "9"))

    corrected(translation, BODY.replace("8", "9").replace("godzin.", "godzin!"))

    assert translation.status == "outdated"
    assert in_order(translation)[2].previous_pl == "Kleimy pudła przez 8 godzin."


def test_a_sentence_without_ukrainian_stays_open():
    translation = drafted(body_pl="Sprzątanie hal.")
    *_title, body = in_order(translation)
    type(body).objects.filter(pk=body.pk).update(text_uk="", origin="", is_complete=False)

    corrected(translation, "Sprzątanie hali.")

    *_title, body = in_order(translation)
    assert (body.source_pl, body.text_uk, body.is_complete, translation.state) == (
        "Sprzątanie hali.",
        "",
        False,
        "owed",
    )


def test_a_small_correction_of_an_unknown_person_is_none():
    translation = reviewed(GOOD)
    Notice.objects.update(body_pl=BODY.replace("godzin.", "godzin!"))

    services.source_changed(subject=Notice.objects.get(), is_minor=True)

    translation.refresh_from_db()
    assert translation.status == "outdated"
