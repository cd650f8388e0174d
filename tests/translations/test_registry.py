import pytest

from job_offers.models import Offer
from tests.job_offers.factories import OfferFactory
from tests.translations.factories import NoticeFactory, drafted
from tests.translations.models import Notice
from translations import registry, services
from translations.models import Segment, Translation


def test_a_field_is_called_what_its_owner_calls_it():
    assert registry.of(Notice).label("title") == "tytuł"
    assert registry.of(Offer).label("title") == str(Offer._meta.get_field("title").verbose_name)
    assert "[pl]" not in registry.of(Offer).label("duties")


def test_a_missing_polish_text_is_empty():
    assert registry.of(Notice).polish(Notice(title_pl="Praca", body_pl=None)) == {
        "title": "Praca",
        "body": "",
    }


@pytest.mark.django_db
def test_deleted_subjects_take_their_translations_along():
    notices = [drafted().subject for _ in range(3)]
    kept = drafted()

    Notice.objects.filter(pk__in=[notice.pk for notice in notices]).delete()

    assert list(Translation.objects.all()) == [kept]
    assert set(Segment.objects.values_list("translation", flat=True)) == {kept.pk}


@pytest.mark.django_db
def test_deleted_offer_takes_only_its_own_translation_along():
    offer = OfferFactory()
    services.owe_draft(subject=offer)
    notice = NoticeFactory(pk=offer.pk)  # the same number, another model
    kept = services.owe_draft(subject=notice)

    offer.delete()

    assert list(Translation.objects.all()) == [kept]
