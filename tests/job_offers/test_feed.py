"""Taking over the national feed: through the task, the command and the pages."""

import io
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from job_offers import feed
from job_offers.feed_content import OfferRefused
from job_offers.feed_map import Dictionaries, map_offer
from job_offers.models import FeedFinding, FeedImport, Offer
from job_offers.services.offers import update_offer
from job_offers.tasks import import_feed
from pup_portal.background import LeaseLost, OwedWork, leased
from tests.factories import UserFactory
from tests.job_offers.feed_files import as_json, as_zip
from tests.job_offers.feed_taking import offer, owe, take
from translations.models import Translation

pytestmark = pytest.mark.django_db


def counts(owed: FeedImport) -> dict[str, int]:
    names = ("created", "changed", "unchanged", "gone", "refused")
    return {name: getattr(owed, name) for name in names if getattr(owed, name)}


def reasons(owed: FeedImport) -> list[str]:
    return list(owed.findings.values_list("reason", flat=True))


def test_new_offer_is_read_into_typed_columns():
    take(offer())

    stored = Offer.objects.get(source_id=f"{1:032x}")
    assert (stored.title_pl, stored.state, stored.source) == ("PAKOWACZ/PAKOWACZKA", "draft", "feed")
    assert (stored.pay_from, stored.pay_to, stored.pay_unit) == (Decimal(4806), None, "month")
    assert (stored.contract.code, stored.shift.code, stored.education.code[:5]) == (
        "fixed_term",
        "two",
        "prima",
    )
    assert (stored.place.name_pl, stored.street_address) == ("Chęciny", "Próbna 5")
    assert (stored.starts_on, stored.ends_on) == (date(2026, 12, 1), date(2027, 6, 30))
    assert (stored.hours_per_week, stored.working_time, stored.posts) == (Decimal(40), Decimal(1), 4)
    assert (stored.contact_phone, stored.contact_email) == ("+48415550123", "praca@example.org")
    assert (stored.polish_level, stored.occupation.code) == ("a1", "932101")
    assert [term.code for term in stored.licences.all()] == ["sanitary"]
    assert [term.code for term in stored.apply_languages.order_by("code")] == ["pl", "uk"]
    assert [(need.language.code, need.speech.code) for need in stored.languages.all()] == [("pl", "a1")]
    assert stored.has_lodging
    assert stored.ukraine_welcome
    assert stored.translation_consent


def test_contact_person_is_not_kept():
    take(offer())

    assert "Jan Fikcyjny" not in str(Offer.objects.values_list("feed_text", flat=True).get())


def test_contact_and_name_are_kept_only_where_they_may_be_shown():
    take(
        offer(
            danePracodawcy__publikowacDanePracodawcy=False,
            danePracodawcy__pokazacDaneKontaktowePracodawcy=False,
        )
    )

    stored = Offer.objects.get()
    assert (stored.employer_name, stored.contact_phone, stored.contact_email) == ("", "", "")


def test_offer_with_consent_owes_its_translation_and_another_does_not():
    take(offer(1), offer(2, zgodNaTlumaczenieUA=False))

    with_consent = Offer.objects.get(source_id=f"{1:032x}")
    assert [row.object_id for row in Translation.objects.all()] == [with_consent.pk]


def test_same_file_twice_changes_nothing():
    take(offer(1), offer(2))
    before = list(Offer.objects.order_by("pk").values("pk", "version", "changed_at"))

    again = take(offer(1), offer(2))

    assert counts(again) == {"unchanged": 2}
    assert list(Offer.objects.order_by("pk").values("pk", "version", "changed_at")) == before


def test_new_changed_unchanged_and_gone_are_told_apart():
    take(offer(1), offer(2), offer(3))

    second = take(offer(1), offer(2, warunkiPracyIPlacy__wynagrodzenieBrutto="od 5 000 PLN"), offer(4))

    assert counts(second) == {"created": 1, "changed": 1, "unchanged": 1, "gone": 1}
    assert Offer.objects.get(source_id=f"{2:032x}").pay_from == 5000
    gone = Offer.objects.get(source_id=f"{3:032x}")
    assert (gone.state, gone.withdrawn_reason) == ("withdrawn", feed.GONE_REASON)


