"""Contacts of a person with the office, and the day of the next one."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from messaging.models import Message
from pup_portal import person_data
from reference import services as reference
from reference.models import LegalRule, LegalRuleKey
from registration import rights_services
from registration.bulk import create_clients
from registration.locking import NotEditable
from registration.models import Care, Client, Contact, DeadlineRecount, Deadlines
from registration.rhythm import deadlines, personal, recounting, services
from registration.services import change_state, edit_client
from registration.vocabulary import ClientState, NoPesel
from tests.elsewhere import one_after_the_other
from tests.factories import UserFactory
from tests.registration.consents.factories import agreed
from tests.registration.factories import PESEL, ClientFactory
from tests.registration.rhythm.factories import ago, contacted, registered

pytestmark = pytest.mark.django_db

FORM = {"means": "in_person", "begun_by": "client", "was_reached": "on", "outcome": "Przyniosła dyplom."}


def inday(days):
    return timezone.localdate() + timedelta(days=days)


def days_of(client):
    return Deadlines.objects.get(client=client)


@pytest.fixture
def desk(client):
    client.force_login(UserFactory(role=Role.ADVISER))
    return client


def test_contact_is_due_ninety_days_after_registering_and_after_each_contact():
    person = registered(days_ago=10)
    first = days_of(person).contact_on

    contacted(person, days_ago=3)
    contacted(person, days_ago=7)

    assert first == inday(80)
    assert days_of(person).contact_on == inday(87)
    assert days_of(person).last_contact_on == ago(3)


def test_attempt_without_an_answer_puts_nothing_off():
    person = registered(days_ago=10)

    contacted(person, was_reached=False)

    assert days_of(person).contact_on == inday(80)


def test_mistaken_contact_no_longer_counts_and_stays_on_record():
    person, by = registered(days_ago=10), UserFactory()
    contact = contacted(person)

    services.void_contact(contact=contact, reason="Inna osoba", by=by)
    services.void_contact(contact=contact, reason="Drugi raz", by=UserFactory())

    contact.refresh_from_db()
    assert days_of(person).contact_on == inday(80)
    assert (contact.void_reason, contact.voided_by) == ("Inna osoba", by)


@pytest.mark.parametrize("state", [ClientState.ENQUIRY, ClientState.SUPPORTED])
def test_who_is_not_registered_owes_no_contact(state):
    person, by = ClientFactory(), UserFactory()
    if state != ClientState.ENQUIRY:
        change_state(client=person, to=state, effective_on=ago(0), by=by)

    contacted(person)

    assert (days_of(person).contact_on, days_of(person).last_contact_on) == (None, ago(0))


def test_deregistering_ends_the_duty():
    person = registered(days_ago=10)

    change_state(client=person, to=ClientState.DEREGISTERED, effective_on=ago(0), by=UserFactory())

    assert (days_of(person).contact_on, days_of(person).status_end_on) == (None, None)


def test_plan_brings_the_day_forward_and_its_end_puts_it_back():
    person, by = registered(days_ago=10), UserFactory(role=Role.ADVISER)

    def plan(starts, ends):
        services.set_care(client=person, looked_after_by=by, plan_starts_on=starts, plan_ends_on=ends, by=by)
        return days_of(person).contact_on

    assert plan(ago(5), None) == inday(25)
    assert plan(ago(5), inday(10)) == inday(80)
    assert plan(None, None) == inday(80)
    assert days_of(person).looked_after_by == by


@pytest.mark.parametrize(("starts", "ends"), [(None, date(2026, 1, 1)), (date(2026, 1, 2), date(2026, 1, 1))])
def test_plan_upside_down_is_refused(starts, ends):
    person = ClientFactory()

    with pytest.raises(services.PlanUpsideDown):
        services.set_care(
            client=person, looked_after_by=None, plan_starts_on=starts, plan_ends_on=ends, by=UserFactory()
        )


def test_plan_upside_down_is_refused_by_the_database_too():
    person = ClientFactory()

    with (
        pytest.raises(IntegrityError, match="care_plan_ends_after_it_starts"),
        transaction.atomic(),
    ):
        Care.objects.filter(client=person).update(plan_ends_on=date(2026, 1, 1))


def test_whoever_takes_a_person_in_looks_after_them():
    by = UserFactory()

    person = ClientFactory(created_by=by)

    assert person.care.looked_after_by == by
    assert days_of(person).looked_after_by == by


def test_contact_of_tomorrow_is_refused():
    with pytest.raises(services.InTheFuture):
        contacted(ClientFactory(), happened_on=inday(1))


def test_two_sendings_are_one_contact(desk):
    person, key = ClientFactory(), "7f6ab0e3-2d38-4f4f-8d5a-5a0c8e7e1a11"
    url = reverse("registration:contact-add", args=[person.public_id])

    for _time in range(2):
        desk.post(url, FORM | {"happened_on": ago(1), "key": key})

    assert [str(contact.public_id) for contact in Contact.objects.all()] == [key]


@pytest.mark.django_db(transaction=True)
def test_two_colleagues_record_contacts_at_once_and_the_later_day_counts():
    person = registered(days_ago=10)

    one_after_the_other(lambda: contacted(person, days_ago=1), lambda: contacted(person, days_ago=5))

    assert days_of(person).contact_on == inday(89)


def test_contact_is_recorded_from_the_list_in_two_steps(desk):
    person = registered(days_ago=89, preferred_contact="sms")
    address = f"{reverse('registration:contact-add', args=[person.public_id])}?from=list"

    listed = desk.get(reverse("registration:contact-list"))
    page = desk.get(address)
    offered = page.context["form"].initial
    told = desk.post(address, {name: value for name, value in offered.items() if value})

    assert address in listed.content.decode()
    assert told.url == reverse("registration:contact-list")
    assert (Contact.objects.get().means, days_of(person).contact_on) == ("sms", inday(90))


@pytest.mark.parametrize(
    "typed",
    [
        {"happened_on": "2999-01-01"},
        {"happened_on": "jutro"},
        {"happened_on": ""},
        {"means": "gołąb"},
        {"begun_by": ""},
        {"outcome": "x" * 301},
    ],
)
def test_bad_contact_is_refused_with_a_sentence(desk, typed):
    person = ClientFactory()

    response = desk.post(
        reverse("registration:contact-add", args=[person.public_id]), FORM | {"happened_on": ago(0)} | typed
    )

    assert response.status_code == 200
    assert set(response.context["form"].errors) == set(typed)
    assert not Contact.objects.exists()


def test_pages_of_one_person(desk):
    person = registered(days_ago=100)
    kept, mistaken = contacted(person, days_ago=95), contacted(person, days_ago=94)

    desk.post(
        reverse("registration:contact-void", args=[person.public_id, mistaken.public_id]), {"why": "Pomyłka"}
    )
    page = desk.get(reverse("registration:contacts", args=[person.public_id]))
    card = desk.get(person.get_absolute_url())

    assert list(page.context["page"]) == [mistaken, kept]
    assert "Pomyłka" in page.content.decode()
    assert page.context["rhythm"].is_overdue
    assert "overdue" in card.content.decode()


def test_care_is_set_on_its_page(desk):
    person, adviser = registered(), UserFactory(role=Role.ADVISER)
    url = reverse("registration:care-edit", args=[person.public_id])

    wrong = desk.post(url, {"plan_ends_on": "2026-01-01"})
    desk.post(url, {"looked_after_by": adviser.pk, "plan_starts_on": ago(0), "plan_ends_on": ""})

    assert "A plan must begin" in wrong.content.decode()
    assert Care.objects.get().looked_after_by == adviser
    assert days_of(person).contact_on == inday(30)
    assert desk.get(reverse("registration:contacts", args=[person.public_id])).context["rhythm"].has_plan


def test_manager_is_not_offered_to_look_after_people(desk):
    boss = UserFactory(role=Role.MANAGER)
    url = reverse("registration:care-edit", args=[ClientFactory().public_id])

    assert boss not in desk.get(url).context["form"].fields["looked_after_by"].queryset


def test_restricted_person_is_neither_contacted_nor_listed(desk):
    person = registered(days_ago=100)
    contact = contacted(person, days_ago=95)
    rights_services.restrict(client=person, reason="Spór", by=UserFactory())

    for change in (
        lambda: contacted(person),
        lambda: services.void_contact(contact=contact, reason="x", by=UserFactory()),
    ):
        with pytest.raises(NotEditable):
            change()

    assert desk.get(reverse("registration:contact-list")).context["page"].paginator.count == 0
    assert desk.get(reverse("registration:care-edit", args=[person.public_id])).status_code == 302


@pytest.mark.parametrize(
    ("name", "statement"),
    [
        (
            "contact_is_frozen_while_restricted",
            lambda c: Contact.objects.filter(client=c).update(outcome="x"),
        ),
        ("contact_is_frozen_while_restricted", lambda c: Contact.objects.filter(client=c).delete()),
        (
            "care_is_frozen_while_restricted",
            lambda c: Care.objects.filter(client=c).update(plan_starts_on=ago(1)),
        ),
    ],
)
def test_database_refuses_to_touch_a_restricted_person(name, statement):
    person = registered()
    contacted(person)
    rights_services.restrict(client=person, reason="Spór", by=UserFactory())

    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        statement(person)

    assert refusal.value.__cause__.diag.constraint_name == name


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("contact_means_is_known", {"means": "x"}),
        ("contact_begun_by_is_known", {"begun_by": "x"}),
        ("contact_is_void_by_somebody_for_a_reason", {"void_reason": "x"}),
    ],
)
def test_constraints_of_a_contact(name, values):
    contact = contacted(ClientFactory())

    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        Contact.objects.filter(pk=contact.pk).update(**values)

    assert refusal.value.__cause__.diag.constraint_name == name


def test_day_for_the_pesel_needs_a_day_without_it():
    person = ClientFactory()

    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        Deadlines.objects.filter(client=person).update(no_pesel_since=None, pesel_on=ago(0))

    assert refusal.value.__cause__.diag.constraint_name == "deadlines_pesel_only_without_one"


def test_who_has_no_pesel_is_followed_up_until_it_is_there():
    person, by = ClientFactory(no_pesel_reason=NoPesel.NOT_APPLIED), UserFactory()
    without = days_of(person)

    person = edit_client(
        client=person, values={"no_pesel_reason": NoPesel.WAITING}, seen_version=person.version, by=by
    )
    waiting = days_of(person)
    values = {"pesel": PESEL, "no_pesel_reason": "", "document_expires_on": inday(9)}
    edit_client(client=person, values=values, seen_version=person.version, by=by)

    assert (without.no_pesel_since, without.pesel_on) == (ago(0), inday(30))
    assert (waiting.no_pesel_since, waiting.pesel_on) == (ago(0), None)
    assert (days_of(person).no_pesel_since, days_of(person).document_on) == (None, inday(9))


def test_citizens_of_other_countries_have_no_day_for_pesel_ukr():
    person = ClientFactory(no_pesel_reason=NoPesel.NOT_APPLIED, citizenships=["BLR"])

    assert (days_of(person).no_pesel_since, days_of(person).pesel_on) == (ago(0), None)


def test_reminder_goes_only_to_who_agreed_and_once_for_a_day(desk):
    person = registered(days_ago=80, email="olena@example.org", contact_language="ru")
    url = reverse("registration:contact-remind", args=[person.public_id])

    refused = desk.post(url, follow=True)
    before = Message.objects.count()
    agreed(person)
    for _time in range(2):
        desk.post(url)

    assert "has not agreed" in refused.content.decode()
    assert before == 0
    assert [(row.to_address, row.language) for row in Message.objects.all()] == [("olena@example.org", "uk")]


@pytest.mark.parametrize("values", [{"email": ""}, {"email": "a@example.org", "days_ago": None}])
def test_reminder_needs_an_address_and_a_day(desk, values):
    days = values.pop("days_ago", 1)
    person = ClientFactory(**values) if days is None else registered(days_ago=days, **values)
    agreed(person)

    told = desk.post(reverse("registration:contact-remind", args=[person.public_id]), follow=True)

    assert [message.level_tag for message in told.context["messages"]] == ["error"]
    assert not Message.objects.exists()


def test_changes_of_a_rule_before_the_recount_begins_owe_one():
    person = registered(days_ago=10)
    key = LegalRuleKey.objects.get(code="client-contact")
    rule = {"value": 45, "unit": "days", "valid_from": ago(0), "source": "art. 1", "is_confirmed": True}

    reference.add_period(key=key, ends_earlier=True, **rule)
    reference.correct_period(period=key.periods.get(value=45), reason="Literówka", value=40)

    assert days_of(person).contact_on == inday(80)
    assert DeadlineRecount.objects.get().state == "owed"


def test_rules_that_no_day_follows_from_owe_nothing():
    period = LegalRule.objects.filter(key__code="minimum-wage-month").first()

    reference.correct_period(period=period, reason="x", source="y")

    assert not DeadlineRecount.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_recount_makes_all_days_true_and_runs_once(monkeypatch):
    monkeypatch.setattr(recounting, "BATCH", 2)
    people = [registered(days_ago=10, document_number=f"AA{number}") for number in range(5)]
    Deadlines.objects.filter(client=people[0]).delete()
    key, _new = LegalRuleKey.objects.get_or_create(code="client-contact", defaults={"name_pl": "kontakt"})
    key.periods.all().delete()
    reference.add_period(
        key=key, ends_earlier=False, value=40, unit="days", valid_from=ago(300), source="art. 1"
    )
    work = DeadlineRecount.objects.get()

    did = recounting.recount(work.pk), recounting.recount(work.pk)

    work.refresh_from_db()
    assert did == (True, False)
    assert {days_of(person).contact_on for person in people} == {inday(30)}
    assert work.done_up_to == people[-1].pk


def test_refreshing_what_is_true_changes_nothing():
    people = [registered(days_ago=3).pk, ClientFactory().pk]

    assert deadlines.refresh(people) == 0


def test_people_stored_in_bulk_have_their_days_as_if_taken_in_one_by_one():
    by = UserFactory()
    many = [
        Client(
            surname_latin="Koval",
            no_pesel_reason="waiting",
            created_by=by,
            updated_by=by,
            created_at=timezone.now(),
        ),
        Client(
            surname_latin="Bondar",
            no_pesel_reason="not_applied",
            state=ClientState.REGISTERED_UNEMPLOYED,
            registered_at=timezone.now(),
            registered_by=by,
            created_by=by,
            updated_by=by,
        ),
    ]

    list(create_clients(many))

    stored = [Deadlines.objects.get(client__surname_latin=name) for name in ("Koval", "Bondar")]
    assert [row.contact_on for row in stored] == [None, inday(90)]
    assert [row.looked_after_by for row in stored] == [by, by]
    assert deadlines.refresh([row.client_id for row in stored]) == 0


def test_history_of_the_person_tells_of_contacts_and_care(desk):
    person = registered()
    contacted(person, outcome="Przyszła z córką")

    page = desk.get(reverse("registration:client-history", args=[person.public_id]))

    assert "Przyszła z córką" in page.content.decode()


def test_contacts_are_exported_merged_and_erased():
    keep, gone = (
        registered(days_ago=50),
        registered(days_ago=50, document_number="AA2", surname_latin="Bondar"),
    )
    contacted(gone, days_ago=2, outcome="Przyszła z córką")

    told = list(personal.export(gone.pk))
    person_data.merge(keep=keep.pk, gone=gone.pk)
    moved = days_of(keep).contact_on
    personal.erase(keep.pk)

    assert told[0]["outcome"] == "Przyszła z córką"
    assert moved == inday(88)
    assert not Deadlines.objects.filter(client__in=[keep, gone]).exists()
    assert not Contact.objects.exists()
