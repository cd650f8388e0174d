import pytest
from django.db import connection

from pup_portal.db import DomainError
from reference.models import OfficeProfile, Place
from reference.profile import current_profile
from reference.services import add_record, change_record, edit_office
from tests.reference.factories import AccommodationFactory, OccupationFactory, PlaceFactory

pytestmark = pytest.mark.django_db


def test_change_writes_only_what_differs():
    place = PlaceFactory(name_pl="Raków", name_uk="")

    change_record(place, name_pl="Raków", name_uk="Ракув")

    first, second = place.events.order_by("pgh_id")
    assert (first.name_uk, second.name_uk, second.sort_pl) == ("", "Ракув", first.sort_pl)


def test_change_of_nothing_leaves_no_trace():
    place = PlaceFactory()

    change_record(place, name_pl=place.name_pl)

    assert place.events.count() == 1


@pytest.mark.parametrize(
    ("factory", "values", "sentence"),
    [
        (PlaceFactory, {"terc": "266101"}, "A place with this TERC code exists already."),
        (PlaceFactory, {"name_pl": ""}, "Enter the name in Polish."),
        (OccupationFactory, {"name_pl": ""}, "Enter the name in Polish."),
        (AccommodationFactory, {"latitude": 50}, "Enter both coordinates or neither."),
    ],
)
def test_broken_constraint_is_told_in_a_sentence(factory, values, sentence):
    record = factory()

    with pytest.raises(DomainError) as refusal:
        change_record(record, **values)

    assert str(refusal.value) == sentence


def test_added_record_that_exists_already_is_refused():
    with pytest.raises(DomainError, match="exists already"):
        add_record(Place, terc="266101", name_pl="Kielce", latitude=50, longitude=20)


def test_profile_is_made_by_the_first_edit_and_kept_by_the_next():
    edit_office(short_name="PUP Próba")

    edit_office(city="Kielce")

    assert OfficeProfile.objects.values_list("short_name", "city").get() == ("PUP Próba", "Kielce")


def test_profile_is_asked_of_the_database_once(django_assert_num_queries):
    edit_office(short_name="PUP Próba")

    with django_assert_num_queries(1):
        names = [current_profile().short_name for _time in range(3)]

    assert names == ["PUP Próba"] * 3


def test_edited_profile_is_shown_from_the_commit_on(django_capture_on_commit_callbacks):
    assert current_profile().short_name == "PUP"

    with django_capture_on_commit_callbacks(execute=True):
        edit_office(short_name="PUP Próba")

    assert current_profile().short_name == "PUP Próba"


@pytest.mark.django_db(transaction=True)
def test_change_waits_for_another_that_holds_the_record(second_connection):
    """(The other's lock is weak: only our own lock meets it, not the update that follows.)"""
    place = PlaceFactory()

    with second_connection.cursor() as other:
        other.execute("BEGIN")
        other.execute("SELECT 1 FROM reference_place WHERE id = %s FOR KEY SHARE", [place.pk])
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '100ms'")
        with pytest.raises(Exception, match="lock timeout"):
            change_record(place, name_pl="Nowa nazwa")
        other.execute("ROLLBACK")


@pytest.mark.parametrize(
    "act", ["UPDATE reference_placeevent SET name_pl = 'x'", "DELETE FROM reference_placeevent"]
)
def test_history_cannot_be_rewritten(act):
    PlaceFactory()

    with pytest.raises(Exception, match="Cannot update or delete rows"), connection.cursor() as cursor:
        cursor.execute(act)
