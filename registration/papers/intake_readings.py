"""What the full intake says, as the placeholders of papers name it: single answers, and the rows of its lists."""

from collections.abc import Callable, Iterable
from functools import cached_property
from types import MappingProxyType
from typing import Any

from reference.models import LegalRule, Term, Vocabulary
from registration.intake.vocabulary import COUNTRIES, OccupationKind
from registration.models import Client, ClientOccupation, Intake
from registration.papers.placeholders import Row, Said
from registration.papers.saying import NOTHING, flag, named, pair, rows, told, typed, yes_no

_COUNTRY_NAMES = dict(COUNTRIES)
_NEEDS = ("needs_lodging", "needs_transport", "needs_childcare")


class Answers:
    """The intake of one person; every list is read at most once, and only when it is named."""

    def __init__(self, client: Client) -> None:
        self.client = client

    @cached_property
    def intake(self) -> Intake:
        """An intake that nobody has begun answers nothing."""
        return Intake.objects.filter(client=self.client).first() or Intake(client=self.client)

    @cached_property
    def occupations(self) -> list[ClientOccupation]:
        return list(self.client.occupations.select_related("occupation"))

    @cached_property
    def schools(self) -> list[Any]:
        return list(self.client.schools.select_related("level"))

    def terms(self, vocabulary: Vocabulary, codes: Iterable[str]) -> Said:
        found = list(Term.objects.of(vocabulary).filter(code__in=list(codes)).order_by("pk"))
        return told(lambda terms: ", ".join(term.name for term in terms), found)


type Reading = Callable[[Answers], Any]


def _evidence(entry: Any) -> Any:
    return entry.get_evidence_display()


def _country(entry: Any) -> Any:
    return _COUNTRY_NAMES.get(entry.country, "")


def _named(entry: Any) -> Any:
    return entry.name if entry is not None else ""


def _years(entry: Any) -> str:
    return "–".join(str(year) for year in (entry.year_from, entry.year_to) if year)


def _education(answers: Answers) -> Any:
    """The level of the last school told that has one: people tell them in the order they went."""
    levels = [school.level for school in answers.schools if school.level is not None]
    return levels[-1].name if levels else ""


def _schools(answers: Answers) -> tuple[Row, ...]:
    return rows(
        answers.schools,
        {
            "level": lambda school: _named(school.level),
            "school": lambda school: pair(school, "school"),
            "field": lambda school: pair(school, "field"),
            "country": _country,
            "years": _years,
            "evidence": _evidence,
        },
    )


def _jobs(answers: Answers) -> tuple[Row, ...]:
    return rows(
        answers.client.jobs.all(),
        {
            "employer": lambda job: pair(job, "employer"),
            "position": lambda job: pair(job, "position"),
            "country": _country,
            "period": lambda job: job.period,
            "working_time": lambda job: job.get_working_time_display(),
            "basis": lambda job: job.get_basis_display(),
            "evidence": _evidence,
        },
    )


def _occupation(entry: ClientOccupation) -> Any:
    return entry.occupation.name if entry.occupation else pair(entry, "wording")


def _practice(entry: ClientOccupation) -> Any:
    months = entry.months_of_practice
    return Said(f"{months} mies.", f"{months} міс.") if months else ""


def _occupations(*kinds: OccupationKind) -> Reading:
    def read(answers: Answers) -> tuple[Row, ...]:
        return rows(
            [entry for entry in answers.occupations if entry.kind in kinds],
            {
                "name": _occupation,
                "code": lambda entry: entry.occupation.code if entry.occupation else "",
                "practice": _practice,
                "evidence": _evidence,
            },
        )

    return read


def _languages(answers: Answers) -> tuple[Row, ...]:
    return rows(
        answers.client.languages.select_related("language", "level"),
        {
            "language": lambda spoken: spoken.language.name,
            "level": lambda spoken: spoken.detail,
        },
    )


def _licences(answers: Answers) -> tuple[Row, ...]:
    return rows(
        answers.client.licences.select_related("licence"),
        {
            "name": lambda held: _named(held.licence) or pair(held, "details"),
            "details": lambda held: pair(held, "details") if held.licence else "",
            "valid_until": lambda held: held.valid_until,
            "evidence": _evidence,
        },
    )