FEWER = {"pozostaleDane__lWolnychMiejsc": 2}


def corrected(**values):
    """An offer of the feed that somebody at the desk has corrected."""
    take(offer())
    stored = Offer.objects.get()
    values.setdefault("title_pl", "Pakowacz/pakowaczka owoców")
    update_offer(offer=stored, facts=values, version=stored.version, by=UserFactory())


def test_what_the_desk_corrected_stays_when_the_feed_changes_something_else():
    corrected(pay_from=Decimal(5000), valid_until=date(2199, 1, 1), licences=[], languages=[], place=None)

    second = take(offer(**FEWER))

    stored = Offer.objects.get()
    assert counts(second) == {"changed": 1}
    assert (stored.posts, stored.title_pl, stored.pay_from) == (2, "Pakowacz/pakowaczka owoców", 5000)
    assert (stored.valid_until, stored.place) == (date(2199, 1, 1), None)
    assert not stored.licences.exists()
    assert not stored.languages.exists()
    assert stored.apply_languages.count() == 2
    assert counts(take(offer(**FEWER))) == {"unchanged": 1}


def test_what_the_feed_changes_wins_over_what_the_desk_corrected():
    corrected(contact_phone="+48415550199", licences=[], languages=[])

    take(
        offer(
            warunkiPracyIPlacy__stanowisko="SORTOWACZ/SORTOWACZKA",
            danePracodawcy__pokazacDaneKontaktowePracodawcy=False,
            wymagania__wymaganiaKonieczne={"uprawnienia": ["prawo jazdy kat. B"], "jezyki": []},
        )
    )

    stored = Offer.objects.get()
    assert (stored.title_pl, stored.contact_phone) == ("SORTOWACZ/SORTOWACZKA", "")
    assert [term.code for term in stored.licences.all()] != []
    assert not stored.languages.exists()


def test_correction_outlives_an_offer_that_was_gone():
    corrected()
    Offer.objects.update(state="withdrawn", withdrawn_reason=feed.GONE_REASON, closed_on=timezone.localdate())

    take(offer())

    assert Offer.objects.values_list("state", "title_pl").get() == ("draft", "Pakowacz/pakowaczka owoców")


@pytest.mark.parametrize("stored", [None, [], {}, {"hash": 5}])
def test_stored_text_that_cannot_be_read_any_more_leaves_all_to_the_feed(stored):
    corrected()
    Offer.objects.update(feed_text=stored)

    take(offer(**FEWER))

    assert Offer.objects.values_list("posts", "title_pl").get() == (2, "PAKOWACZ/PAKOWACZKA")


def test_offer_that_comes_back_starts_as_a_draft():
    take(offer(1), offer(2))
    take(offer(1))

    third = take(offer(1), offer(2))

    assert counts(third) == {"changed": 1, "unchanged": 1}
    assert Offer.objects.get(source_id=f"{2:032x}").state == "draft"


def test_offers_of_another_office_are_not_gone():
    take(offer(1), offer(2, pozostaleDane__ofertaZgloszonaPrzezKodJednostki="26620"))

    take(offer(1))

    assert Offer.objects.get(source_id=f"{2:032x}").state == "draft"


def test_damaged_file_makes_nothing_gone():
    take(offer(1), offer(2))
    broken = as_zip({"a.json": as_json(offer(1)), "b.json": b"[{"})

    owed = owe(broken)
    import_feed(owed.pk)

    owed.refresh_from_db()
    assert (owed.is_damaged, counts(owed)) == (True, {"unchanged": 1})
    assert set(Offer.objects.values_list("state", flat=True)) == {"draft"}


