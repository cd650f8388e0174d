"""The letters themselves: what is new since the last one, at most daily, none when nothing is new, none twice."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from job_offers import snapshot
from job_offers.alerts import sending
from job_offers.alerts.tasks import forget_alerts, tell_alerts
from job_offers.models import Alert
from messaging.delivery import deliver
from messaging.models import Message
from tests.job_offers.alerts.factories import alert, confirmed
from tests.job_offers.factories import PublishedFactory, place

pytestmark = pytest.mark.django_db

SETTLED = timedelta(hours=1)


def published(age=SETTLED, **values):
    """On the board since ``age``, so that every process has read it since."""
    offer = PublishedFactory(published_at=timezone.now() - age, **values)
    snapshot.forget()
    return offer


def due(**values):
    made = confirmed(**values)
    Message.objects.all().delete()
    return made


def letters():
    return list(Message.objects.order_by("pk"))


def test_a_letter_tells_the_new_offers_that_fit_in_the_readers_language(settings):
    settings.SITE_URL = "https://portal.example.org"
    made = due(query="q=кухар&place=260403")
    cook = published(title_pl="Kucharz", title_uk="Кухар", place=place("Chęciny"))
    published(title_pl="Kucharz", title_uk="Кухар", place=place("Łagów"))
    published(title_pl="Spawacz", title_uk="Зварювальник", place=place("Chęciny"))

    assert tell_alerts() == 1

    (letter,) = letters()
    assert (letter.to_address, letter.language) == (made.email, "uk")
    assert letter.body.count("https://portal.example.org/uk/offers/") == 3  # the offer, the board, the end
    assert f"https://portal.example.org/uk/offers/{cook.public_id}/" in letter.body
    assert "Кухар\n" in letter.body
    assert "Зварювальник" not in letter.body


def test_what_was_there_before_is_not_told(settings):
    made = due()
    old = published()
    old.board_entry.published_at = made.told_until - timedelta(minutes=1)
    old.board_entry.save()

    assert tell_alerts() == 0
    assert letters() == []


def test_nothing_new_is_no_letter_and_the_next_day_is_tomorrow():
    made = due()

    tell_alerts()

    made.refresh_from_db()
    assert letters() == []
    assert made.next_on == timezone.localdate() + timedelta(days=1)


def test_at_most_one_letter_a_day_and_nothing_is_told_twice():
    made = due()
    published()
    tell_alerts()
    published(age=timedelta(0))

    tell_alerts()
    today = len(letters())
    sending.tell_all_due(timezone.localtime() + timedelta(days=1))
    sending.tell_all_due(timezone.localtime() + timedelta(days=2))

    first, second = letters()
    assert today == 1
    assert first.body.count("/offers/") == second.body.count("/offers/") == 3
    assert made.told_until < Alert.objects.get().told_until


def test_an_offer_published_this_minute_waits_for_the_next_letter():
    due()
    published(age=timedelta(0))

    assert tell_alerts() == 0
    assert sending.tell_all_due(timezone.localtime() + timedelta(days=1)) == 1


def test_who_has_not_agreed_is_not_written_to():
    alert()
    Message.objects.all().delete()
    published()

    assert tell_alerts() == 0


def test_a_long_list_is_cut_and_leads_to_the_board(monkeypatch):
    monkeypatch.setattr(sending, "MOST_IN_A_LETTER", 2)
    due(query="q=kucharz", language="en")
    for _number in range(3):
        published(title_pl="Kucharz")

    tell_alerts()

    (letter,) = letters()
    assert letter.subject == "New job offers"
    assert letter.body.count("Kucharz") == 2
    assert "sort=newest" in letter.body


@pytest.mark.parametrize(
    ("language", "words"), [("uk", "uk/offers"), ("pl", "pl/offers"), ("en", "en/offers")]
)
def test_links_lead_to_pages_in_the_readers_language(language, words):
    due(language=language)
    published()

    tell_alerts()

    assert letters()[0].body.count(words) == 3


def test_a_letter_that_is_sent_keeps_no_text_and_goes_after_a_week():
    due()
    published()
    tell_alerts()
    deliver(letters()[0].pk)
    sent = Message.objects.get()

    Message.objects.update(finished_at=timezone.now() - timedelta(days=8))
    forget_alerts()

    assert len(mail.outbox) == 1
    assert (sent.body, sent.stop_address) == ("", "")
    assert not Message.objects.exists()


def test_letters_of_others_are_not_forgotten():
    due()
    published()
    tell_alerts()
    deliver(letters()[0].pk)
    long_ago = timezone.now() - timedelta(days=8)
    Message.objects.update(finished_at=long_ago, key="staff-1")

    forget_alerts()

    assert Message.objects.count() == 1


def test_an_alert_nobody_confirmed_is_forgotten_after_a_week():
    old, fresh, agreed = alert("a@example.org"), alert("b@example.org"), confirmed("c@example.org")
    Alert.objects.filter(pk=old.pk).update(asked_at=timezone.now() - timedelta(days=8))

    forget_alerts()

    assert set(Alert.objects.all()) == {fresh, agreed}


def test_an_address_that_takes_no_letters_is_given_up():
    made = due()
    published()
    tell_alerts()
    letter = letters()[0]
    Message.objects.all().delete()
    for number in range(sending.GIVE_UP_AFTER):
        letter.pk, letter.public_id, letter._state.adding = (
            None,
            f"00000000-0000-4000-8000-00000000000{number}",
            True,
        )
        letter.key, letter.state = f"alert-{made.public_id.hex}-{number}", Message.State.FAILED
        letter.save()

    sending.tell_all_due(timezone.localtime() + timedelta(days=1))

    assert not Alert.objects.exists()


@pytest.mark.parametrize("count", [1, 5])
def test_each_alert_costs_the_same(django_assert_max_num_queries, count):
    due()
    for _number in range(count):
        published()

    with django_assert_max_num_queries(22):
        tell_alerts()


def test_a_worker_that_dies_between_letter_and_memory_leaves_neither(monkeypatch):
    made = due()
    published()

    def die(*_args, **_kwargs):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Alert, "save", die)
        with pytest.raises(KeyboardInterrupt):
            tell_alerts()
    half = len(letters())
    tell_alerts()

    assert (half, len(letters())) == (0, 1)
    assert Alert.objects.get().told_until > made.told_until