def _children(answers: Answers) -> tuple[Row, ...]:
    return rows(
        answers.client.children.all(),
        {"birth_date": lambda child: child.birth_date, "dependent": lambda child: yes_no(child.is_dependent)},
    )


def _situations(answers: Answers) -> tuple[Row, ...]:
    """With the legal basis that holds, or held last."""
    held = list(answers.client.situations.select_related("kind"))
    rules = LegalRule.objects.filter(key__in=[situation.kind_id for situation in held]).order_by("valid_from")
    basis = {rule.key_id: rule.source for rule in rules}
    return rows(
        held,
        {
            "name": lambda situation: situation.kind.name,
            "legal_basis": lambda situation: basis.get(situation.kind_id, ""),
        },
    )


def _documents(answers: Answers) -> tuple[Row, ...]:
    return rows(
        answers.client.presented_documents.all(),
        {
            "name": _document,
            "form": lambda shown: shown.get_seen_as_display(),
            "seen_on": lambda shown: shown.seen_on,
            "valid_until": lambda shown: shown.valid_until,
            "recognised": lambda shown: yes_no(shown.is_recognised),
        },
    )


def _document(shown: Any) -> Said:
    """The kind, and what it says where somebody wrote that down."""
    kind = told(lambda document: document.get_kind_display(), shown)
    details = pair(shown, "details")
    if not details:
        return kind
    if not details.is_final:
        return Said("", f"{kind.uk}: {details.uk}", is_final=False)
    return Said(f"{kind.pl}: {details.pl}", f"{kind.uk}: {details.text('uk')}")


def _children_count(answers: Answers) -> Any:
    """As it was told; else as many as are written down with their dates."""
    told_number = answers.intake.dependent_children
    if told_number is not None:
        return told_number
    return answers.client.children.filter(is_dependent=True).count() or ""


def _needs(answers: Answers) -> Any:
    fields = (Intake._meta.get_field(name) for name in _NEEDS if getattr(answers.intake, name))
    return ", ".join(str(field.verbose_name) for field in fields)  # type: ignore[union-attr]


def _distance(answers: Answers) -> Any:
    distance = answers.intake.distance_km
    return Said(f"{distance} km", f"{distance} км") if distance else NOTHING


def _hours(answers: Answers) -> Any:
    hours = answers.intake.weekly_hours
    return Said(f"{hours} godz. tygodniowo", f"{hours} год. на тиждень") if hours else NOTHING


READINGS: MappingProxyType[str, Reading] = MappingProxyType(
    {
        "birth_name": lambda answers: named(answers.intake.birth_surname, ""),
        "father_name": lambda answers: answers.intake.father_name,
        "mother_name": lambda answers: answers.intake.mother_name,
        "registered_address": lambda answers: typed(answers.intake.registered_address),
        "delivery_address": lambda answers: typed(answers.intake.delivery_address),
        "marital_status": lambda answers: answers.intake.get_marital_status_display(),
        "spouse_registered": lambda answers: answers.intake.get_spouse_status_display(),
        "children_count": _children_count,
        "has_children": lambda answers: flag(bool(_children_count(answers))),
        "children": _children,
        "lone_parent": lambda answers: yes_no(answers.intake.is_lone_parent),
        "large_family_card": lambda answers: yes_no(answers.intake.has_large_family_card),
        "carer": lambda answers: yes_no(answers.intake.is_carer),
        "disability_degree": lambda answers: answers.intake.get_disability_degree_display(),
        "health_limits": lambda answers: pair(answers.intake, "health_limits"),
        "education_level": _education,
        "schools": _schools,
        "occupations": _occupations(*OccupationKind),
        "learned_occupations": _occupations(OccupationKind.LEARNED),
        "practised_occupations": _occupations(OccupationKind.PRACTISED),
        "wanted_occupations": _occupations(OccupationKind.WANTED),
        "languages": _languages,
        "licences": _licences,
        "jobs": _jobs,
        "wanted_contracts": lambda answers: answers.terms(Vocabulary.CONTRACT, answers.intake.contract_kinds),
        "wanted_shifts": lambda answers: answers.terms(Vocabulary.SHIFT, answers.intake.shifts),
        "wanted_hours": _hours,
        "wanted_distance": _distance,
        "may_start_on": lambda answers: answers.intake.may_start_on,
        "needs": _needs,
        "special_situations": _situations,
        "documents_presented": _documents,
    }
)
