"""Consents given and withdrawn, the texts they are tied to, and what they gate."""

import contextlib

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from cv_builder import services as cvs
from cv_builder.models import Cv
from cv_builder.printing import cv_context
from pup_portal import person_data
from registration import rights_services
from registration.consents import personal, services
from registration.consents.gates import NoConsent, consents_of, has_consent, need_consent
from registration.consents.reaching import NoAddress, write_to
from registration.consents.vocabulary import ConsentPurpose
from registration.freezing import Restricted
from registration.locking import NotEditable
from registration.models import Consent, ConsentText
from tests.cv_builder.factories import ready_cv
from tests.elsewhere import one_after_the_other
from tests.factories import UserFactory
from tests.registration.consents.factories import agreed, text_of, withdrawn
from tests.registration.factories import ClientFactory
from tests.registration.rhythm.factories import ago

pytestmark = pytest.mark.django_db

MESSAGES, EMPLOYERS = ConsentPurpose.MESSAGES, ConsentPurpose.EMPLOYERS
FORM = {"purpose": "messages", "language": "uk", "way": "paper", "holds_until": ""}


@pytest.fixture
def desk(client):
    client.force_login(UserFactory(role=Role.ADVISER))
    return client


@pytest.fixture
def settings_desk(client):
    client.force_login(UserFactory(role=Role.ADMINISTRATOR))
    return client


@pytest.mark.parametrize(
    ("values", "day", "expected"),
    [
        ({}, 0, True),
        ({"given_on": ago(5)}, 6, False),
        ({"given_on": ago(5)}, 5, True),
        ({"given_on": ago(5), "holds_until": ago(2)}, 2, True),
        ({"given_on": ago(5), "holds_until": ago(2)}, 1, False),
    ],
)
def test_consent_holds_from_its_day_until_its_end(values, day, expected):
    person = ClientFactory()
    consent = agreed(person, **values)

    assert has_consent(person, MESSAGES, ago(day)) is expected
    assert consent.holds_on(ago(day)) is expected
    assert not has_consent(person, EMPLOYERS, ago(day))


def test_withdrawal_counts_from_its_own_day_and_keeps_the_past():
    person = ClientFactory()
    consent = agreed(person, given_on=ago(9))

    withdrawn(consent, on=ago(3))
    again = withdrawn(consent, on=ago(1))

    assert [has_consent(person, MESSAGES, ago(day)) for day in (9, 4, 3, 0)] == [True, True, False, False]
    assert again.withdrawn_on == ago(3)


def test_consent_is_given_read_and_withdrawn_on_pages(desk):
    person = ClientFactory()
    give = reverse("registration:consent-give", args=[person.public_id])

    page = desk.get(give).content.decode()
    desk.post(give, FORM | {"given_on": ago(1)})
    consent = Consent.objects.get()
    desk.post(
        reverse("registration:consent-withdraw", args=[person.public_id, consent.public_id]),
        {"withdrawn_on": ago(0), "way": "phone"},
    )
    told = desk.get(reverse("registration:consents", args=[person.public_id])).content.decode()

    assert text_of("messages").text_uk[:40] in page
    assert text_of("messages").text_pl[:40] in page
    assert (consent.text, consent.way, consent.language) == (text_of("messages"), "paper", "uk")
    assert "withdrawn" in told
    assert not has_consent(person, MESSAGES, ago(0))


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        ({"given_on": "2999-01-01"}, {"given_on"}),
        ({"purpose": "everything"}, {"purpose"}),
        ({"way": ""}, {"way"}),
        ({"language": "en"}, {"language"}),
        ({"given_on": ago(3000)}, {"__all__"}),
        ({"holds_until": ago(2)}, {"__all__"}),
    ],
)
def test_bad_consent_is_refused(desk, typed, fields):
    url = reverse("registration:consent-give", args=[ClientFactory().public_id])

    response = desk.post(url, FORM | {"given_on": ago(0)} | typed)

    assert set(response.context["form"].errors) == fields
    assert not Consent.objects.exists()


def test_what_is_open_is_not_asked_for_again(desk):
    person = ClientFactory()
    agreed(person)
    url = reverse("registration:consent-give", args=[person.public_id])

    offered = [value for value, _label in desk.get(url).context["form"].fields["purpose"].choices]

    assert offered == ["employers", "partners", "surveys", "publishing"]
    with pytest.raises(services.GivenAlready):
        agreed(person)


