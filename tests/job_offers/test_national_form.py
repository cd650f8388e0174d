"""The fields of the national form: what the database refuses, the form takes, the feed fills."""

from datetime import time
from decimal import Decimal

import pytest
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from job_offers import facts, feed_beside, presenting, texts
from job_offers.feed_map import Dictionaries, map_offer
from job_offers.models import Offer
from tests.factories import UserFactory
from tests.job_offers import feed_taking
from tests.job_offers.factories import OfferFactory, translate
from translations.models import Status
from translations.services import source_changed

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("offer_kind_is_known", {"kind": "magic"}),
        ("offer_hours_fit_into_a_month", {"hours_per_month": 745}),
        ("offer_day_begins_and_ends", {"day_starts_at": time(7)}),
        ("offer_contacts_are_days_apart", {"contact_every_days": 91}),
    ],
)
def test_database_refuses(name, values):
    with pytest.raises(IntegrityError, match=name):
        Offer.objects.filter(pk=OfferFactory().pk).update(**values)


def test_form_keeps_every_field(client):
    client.force_login(UserFactory(role=Role.BROKER))
    sent = {
        "title_pl": "Kucharz",
        "posts": "1",
        "posts_disabled": "0",
        "kind": "traineeship",
        "hours_per_month": "84,5",
        "day_starts_at": "07:00",
        "day_ends_at": "15:00",
        "timetable_pl": "W środy od 9.",
        "has_bonus": "on",
        "benefits_note_pl": "karta sportowa",
        "wishes_pl": "mile widziany kurs HACCP",
        "contact_every_days": "14",
        "is_not_elsewhere": "true",
        "declares_no_offences": "false",
        "offers_transport": "on",
        "has_parking": "on",
    }

    client.post(reverse("job_offers:offer-create"), sent)

    kept = Offer.objects.get()
    assert (kept.kind, kept.hours_per_month, kept.day_starts_at, kept.day_ends_at) == (
        "traineeship",
        Decimal("84.5"),
        time(7),
        time(15),
    )
    assert (kept.timetable_pl, kept.benefits_note_pl, kept.wishes_pl) == (
        "W środy od 9.",
        "karta sportowa",
        "mile widziany kurs HACCP",
    )
    assert (kept.contact_every_days, kept.is_not_elsewhere, kept.declares_no_offences) == (14, True, False)
    assert facts.hours(kept).replace("\xa0", " ") == "84.5 hours a month, 07:00–15:00"
    assert facts.benefits(kept) == ["the way to work", "parking", "bonuses"]


def test_half_a_working_day_is_refused_with_a_sentence(client):
    client.force_login(UserFactory(role=Role.BROKER))

    response = client.post(
        reverse("job_offers:offer-create"), {"title_pl": "Kucharz", "posts": "1", "posts_disabled": "0",
                                             "day_starts_at": "07:00"}
    )  # fmt: skip

    assert "or neither" in response.content.decode()


def test_reader_sees_the_new_facts():
    offer = OfferFactory(
        for_registered_only=True, wishes_pl="kurs", timetable_pl="co druga sobota", benefits_note_pl="obiad"
    )

    rows = dict(presenting.fact_rows(offer, texts.polish(offer)))

    assert rows["For whom"] == "only persons registered at the labour office"
    assert (rows["Welcome, but not required"], rows["Hours"], rows["The employer gives"]) == (
        "kurs",
        "co druga sobota",
        "obiad",
    )


def test_translation_approved_before_the_new_texts_stays_approved():
    offer = OfferFactory()
    translation = translate(offer, by=UserFactory(role=Role.MANAGER))

    source_changed(subject=offer)

    translation.refresh_from_db()
    assert translation.status == Status.REVIEWED


def test_new_text_is_translated_like_the_others():
    offer = OfferFactory()
    translation = translate(offer, by=UserFactory(role=Role.MANAGER))
    offer.wishes_pl = "Kurs obsługi wózka."
    offer.save()

    source_changed(subject=offer)

    translation.refresh_from_db()
    assert translation.status == Status.OUTDATED
    assert "wishes" in set(translation.segments.values_list("field", flat=True))


def mapped(**changes):
    return map_offer(feed_taking.offer(**changes), Dictionaries(), timezone.localdate())


def test_feed_fills_what_it_names():
    columns = mapped(
        typOferty="STAZ",
        warunkiPracyIPlacy__lGodzinWMiesiacu=84,
        warunkiPracyIPlacy__dodInfoCzasPracy="równoważny",
        warunkiPracyIPlacy__dodSwiadczenia="obiady",
        warunkiPracyIPlacy__pracaStala=True,
        warunkiPracyIPlacy__premie=True,
        pozostaleDane__ofertaDlaOsobZarej=True,
        pozostaleDane__udostepnionoDoEURES=True,
        wymagania__wymaganiaPozadane={"uprawnienia": ["prawo jazdy kat. B"]},
    ).columns

    assert (columns["kind"], columns["hours_per_month"], columns["timetable_pl"]) == (
        "traineeship",
        84,
        "równoważny",
    )
    assert (columns["benefits_note_pl"], columns["wishes_pl"]) == ("obiady", "prawo jazdy kat. B")
    assert all(
        columns[name] for name in ("is_permanent", "has_bonus", "for_registered_only", "interests_eea")
    )


def test_unknown_kind_of_the_feed_is_shown_to_a_person():
    read = mapped(typOferty="NOWY_TYP")

    assert read.columns["kind"] == "work"
    assert "NOWY_TYP" in [note.value for note in read.notes]


def test_feed_stands_beside_what_was_read(client):
    feed_text = {
        "warunkiPracyIPlacy": {"wynagrodzenieBrutto": "wg stawek", "lGodzinWTygodniu": 20},
        "wymagania": {"wymaganiaKonieczne": {"uprawnienia": ["prawo jazdy"]}},
    }
    offer = OfferFactory(feed_text=feed_text, pay_from=None, pay_unit="", hours_per_week=20)

    rows = {str(row.label): (row.said, row.is_unread) for row in feed_beside.beside(offer)}

    assert rows == {
        "Pay": ("wg stawek", True),
        "Hours": ("20", False),
        "Licences": ("prawo jazdy", True),
    }
    client.force_login(UserFactory(role=Role.BROKER))
    assert "not read; enter it by hand" in client.get(offer.get_absolute_url()).content.decode()


@pytest.mark.parametrize("said", [None, [], {}, {"warunkiPracyIPlacy": "tekst"}])
def test_nothing_of_the_feed_is_nothing_to_show(said):
    assert feed_beside.beside(OfferFactory.build(feed_text=said, employer=None, place=None,
                                                 contract=None, apply_route=None)) == []  # fmt: skip
