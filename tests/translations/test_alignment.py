"""Segments that were cut by older rules follow a changed Polish text without needless marks."""

import pytest

from tests.translations.factories import in_order, owed, reviewed
from translations import alignment, services
from translations.models import Segment, Translation

pytestmark = pytest.mark.django_db

HOURS = "Tel. kom. 600 555 314, czynne pn. 8-16."
HOURS_UK = "Моб. тел. 600 555 314, працює пн. 8–16."


def cut_as_before(translation: Translation, *texts: tuple[str, str, str]) -> None:
    """Cut the body as older rules did: each piece is (what stands before it, Polish, Ukrainian)."""
    body = translation.segments.filter(field="body")
    last = body.order_by("position").last()
    body.delete()
    Segment.objects.bulk_create(
        Segment(
            translation=translation,
            field="body",
            position=position,
            before=before,
            source_pl=pl,
            after=last.after if position == len(texts) - 1 else "",
            text_uk=uk,
            origin=Segment.Origin.PERSON if uk else Segment.Origin.NONE,
            is_complete=bool(uk),
        )
        for position, (before, pl, uk) in enumerate(texts)
    )


def change_body(translation: Translation, body_pl: str) -> list[tuple[str, str, str]]:
    """Change the Polish; tell of each segment of the body its Polish, its Ukrainian and what that was written for."""
    notice = translation.subject
    notice.body_pl = body_pl
    notice.save()
    services.source_changed(subject=notice)
    return [
        (row.source_pl, row.text_uk, row.previous_pl) for row in in_order(translation) if row.field == "body"
    ]


def polish_of(translation: Translation) -> str:
    rows = translation.segments.filter(field="body").order_by("position")
    return "".join(row.before + row.source_pl + row.after for row in rows)


def test_a_sentence_that_older_rules_cut_in_two_keeps_its_translation_unmarked():
    translation = reviewed(["Кухар", HOURS_UK, "Миємо."], title_pl="Kucharz", body_pl=f"{HOURS} Myjemy.")
    cut_as_before(
        translation,
        ("", "Tel. kom.", "Моб. тел."),
        (" ", "600 555 314, czynne pn.", "600 555 314, працює пн."),
        (" ", "8-16.", "8–16."),
        (" ", "Myjemy.", "Миємо."),
    )

    found = change_body(translation, f"{HOURS} Myjemy okna.")

    assert found == [
        ("Tel. kom.", "Моб. тел.", ""),
        ("600 555 314, czynne pn.", "600 555 314, працює пн.", ""),
        ("8-16.", "8–16.", ""),
        ("Myjemy okna.", "Миємо.", "Myjemy."),
    ]
    assert polish_of(translation) == f"{HOURS} Myjemy okna."


def test_sentences_that_older_rules_left_together_stay_so():
    translation = reviewed(
        ["Кухар", "Робота.", "Премія.", "Миємо."], title_pl="Kucharz", body_pl="Praca.Premia. Myjemy."
    )
    cut_as_before(translation, ("", "Praca.Premia.", "Робота. Премія."), (" ", "Myjemy.", "Миємо."))

    found = change_body(translation, "Praca.Premia. Myjemy okna.")

    assert found == [("Praca.Premia.", "Робота. Премія.", ""), ("Myjemy okna.", "Миємо.", "Myjemy.")]
    assert polish_of(translation) == "Praca.Premia. Myjemy okna."


def test_what_stands_around_a_stretch_follows_the_new_text():
    translation = reviewed(["Кухар", HOURS_UK], title_pl="Kucharz", body_pl=HOURS)
    cut_as_before(
        translation, ("", "Tel. kom.", "Моб. тел."), (" ", HOURS.removeprefix("Tel. kom. "), "600…")
    )

    change_body(translation, f"- {HOURS}\n• Myjemy okna.\n")

    assert polish_of(translation) == f"- {HOURS}\n• Myjemy okna.\n"
    assert [row.before for row in in_order(translation)[1:]] == ["- ", " ", "\n• "]


def test_a_stretch_that_nobody_has_translated_is_cut_by_the_rules_of_today():
    translation = owed(title_pl="Kucharz", body_pl=f"{HOURS} Myjemy.")
    cut_as_before(
        translation,
        ("", "Tel. kom.", ""),
        (" ", HOURS.removeprefix("Tel. kom. "), ""),
        (" ", "Myjemy.", ""),
    )

    found = change_body(translation, f"{HOURS} Myjemy okna.")

    assert [pl for pl, _, _ in found] == [HOURS, "Myjemy okna."]


def test_a_changed_stretch_is_cut_by_the_rules_of_today_and_marked():
    translation = reviewed(["Кухар", HOURS_UK], title_pl="Kucharz", body_pl=HOURS)
    cut_as_before(
        translation, ("", "Tel. kom.", "Моб. тел."), (" ", HOURS.removeprefix("Tel. kom. "), "600…")
    )

    found = change_body(translation, HOURS.replace("314", "315"))

    assert [(pl, bool(previous)) for pl, _, previous in found] == [(HOURS.replace("314", "315"), True)]


def test_the_same_text_again_keeps_every_cut():
    translation = reviewed(["Кухар", HOURS_UK], title_pl="Kucharz", body_pl=HOURS)
    cut_as_before(
        translation, ("", "Tel. kom.", "Моб. тел."), (" ", HOURS.removeprefix("Tel. kom. "), "600…")
    )
    before = [(row.pk, row.source_pl, row.is_complete) for row in in_order(translation)]

    alignment.realign(translation, {"title": "Kucharz", "body": HOURS})

    assert [(row.pk, row.source_pl, row.is_complete) for row in in_order(translation)] == before
