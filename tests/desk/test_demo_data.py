import io
from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Count
from django.utils import timezone

from accounts.access_models import AccessEntry
from accounts.models import User
from cv_builder.models import Cv
from desk.demo import offer_rows
from desk.demo.offers import feed_offers
from job_offers.feed_map import Dictionaries, map_offer
from job_offers.models import (
    Alert,
    EmployerEnquiry,
    EmployerLink,
    FeedImport,
    Offer,
    OfferQuestion,
    ProblemReport,
    SearchMiss,
)
from meetings.models import Meeting
from registration.keys import keys_of
from registration.models import Client, Enquiry, Paper, RightsRequest, SheetImport
from translations import engine_overview, quality
from translations.models import (
    CheckFired,
    Editing,
    GlossaryRendering,
    GlossaryTerm,
    MemoryEntry,
    MemoryImport,
    Override,
    Translation,
    TypedText,
)

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _demonstration(settings) -> None:
    settings.DEMO = True


def told(*arguments: str) -> str:
    output = io.StringIO()
    call_command("demo_data", *arguments, stdout=output)
    return output.getvalue()


def states(model, name="state") -> dict[str, int]:
    return dict(model.objects.order_by().values_list(name).annotate(Count("pk")))


def test_story_shows_every_feature_and_is_told_once():
    told("--story")
    told("--story")

    counts = [model.objects.count() for model in (User, Client, Meeting, Cv)]
    assert counts == [6, 44, 8, 15]
    assert SheetImport.objects.get().rows.count() == 3
    assert Offer.objects.count() >= 60
    assert set(states(Offer)) == set(Offer.State.values)
    assert set(states(Translation, "status")) == {"draft", "reviewed", "outdated"}
    assert set(states(Translation, "urgency")) >= {1, 3}
    assert Translation.objects.waiting_for_second().count() == 2
    assert Translation.objects.exclude(minor_by=None).filter(status="reviewed").count() == 1
    assert Editing.objects.get().is_live()
    assert TypedText.objects.count() == 1
    assert set(states(Meeting)) == {"planned", "announced", "held", "closed", "cancelled"}
    assert set(states(Cv)) == {"draft", "ready"}
    today = FeedImport.objects.get(original_name="oferty-dzisiaj.json")
    assert (today.created, today.changed, today.gone, today.refused) == (2, 4, 2, 3)
    assert not today.last_error
    assert set(states(Paper)) == {"signed", "unsigned"}
    assert states(RightsRequest, "right") == {"export": 1, "erase": 1}
    assert Client.objects.filter(is_restricted=True).count() == 1
    assert AccessEntry.objects.exists()
    assert_translators_tools_are_shown()
    assert_weeks_of_translating_are_shown()
    assert_what_readers_say_is_shown()


def assert_what_employers_say_is_shown() -> None:
    assert states(EmployerEnquiry) == {"new": 2, "taken": 1}
    assert EmployerLink.objects.waiting().count() == 1
    silent = Offer.objects.live().exclude(source="feed").filter(confirmed_on__lt=timezone.localdate())
    assert silent.count() == 1


def assert_what_readers_say_is_shown() -> None:
    assert states(Enquiry) == {"new": 5, "taken": 1, "closed": 1, "spam": 1}
    assert OfferQuestion.objects.count() == 2
    assert SearchMiss.objects.count() == 4
    assert ProblemReport.objects.exclude(outcome="").count() == 1
    assert ProblemReport.objects.filter(outcome="").count() == 3
    assert (
        Alert.objects.filter(confirmed_at=None).count()
        == Alert.objects.exclude(confirmed_at=None).count()
        == 1
    )
    assert_what_employers_say_is_shown()