def test_suspiciously_many_missing_offers_wait_for_a_person(client):
    take(*(offer(number) for number in range(1, 31)))
    broker = UserFactory(role=Role.BROKER)
    client.force_login(broker)

    second = take(offer(1))

    assert (second.gone_held, second.gone) == (True, 29)
    assert set(Offer.objects.values_list("state", flat=True)) == {"draft"}
    page = client.get(reverse("job_offers:import-detail", args=[second.public_id])).content.decode()
    assert "29" in page
    for _click in range(2):
        client.post(reverse("job_offers:import-withdraw", args=[second.public_id]))
    assert Offer.objects.filter(state="withdrawn").count() == 29


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"hash": ""}, "The offer has no identifier."),
        ({"hash": None}, "The offer has no identifier."),
        ({"hash": 7}, "The offer does not have the shape of the feed."),
        ({"hash": "x" * 65}, "The offer has no identifier."),
        ({"statusOferty": "H"}, "The offer is not active in the national database."),
        ({"kodJezyka": "ua"}, "This is not the Polish version of the offer."),
        ({"warunkiPracyIPlacy": None}, "The offer names no position."),
        ({"warunkiPracyIPlacy": []}, "The offer does not have the shape of the feed."),
        ({"warunkiPracyIPlacy__stanowisko": ["x"]}, "The offer does not have the shape of the feed."),
        ({"warunkiPracyIPlacy__stanowisko": "x" * 201}, "A field of the offer is far too long."),
        ({"warunkiPracyIPlacy__zakresObowiazkow": "a\0b"}, "The offer holds characters that are not text."),
        (
            {"wymagania__wymaganiaKonieczne": {"jezyki": "x"}},
            "The offer does not have the shape of the feed.",
        ),
        ({"pozostaleDane__lWolnychMiejsc": 0}, "The offer has no free posts."),
        ({"pozostaleDane__lWolnychMiejsc": -3}, "The offer has no free posts."),
        ({"pozostaleDane__lWolnychMiejsc": "dużo"}, "The offer has no free posts."),
        ({"pozostaleDane__ofertaWaznaDo": "kiedyś"}, "The offer does not say until when it is valid."),
        ({"pozostaleDane__ofertaWaznaDo": "01.01.2020"}, "The offer is no longer valid."),
    ],
)
def test_one_bad_offer_is_refused_with_its_reason_and_stops_nothing(changes, reason):
    owed = take(offer(1, **changes), offer(2))

    assert counts(owed) == {"created": 1, "refused": 1}
    assert reasons(owed) == [reason]


def test_half_a_character_is_refused_before_the_database_sees_it():
    broken = offer(1, warunkiPracyIPlacy__zakresObowiazkow="\ud800")

    with pytest.raises(OfferRefused, match="not text"):
        map_offer(broken, Dictionaries(), timezone.localdate())


def test_offer_listed_twice_is_taken_once():
    owed = take(offer(1), offer(1), offer(2))

    assert counts(owed) == {"created": 2, "refused": 1}


@pytest.mark.parametrize(
    ("changes", "column", "value"),
    [
        ({"warunkiPracyIPlacy__rodzajZatrudnienia": "Umowa kosmiczna"}, "contract", None),
        ({"warunkiPracyIPlacy__zmianowosc": "pięć zmian"}, "shift", None),
        ({"pozostaleDane__kodZawodu": "RPd057|999999"}, "occupation", None),
        ({"warunkiPracyIPlacy__miejscowosc": "Nieznanów"}, "place", None),
        ({"warunkiPracyIPlacy__wynagrodzenieBrutto": "do uzgodnienia"}, "pay_from", None),
        ({"warunkiPracyIPlacy__wymiarEtatu": 3.5}, "working_time", None),
        ({"warunkiPracyIPlacy__lGodzinWTygodniu": -4}, "hours_per_week", None),
        ({"warunkiPracyIPlacy__dataZakonczeniaPracy": "01.01.2020"}, "ends_on", None),
        ({"danePracodawcy__nrTelefonu": "zadzwoń"}, "contact_phone", ""),
        ({"danePracodawcy__email": "nie@mail@"}, "contact_email", ""),
        ({"pozostaleDane__lWolnychMiejsc": None}, "posts", 1),
    ],
)
def test_unknown_value_is_left_empty_and_shown_to_a_person(changes, column, value):
    owed = take(offer(1, **changes))

    assert getattr(Offer.objects.get(), column) == value
    assert list(owed.findings.values_list("kind", flat=True)) == ["note"]


