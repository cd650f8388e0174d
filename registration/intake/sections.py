"""The sections of an intake and their questions, each with its wording in Polish and in Ukrainian to be read aloud."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from registration.models import (
    Child,
    Client,
    ClientOccupation,
    EducationEntry,
    HeldLicence,
    Intake,
    ListEntry,
    PresentedDocument,
    SpecialSituation,
    SpokenLanguage,
    WorkPeriod,
)

QUESTIONS = Path(__file__).parent / "data" / "questions.csv"
CONSENTS = "consents"  # a section of its own pages

# By the name under which a client has the list.
LISTS: Mapping[str, type[ListEntry]] = MappingProxyType(
    {
        "children": Child,
        "schools": EducationEntry,
        "jobs": WorkPeriod,
        "occupations": ClientOccupation,
        "languages": SpokenLanguage,
        "licences": HeldLicence,
        "situations": SpecialSituation,
        "presented_documents": PresentedDocument,
    }
)
# What a person says of a list on which nothing is to be put, and of which of them that can be said.
NOTHING_ON: Mapping[str, str] = MappingProxyType(
    {
        "schools": "education",
        "jobs": "work",
        "languages": "languages",
        "licences": "licences",
        "situations": "situations",
        "presented_documents": "documents",
    }
)
# Asked for by the law of a past day only; such a question is shown where a rule of the day names it.
ONLY_WHEN_REQUIRED = frozenset({"birth_surname", "father_name", "mother_name", "registered_address"})
# Without these nobody could be found again or told apart: no office switches them off.
ALWAYS_ASKED = frozenset(
    {
        "purpose", "surname_cyrillic", "given_names_cyrillic", "surname_latin", "given_names_latin", "pesel",
        "no_pesel_reason", "phone",
    }
)  # fmt: skip
# Parts of another question: they come and go with it.
GOES_WITH: Mapping[str, str] = MappingProxyType(
    {"clear_pesel": "pesel", "clear_document": "document_number", "clear_reason": "document_number"}
)
_COLUMNS = {"birth": "birth_date"}  # where the question is not called like its column


def _has_column(model: type[Model], code: str) -> bool:
    return any(column.name == _COLUMNS.get(code, code) for column in model._meta.concrete_fields)


@dataclass(frozen=True)
class Question:
    """One thing that is asked. ``code`` is the field or the list that holds the answer."""

    code: str
    section: str
    pl: str
    uk: str

    @property
    def is_list(self) -> bool:
        return self.code in LISTS

    @property
    def label(self) -> str | Promise:
        """What the answer is called in lists: the name of its column, or of its list."""
        if self.code in GOES_WITH:
            return questions()[GOES_WITH[self.code]].label
        if self.is_list:
            return LISTS[self.code]._meta.verbose_name_plural or self.code
        if self.code in Intake.pairs:
            return Intake.pairs[self.code]
        model = Client if _has_column(Client, self.code) else Intake
        return model._meta.get_field(_COLUMNS.get(self.code, self.code)).verbose_name  # type: ignore[union-attr]


@dataclass(frozen=True)
class Section:
    """One part of the intake. ``key`` stands in URLs."""

    key: str
    title: str | Promise

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(question for question in questions().values() if question.section == self.key)

    @property
    def choices(self) -> tuple[Question, ...]:
        """What an administrator may look at one by one: not the parts of another question."""
        return tuple(question for question in self.questions if question.code not in GOES_WITH)


@cache
def questions() -> Mapping[str, Question]:
    """Every question by its code, in the order in which they are asked."""
    with QUESTIONS.open(encoding="utf-8", newline="") as file:
        return MappingProxyType({row["code"]: Question(**_words(row)) for row in csv.DictReader(file)})


def _words(row: dict[str, Any]) -> dict[str, str]:
    return {name: row[name] for name in ("code", "section", "pl", "uk")}


SECTIONS: Mapping[str, Section] = MappingProxyType(
    {
        section.key: section
        for section in (
            Section("purpose", _("What the person comes for")),
            Section("identity", _("Identity")),
            Section("contact", _("Contact and place of stay")),
            Section("family", _("Family")),
            Section("education", pgettext_lazy("intake", "Education")),
            Section("work", _("Work history")),
            Section("occupations", _("Occupations and skills")),
            Section("languages", pgettext_lazy("intake", "Languages")),
            Section("licences", pgettext_lazy("intake", "Licences")),
            Section("situation", _("Situation and needs")),
            Section("wishes", _("Wishes about work")),
            Section("documents", _("Documents presented")),
            Section(CONSENTS, _("Consents")),
        )
    }
)
