"""Asking the national database of offers: through the tasks, against a server of this machine."""

import base64
import re
import tempfile
import threading
import tracemalloc
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from defusedxml.ElementTree import fromstring
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from job_offers import periodic
from job_offers.feed_service import asking, calling, window
from job_offers.feed_service.answers import Damaged, read_reply
from job_offers.models import FeedCall, FeedImport, Offer
from job_offers.tasks import call_feed_service, import_feed, owe_feed_calls
from pup_portal import env, outbound
from pup_portal.background import OwedWork
from pup_portal.celery import app as celery_app
from tests.job_offers.feed_files import as_json, as_zip
from tests.job_offers.feed_service.fake_feed_server import (
    BOMB,
    INCLUDE,
    MULTIPART,
    XML,
    FeedServer,
    envelope,
    feed_server,
    inline,
    multipart,
)
from tests.job_offers.feed_taking import offer as offer_of_the_feed

pytestmark = pytest.mark.django_db

# Of next year: the database stamps rows with its own clock, which must not be ahead of the tests.
YEAR = datetime.now(tz=UTC).year + 1
EVENING = date(YEAR, 11, 22)
IN_WINDOW = datetime(YEAR, 11, 22, 19, tzinfo=UTC)  # 20:00 in Poland
Outcome = FeedCall.Outcome


@pytest.fixture(scope="module")
def running():
    with feed_server() as server:
        yield server


@pytest.fixture
def service(running, settings) -> FeedServer:
    running.asked.clear()
    running.answers(envelope("Brak danych"))
    settings.FEED_URL = running.url
    settings.FEED_PARTNER = "Urząd & Próba"
    settings.FEED_UNITS = ["26610"]
    settings.OUTBOUND_HOSTS = frozenset({running.host})
    return running


@pytest.fixture
def at(monkeypatch):
    """Set the clock of the portal; it is 20:00 on a November evening until told otherwise."""

    def set_clock(moment: datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: moment)

    set_clock(IN_WINDOW)
    return set_clock


@pytest.fixture
def owed(at) -> FeedCall:
    return FeedCall.objects.create(evening=EVENING, criterion="26610", run_after=IN_WINDOW)


def settle(owed: FeedCall) -> FeedCall:
    call_feed_service(owed.pk)
    owed.refresh_from_db()
    return owed


def offer(number: int):
    return offer_of_the_feed(number, pozostaleDane__ofertaWaznaDo=f"{EVENING + timedelta(days=30):%d.%m.%Y}")


def archive(*offers) -> bytes:
    return as_zip({"oferty.json": as_json(*offers)})


# --- the window ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moment", "evening"),
    [
        (datetime(YEAR, 11, 22, 15, 59, 59, tzinfo=UTC), None),
        (datetime(YEAR, 11, 22, 16, tzinfo=UTC), EVENING),
        (datetime(YEAR, 11, 23, 5, 59, 59, tzinfo=UTC), EVENING),
        (datetime(YEAR, 11, 23, 6, tzinfo=UTC), None),
        (datetime(2026, 7, 1, 15, tzinfo=UTC), date(2026, 7, 1)),  # summer time: 17:00
        (datetime(2026, 7, 1, 14, 59, tzinfo=UTC), None),
        (datetime(2026, 10, 25, 5, 59, tzinfo=UTC), date(2026, 10, 24)),  # the night of 25 hours
        (datetime(2026, 10, 25, 6, tzinfo=UTC), None),
    ],
)
def test_window_is_open_from_17_to_7_in_poland(moment, evening):
    assert window.evening_of(moment) == evening


def test_window_shuts_when_its_last_moment_is_over():
    shuts = window.closes_at(EVENING)

    assert window.evening_of(shuts) is None
    assert window.evening_of(shuts - timedelta(microseconds=1)) == EVENING
    assert window.evening_of(window.opens_at(EVENING)) == EVENING


# --- owing ---------------------------------------------------------------------------------------


