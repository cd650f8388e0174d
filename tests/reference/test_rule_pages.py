"""The pages of dated rules."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from reference.models import LegalRule, LegalRuleKey
from reference.rules import rule_on
from tests.reference.factories import LegalRuleFactory, LegalRuleKeyFactory
from tests.reference.pages import change
from tests.reference.test_lists import errors_of

pytestmark = pytest.mark.django_db

WAGE = {"value": "5000", "unit": "pln", "valid_from": "2027-01-01", "source": "Dz.U. 2026 poz. 1234"}


@pytest.fixture
def wage():
    return LegalRuleKey.objects.get(code="minimum-wage-month")


def test_list_shows_what_holds_today(client, administrator, wage):
    LegalRuleKeyFactory(name_pl="reguła bez wartości")

    content = client.get(reverse("reference:rule-list")).content.decode()

    assert "4,806" in content.replace("\xa0", ",")
    assert "no value today" in content


def test_empty_list_of_rules_says_so(client, administrator):
    LegalRule.objects.all().delete()
    LegalRuleKey.objects.all().delete()

    assert b"No rules yet" in client.get(reverse("reference:rule-list")).content


@pytest.mark.parametrize("count", [1, 20])
def test_timeline_query_count(client, administrator, django_assert_num_queries, count):
    key = LegalRuleKeyFactory()
    for number in range(count):
        day = date(2000 + number, 1, 1)
        LegalRuleFactory(key=key, valid_from=day, valid_to=day + timedelta(days=9))

    with django_assert_num_queries(9):  # session, user, rule, count, page, office profile, session kept (3)
        response = client.get(reverse("reference:rule-detail", args=[key.public_id]))

    assert len(response.context["page"]) == count


def test_timeline_marks_what_holds_and_what_comes(client, administrator):
    today = timezone.localdate()
    now = LegalRuleFactory(valid_from=today, valid_to=today, is_confirmed=False)
    LegalRuleFactory(key=now.key, valid_from=today + timedelta(days=1), is_confirmed=True)
    LegalRuleFactory(
        key=now.key,
        value=None,
        text="w terminie",
        unit="text",
        valid_from=today - timedelta(days=2),
        valid_to=today - timedelta(days=1),
    )

    content = client.get(reverse("reference:rule-detail", args=[now.key.public_id])).content.decode()

    assert content.count("holds today") == 1
    assert content.count("in the future") == 1
    assert content.count("not confirmed") == 2
    assert "w terminie" in content
    assert "until further notice" in content


def test_rule_is_added_and_starts_empty(client, administrator):
    client.post(reverse("reference:rule-create"), {"code": "stay", "name_pl": "pobyt"})

    key = LegalRuleKey.objects.get(code="stay")
    page = client.get(reverse("reference:rule-detail", args=[key.public_id]))
    assert b"This rule has no value yet" in page.content


@pytest.mark.parametrize("code", ["minimum-wage-month", "two words", ""])
def test_bad_rule_is_told_what_is_wrong(client, administrator, code):
    response = client.post(reverse("reference:rule-create"), {"code": code, "name_pl": "pobyt"})

    assert "code" in errors_of(response)


def test_new_wage_first_asks_whether_the_old_one_ends(client, administrator, wage):
    url = reverse("reference:period-create", args=[wage.public_id])

    asked = client.post(url, WAGE)
    done = client.post(url, WAGE | {"ends_earlier": "on"})

    assert errors_of(asked) == {"__all__": ["An earlier value of this rule has no end yet."]}
    assert b'id="id_ends_earlier"' in asked.content
    assert done.url == reverse("reference:rule-detail", args=[wage.public_id])
    assert rule_on(wage.code, date(2026, 12, 31)).value == Decimal("4806.00")
    assert rule_on(wage.code, date(2027, 1, 1)).value == Decimal("5000.00")


def test_first_value_asks_nothing(client, administrator):
    key = LegalRuleKeyFactory()
    url = reverse("reference:period-create", args=[key.public_id])

    assert b'type="hidden" name="ends_earlier"' in client.get(url).content
    assert client.post(url, WAGE).status_code == 302


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"valid_to": "2026-12-31"}, "__all__"),
        ({"value": "-1"}, "__all__"),
        ({"value": ""}, "__all__"),
        ({"unit": "text"}, "__all__"),
        ({"unit": "hours"}, "unit"),
        ({"valid_from": ""}, "valid_from"),
        ({"valid_from": "2025-06-01"}, "__all__"),
        ({"source": ""}, "source"),
    ],
)
def test_bad_value_is_told_what_is_wrong(client, administrator, wage, change, field):
    url = reverse("reference:period-create", args=[wage.public_id])

    response = client.post(url, WAGE | {"ends_earlier": "on"} | change)

    assert field in errors_of(response)
    assert rule_on(wage.code, date(2030, 1, 1)).value == Decimal("4806.00")


def test_correction_needs_a_reason_and_keeps_the_history(client, administrator, wage):
    period = wage.periods.get(valid_to=None)
    url = reverse("reference:period-correct", args=[period.public_id])
    values = WAGE | {"value": "4807", "valid_from": "2026-01-01"}

    refused = change(client, url, values)
    change(client, url, values | {"reason": "Typing mistake."})
    history = client.get(reverse("reference:record-history", args=["period", period.public_id]))

    period.refresh_from_db()
    assert "reason" in errors_of(refused)
    assert period.value == 4807
    newest = history.context["history"].steps[0]
    assert (newest.by, newest.reason) == ("Ada Administrator", "Typing mistake.")
    assert ("Value", "4,806", "4,807") in [(f.label, f.before, f.after) for f in newest.rows[0].fields]


def test_correction_cannot_run_into_another_period(client, administrator, wage):
    period = wage.periods.get(valid_to=None)
    url = reverse("reference:period-correct", args=[period.public_id])

    response = change(client, url, WAGE | {"valid_from": "2025-12-31", "reason": "Earlier."})

    assert errors_of(response) == {"__all__": ["Another value of this rule holds on some of these days."]}
