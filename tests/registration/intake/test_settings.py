"""The questions this office asks: chosen by the administrator, within what the law and the desk need."""

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from reference.models import LegalRule
from registration.intake import services
from registration.intake.asking import may_be_hidden
from registration.models import HiddenQuestion
from tests.factories import UserFactory
from tests.registration.factories import ClientFactory
from tests.registration.intake.factories import filled_intake
from tests.registration.intake.pages import section_url, text_of, url

pytestmark = pytest.mark.django_db

PAGE, CHOOSE = "intake_settings:questions", "intake_settings:choose"


@pytest.fixture
def administrator(client):
    user = UserFactory(role=Role.ADMINISTRATOR)
    client.force_login(user)
    return user


def asked_without(*codes):
    return {"asked": sorted(may_be_hidden(timezone.localdate()) - set(codes))}


def test_question_that_is_switched_off_is_not_asked(client, administrator):
    client.post(reverse(CHOOSE), asked_without("distance_km", "wishes", "licences"))
    person = ClientFactory()
    client.force_login(UserFactory(role=Role.COORDINATOR))

    wishes = text_of(client.get(section_url(person, "wishes")))
    tasks = text_of(client.get(url("intake", person)))

    assert "distance_km" not in wishes
    assert "wishes_uk" not in wishes
    assert "weekly_hours" in wishes
    assert ">Licences<" not in tasks
    assert ">Work history<" in tasks


def test_what_was_answered_before_stays_on_the_card(client, administrator):
    person = ClientFactory()
    filled_intake(person, distance_km=17)
    client.post(reverse(CHOOSE), asked_without("distance_km"))
    client.force_login(UserFactory(role=Role.COORDINATOR))

    assert "<dd> 17 </dd>" in text_of(client.get(person.get_absolute_url()))


def test_question_is_asked_again(client, administrator):
    client.post(reverse(CHOOSE), asked_without("distance_km"))
    client.post(reverse(CHOOSE), asked_without("distance_km"))
    assert [(row.code, row.hidden_by, str(row)) for row in HiddenQuestion.objects.all()] == [
        ("distance_km", administrator, "distance_km")
    ]

    client.post(reverse(CHOOSE), asked_without())

    assert not HiddenQuestion.objects.exists()


def test_what_the_law_or_the_desk_needs_is_always_asked(client, administrator):
    client.post(reverse(CHOOSE), {"asked": []})

    hidden = set(HiddenQuestion.objects.values_list("code", flat=True))

    assert {
        "marital_status",
        "schools",
        "pesel",
        "surname_latin",
        "document_number",
        "phone",
    } & hidden == set()
    assert {"wishes", "distance_km", "languages"} <= hidden
    with pytest.raises(services.NotHideable, match="marital status"):
        services.hide_questions(codes={"marital_status"}, may_be_hidden=set(), by=administrator)


def test_page_shows_what_cannot_be_switched_off_and_words_without_meaning(client, administrator):
    LegalRule.objects.filter(key__code="required-support").update(text="always: surname teeth")

    html = text_of(client.get(reverse(PAGE)))

    assert 'value="marital_status" checked disabled' in html
    assert 'value="wishes" checked >' in html
    assert "words that mean no question: teeth" in html


def test_manager_sees_the_questions_and_changes_none(client):
    client.force_login(UserFactory(role=Role.MANAGER))

    html = text_of(client.get(reverse(PAGE)))

    assert 'value="wishes" checked disabled' in html
    assert client.post(reverse(CHOOSE), {"asked": []}).status_code == 403


def test_question_of_an_old_law_is_asked_where_it_was_answered(client):
    person, other = ClientFactory(), ClientFactory()
    filled_intake(person)
    client.force_login(UserFactory(role=Role.COORDINATOR))

    assert "father_name" in text_of(client.get(section_url(person, "identity")))
    assert "father_name" not in text_of(client.get(section_url(other, "identity")))