def test_consent_that_has_run_out_is_given_again_without_a_withdrawal(desk):
    person = ClientFactory()
    old = agreed(person, given_on=ago(9), holds_until=ago(2))
    url = reverse("registration:consent-give", args=[person.public_id])

    offered = [value for value, _label in desk.get(url).context["form"].fields["purpose"].choices]
    early = desk.post(url, FORM | {"given_on": ago(2)})
    desk.post(url, FORM | {"given_on": ago(1)})

    assert "messages" in offered
    assert list(early.context["form"].errors) == ["__all__"]
    assert [has_consent(person, MESSAGES, ago(day)) for day in (2, 1, 0)] == [True, True, True]
    assert Consent.objects.get(pk=old.pk).withdrawn_on is None
    assert desk.get(url).context["form"].fields["purpose"].choices[0][0] == "employers"


def test_consent_from_before_a_withdrawal_does_not_outlive_it():
    person = ClientFactory()
    withdrawn(agreed(person, given_on=ago(9)), on=ago(3))

    with pytest.raises(services.GivenAlready):
        agreed(person, given_on=ago(5))

    assert agreed(person, given_on=ago(3)).holds_on(ago(0))


@pytest.mark.parametrize("day", [-1, 10])
def test_withdrawal_of_a_wrong_day_is_refused(desk, day):
    consent = agreed(ClientFactory(), given_on=ago(5))

    with pytest.raises(services.WrongDays):
        withdrawn(consent, on=ago(day))

    url = reverse("registration:consent-withdraw", args=[consent.client.public_id, consent.public_id])
    assert desk.post(url, {"withdrawn_on": ago(10), "way": "phone"}).context["form"].errors


def test_consent_of_tomorrow_is_refused():
    with pytest.raises(services.WrongDays):
        agreed(ClientFactory(), given_on=ago(-1))


@pytest.mark.django_db(transaction=True)
def test_two_colleagues_record_the_same_consent_and_one_stays(transactional_db):
    person = ClientFactory()
    if not ConsentText.objects.exists():
        ConsentText.objects.create(purpose="messages", text_pl="a", text_uk="b", valid_from=ago(9))

    _first, told = one_after_the_other(lambda: agreed(person), lambda: agreed(person))

    assert isinstance(told, services.GivenAlready)
    assert Consent.objects.count() == 1


def test_restricted_person_may_still_withdraw_but_not_be_asked():
    consent = agreed(ClientFactory())
    rights_services.restrict(client=consent.client, reason="Spór", by=UserFactory())

    withdrawn(consent)

    with pytest.raises(NotEditable):
        agreed(consent.client, EMPLOYERS)
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        Consent.objects.update(way="phone")
    assert refusal.value.__cause__.diag.constraint_name == "consent_is_frozen_while_restricted"


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("consent_purpose_is_known", {"purpose": "x"}),
        ("consent_withdrawal_is_whole", {"withdrawn_on": ago(0)}),
        ("consent_holds_after_it_is_given", {"holds_until": ago(99)}),
    ],
)
def test_constraints_of_a_consent(name, values):
    agreed(ClientFactory())

    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        Consent.objects.update(**values)

    assert refusal.value.__cause__.diag.constraint_name == name


@pytest.mark.parametrize(
    ("until", "given", "is_allowed"),
    [(None, 0, False), (5, 5, False), (5, 9, False), (5, 4, True)],
)
def test_two_consents_of_a_purpose_at_once_are_refused_by_the_database(until, given, is_allowed):
    consent = agreed(ClientFactory(), given_on=ago(9), holds_until=until and ago(until))
    consent.pk, consent.public_id = None, "7f6ab0e3-2d38-4f4f-8d5a-5a0c8e7e1a11"
    consent.given_on, consent.holds_until = ago(given), None

    with (
        contextlib.nullcontext()
        if is_allowed
        else pytest.raises(IntegrityError, match="consent_holds_once_for_a_purpose"),
        transaction.atomic(),
    ):
        consent.save(force_insert=True)

    assert Consent.objects.count() == 1 + is_allowed


def test_merging_keeps_what_was_given_again_after_its_end():
    keep, gone = ClientFactory(), ClientFactory(surname_latin="Bondar")
    agreed(keep, given_on=ago(9), holds_until=ago(5))
    agreed(gone, given_on=ago(4))

    person_data.merge(keep=keep.pk, gone=gone.pk)

    assert Consent.objects.filter(client=keep).count() == 2
    assert has_consent(keep, MESSAGES, ago(0))


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("consenttext_purpose_is_known", {"purpose": "x"}),
        ("consenttext_is_there_in_both_languages", {"text_uk": ""}),
        ("consenttext_one_begins_on_a_day", {"purpose": "employers"}),
    ],
)
def test_constraints_of_a_text(name, values):
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        ConsentText.objects.filter(purpose="messages").update(**values)

    assert refusal.value.__cause__.diag.constraint_name == name


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE registration_consenttext SET text_uk = 'x' WHERE id = %s",
        "UPDATE registration_consenttext SET valid_from = '2030-01-01' WHERE id = %s",
        "DELETE FROM registration_consenttext WHERE id = %s",
    ],
)
def test_text_somebody_agreed_to_stays_also_for_raw_sql(statement):
    consent = agreed(ClientFactory())

    with (
        pytest.raises(IntegrityError) as refusal,
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement, [consent.text_id])

    assert refusal.value.__cause__.diag.constraint_name == "consenttext_agreed_to_stays"