def test_each_evening_owes_one_call_for_each_office(service, at, settings):
    settings.FEED_UNITS = ["26610", "26"]

    for _time in range(3):
        owe_feed_calls()
    at(IN_WINDOW + timedelta(days=1))
    owe_feed_calls()

    owed = FeedCall.objects.order_by("evening", "criterion").values_list("evening", "criterion")
    assert list(owed) == [(EVENING + timedelta(days=day), code) for day in (0, 1) for code in ("26", "26610")]


def test_calls_are_spread_over_an_hour_and_not_sent_at_the_stroke(service, at):
    at(window.opens_at(EVENING))

    owe_feed_calls()

    late = FeedCall.objects.get().run_after - window.opens_at(EVENING)
    assert timedelta(minutes=5) <= late < timedelta(minutes=65)


@pytest.mark.parametrize(("partner", "hour"), [("", 19), ("Urząd", 12)])
def test_nothing_is_owed_when_switched_off_or_out_of_hours(service, at, settings, partner, hour):
    settings.FEED_PARTNER = partner
    at(IN_WINDOW.replace(hour=hour))

    owe_feed_calls()

    assert not FeedCall.objects.exists()


def test_beat_looks_every_half_hour_of_the_window_and_at_no_other_time():
    periodic.schedule(celery_app)

    entry = celery_app.conf.beat_schedule["owe feed calls"]

    assert entry["task"] == "job_offers.tasks.owe_feed_calls"
    assert entry["schedule"].hour == {17, 18, 19, 20, 21, 22, 23, 0, 1, 2, 3, 4, 5, 6}
    assert len(entry["schedule"].minute) == 2


@pytest.mark.parametrize(
    "raw", ["", "2661", "266100", "26610;26620", "26610,26610", "Kielce", ",".join(["26610"] * 21)]
)
def test_units_that_are_none_stop_the_start(raw):
    with pytest.raises(ValueError, match=r"^$"):
        env.feed_criteria(raw)


def test_units_are_offices_voivodeships_or_all():
    assert env.feed_criteria("26610, 26,all") == ["26610", "26", "all"]
    with pytest.raises(ValueError, match=r"^$"):
        env.feed_criteria(",".join(f"{code:05}" for code in range(21)))


# --- the question --------------------------------------------------------------------------------


def test_question_is_what_the_manual_says(service, owed):
    settle(owed)

    ((headers, sent),) = service.asked
    (question,) = fromstring(sent).iter("{http://oferty.praca.gov.pl/v2/oferta}Dane")
    assert headers["SOAPAction"] == '"http://oferty.praca.gov.pl/oferta/Dane"'
    assert headers["Content-Type"] == "text/xml; charset=utf-8"
    assert question.findtext("pytanie/Partner") == "Urząd & Próba"
    assert question.findtext("pytanie/Jezyk") == "pl"
    assert [(one.tag, one.text) for one in question.find("pytanie/Kryterium")] == [("Jednostka", "26610")]


@pytest.mark.parametrize(
    ("criterion", "sent"),
    [("26610", ("Jednostka", "26610")), ("26", ("Wojewodztwo", "26")), ("all", ("Wszystkie", "true"))],
)
@pytest.mark.parametrize("language", ["pl", "ru", "by", "en", "ua"])
def test_question_names_exactly_one_criterion_and_a_language(criterion, sent, language):
    body = asking.question(partner="x", criterion=criterion, language=asking.FeedLanguage(language))

    asked = fromstring(body).find(".//pytanie")
    assert [(one.tag, one.text) for one in asked.find("Kryterium")] == [sent]
    assert asked.findtext("Jezyk") == language


# --- what comes back -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (lambda packed: inline(packed), XML),
        (lambda packed: multipart(packed), MULTIPART),
        (lambda packed: multipart(base64.encodebytes(packed), encoding="base64"), MULTIPART),
    ],
    ids=["base64", "attachment", "attachment in base64"],
)
def test_offers_that_come_are_taken_over(service, owed, body, kind):
    packed = archive(offer(1), offer(2))
    service.answers(body(packed), kind)

    settle(owed)
    import_feed(owed.feed_import_id)

    taken = FeedImport.objects.get()
    assert (owed.outcome, owed.state, owed.number, owed.size) == (Outcome.TAKEN, "done", 1, len(packed))
    assert (owed.feed_import, taken.created, taken.uploaded_by) == (taken, 2, None)
    assert Offer.objects.filter(source="feed").count() == 2


