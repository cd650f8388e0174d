"""A person's rights over their intake, and who sees how much of it."""

import pytest
from django.utils import timezone

from accounts.permissions import Role
from pup_portal import person_data
from pup_portal.history import event_models
from registration.intake import personal
from registration.models import Child, Intake, SpecialSituation, SpokenLanguage
from tests.factories import UserFactory
from tests.registration.factories import ClientFactory
from tests.registration.intake.factories import filled_intake
from tests.registration.intake.pages import text_of

pytestmark = pytest.mark.django_db


def test_export_holds_every_answer_in_both_languages():
    person = ClientFactory()
    filled_intake(person)

    told = person_data.export(person.pk)

    (answers,) = told["registration.intake"]
    assert (answers["wishes_uk"], answers["wishes_pl"]) == (
        "робота в першу зміну",
        "praca na pierwszą zmianę",
    )
    assert [row["birth_date"].year for row in told["registration.child"]] == [2015, 2019]
    assert told["registration.spokenlanguage"][1]["language"] == "angielski"
    assert "updated_by" not in answers
    assert "client" not in answers


def test_erasing_leaves_no_answer_and_no_history():
    person, other = ClientFactory(), ClientFactory()
    filled_intake(person)
    filled_intake(other)

    personal.erase(person.pk)
    personal.erase(person.pk)

    for model in (Intake, *personal.LISTS):
        (events,) = event_models(model)
        assert set(model.objects.values_list("client", flat=True)) == {other.pk}
        assert set(events.objects.values_list("client", flat=True)) == {other.pk}


def test_merging_gives_the_lists_over_and_keeps_what_stands_once():
    keep, gone = ClientFactory(), ClientFactory()
    filled_intake(keep)
    filled_intake(gone)

    personal.merge(keep.pk, gone.pk)
    personal.merge(keep.pk, gone.pk)

    assert Child.objects.filter(client=keep).count() == 4
    assert SpokenLanguage.objects.filter(client=keep).count() == 2
    assert SpecialSituation.objects.filter(client=keep).count() == 1
    assert set(Intake.objects.values_list("client", flat=True)) == {keep.pk, gone.pk}


def test_answers_go_over_to_a_record_without_any():
    keep, gone = ClientFactory(), ClientFactory()
    filled_intake(gone)

    personal.merge(keep.pk, gone.pk)

    assert Intake.objects.get().client == keep


WORK, FAMILY, HEALTH, ADDRESS = "praca na pierwszą", "28.02.2019", "bez dźwigania", "ul. Listowa 2"


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        (Role.COORDINATOR, {WORK, FAMILY, HEALTH, ADDRESS}),
        (Role.ADVISER, {WORK, FAMILY, HEALTH, ADDRESS}),
        (Role.MANAGER, {WORK, FAMILY, ADDRESS}),
        (Role.COUNSELLOR, {WORK, ADDRESS}),
        (Role.BROKER, {WORK}),
    ],
)
def test_card_and_history_hold_what_the_role_may_see(client, role, shown):
    person = ClientFactory()
    filled_intake(person)
    Intake.objects.update(wishes_pl=f"{WORK} zmianę!", updated_at=timezone.now())
    client.force_login(UserFactory(role=role))

    card = text_of(client.get(person.get_absolute_url()))
    history = text_of(client.get(f"{person.get_absolute_url()}history/"))

    assert {words for words in (WORK, FAMILY, HEALTH, ADDRESS) if words in card} == shown
    assert (HEALTH in history, ADDRESS in history) == (HEALTH in shown, ADDRESS in shown)
    assert WORK in history


def test_card_tells_that_there_is_nothing_to_put_on_a_list(client):
    person = ClientFactory()
    intake = filled_intake(person, answered_none=["work"], contract_kinds=[], shifts=[])
    person.jobs.all().delete()
    client.force_login(UserFactory(role=Role.COORDINATOR))

    assert "has not worked yet" in text_of(client.get(person.get_absolute_url()))
    assert str(intake) == "Olena Shevchenko"
