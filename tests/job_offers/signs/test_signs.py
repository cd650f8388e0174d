"""The register of signs at workplaces."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from job_offers.models import JobSign, SignText
from job_offers.signs import services
from tests.elsewhere import one_after_the_other
from tests.factories import UserFactory
from tests.job_offers.factories import WorkplaceFactory, place
from tests.job_offers.signs.factories import JobSignFactory, wording

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
WORDS = {"heading_pl": "Praca", "heading_uk": "Робота", "text_pl": "Zapytaj.", "text_uk": "Запитайте."}


@pytest.fixture
def broker(client):
    user = UserFactory(role=Role.BROKER)
    client.force_login(user)
    return user


@pytest.fixture
def administrator(client):
    user = UserFactory(role=Role.ADMINISTRATOR)
    client.force_login(user)
    return user


def put_up(client, workplace, **values):
    data = {"text": wording().public_id, "consent_said_by": "Jan Próbny", "put_up_on": str(TODAY)} | values
    return client.post(f"/en/desk/signs/workplaces/{workplace.public_id}/put-up/", data)


def errors(response):
    return [error for errors in response.context["form"].errors.values() for error in errors]


def shown(client, **asked):
    return list(client.get(reverse("signs:sign-list"), asked).context["page"])


def test_sign_is_put_up_with_who_agreed_and_taken_down(client, broker):
    workplace = WorkplaceFactory()

    put_up(client, workplace)
    sign = JobSign.objects.get()
    assert (sign.workplace, sign.text.number, sign.consent_said_by) == (workplace, 1, "Jan Próbny")
    assert (sign.put_up_on, sign.put_up_by, sign.is_up) == (TODAY, broker, True)
    assert "sign since" in client.get(f"/en{workplace.employer.get_absolute_url()[3:]}").content.decode()
    client.post(reverse("signs:sign-take-down", args=[sign.public_id]), {"taken_down_on": str(TODAY)})

    sign.refresh_from_db()
    assert (sign.taken_down_on, sign.taken_down_by, sign.is_up) == (TODAY, broker, False)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"consent_said_by": ""}, "This field is required."),
        ({"put_up_on": str(TOMORROW)}, "This day is in the future."),
    ],
)
def test_sign_without_consent_or_to_come_is_refused(client, broker, values, sentence):
    response = put_up(client, WorkplaceFactory(), **values)

    assert errors(response) == [sentence]
    assert not JobSign.objects.exists()


def test_one_sign_of_a_version_hangs_at_a_workplace(client, broker):
    sign = JobSignFactory()

    response = put_up(client, sign.workplace)
    assert errors(response) == ["A sign of this version hangs there already."]
    services.take_down_sign(sign=sign, taken_down_on=TODAY, by=broker)
    put_up(client, sign.workplace)

    assert JobSign.objects.count() == 2
    assert JobSign.objects.up().count() == 1


def test_next_version_may_hang_beside_the_old_one(client, broker):
    sign = JobSignFactory()
    text = services.add_text(by=broker, valid_from=TODAY, **WORDS)

    put_up(client, sign.workplace, text=text.public_id)

    assert JobSign.objects.up().count() == 2


def test_version_that_has_not_begun_cannot_be_put_up(client, broker):
    text = services.add_text(by=broker, valid_from=TOMORROW, **WORDS)

    response = put_up(client, WorkplaceFactory(), text=text.public_id)

    assert list(response.context["form"].errors) == ["text"]


def test_day_of_putting_up_is_checked_by_the_service_too(broker):
    with pytest.raises(services.SignNotPossible, match="in the future"):
        services.put_up_sign(
            workplace=WorkplaceFactory(), text=wording(), consent_said_by="x", put_up_on=TOMORROW, by=broker
        )
    with pytest.raises(services.SignNotPossible, match="in the future"):
        services.take_down_sign(sign=JobSignFactory(), taken_down_on=TOMORROW, by=broker)


def test_sign_is_not_taken_down_before_it_was_put_up(client, broker):
    sign = JobSignFactory()

    response = client.post(f"/en/desk/signs/{sign.public_id}/take-down/", {"taken_down_on": str(YESTERDAY)})

    assert errors(response) == ["A sign is taken down on the day it was put up or later."]


def test_taking_down_twice_keeps_the_first_day(broker):
    sign = JobSignFactory(put_up_on=YESTERDAY)
    services.take_down_sign(sign=sign, taken_down_on=YESTERDAY, by=broker)

    again = services.take_down_sign(sign=sign, taken_down_on=TODAY, by=UserFactory())

    assert (again.taken_down_on, again.taken_down_by) == (YESTERDAY, broker)


def test_register_is_by_gmina_and_shows_what_hangs(client, broker):
    kielce = JobSignFactory(workplace__place=place("Kielce"))
    checiny = JobSignFactory(workplace__place=place("Chęciny"))
    gone = JobSignFactory(workplace=checiny.workplace, taken_down_on=TODAY, taken_down_by=broker)

    assert shown(client) == [checiny, kielce]
    assert shown(client, state="all") == [checiny, gone, kielce]
    assert shown(client, place=place("Kielce").terc) == [kielce]
    assert shown(client, place="x", state="y") == [checiny, kielce]


@pytest.mark.parametrize("count", [1, 20])
def test_register_query_count(client, broker, django_assert_num_queries, count):
    JobSignFactory.create_batch(count)

    with django_assert_num_queries(9):
        assert len(shown(client)) == count


@pytest.mark.django_db(transaction=True)
def test_sign_is_taken_down_once_by_two_at_the_same_moment():
    sign, first, second = JobSignFactory(), UserFactory(), UserFactory()

    _, told = one_after_the_other(
        lambda: services.take_down_sign(sign=sign, taken_down_on=TODAY, by=first),
        lambda: services.take_down_sign(sign=sign, taken_down_on=TODAY, by=second),
    )

    assert told.taken_down_by == first


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"consent_said_by": ""}, "jobsign_somebody_agreed"),
        ({"taken_down_on": TODAY}, "jobsign_taken_down_after_it_was_put_up"),
    ],
)
def test_sign_that_contradicts_itself_is_refused_by_the_database(values, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        JobSignFactory(**values)


def test_second_sign_is_refused_by_the_database():
    with pytest.raises(IntegrityError, match="jobsign_hangs_once"), transaction.atomic():
        JobSignFactory(workplace=JobSignFactory().workplace)


def test_administrator_writes_the_next_version(client, administrator):
    page = client.get(reverse("sign_texts:text-create")).context["form"]
    assert page["heading_pl"].value() == "Zapytaj o pracę"

    client.post(reverse("sign_texts:text-create"), WORDS | {"valid_from": str(TODAY)})

    text = SignText.objects.on(TODAY)
    assert (text.number, text.heading_uk, text.written_by) == (2, "Робота", administrator)
    listed = client.get("/en/desk/settings/signs/")
    assert listed.context["now"] == text
    assert "Praca" in listed.content.decode()


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (
            {"valid_from": str(YESTERDAY)},
            "A version cannot begin in the past: signs of the one before were printed.",
        ),
        ({"text_uk": ""}, "This field is required."),
        ({"valid_from": str(TOMORROW)}, "Another version begins on this day."),
    ],
)
def test_wrong_version_is_refused(client, administrator, values, sentence):
    services.add_text(by=administrator, valid_from=TOMORROW, **WORDS)

    response = client.post("/en/desk/settings/signs/new/", WORDS | {"valid_from": str(TODAY)} | values)

    assert errors(response) == [sentence]
    assert SignText.objects.count() == 2


def test_words_no_sign_bears_are_mended(client, administrator):
    text = services.add_text(by=administrator, valid_from=TODAY, **WORDS)

    client.post(reverse("sign_texts:text-edit", args=[text.public_id]), WORDS | {"heading_pl": "Nowe"})

    text.refresh_from_db()
    assert text.heading_pl == "Nowe"


def test_words_on_a_sign_never_change(client, administrator):
    text = JobSignFactory().text

    response = client.post(f"/en/desk/settings/signs/{text.public_id}/", WORDS)

    assert errors(response) == ["A sign bears these words. Write a new version that holds from another day."]
    rows = SignText.objects.filter(pk=text.pk)
    with pytest.raises(IntegrityError, match="this wording stands on a sign"), transaction.atomic():
        rows.update(text_pl="x")
    with pytest.raises(IntegrityError, match="this wording stands on a sign"), transaction.atomic():
        rows._raw_delete("default")


def test_wording_in_one_language_is_refused_by_the_database():
    with pytest.raises(IntegrityError, match="signtext_is_there_in_both_languages"), transaction.atomic():
        SignText.objects.update(text_uk="")