@pytest.mark.parametrize(
    ("status", "outcome", "is_asked_again"),
    [
        ("Brak danych", Outcome.NO_DATA, False),
        ("Usługa niedostępna", Outcome.UNAVAILABLE, True),
        ("Przekroczono limit wywołań usługi", Outcome.LIMIT, False),
        ("Niepoprawna autoryzacja", Outcome.UNAUTHORISED, False),
        ("Coś nowego", Outcome.UNKNOWN, True),
    ],
)
def test_each_status_is_kept_and_told_as_a_sentence(service, owed, status, outcome, is_asked_again):
    service.answers(envelope(status))

    settle(owed)

    assert (owed.outcome, owed.state) == (outcome, OwedWork.State.DONE)
    assert owed.get_outcome_display().endswith((".", "?"))
    assert FeedCall.objects.filter(try_number=2).exists() == is_asked_again
    assert not FeedImport.objects.exists()


def test_another_try_comes_after_a_pause_and_ends_with_the_third(service, owed, at):
    service.answers(envelope("Usługa niedostępna"))
    moments = []

    while (call := FeedCall.objects.filter(state="owed").first()) is not None:
        at(call.run_after)
        moments.append(call.run_after - IN_WINDOW)
        settle(call)

    assert moments == [timedelta(), *(timedelta(minutes=after) for after in (15, 60, 180))]
    assert len(service.asked) == 4


def test_no_other_try_is_owed_behind_the_window(service, at, owed):
    service.answers(envelope("Usługa niedostępna"))
    at(window.closes_at(EVENING) - timedelta(minutes=15))

    settle(owed)

    assert FeedCall.objects.get().outcome == Outcome.UNAVAILABLE


_ZIP = as_zip({"a.json": b"[]"})


@pytest.mark.parametrize(
    ("body", "kind", "outcome"),
    [
        (b"", XML, Outcome.DAMAGED),
        (b"<html>login</html>", "text/html", Outcome.DAMAGED),
        (_ZIP, "application/zip", Outcome.DAMAGED),
        (b"hello", XML, Outcome.DAMAGED),
        (b"<a/>", XML, Outcome.DAMAGED),
        (envelope("Poprawny"), XML, Outcome.DAMAGED),
        (envelope("Poprawny", "QUJD"), XML, Outcome.DAMAGED),
        (envelope("Poprawny", "QUJ"), XML, Outcome.DAMAGED),
        (envelope("Poprawny", "Q?JD"), XML, Outcome.DAMAGED),
        (envelope("Poprawny", "ąąąą"), XML, Outcome.DAMAGED),
        (envelope("Poprawny", "<a/>" * 2_000), XML, Outcome.DAMAGED),
        (envelope("&c;", before=BOMB), XML, Outcome.DAMAGED),
        (envelope("Poprawny", before='<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">'), XML, Outcome.DAMAGED),
        (inline(_ZIP)[:-200], XML, Outcome.DAMAGED),
        (multipart(_ZIP)[:-20], MULTIPART, Outcome.DAMAGED),
        (multipart(_ZIP)[:150], MULTIPART, Outcome.DAMAGED),
        (multipart(_ZIP[:-30]), MULTIPART, Outcome.DAMAGED),
        (multipart(base64.b64encode(_ZIP)[:-2], encoding="base64"), MULTIPART, Outcome.DAMAGED),
        (multipart(_ZIP).replace(b"<oferty@praca>", b"<other>"), MULTIPART, Outcome.DAMAGED),
        (multipart(_ZIP).replace(b"\r\n\r\n", b"\r\n"), MULTIPART, Outcome.DAMAGED),
        (multipart(_ZIP), "multipart/related", Outcome.DAMAGED),
        (f"--{'uuid:part-of-the-answer'}--".encode(), MULTIPART, Outcome.DAMAGED),
        (b"--uuid:part-of-the-answer\r\nA: b\r\n\r\n\r\n" * 20, MULTIPART, Outcome.DAMAGED),
        (multipart(_ZIP, root=envelope("Poprawny")), MULTIPART, Outcome.DAMAGED),
        (multipart(_ZIP, root=envelope("Brak danych", INCLUDE)), MULTIPART, Outcome.NO_DATA),
    ],
)
def test_what_is_no_whole_answer_changes_nothing(service, owed, body, kind, outcome):
    service.answers(body, kind)

    settle(owed)

    assert (owed.outcome, owed.state) == (outcome, OwedWork.State.DONE)
    assert not FeedImport.objects.exists()


