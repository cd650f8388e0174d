"""What is still missing for what a person comes for, by the rules of law of a day.

The rules are dated data of ``reference``: the text of ``required-<purpose>`` names questions by their codes, in
parts such as ``always: surname_latin given_names_latin; no-pesel: birth sex``. The office corrects them there.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from reference.models import LegalRule
from registration.intake.answers import Answers, answers_of
from registration.intake.sections import questions
from registration.intake.vocabulary import MaritalStatus, Purpose
from registration.models import Client
from registration.vocabulary import ClientState


class RequiredKey(StrEnum):
    """The dated rules that say what is asked for."""

    UNEMPLOYED = "required-unemployed"
    JOB_SEEKER = "required-job-seeker"
    SUPPORT = "required-support"


KEY_OF: Mapping[str, RequiredKey] = MappingProxyType(
    {
        Purpose.UNEMPLOYED: RequiredKey.UNEMPLOYED,
        Purpose.JOB_SEEKER: RequiredKey.JOB_SEEKER,
        Purpose.SUPPORT: RequiredKey.SUPPORT,
    }
)
PURPOSE_OF: Mapping[ClientState, Purpose] = MappingProxyType(
    {
        ClientState.REGISTERED_UNEMPLOYED: Purpose.UNEMPLOYED,
        ClientState.REGISTERED_JOB_SEEKER: Purpose.JOB_SEEKER,
        ClientState.SUPPORTED: Purpose.SUPPORT,
    }
)

CONDITIONS: Mapping[str, Callable[[Answers], bool]] = MappingProxyType(
    {
        "always": lambda answers: True,
        "no-pesel": lambda answers: not answers.client.pesel,
        "married": lambda answers: answers.intake.marital_status == MaritalStatus.MARRIED,
        "children": lambda answers: bool(answers.intake.dependent_children),
    }
)


@dataclass(frozen=True)
class Check:
    """An answer that is more than one field, or of which more is asked than that it is there."""

    section: str
    label: str | Promise
    is_there: Callable[[Answers], bool]
    questions: tuple[str, ...]


CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "birth": Check(
            "identity", _("full date of birth"), lambda answers: answers.has_full_birth_date, ("birth",)
        ),
        "identity_document": Check(
            "identity",
            _("identity document"),
            lambda answers: bool(answers.client.document_number),
            ("document_kind", "document_number"),
        ),
        "surname": Check(
            "identity",
            pgettext_lazy("intake", "surname"),
            lambda answers: bool(answers.client.surname_latin or answers.client.surname_cyrillic),
            ("surname_latin", "surname_cyrillic"),
        ),
        "residence": Check(
            "contact",
            _("place of stay or address"),
            lambda answers: answers.client.has_address,
            ("accommodation", "place", "street_address"),
        ),
        "contact": Check(
            "contact",
            _("a way to reach the person"),
            lambda answers: bool(answers.client.phone or answers.client.email or answers.client.has_address),
            ("phone", "email", "place"),
        ),
        "children": Check(
            "family",
            _("date of birth of every dependent child"),
            lambda answers: answers.dependent_children >= (answers.intake.dependent_children or 0),
            ("dependent_children", "children"),
        ),
    }
)


@dataclass(frozen=True)
class Missing:
    """Something that is asked for and not there yet, and the section in which it is answered."""

    section: str
    label: str | Promise

    def __str__(self) -> str:
        return str(self.label)


@dataclass(frozen=True)
class RequiredSet:
    """What one rule asks for: question codes by the condition under which each is asked."""

    rule: LegalRule | None
    codes: Mapping[str, tuple[str, ...]]

    @property
    def all_codes(self) -> frozenset[str]:
        return frozenset(code for codes in self.codes.values() for code in codes)

    @property
    def questions(self) -> frozenset[str]:
        """The questions that must be asked for this set."""
        checked = {code for name in self.all_codes & CHECKS.keys() for code in CHECKS[name].questions}
        return self.all_codes | checked

    @property
    def unknown(self) -> list[str]:
        """Words of the rule that mean no question and no condition: somebody mistyped them."""
        known = questions().keys() | CHECKS.keys()
        conditions = [condition for condition in self.codes if condition not in CONDITIONS]
        return sorted({*conditions, *(code for code in self.all_codes if code not in known)})


def required_set(purpose: str, day: date) -> RequiredSet:
    """The set of ``purpose`` that holds on ``day``; an empty one where the office has recorded none."""
    rule = LegalRule.objects.on(day).filter(key__code=KEY_OF[purpose]).select_related("key").first()
    return RequiredSet(rule, parse(rule.text) if rule else {})


def sets_on(day: date) -> dict[str, RequiredSet]:
    """Every set that holds on ``day``, by the purpose; one query."""
    rules = LegalRule.objects.on(day).filter(key__code__in=list(RequiredKey)).select_related("key")
    by_key = {rule.key.code: RequiredSet(rule, parse(rule.text)) for rule in rules}
    return {purpose: by_key.get(key, RequiredSet(None, {})) for purpose, key in KEY_OF.items()}


def parse(text: str) -> dict[str, tuple[str, ...]]:
    """``condition: code code; condition: code`` by the condition. Never fails: what means nothing is kept as it stands."""
    parts = (part.partition(":") for part in text.replace("\n", ";").split(";") if part.strip())
    found: dict[str, tuple[str, ...]] = {}
    for condition, _colon, codes in parts:
        name = condition.strip()
        found[name] = (*found.get(name, ()), *codes.replace(",", " ").split())
    return found


def missing_for(
    client: Client,
    purpose: str,
    day: date,
    *,
    answers: Answers | None = None,
    required: RequiredSet | None = None,
) -> list[Missing]:
    """What the rules of ``day`` ask of who comes for ``purpose`` and is not answered, in the order of the sections."""
    if purpose not in KEY_OF:
        return []
    answers = answers or answers_of(client)
    required = required or required_set(purpose, day)
    found = [missing for code in _asked(required, answers) if (missing := _missing(code, answers))]
    order = list(dict.fromkeys(question.section for question in questions().values()))
    return sorted(dict.fromkeys(found), key=lambda missing: order.index(missing.section))


def _asked(required: RequiredSet, answers: Answers) -> Iterator[str]:
    for condition, codes in required.codes.items():
        if CONDITIONS.get(condition, CONDITIONS["always"])(answers):
            yield from codes


def _missing(code: str, answers: Answers) -> Missing | None:
    check, question = CHECKS.get(code), questions().get(code)
    if check is not None:
        return None if check.is_there(answers) else Missing(check.section, check.label)
    if question is None or answers.has(code):
        return None
    return Missing(question.section, question.label)
