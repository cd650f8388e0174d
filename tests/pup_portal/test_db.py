import pytest
from django.db import IntegrityError, connection

from messaging.models import Delivery, Message
from pup_portal.db import DomainError, as_owner, grant_to_application, refused
from tests.messaging.factories import MessageFactory

pytestmark = pytest.mark.django_db


class AlreadyOwed(DomainError):
    pass


def test_named_constraint_becomes_its_domain_error_and_the_transaction_goes_on():
    MessageFactory(key="same")

    with pytest.raises(AlreadyOwed), refused(messaging_message_key_key=AlreadyOwed):
        MessageFactory(key="same")

    assert Message.objects.count() == 1


def test_other_violations_stay_what_they_are():
    message = MessageFactory()

    with (
        pytest.raises(IntegrityError, match="delivery_outcome_is_known"),
        refused(messaging_message_key_key=AlreadyOwed),
    ):
        Delivery.objects.create(message=message, outcome="lost")


def test_domain_error_is_its_sentence():
    assert str(DomainError("The slot is taken.")) == "The slot is taken."


@pytest.mark.django_db(transaction=True)
def test_owner_is_another_role_and_only_for_the_block(settings):
    def role() -> str:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user")
            return cursor.fetchone()[0]

    with as_owner():
        inside = role()

    assert (inside, role()) == (settings.DATABASE_OWNER["USER"], settings.DATABASE_ROLE)
    assert inside != role()


def test_one_role_needs_no_grants(settings, django_assert_num_queries):
    settings.DATABASE_ROLE = settings.DATABASE_OWNER["USER"]

    with django_assert_num_queries(0):
        grant_to_application()


def test_role_with_a_strange_name_is_refused(settings):
    settings.DATABASE_ROLE = "app; DROP TABLE"

    with pytest.raises(ValueError, match="plain name"):
        grant_to_application()
