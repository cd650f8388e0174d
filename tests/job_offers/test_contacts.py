"""The people at an employer's."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from accounts.permissions import Role
from job_offers.models import EmployerContact
from job_offers.services.contacts import add_contact, change_contact, remove_contact
from pup_portal.history import event_models
from tests.elsewhere import one_after_the_other
from tests.factories import UserFactory
from tests.job_offers.factories import EmployerFactory, term
from tests.job_offers.visits.factories import EmployerContactFactory

pytestmark = pytest.mark.django_db
ANNA, JAN = (
    {"name": "Anna Próbna", "phone": "+48415550105"},
    {"name": "Jan Próbny", "email": "jan@example.org"},
)


@pytest.fixture
def broker(client):
    user = UserFactory(role=Role.BROKER)
    client.force_login(user)
    return user


def url(name, employer, *more):
    return reverse(f"job_offers:contact-{name}", args=[employer.public_id, *(row.public_id for row in more)])


def primary(employer):
    return [contact.name for contact in employer.contacts.filter(is_primary=True)]


def test_first_person_is_asked_first_until_another_is(client, broker):
    employer = EmployerFactory()

    client.post(url("create", employer), ANNA | {"phone": "41 555 01 05", "key": str(uuid4())})
    client.post(url("create", employer), JAN | {"key": str(uuid4())})
    assert primary(employer) == ["Anna Próbna"]
    jan = employer.contacts.get(name="Jan Próbny")
    client.post(url("edit", employer, jan), JAN | {"version": 1, "is_primary": "on"})

    assert primary(employer) == ["Jan Próbny"]
    assert [contact.name for contact in employer.contacts.all()] == ["Jan Próbny", "Anna Próbna"]


def test_page_of_the_employer_tells_who_speaks_what(client, broker):
    employer = EmployerFactory()
    data = ANNA | {"role": "kadry", "languages": [term("language", "uk").pk], "key": str(uuid4())}
    client.post(url("create", employer), data)

    page = client.get(f"/en/desk/employers/{employer.public_id}/").content.decode()

    assert "Anna Próbna, kadry" in page
    assert "(Ukrainian)" in page
    assert "ask first" in page


def test_double_click_writes_one_person_down(client, broker):
    employer, data = EmployerFactory(), ANNA | {"key": str(uuid4())}

    client.post(url("create", employer), data)
    client.post(url("create", employer), data)

    assert employer.contacts.count() == 1


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"phone": ""}, "Enter a phone or an e-mail."),
        ({"name": ""}, "This field is required."),
        ({"phone": "1"}, "Enter a phone number, for example +48 41 555 01 00."),
    ],
)
@pytest.mark.parametrize("is_new", [True, False])
def test_wrong_entry_is_told(client, broker, values, sentence, is_new):
    contact = EmployerContactFactory()
    page = url("create", contact.employer) if is_new else url("edit", contact.employer, contact)

    response = client.post(f"/en{page[3:]}", ANNA | {"version": 1} | values)

    assert [error for errors in response.context["form"].errors.values() for error in errors] == [sentence]
    assert EmployerContact.objects.get().name == contact.name


def test_second_of_two_editors_is_told_and_decides(client, broker):
    contact = EmployerContactFactory()
    change_contact(contact=contact, facts={"role": "kadry"}, version=1, by=broker)

    refused = client.post(url("edit", contact.employer, contact), ANNA | {"version": 1})
    contact.refresh_from_db()
    assert contact.role == "kadry"
    client.post(url("edit", contact.employer, contact), ANNA | {"version": refused.context["version"]})

    contact.refresh_from_db()
    assert (contact.name, contact.role) == ("Anna Próbna", "")


def test_removed_person_is_forgotten_and_the_next_is_asked_first(client, broker):
    employer = EmployerFactory()
    gone = add_contact(employer=employer, facts=ANNA | {"languages": [term("language", "uk")]}, by=broker)
    add_contact(employer=employer, facts=JAN, by=broker)
    tables = [*event_models(EmployerContact), *event_models(EmployerContact.languages.through)]
    assert [table.objects.exists() for table in tables] == [True, True]

    client.post(url("remove", employer, gone))

    assert primary(employer) == ["Jan Próbny"]
    names = [event.name for event in tables[0].objects.all()]
    assert "Anna Próbna" not in names
    assert not tables[1].objects.exists()
    history = reverse("job_offers:employer-history", args=[employer.public_id])
    assert "Anna Próbna" not in client.get(history).content.decode()


def test_last_person_may_be_removed(broker):
    contact = EmployerContactFactory(is_primary=True)

    remove_contact(contact=contact, by=broker)
    remove_contact(contact=contact, by=broker)

    assert not EmployerContact.objects.exists()


def test_person_of_another_employer_is_not_found(client, broker):
    contact = EmployerContactFactory()

    assert client.get(url("edit", EmployerFactory(), contact)).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_two_who_are_both_to_come_first_end_with_one():
    employer, by = EmployerFactory(), UserFactory()

    one_after_the_other(
        *[
            lambda facts=facts: add_contact(employer=employer, facts=facts | {"is_primary": True}, by=by)
            for facts in (ANNA, JAN)
        ]
    )

    assert primary(employer) == ["Jan Próbny"]


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"name": ""}, "employercontact_has_a_name"),
        ({"phone": "", "email": ""}, "employercontact_can_be_reached"),
    ],
)
def test_person_without_name_or_reach_is_refused_by_the_database(values, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        EmployerContactFactory(**values)


def test_two_first_persons_are_refused_by_the_database():
    first = EmployerContactFactory(is_primary=True)

    with pytest.raises(IntegrityError, match="employercontact_one_comes_first"), transaction.atomic():
        EmployerContactFactory(employer=first.employer, is_primary=True)
