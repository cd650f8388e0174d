"""The checks that stand before publication: each a sentence with a place to put it right."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from accounts.permissions import Role
from job_offers import checks
from reference.models import LegalRule, LegalRuleKey
from tests.factories import UserFactory
from tests.job_offers.factories import EmployerFactory, OfferFactory, PublishedFactory, place, term
from translations.models import Status

pytestmark = pytest.mark.django_db


def everything(offer, role=Role.COORDINATOR, status=Status.REVIEWED, today=None):
    found = checks.findings(
        offer, status=status, by=UserFactory(role=role), today=today or timezone.localdate()
    )
    return [(str(finding.sentence), finding.is_blocking, finding.field) for finding in found]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, []),
        ({"title_pl": ""}, [("The position has no name.", True, "title_pl")]),
        ({"valid_until": None}, [("It is not said until when the offer is valid.", True, "valid_until")]),
        (
            {"valid_until": date(2026, 1, 1)},
            [("The offer was valid until a day that has passed.", True, "valid_until")],
        ),
        ({"place": None}, [("It is not said where the work is.", True, "place")]),
        ({"place": None, "place_name": "Radom"}, []),
        (
            {"pay_from": None, "pay_unit": ""},
            [("The pay is not given as a figure, so readers cannot compare it.", True, "pay_from")],
        ),
        (
            {"pay_from": None, "pay_unit": "", "pay_note_pl": "do uzgodnienia"},
            [("The pay is not given as a figure, so readers cannot compare it.", False, "pay_from")],
        ),
        (
            {"is_gross": False},
            [
                (
                    "The pay is net. Offers are compared by gross pay; ask the employer for it.",
                    False,
                    "is_gross",
                )
            ],
        ),
        (
            {"contact_phone": ""},
            [
                (
                    "People are to apply outside the office, but there is neither a phone nor an e-mail.",
                    True,
                    "contact_phone",
                )
            ],
        ),
        ({"contact_phone": "", "apply_route": None}, []),
        ({"contract": None}, [("The kind of contract is not given.", False, "contract")]),
        ({"ends_on": date(2026, 1, 1)}, [("The work ends on a day that has passed.", True, "ends_on")]),
        (
            {"starts_on": date(2026, 1, 1)},
            [("The work started on a day that has passed.", False, "starts_on")],
        ),
        ({"starts_on": date(2026, 1, 1), "starts_at_once": True}, []),
        (
            {"ends_on": date(9000, 1, 1)},
            [("A contract for an indefinite time has no last day.", False, "ends_on")],
        ),
        (
            {"working_time": Decimal("0.5"), "hours_per_week": Decimal(40)},
            [("The part of full time and the hours a week say different things.", False, "hours_per_week")],
        ),
        (
            {"valid_until": date(2027, 6, 3)},
            [
                (
                    "The offer would be valid for more than a year. Check the day with the employer.",
                    False,
                    "valid_until",
                )
            ],
        ),
        ({"valid_until": date(2027, 6, 2)}, []),
        ({"working_time": Decimal(1), "hours_per_week": Decimal(35)}, []),
        ({"working_time": None, "hours_per_week": Decimal(20)}, []),
        (
            {"hours_per_week": Decimal("48.5")},
            [
                (
                    "More than 48 hours a week are given, overtime included; the Labour Code allows no more.",
                    False,
                    "hours_per_week",
                )
            ],
        ),
    ],
)
def test_each_check_is_a_sentence_with_a_place_to_put_it_right(values, expected):
    plain = {
        "employer": EmployerFactory(),
        "place": place(),
        "contract": term("contract", "permanent"),
        "apply_route": term("apply_route", "employer"),
        "valid_until": date(2026, 7, 1),
    }
    offer = OfferFactory.build(**plain | values)

    assert everything(offer, today=date(2026, 6, 1)) == expected


def test_remote_work_needs_no_place():
    offer = OfferFactory(place=None, work_mode=term("work_mode", "remote"))

    assert everything(offer) == []


def test_employer_who_did_not_agree_cannot_be_applied_to_directly():
    offer = OfferFactory(employer=EmployerFactory(consents=False))

    (finding,) = checks.findings(offer, status=Status.REVIEWED, by=UserFactory(), today=timezone.localdate())

    assert finding.is_blocking
    assert finding.where == checks.Where.EMPLOYER


def test_same_position_of_the_employer_on_the_board_is_pointed_out():
    first = PublishedFactory(title_pl="Pakowacz")

    (finding,) = everything(OfferFactory(title_pl="pakowacz", employer=first.employer))

    assert finding[1:] == (False, "title_pl")


@pytest.mark.parametrize(
    ("values", "is_too_low"),
    [
        ({"pay_from": 4805}, True),
        ({"pay_from": 4806}, False),
        ({"pay_from": None, "pay_to": 4805}, True),
        ({"pay_from": 31, "pay_unit": "hour"}, True),
        ({"pay_from": Decimal("31.40"), "pay_unit": "hour"}, False),
        ({"pay_from": 2403, "working_time": Decimal("0.5")}, False),
        ({"pay_from": 2402, "working_time": Decimal("0.5")}, True),
        ({"pay_from": 2403, "hours_per_week": 20}, False),
        ({"pay_from": 4805, "hours_per_week": 48}, True),
        ({"pay_from": 100, "is_gross": False}, False),
    ],
)
def test_minimum_wage_of_2026(values, is_too_low):
    offer = OfferFactory(**values)

    sentences = [sentence for sentence, _blocks, _field in everything(offer, today=date(2026, 6, 1))]

    assert any("below the minimum wage" in sentence for sentence in sentences) is is_too_low


@pytest.mark.parametrize("code", ["specific_work", "volunteering", "agency"])
def test_contracts_without_a_minimum_wage(code):
    offer = OfferFactory(pay_from=100, contract=term("contract", code))

    assert everything(offer) == []


def test_minimum_wage_is_that_of_the_day_work_starts():
    key = LegalRuleKey.objects.get(code="minimum-wage-month")
    LegalRule.objects.filter(key=key, valid_to=None).update(valid_to=date(2026, 12, 31))
    LegalRule.objects.create(
        key=key, value=5000, unit="pln", valid_from=date(2027, 1, 1), source="Dz.U. próbny"
    )

    soon, later = (
        everything(
            OfferFactory(pay_from=4900, starts_on=starts_on, valid_until=date(2026, 12, 1)),
            today=date(2026, 11, 1),
        )
        for starts_on in (date(2026, 12, 1), date(2027, 2, 1))
    )

    assert soon == []
    assert "PLN 5,000" in later[0][0].replace("\xa0", " ")


def test_day_without_a_recorded_minimum_is_not_judged():
    LegalRule.objects.all().delete()

    assert everything(OfferFactory(pay_from=1)) == []


@pytest.mark.parametrize(
    ("status", "consents", "words"),
    [
        (Status.MISSING, True, "not approved yet"),
        (Status.DRAFT, True, "not approved yet"),
        (Status.OUTDATED, True, "has changed since"),
        (Status.MISSING, False, "has not agreed to a Ukrainian version"),
    ],
)
def test_translation_that_is_not_reviewed_blocks_the_broker_and_warns_the_manager(status, consents, words):
    offer = OfferFactory(employer=EmployerFactory(consents=consents), apply_route=None)

    (manager,) = everything(offer, role=Role.MANAGER, status=status)
    (broker,) = everything(offer, role=Role.BROKER, status=status)

    assert words in manager[0]
    assert (manager[1], broker[1]) == (False, True)


@pytest.mark.parametrize(
    ("known", "is_enough"),
    [
        ({"working_time": Decimal("0.1"), "hours_per_week": Decimal(40)}, False),
        ({"working_time": Decimal(1), "hours_per_week": Decimal(4)}, False),
        ({"working_time": Decimal("0.1"), "hours_per_week": Decimal(4)}, True),
        ({"working_time": None, "hours_per_week": Decimal(168)}, False),
    ],
)
def test_the_minimum_follows_the_larger_of_part_and_hours(known, is_enough):
    offer = OfferFactory(
        pay_from=Decimal(500), pay_unit="month", contract=term("contract", "permanent"), **known
    )

    codes = [
        finding.code
        for finding in checks.findings(
            offer, status=Status.REVIEWED, by=UserFactory(role=Role.BROKER), today=timezone.localdate()
        )
    ]

    assert ("pay-below-minimum" not in codes) == is_enough
