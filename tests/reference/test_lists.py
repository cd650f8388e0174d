"""The pages of places, accommodations, occupations and vocabularies."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from reference.models import Accommodation, Occupation, Place, Term
from tests.factories import UserFactory
from tests.reference.factories import (
    AccommodationFactory,
    LegalRuleFactory,
    OccupationFactory,
    PlaceFactory,
    TermFactory,
)
from tests.reference.pages import change

pytestmark = pytest.mark.django_db

PLACE = {
    "terc": "260420",
    "name_pl": "Nowa Gmina",
    "name_uk": "Нова Ґміна",
    "kind": "gmina",
    "latitude": "50.5",
    "longitude": "20.5",
}
OCCUPATION = {"code": "990001", "edition": "2023", "name_pl": "Zdun", "name_uk": "", "is_active": "on"}
TERM = {
    "code": "night",
    "name_pl": "nocna zmiana",
    "name_uk": "нічна зміна",
    "name_en": "night shift",
    "feed_value": "",
    "position": "70",
}


def errors_of(response):
    form = response.context["form"]
    return {name: list(messages) for name, messages in form.errors.items()}


def _empty():
    for model in (Accommodation, Place, Occupation, Term):
        model.objects.all().delete()


@pytest.mark.parametrize("count", [1, 20])
@pytest.mark.parametrize(
    ("name", "factory", "kwargs"),
    [
        ("place-list", PlaceFactory, {}),
        ("accommodation-list", AccommodationFactory, {}),
        ("occupation-list", OccupationFactory, {}),
        ("term-list", TermFactory, {"vocabulary": "contract"}),
    ],
)
def test_list_query_count(client, administrator, django_assert_num_queries, name, factory, kwargs, count):
    _empty()
    factory.create_batch(count)

    with django_assert_num_queries(8):  # session, user, count, page, office profile, session kept (3)
        response = client.get(reverse(f"reference:{name}", kwargs=kwargs))

    assert len(response.context["page"]) == count


@pytest.mark.parametrize("count", [1, 20])
def test_rule_list_query_count(client, administrator, django_assert_num_queries, count):
    LegalRuleFactory.create_batch(count)

    with django_assert_num_queries(9):  # … and the values of today
        client.get(reverse("reference:rule-list"))


@pytest.mark.parametrize("name", ["place-list", "accommodation-list", "occupation-list"])
def test_empty_list_says_so(client, administrator, name):
    _empty()

    response = client.get(reverse(f"reference:{name}"))

    assert b'class="empty"' in response.content


def test_list_is_paginated(client, administrator):
    response = client.get(reverse("reference:occupation-list"), {"page": "2", "q": ""})

    assert (response.context["page"].number, len(response.context["page"])) == (2, 25)


def test_manager_sees_lists_without_ways_to_edit(client):
    client.force_login(UserFactory(role=Role.MANAGER))
    place = Place.objects.first()

    content = client.get(reverse("reference:place-list")).content.decode()

    assert reverse("reference:place-create") not in content
    assert reverse("reference:place-edit", args=[place.public_id]) not in content
    assert reverse("reference:record-history", args=["place", place.public_id]) in content


def test_place_is_added(client, administrator):
    response = client.post(reverse("reference:place-create"), PLACE)

    assert response.url == reverse("reference:place-list")
    assert Place.objects.get(terc="260420").name_uk == "Нова Ґміна"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"terc": "26042"}, "terc"),
        ({"terc": "266101"}, "terc"),
        ({"name_pl": ""}, "name_pl"),
        ({"latitude": "91"}, "latitude"),
        ({"latitude": "north"}, "latitude"),
        ({"kind": "village"}, "kind"),
    ],
)
def test_bad_place_is_told_what_is_wrong(client, administrator, change, field):
    response = client.post(reverse("reference:place-create"), PLACE | change)

    assert field in errors_of(response)
    assert b"There is a problem" in response.content
    assert Place.objects.count() == 20


def test_place_is_renamed(client, administrator):
    place = PlaceFactory()
    values = PLACE | {"terc": place.terc}

    change(client, reverse("reference:place-edit", args=[place.public_id]), values)

    place.refresh_from_db()
    assert place.name_pl == "Nowa Gmina"


def test_accommodation_is_added_and_taken_out_of_use(client, administrator):
    place = PlaceFactory()
    values = {"name_pl": "Hotel Sosna", "kind": "hotel", "place": place.pk, "is_active": "on"}
    client.post(reverse("reference:accommodation-create"), values)
    site = Accommodation.objects.get(name_pl="Hotel Sosna")

    del values["is_active"]
    change(client, reverse("reference:accommodation-edit", args=[site.public_id]), values)

    assert site.is_active
    assert site not in Accommodation.objects.active()
    assert b"not in use" in client.get(reverse("reference:accommodation-list")).content


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"postal_code": "25501"}, "postal_code"),
        ({"latitude": "50"}, "__all__"),
        ({"place": "0"}, "place"),
        ({"name_pl": "Hotel Gołoborze w Rudkach"}, "__all__"),
    ],
)
def test_bad_accommodation_is_told_what_is_wrong(client, administrator, change, field):
    place = Place.objects.get(name_pl="Nowa Słupia")
    values = {"name_pl": "Hotel Sosna", "kind": "hotel", "place": place.pk} | change

    response = client.post(reverse("reference:accommodation-create"), values)

    assert field in errors_of(response)


def test_occupation_is_found_by_either_name(client, administrator):
    response = client.get(reverse("reference:occupation-list"), {"q": "Пакувальник"})

    assert [row.code for row in response.context["page"]] == ["932101"]


def test_occupation_is_added(client, administrator):
    client.post(reverse("reference:occupation-create"), OCCUPATION)

    assert Occupation.objects.active().get(code="990001").name_pl == "Zdun"


@pytest.mark.parametrize(
    ("change", "field"),
    [({"code": "99001"}, "code"), ({"code": "512001"}, "__all__"), ({"edition": ""}, "edition")],
)
def test_bad_occupation_is_told_what_is_wrong(client, administrator, change, field):
    response = client.post(reverse("reference:occupation-create"), OCCUPATION | change)

    assert field in errors_of(response)


def test_occupation_keeps_its_code(client, administrator):
    occupation = OccupationFactory()

    url = reverse("reference:occupation-edit", args=[occupation.public_id])
    change(client, url, OCCUPATION | {"name_uk": "Пічник"})

    code = occupation.code
    occupation.refresh_from_db()
    assert (occupation.code, occupation.name_uk) == (code, "Пічник")


def test_occupation_of_two_editions_is_offered_in_one(client, administrator):
    OccupationFactory(code="990002", edition="2023")
    older = OccupationFactory(code="990002", edition="2014", is_active=False)

    url = reverse("reference:occupation-edit", args=[older.public_id])
    response = change(client, url, {"name_pl": "Zdun", "is_active": "on"})

    assert errors_of(response) == {"__all__": ["Another edition of this occupation is offered for choice."]}


def test_vocabularies_are_counted(client, administrator):
    TermFactory(vocabulary="shift", is_active=False)

    response = client.get(reverse("reference:vocabulary-list"))

    counts = {row["code"]: row["count"] for row in response.context["rows"]}
    assert (counts["shift"], counts["work_mode"]) == (6, 3)


def test_entry_is_added_to_its_vocabulary(client, administrator):
    response = client.post(reverse("reference:term-create", args=["shift"]), TERM)

    assert response.url == reverse("reference:term-list", args=["shift"])
    assert Term.objects.coded("shift", "night").name_uk == "нічна зміна"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"code": "Nocna zmiana"}, "code"),
        ({"code": "two"}, "__all__"),
        ({"feed_value": "dwie zmiany"}, "__all__"),
        ({"name_uk": " "}, "name_uk"),
        ({"position": "-1"}, "position"),
    ],
)
def test_bad_entry_is_told_what_is_wrong(client, administrator, change, field):
    response = client.post(reverse("reference:term-create", args=["shift"]), TERM | change)

    assert field in errors_of(response)
    assert Term.objects.of("shift").count() == 6


def test_entry_keeps_its_code_and_can_be_retired(client, administrator):
    term = Term.objects.coded("shift", "two")

    change(client, reverse("reference:term-edit", args=[term.public_id]), TERM)

    term.refresh_from_db()
    assert (term.code, term.name_pl, term.is_active) == ("two", "nocna zmiana", False)


@pytest.mark.parametrize("name", ["term-list", "term-create"])
def test_unknown_vocabulary_is_not_found(client, administrator, name):
    response = client.get(reverse(f"reference:{name}", args=["colours"]))

    assert response.status_code == 404


def test_empty_vocabulary_says_so(client, administrator):
    Term.objects.of("shift").delete()

    assert b"This vocabulary is empty" in client.get(reverse("reference:term-list", args=["shift"])).content


@pytest.mark.parametrize(
    "name",
    ["place-edit", "accommodation-edit", "occupation-edit", "term-edit", "rule-detail", "period-correct"],
)
def test_unknown_record_is_not_found(client, administrator, name):
    url = reverse(f"reference:{name}", args=["00000000-0000-4000-8000-000000000000"])

    assert client.get(url).status_code == 404


def test_words_that_are_no_text_find_no_occupation(client, administrator):
    response = client.get(reverse("reference:occupation-list"), {"q": "a\0b"})

    assert response.status_code == 200