def test_pay_that_was_not_understood_is_shown_as_it_was_written():
    take(offer(1, warunkiPracyIPlacy__wynagrodzenieBrutto="wg stawek"))

    assert Offer.objects.get().pay_note_pl == "wg stawek; + premia uznaniowa"


@pytest.mark.parametrize("content", [b"hello", b"PK\x03\x04broken", as_zip({"../a.json": b"[]"})])
def test_unusable_file_changes_nothing_and_says_why(content):
    take(offer(1))
    owed = owe(content)

    import_feed(owed.pk)

    owed.refresh_from_db()
    assert owed.refusal
    assert owed.state == OwedWork.State.DONE
    assert Offer.objects.get().state == "draft"


def test_file_is_deleted_when_it_is_not_needed_any_more(django_capture_on_commit_callbacks):
    owed = owe(as_json(offer(1)))
    storage, name = owed.file.storage, owed.file.name

    with django_capture_on_commit_callbacks(execute=True):
        import_feed(owed.pk)

    owed.refresh_from_db()
    assert not owed.file
    assert not storage.exists(name)


def test_import_that_was_killed_goes_on_behind_the_last_batch(monkeypatch):
    monkeypatch.setattr(feed, "BATCH", 2)
    owed = owe(as_json(*(offer(number) for number in range(1, 6))))
    _take_two_batches_and_die(owed)

    import_feed(owed.pk)

    owed.refresh_from_db()
    assert (counts(owed), owed.position) == ({"created": 5}, 5)


def _take_two_batches_and_die(owed: FeedImport) -> None:
    """What a worker killed between two batches leaves: stored batches and a lease nobody serves."""
    stored = feed._store

    def store_then_die(owed, batch, known, *, read):
        if owed.position == 4:
            raise SystemExit
        stored(owed, batch, known, read=read)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(feed, "_store", store_then_die)
        with pytest.raises(SystemExit):
            import_feed(owed.pk)
    FeedImport.objects.filter(pk=owed.pk).update(run_after=timezone.now() - timedelta(seconds=1))


def test_batch_of_a_worker_that_lost_its_lease_is_not_stored():
    owed = owe(as_json(offer(1)))

    with leased(FeedImport, owed.pk) as row:
        FeedImport.objects.filter(pk=owed.pk).update(lease="00000000-0000-4000-8000-000000000000")
        batch = feed._Batch()
        with pytest.raises(LeaseLost):
            feed._store(row, batch, Dictionaries(), read=1)

    assert FeedImport.objects.get(pk=owed.pk).position == 0


def test_feedfinding_has_a_reason():
    owed = owe(as_json(offer(1)))

    with pytest.raises(IntegrityError, match="feedfinding_has_a_reason"):
        FeedFinding.objects.create(feed_import=owed, kind="note", place=1, reason="")


def test_command_imports_a_file_and_says_what_came_of_it(tmp_path):
    (tmp_path / "feed.zip").write_bytes(as_zip({"a.json": as_json(offer(1), offer(2, hash=""))}))
    output = io.StringIO()

    call_command("import_offers", str(tmp_path / "feed.zip"), stdout=output)

    assert "1 new" in output.getvalue()
    assert "1 refused" in output.getvalue()
    assert "no identifier" in output.getvalue()


@pytest.mark.parametrize("content", [None, b"", b"hello"])
def test_command_fails_with_a_sentence_on_an_unusable_file(tmp_path, content):
    if content is not None:
        (tmp_path / "feed.zip").write_bytes(content)

    with pytest.raises(CommandError, match=r"\w+ \w+"):
        call_command("import_offers", str(tmp_path / "feed.zip"))
