"""What the agents of the demonstration do: visits held and planned, calls that are owed, contacts and signs."""

from datetime import timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.utils import timezone

from accounts.models import User
from accounts.permissions import Role
from job_offers.models import Employer, FieldVisit, JobSign, SignText, Workplace
from job_offers.services import contacts, employers
from job_offers.signs.services import put_up_sign
from job_offers.visits import call_services, services
from job_offers.visits.reports import Report, Target
from reference.models import Place, Term, Vocabulary

_NEW: tuple[dict[str, Any], ...] = (
    {"name": "Tartak „Sękaty” Sp. z o.o.", "gmina": "Daleszyce", "street_address": "ul. Wzorcowa 21"},
    {"name": "Pralnia „Śnieżka Kielecka”", "gmina": "Kielce", "street_address": "ul. Zmyślona 4"},
)


def go(staff: dict[Role, User]) -> int:
    """Visits, calls, contacts and signs, once; give how many visits there are."""
    broker = staff[Role.BROKER]
    if not FieldVisit.objects.exists():
        known = list(Employer.objects.order_by("pk")[:3])
        for number, employer in enumerate(known):
            _write_down(employer, number, broker)
        _visit_new_ones(broker)
    return FieldVisit.objects.count()


def _write_down(employer: Employer, number: int, broker: User) -> None:
    """A known employer: whom to ask for, where the work is, a visit of last week and one of today, a sign."""
    today = timezone.localdate()
    contacts.add_contact(
        employer=employer,
        by=broker,
        facts={
            "name": ("Halina Przykładowa", "Piotr Zmyślony", "Irena Pokazowa")[number],
            "role": "kadry",
            "phone": f"+4841555018{number}",
            "languages": list(Term.objects.of(Vocabulary.LANGUAGE).filter(code__in=("pl", "uk"))),
        },
    )
    site = _site(employer)
    services.record_visit(
        target=Target(employer=employer, workplace=site),
        agent=broker,
        day=today - timedelta(days=7 + number),
        report=Report(
            notes="Szukają osób na jedną zmianę, pokażą halę. Tablicę z informacją zgodzili się powiesić.",
            willing=True,
            languages=tuple(Term.objects.of(Vocabulary.LANGUAGE).filter(code__in=("pl", "uk"))),
            offers_expected=number + 1,
            call_back_on=today + timedelta(days=2 * number),
        ),
        by=broker,
        key=uuid5(NAMESPACE_URL, f"visit {employer.name}"),
    )
    services.plan_visit(
        target=Target(employer=employer, workplace=site),
        agent=broker,
        day=today,
        notes="Spytać o zakwaterowanie i dojazd.",
        by=broker,
        key=uuid5(NAMESPACE_URL, f"plan {employer.name}"),
    )
    _put_up(site, broker)


def _put_up(site: Workplace, broker: User) -> None:
    text = SignText.objects.on(timezone.localdate())
    if text is not None and not JobSign.objects.filter(workplace=site).exists():
        put_up_sign(
            workplace=site,
            text=text,
            consent_said_by="kierowniczka zakładu",
            put_up_on=timezone.localdate() - timedelta(days=5),
            by=broker,
        )


def _site(employer: Employer) -> Workplace:
    place = employer.place or Place.objects.get(name_pl="Kielce")
    return employer.workplaces.first() or employers.save_workplace(
        employer=employer,
        facts={"name": "Zakład główny", "place": place, "street_address": employer.street_address},
    )


def _visit_new_ones(broker: User) -> None:
    """Employers met on the way: written down on the spot; one of them does not want."""
    today = timezone.localdate()
    for number, facts in enumerate(_NEW):
        address = {"street_address": facts["street_address"], "phone": f"+4841555017{number}"}
        visit = services.record_visit(
            target=Target(
                new_employer={"name": facts["name"], "place": Place.objects.get(name_pl=facts["gmina"])}
                | address
            ),
            agent=broker,
            day=today - timedelta(days=1),
            report=Report(notes="Rozmowa przy bramie.", willing=number == 0, offers_expected=2 - 2 * number),
            by=broker,
            key=uuid5(NAMESPACE_URL, facts["name"]),
        )
        if number == 0:
            call_services.owe_call(
                employer=visit.employer,
                agent=broker,
                due_on=today - timedelta(days=1),
                about="Dwie oferty dla pilarzy, mieli podać stawki.",
                by=broker,
            )