@pytest.mark.parametrize(
    ("status", "mood", "outcome"),
    [
        (500, "", Outcome.HTTP_ERROR),
        (404, "", Outcome.HTTP_ERROR),
        (302, "", Outcome.ELSEWHERE),
        (200, "truncated", Outcome.UNREACHABLE),
        (200, "slow", Outcome.UNREACHABLE),
    ],
)
def test_a_server_that_behaves_badly_is_told_and_followed_nowhere(
    service, owed, monkeypatch, status, mood, outcome
):
    monkeypatch.setattr(outbound, "CONNECT_AND_READ_SECONDS", 0.3)
    service.answers(inline(archive(offer(1))), status=status, mood=mood)

    settle(owed)

    assert (owed.outcome, len(service.asked)) == (outcome, 1)
    assert not FeedImport.objects.exists()


def test_connection_that_is_refused_is_told(service, owed, settings):
    settings.FEED_URL = "http://127.0.0.1:1/"
    settings.OUTBOUND_HOSTS = frozenset({"127.0.0.1:1"})

    assert settle(owed).outcome == Outcome.UNREACHABLE


def test_address_that_is_not_listed_is_not_asked(service, owed, settings):
    settings.OUTBOUND_HOSTS = frozenset()

    assert settle(owed).outcome == Outcome.NOT_LISTED
    assert service.asked == []


def test_answer_larger_than_any_feed_is_not_read_to_its_end(service, owed, settings):
    settings.IMPORT_MAX_BYTES = 100_000
    service.answers(inline(b"x" * 200_000))

    assert settle(owed).outcome == Outcome.UNREACHABLE


@pytest.mark.parametrize("kind", [XML, MULTIPART])
def test_large_answer_takes_little_memory(kind):
    packed = bytes(range(256)) * 40_000  # ten megabytes
    with tempfile.TemporaryFile() as body, tempfile.TemporaryFile() as archive:
        body.write(inline(packed) if kind == XML else multipart(packed))
        tracemalloc.start()

        read_reply(kind, body, archive)

        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        archive.seek(0)
        assert archive.read() == packed
    assert peak < 2_000_000


# --- never twice, never too often ----------------------------------------------------------------


def test_settled_call_is_not_made_again(service, owed):
    settle(owed)

    assert not call_feed_service(owed.pk)
    assert len(service.asked) == 1


def test_call_in_which_the_worker_was_killed_is_not_repeated_but_another_is_owed(service, owed):
    FeedCall.objects.filter(pk=owed.pk).update(
        state="running", lease=uuid4(), leased_until=IN_WINDOW, attempts=1, number=1, called_at=IN_WINDOW
    )

    settle(owed)

    assert (owed.outcome, service.asked) == (Outcome.INTERRUPTED, [])
    assert FeedCall.objects.get(try_number=2).state == "owed"


def test_call_whose_worker_dies_after_asking_still_counts(service, owed, monkeypatch):
    def die(*_parts):
        raise SystemExit

    service.answers(inline(archive(offer(1))))
    with monkeypatch.context() as patch:
        patch.setattr(calling, "read_reply", die)
        with pytest.raises(SystemExit):
            call_feed_service(owed.pk)
    FeedCall.objects.filter(pk=owed.pk).update(run_after=IN_WINDOW)

    settle(owed)

    assert (owed.outcome, owed.number, len(service.asked)) == (Outcome.INTERRUPTED, 1, 1)