def assert_translators_tools_are_shown() -> None:
    assert set(states(GlossaryTerm, "status")) == set(GlossaryTerm.Status.values)
    assert set(states(GlossaryRendering, "kind")) == {"allowed", "forbidden"}
    assert set(states(MemoryEntry, "origin")) == {"approved", "imported"}
    assert set(states(MemoryEntry, "scope")) == {"office", "domain", "file"}
    assert states(MemoryImport, "step") == {"taken_over": 2, "preview": 1, "refused": 1}
    waiting = MemoryImport.objects.get(step="preview")
    assert set(waiting.reasons) == {"no-polish", "no-ukrainian", "checks", "twice"}
    engines = {standing.engine.code: standing for standing in engine_overview.standings()}
    assert engines["libretranslate"].health.is_resting(timezone.now())
    assert engines["deepl"].setting.agreed_by.username == "administrator"
    assert engine_overview.months_of("libretranslate").count() == 6


def assert_weeks_of_translating_are_shown() -> None:
    assert set(states(CheckFired, "outcome")) == {"stopped", "overridden", "left"}
    period = quality.Period.asked("")
    weeks = quality.weeks(period, quality.firings(period))
    assert all(week.approvals and week.share for week in weeks)
    assert Override.objects.count() == 6


def test_any_number_of_rows_can_be_added_and_added_again():
    told("--clients", "30", "--offers", "120", "--seed", "3")
    told("--clients", "20", "--offers", "60", "--seed", "3")

    assert (Client.objects.count(), Offer.objects.count()) == (50, 180)
    assert Offer.objects.filter(state=Offer.State.PUBLISHED, board_entry__isnull=True).count() == 0


def test_rows_depend_on_the_seed_alone():
    told("--clients", "5", "--seed", "3")
    first = [(client.surname_latin, client.pesel, client.phone) for client in Client.objects.order_by("pk")]
    numbers = range(1, 4)
    today = Client.objects.first().created_at.date()

    assert len(set(first)) == 5
    assert list(feed_offers(numbers, seed=3, today=today)) == list(feed_offers(numbers, seed=3, today=today))
    assert list(feed_offers(numbers, seed=3, today=today)) != list(feed_offers(numbers, seed=4, today=today))


def test_rows_of_offers_depend_on_the_seed_and_their_number_alone():
    pools = [offer_rows.OfferPool(60, seed=seed, now=NOW, by=User(pk=1)) for seed in (3, 3, 4)]
    own = ("source_id", "source_number", "public_id", "state", "published_at", "feed_hash")

    rows = [[pool.row(number, pk=number)[name] for name in own for number in (7, 67)] for pool in pools]

    assert rows[0] == rows[1]
    assert rows[0] != rows[2]
    assert len(set(rows[0])) >= 2 * 3  # key, number and fingerprint are an offer's own


def test_offers_in_bulk_stay_what_their_feed_text_says():
    told("--offers", "150", "--seed", "3")
    known = Dictionaries()

    offers = Offer.objects.all()
    today = min(offer.published_at.date() for offer in offers)
    mapped = {offer: map_offer(offer.feed_text, known, today) for offer in offers}

    assert {offer.source_id: offer.feed_hash for offer in offers} == {
        one.source_id: one.columns["feed_hash"] for one in mapped.values()
    }
    for name in ("title_pl", "place", "pay_from", "contract", "source_number", "source_url"):
        assert [getattr(offer, name) for offer in mapped] == [one.columns[name] for one in mapped.values()]


def test_people_in_bulk_are_found_by_the_keys_of_their_own_names():
    told("--clients", "40", "--seed", "3")

    for person in Client.objects.all():
        stored = set(person.name_keys.values_list("kind", "key"))
        assert stored == {(kind.value, key) for kind, key in keys_of(person)}


def test_invented_pesels_are_of_the_next_century():
    told("--clients", "30")

    pesels = [client.pesel for client in Client.objects.exclude(pesel=None)]
    assert {int(pesel[2:4]) // 20 for pesel in pesels} == {3}  # month + 60


@pytest.mark.parametrize("arguments", [(), ("--clients", "-1"), ("--offers", "-5")])
def test_senseless_numbers_are_refused(arguments):
    with pytest.raises(CommandError):
        told(*arguments)


def test_real_database_is_never_filled_with_invented_people(settings):
    settings.DEMO = False

    with pytest.raises(CommandError, match="DEMO"):
        told("--story")