def test_administrator_supersedes_a_text_and_old_consents_keep_theirs(settings_desk):
    consent = agreed(ClientFactory(), given_on=ago(5))
    edit = reverse("consents:text-edit", args=[consent.text.public_id])
    words = {"text_pl": "Nowa treść", "text_uk": "Новий текст"}

    refused = settings_desk.post(edit, words)
    past = settings_desk.post(
        reverse("consents:text-create"), words | {"purpose": "messages", "valid_from": ago(1)}
    )
    settings_desk.post(reverse("consents:text-create"), words | {"purpose": "messages", "valid_from": ago(0)})
    settings_desk.post(
        reverse("consents:text-edit", args=[text_of("messages").public_id]), words | {"text_pl": "Poprawiona"}
    )

    assert "Somebody has agreed to this text" in refused.content.decode()
    assert "cannot begin in the past" in past.content.decode()
    assert text_of("messages").text_pl == "Poprawiona"
    assert agreed(ClientFactory()).text == text_of("messages")
    assert Consent.objects.get(pk=consent.pk).text == consent.text
    page = settings_desk.get(reverse("consents:text-list")).content.decode()
    assert page.count("holds now") == len(ConsentPurpose)


def test_message_beyond_the_act_needs_consent_and_a_duty_does_not():
    person = ClientFactory(email="olena@example.org")
    letter = {"template": "contact_reminder", "context": {"day": timezone.localdate()}}

    with pytest.raises(NoConsent):
        write_to(person, key="a", **letter)
    duty = write_to(person, key="b", is_duty=True, **letter)
    consent = agreed(person)
    asked = write_to(person, key="c", **letter)
    withdrawn(consent)
    with pytest.raises(NoConsent):
        write_to(person, key="d", **letter)

    assert (duty.to_address, asked.language) == ("olena@example.org", "uk")


def test_nobody_is_written_to_without_an_address_or_while_restricted():
    letter = {"key": "a", "template": "contact_reminder", "context": {"day": timezone.localdate()}}
    person = ClientFactory(email="olena@example.org")
    agreed(person)

    with pytest.raises(NoAddress):
        write_to(ClientFactory(), **letter)
    person = rights_services.restrict(client=person, reason="x", by=UserFactory())
    with pytest.raises(Restricted):
        write_to(person, **letter)


def test_need_consent_names_the_purpose():
    with pytest.raises(NoConsent, match="partner organisations"):
        need_consent(ClientFactory(), ConsentPurpose.PARTNERS)


def test_cv_of_who_withdrew_is_no_longer_shown_to_employers():
    cv, broker = ready_cv(), UserFactory(role=Role.BROKER)
    Cv.objects.update(consented_on=ago(2))
    cv.refresh_from_db()
    shown = Cv.objects.shown_without_name_to(broker)
    consent = agreed(cv.client, EMPLOYERS)
    before = shown.count(), bool(cv_context(cv, "pl")["clause"])

    withdrawn(consent)

    assert before == (1, True)
    assert (shown.count(), cv_context(cv, "pl")["clause"]) == (0, None)
    with pytest.raises(NoConsent):
        cvs.order_cv(cv=cv, language="uk", anonymous=True, by=broker)
    agreed(cv.client, EMPLOYERS)
    assert shown.count() == 1


def test_card_tells_how_the_person_stands_to_each_purpose(desk, django_assert_num_queries):
    person = ClientFactory()
    agreed(person)
    withdrawn(agreed(person, EMPLOYERS))

    with django_assert_num_queries(1):
        standings = consents_of(person)

    assert [(row.purpose.value, row.holds) for row in standings][:2] == [
        ("messages", True),
        ("employers", False),
    ]
    assert desk.get(person.get_absolute_url()).content.decode().count("not asked") >= 3


def test_consents_are_exported_merged_and_erased():
    keep, gone = ClientFactory(), ClientFactory(surname_latin="Bondar")
    agreed(keep)
    agreed(gone)
    withdrawn(agreed(gone, EMPLOYERS))

    told = list(personal.export(gone.pk))
    person_data.merge(keep=keep.pk, gone=gone.pk)
    moved = list(Consent.objects.filter(client=keep).values_list("purpose", flat=True))
    personal.erase(keep.pk)

    assert [row["purpose"] for row in told] == ["messages", "employers"]
    assert not Consent.objects.filter(client=keep).exists()
    assert sorted(moved) == ["employers", "messages"]