def test_worker_that_lost_its_lease_before_asking_asks_nothing(service, owed, monkeypatch):
    counted = calling._refusal

    def lose(row, now):
        FeedCall.objects.filter(pk=row.pk).update(lease=uuid4())
        return counted(row, now)

    monkeypatch.setattr(calling, "_refusal", lose)
    call_feed_service(owed.pk)

    assert service.asked == []
    assert FeedCall.objects.get().number is None


@pytest.mark.parametrize("hour", [12, 15])
def test_call_is_not_made_out_of_hours(service, owed, at, hour):
    at(datetime(YEAR, 11, 23, hour, tzinfo=UTC))

    assert settle(owed).outcome == Outcome.MISSED
    assert (service.asked, owed.number) == ([], None)


def test_call_of_yesterday_is_not_made_tonight(service, owed, at):
    at(IN_WINDOW + timedelta(days=1))

    assert settle(owed).outcome == Outcome.MISSED
    assert service.asked == []


def test_twenty_calls_of_an_evening_are_enough(service, owed):
    FeedCall.objects.bulk_create(
        FeedCall(
            evening=EVENING, criterion=f"{code:05}", number=code, called_at=IN_WINDOW, run_after=IN_WINDOW
        )
        for code in range(1, 21)
    )

    assert settle(owed).outcome == Outcome.SPENT
    assert service.asked == []


@pytest.mark.django_db(transaction=True)
def test_two_workers_never_count_past_the_limit(service, at):
    calls = [
        FeedCall.objects.create(evening=EVENING, criterion=f"{code:05}", run_after=IN_WINDOW)
        for code in range(1, 23)
    ]

    def make(some):
        for call in some:
            call_feed_service(call.pk)
        connection.close()

    workers = [threading.Thread(target=make, args=(calls[start::2],)) for start in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    make(FeedCall.objects.filter(state="owed"))  # the sweep: a call is left alone while another is counted

    numbers = FeedCall.objects.exclude(number=None).order_by("number").values_list("number", flat=True)
    assert list(numbers) == list(range(1, 21))
    assert len(service.asked) == 20
    assert FeedCall.objects.filter(outcome=Outcome.SPENT).count() == 2


@pytest.mark.parametrize(
    ("constraint", "columns"),
    [
        ("feedcall_is_owed_once", {}),
        ("feedcall_is_counted_once", {"criterion": "26620", "number": 1, "called_at": IN_WINDOW}),
        ("feedcall_is_within_the_limit", {"criterion": "26620", "number": 21, "called_at": IN_WINDOW}),
        ("feedcall_is_counted_when_made", {"criterion": "26620", "number": 2}),
        ("feedcall_is_leased_while_running", {"criterion": "26620", "state": "running"}),
        ("feedcall_finished_at_when_done", {"criterion": "26620", "state": "done"}),
    ],
)
def test_database_refuses(owed, constraint, columns):
    FeedCall.objects.filter(pk=owed.pk).update(number=1, called_at=IN_WINDOW)

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        FeedCall.objects.create(**{"evening": EVENING, "criterion": "26610"} | columns)


def test_partner_and_addresses_stay_out_of_the_question_s_markup():
    body = asking.question(partner="<x/>", criterion="26610").decode()

    assert re.search("<Partner>&lt;x/&gt;</Partner>", body)
    assert urlsplit(asking.SOAP_ACTION).netloc == "oferty.praca.gov.pl"


def test_attachment_without_any_xml_is_damage():
    with tempfile.TemporaryFile() as body, tempfile.TemporaryFile() as archive:
        body.write(b"--b\r\nContent-Type: application/zip\r\n\r\nPK\r\n--b--")

        with pytest.raises(Damaged):
            read_reply('multipart/related; boundary="b"', body, archive)
