"""Two colleagues at one record at the same moment: the second decides on what the first has left.

Each of these fails when its service reads the record without locking it.
"""

import pytest

from accounts import services as staff
from cv_builder import services as cvs
from cv_builder.sections import SECTIONS
from documents import services as papers
from job_offers.models import Offer
from job_offers.services import employers, offers, publication
from meetings import services as meetings
from registration import rights_services, services
from registration.models import Client, Restriction, RightsRequest
from tests.cv_builder.factories import CvFactory, ExperienceFactory
from tests.elsewhere import one_after_the_other
from tests.factories import UserFactory
from tests.job_offers.factories import EmployerFactory, OfferFactory, PublishedFactory
from tests.meetings.factories import listed, planned
from tests.registration.factories import ClientFactory
from tests.registration.rights import asked, held, manager
from tests.registration.test_files import added
from tests.registration.test_retention import old_enquiry, released, round_of_today, rule

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_request_that_is_being_refused_is_not_withdrawn():
    request, boss = asked(ClientFactory()), manager()

    _, told = one_after_the_other(
        lambda: rights_services.refuse(request=request, by=boss, answer="Nie"),
        lambda: rights_services.withdraw(request=request, by=boss),
    )

    assert isinstance(told, rights_services.StepNotPossible)
    assert RightsRequest.objects.get().state == "refused"


def test_an_erasure_is_not_approved_past_a_hold_that_is_being_placed():
    client = ClientFactory()
    request, boss = asked(client, "erase"), manager()

    _, told = one_after_the_other(
        lambda: held(client, by=boss), lambda: rights_services.approve(request=request, by=boss)
    )

    assert isinstance(told, rights_services.HasToStay)


def test_a_record_is_restricted_once():
    client, boss = ClientFactory(), manager()

    _, second = one_after_the_other(
        *[lambda: rights_services.restrict(client=client, reason="Spór", by=boss)] * 2
    )

    assert (second.is_restricted, second.version) == (True, 2)
    assert Restriction.objects.count() == 1


def test_nothing_is_changed_in_a_record_that_is_being_restricted():
    client, boss = ClientFactory(), manager()

    _, told = one_after_the_other(
        lambda: rights_services.restrict(client=client, reason="Spór", by=boss),
        lambda: services.edit_client(
            client=client, values={"notes": "x"}, seen_version=client.version, by=boss
        ),
    )

    assert isinstance(told, services.NotEditable)


def test_a_record_that_is_being_changed_is_not_erased_for_its_age():
    rule()
    client = released(old_enquiry())

    _, count = one_after_the_other(
        lambda: services.edit_client(
            client=client, values={"notes": "wrócił"}, seen_version=client.version, by=manager()
        ),
        round_of_today,
    )

    assert count == 0
    assert not RightsRequest.objects.exists()


def test_two_who_merge_two_records_into_each_other_merge_them_once():
    one, other, boss = ClientFactory(), ClientFactory(), manager()

    _, told = one_after_the_other(
        lambda: rights_services.merge_clients(keep=one, gone=other, by=boss),
        lambda: rights_services.merge_clients(keep=other, gone=one, by=boss),
    )

    assert isinstance(told, rights_services.StepNotPossible)
    assert list(Client.objects.filter(state="merged")) == [other]


def test_a_scan_is_removed_once_and_by_whoever_came_first():
    first, second = UserFactory.create_batch(2)
    upload = added(ClientFactory(), by=first)

    one_after_the_other(
        lambda: papers.remove_upload(upload=upload, reason="Pomyłka", by=first),
        lambda: papers.remove_upload(upload=upload, reason="Inny powód", by=second),
    )

    upload.refresh_from_db()
    assert (upload.removed_by, upload.removal_reason) == (first, "Pomyłka")


def test_an_offer_that_is_being_withdrawn_is_not_published():
    offer, by = OfferFactory(state=Offer.State.READY), UserFactory()

    _, told = one_after_the_other(
        lambda: publication.withdraw_offer(offer=offer, reason="Zajęta", by=by),
        lambda: publication.publish_offer(offer=offer, by=by),
    )

    assert isinstance(told, publication.NotPossible)


def test_the_second_editor_of_an_offer_is_told():
    offer, by = PublishedFactory(), UserFactory()

    def titled(title):
        return offers.update_offer(offer=offer, facts={"title_pl": title}, version=offer.version, by=by)

    _, told = one_after_the_other(lambda: titled("Kucharz"), lambda: titled("Piekarz"))

    assert isinstance(told, offers.EditConflict)
    assert Offer.objects.get().title_pl == "Kucharz"


def test_the_second_editor_of_an_employer_is_told():
    employer, by = EmployerFactory(), UserFactory()

    def named(name):
        return employers.update_employer(
            employer=employer, facts={"name": name}, version=employer.version, by=by
        )

    _, told = one_after_the_other(lambda: named("Bar"), lambda: named("Sklep"))

    employer.refresh_from_db()
    assert isinstance(told, employers.EditConflict)
    assert employer.name == "Bar"


def test_a_meeting_that_is_being_called_off_is_not_announced():
    meeting = planned()

    _, told = one_after_the_other(
        lambda: meetings.cancel_meeting(meeting=meeting, reason_pl="", reason_uk="", by=meeting.created_by),
        lambda: meetings.announce_meeting(meeting=meeting, by=meeting.created_by),
    )

    assert isinstance(told, meetings.StepNotPossible)


def test_nobody_is_listed_at_a_meeting_that_is_being_called_off():
    meeting = planned()

    _, told = one_after_the_other(
        lambda: meetings.cancel_meeting(meeting=meeting, reason_pl="", reason_uk="", by=meeting.created_by),
        lambda: listed(meeting),
    )

    assert isinstance(told, meetings.StepNotPossible)


def test_two_who_move_entries_of_a_cv_at_once_lose_no_place():
    cv = CvFactory()
    entries = [ExperienceFactory(cv=cv, order=place) for place in range(3)]

    def moved_up(entry):
        return cvs.move_entry(
            cv=cv, section=SECTIONS["experience"], public_id=entry.public_id, up=True, by=cv.created_by
        )

    one_after_the_other(lambda: moved_up(entries[2]), lambda: moved_up(entries[2]))

    assert list(cv.experience.values_list("pk", flat=True)) == [entries[2].pk, entries[0].pk, entries[1].pk]


def test_an_invitation_is_used_once():
    member = UserFactory(email="nowa@example.org", is_active=True)
    token = staff.recover(member=member, by=None, reason="Zgubione", second_factor=False, password=True)

    _, told = one_after_the_other(
        lambda: staff.accept_invitation(token=token, password="pierwsze hasło do portalu"),
        lambda: staff.accept_invitation(token=token, password="drugie hasło do portalu"),
    )

    member.refresh_from_db()
    assert isinstance(told, staff.InvitationGone)
    assert member.check_password("pierwsze hasło do portalu")


def test_nobody_is_invited_who_is_being_shut_out():
    member, boss = UserFactory(email="ktos@example.org"), UserFactory(role="administrator")

    _, told = one_after_the_other(
        lambda: staff.change_staff(member=member, is_active=False),
        lambda: staff.invite(member=member, by=boss),
    )

    assert isinstance(told, staff.Disabled)
