"""What the database refuses, whoever writes."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from job_offers.models import BoardEntry, Employer, Offer, OfferLanguage, SearchMiss, Workplace
from tests.factories import UserFactory
from tests.job_offers.factories import (
    EmployerFactory,
    OfferFactory,
    PublishedFactory,
    WorkplaceFactory,
    place,
    term,
)

pytestmark = pytest.mark.django_db


def refuses(name):
    return pytest.raises(IntegrityError, match=name)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("offer_state_is_known", {"state": "lost"}),
        ("offer_of_the_feed_has_its_key", {"source": "feed"}),
        ("offer_pay_from_is_not_above_pay_to", {"pay_from": 2, "pay_to": 1}),
        ("offer_pay_is_positive", {"pay_from": 0}),
        ("offer_pay_has_a_unit", {"pay_unit": ""}),
        ("offer_has_posts", {"posts": 0}),
        ("offer_posts_for_disabled_are_among_posts", {"posts": 1, "posts_disabled": 2}),
        ("offer_working_time_is_a_part_of_full_time", {"working_time": 0}),
        ("offer_hours_fit_into_a_week", {"hours_per_week": 169}),
        ("offer_ends_after_it_starts", {"starts_on": "2026-01-02", "ends_on": "2026-01-01"}),
        ("offer_published_at_and_by_together", {"published_at": timezone.now()}),
        ("offer_on_the_board_is_complete", {"state": "published"}),
        ("offer_closed_on_when_closed", {"state": "filled"}),
        ("offer_closed_on_when_closed", {"closed_on": "2026-01-01"}),
        ("offer_withdrawn_with_a_reason", {"state": "withdrawn", "closed_on": "2026-01-01"}),
        ("offer_withdrawn_with_a_reason", {"withdrawn_reason": "pomyłka"}),
    ],
)
def test_offer_is_refused(name, values):
    with refuses(name):
        Offer.objects.filter(pk=OfferFactory().pk).update(**values)


@pytest.mark.parametrize("values", [{"title_pl": ""}, {"title_pl": None}, {"valid_until": None}])
def test_published_offer_needs_title_and_validity(values):
    with refuses("offer_on_the_board_is_complete"):
        Offer.objects.filter(pk=PublishedFactory().pk).update(**values)


def test_one_offer_for_each_key_of_the_source():
    OfferFactory(source="feed", source_id="a")

    OfferFactory(source="employer", source_id="a")
    with refuses("offer_source_id_is_unique"):
        OfferFactory(source="feed", source_id="a")


def test_language_is_named_once():
    offer = OfferFactory()
    OfferLanguage.objects.create(offer=offer, language=term("language", "en"))

    with refuses("offerlanguage_is_named_once"):
        OfferLanguage.objects.create(offer=offer, language=term("language", "en"))


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("employer_has_a_name", {"name": ""}),
        ("employer_consent_to_publish_is_whole", {"consent_to_publish_said_by": ""}),
        ("employer_consent_to_publish_is_whole", {"consent_to_publish_by": None}),
        ("employer_consent_to_translate_is_whole", {"consent_to_translate_at": None}),
    ],
)
def test_employer_is_refused(name, values):
    with refuses(name):
        Employer.objects.filter(pk=EmployerFactory().pk).update(**values)


def test_nip_is_unique_where_there_is_one():
    EmployerFactory(nip="")
    EmployerFactory(nip="")
    EmployerFactory(nip="5260250274")

    with refuses("employer_nip_is_unique"):
        EmployerFactory(nip="5260250274")


def test_workplace_is_refused():
    workplace = WorkplaceFactory()

    with refuses("workplace_name_is_unique_at_employer"), transaction.atomic():
        Workplace.objects.create(employer=workplace.employer, name=workplace.name, place=place())
    for values in ({"latitude": 1}, {"latitude": 1, "longitude": 200}):
        with refuses("workplace_coordinates_are_on_earth"), transaction.atomic():
            Workplace.objects.filter(pk=workplace.pk).update(**values)


def test_board_entry_has_no_pay_of_zero():
    entry = PublishedFactory().board_entry

    with refuses("boardentry_pay_is_positive"):
        BoardEntry.objects.filter(pk=entry.pk).update(monthly_pay=0)


def test_miss_is_counted_in_one_row_a_day():
    SearchMiss.objects.create(day="2026-01-01", language="uk", query="а")

    with refuses("searchmiss_once_a_day"):
        SearchMiss.objects.create(day="2026-01-01", language="uk", query="а")


def test_history_keeps_each_state_and_not_what_the_feed_saw():
    offer = OfferFactory(title_pl="Kucharz", title_uk="Кухар")
    Offer.objects.filter(pk=offer.pk).update(feed_seen_at=timezone.now())
    Offer.objects.filter(pk=offer.pk).update(title_uk="Повар")

    states = offer.events.order_by("pgh_id").values_list("pgh_label", "title_uk")

    assert list(states) == [("insert", "Кухар"), ("update", "Повар")]


def test_feed_text_survives_untouched():
    content = {"wynagrodzenieBrutto": "od\xa04 806 PLN", "ł": ["є", None, 1.0]}

    offer = OfferFactory(source="feed", source_id="b", feed_text=content, entered_by=UserFactory())

    offer.refresh_from_db()
    assert offer.feed_text == content


def test_records_name_themselves():
    offer = PublishedFactory(title_pl="Kucharz", employer=EmployerFactory(name="Bar Próbny"))
    need = OfferLanguage.objects.create(offer=offer, language=term("language", "en"), speech=None)
    miss = SearchMiss(query="кухар")

    names = [str(record) for record in (offer, offer.employer, need, miss, offer.board_entry)]

    assert names == ["Kucharz", "Bar Próbny", "English", "кухар", f"board entry of offer {offer.pk}"]


@pytest.mark.parametrize("model", [Offer, Employer])
def test_administrator_sees_no_rows(model):
    OfferFactory()

    assert not model.objects.visible_to(UserFactory(role="administrator")).exists()
