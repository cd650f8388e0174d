from job_offers.models import Offer
from tests.translations.models import Notice
from translations import registry


def test_a_field_is_called_what_its_owner_calls_it():
    assert registry.of(Notice).label("title") == "tytuł"
    assert registry.of(Offer).label("title") == str(Offer._meta.get_field("title").verbose_name)
    assert "[pl]" not in registry.of(Offer).label("duties")


def test_a_missing_polish_text_is_empty():
    assert registry.of(Notice).polish(Notice(title_pl="Praca", body_pl=None)) == {
        "title": "Praca",
        "body": "",
    }
