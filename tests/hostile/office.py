"""A small office in which everything about a person is a word that stands nowhere else."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils import formats, translation
from stdnum.pl import pesel as pesel_number

from accounts.field_access import CLIENT, FIELD_ACTS, MASKED, REVEALED_BY
from accounts.models import User
from accounts.permissions import ROLE_ACTS, Act, Role
from cv_builder.models import Cv
from messaging.models import Message
from pup_portal import person_data
from reference.models import Accommodation
from registration.models import Client
from registration.vocabulary import DocumentKind
from tests.cv_builder.factories import CvFactory, EducationFactory, ExperienceFactory, ready_cv
from tests.documents.factories import UploadFactory
from tests.factories import UserFactory
from tests.job_offers.factories import OfferFactory, PublishedFactory, WorkplaceFactory
from tests.meetings.factories import announced, listed, planned
from tests.messaging.factories import MessageFactory
from tests.reference.factories import AccommodationFactory, OfficeProfileFactory
from tests.registration.factories import ClientFactory
from tests.translations.factories import TermFactory
from translations.models import GlossaryTerm

NOBODY = "nobody"
EVERYBODY = frozenset(Role.values)


def who_may(act: Act) -> frozenset[str]:
    return frozenset(role.value for role, acts in ROLE_ACTS.items() if act in acts)


def who_reads(field_name: str) -> frozenset[str]:
    """The roles that may read this column of a client whole, by the data of the permissions."""
    act = REVEALED_BY if field_name in MASKED[CLIENT] else FIELD_ACTS[CLIENT][field_name]
    return who_may(Act.SEE_CLIENTS) & who_may(act) if act else frozenset()


@dataclass(frozen=True)
class Canary:
    """A planted word, in every way a page may write it, and the roles that may meet it."""

    of: str
    spellings: tuple[str, ...]
    roles: frozenset[str]
    is_identity: bool = False
    only_at: str = ""  # the one address that may show it

    def is_met_by(self, role: str) -> bool:
        """Whether a walk comes across it; a house shows only on the pages of who lives there."""
        return role in self.roles and not self.only_at and not self.of.endswith("accommodation")

    def sings_in(self, squeezed: str) -> bool:
        return any(spelling in squeezed for spelling in self.spellings)


@dataclass
class Office:
    staff: dict[str, User]
    canaries: list[Canary] = field(default_factory=list)
    closed: dict[str, set[str]] = field(default_factory=dict)  # role → public_ids that are not there for it

    def close(self, row: Any, *, to: frozenset[str]) -> None:
        for role in to:
            self.closed.setdefault(role, set()).add(str(row.public_id))

    def plant(self, of: str, *values: str, roles: frozenset[str], **more: Any) -> str:
        self.canaries.append(Canary(of, tuple(map(squeeze, values)), roles, **more))
        return values[0]


def squeeze(text: str) -> str:
    """Without what separates digits and words: numbers are shown in groups."""
    return text.translate(_SEPARATORS)


_SEPARATORS = {ord(sign): None for sign in " \t\r\n\u00a0\u202f-–()"}


def open_office() -> Office:
    """Two ordinary people, one restricted, one erased; their CVs, files, meetings; offers in each state."""
    office = Office({role: UserFactory(role=role, username=f"hostile-{role}") for role in Role.values})
    office.staff[Role.COORDINATOR].granted_acts = [Act.REVIEW_TRANSLATIONS.value]
    office.staff[Role.COORDINATOR].save()
    OfficeProfileFactory()
    for number, kind in enumerate(("open", "second", "restricted", "erased")):
        _take_in(office, kind, number)
    _do_its_work(office)
    for role in [*Role.values, NOBODY]:
        office.closed.setdefault(role, set())
    return office


def _take_in(office: Office, kind: str, number: int) -> None:
    readers = {"restricted": who_may(Act.SEE_PAPERS), "erased": frozenset()}.get(kind, EVERYBODY)
    by = office.staff[Role.COORDINATOR]
    client = ClientFactory(created_by=by, **_values(office, kind, number, readers))
    office.close(client, to=EVERYBODY - (readers & who_may(Act.SEE_CLIENTS)))
    cvs = _write_cvs(office, client, kind, number, readers, by)
    scan = UploadFactory(
        subject=client,
        label=office.plant(
            f"{kind} scan", f"Zqskan{_letters(number)}.pdf", roles=readers & who_may(Act.SEE_PAPERS)
        ),
    )
    office.close(scan, to=EVERYBODY - (readers & who_may(Act.SEE_PAPERS)))
    meeting = planned(by=by)
    noted = office.plant(
        f"{kind} attendance notes",
        f"Zqobecny{_letters(number)}",
        roles=readers & who_may(Act.EDIT_MEETINGS),
    )
    listed(meeting, client=client, name_as_said="", notes=noted)
    for cv in cvs:
        nameless = who_may(Act.SEE_ANONYMOUS_CVS) if cv.is_ready else frozenset()
        office.close(cv, to=EVERYBODY - (readers & (who_may(Act.SEE_CVS) | nameless)))
    if kind == "restricted":
        Client.objects.filter(pk=client.pk).update(is_restricted=True)
    if kind == "erased":
        for held in person_data.registered():
            held.erase(client.pk)


def _values(office: Office, kind: str, number: int, readers: frozenset[str]) -> dict[str, Any]:
    """Every personal field of one client, each with its canary."""

    def put(name: str, *spellings: str) -> str:
        only_at = "registration:client-reveal" if name in MASKED[CLIENT] else ""
        return office.plant(
            f"{kind} {name}", *spellings, roles=readers & who_reads(name), is_identity=True, only_at=only_at
        )

    tail = _letters(number)
    born, expires = date(1931 + number, 3, 11), date(2091 + number, 2, 13)
    put("birth_date", *_dates(born))
    put("document_expires_on", *_dates(expires))
    return {
        "surname_latin": put("surname_latin", f"Zqnazwisko{tail}"),
        "given_names_latin": put("given_names_latin", f"Zqimie{tail}"),
        "surname_cyrillic": put("surname_cyrillic", f"Щфпрізвище{_cyrillic(number)}"),
        "given_names_cyrillic": put("given_names_cyrillic", f"Щфімено{_cyrillic(number)}"),
        "patronymic": put("patronymic", f"Щфбатькові{_cyrillic(number)}"),
        "birth_place": put("birth_place", f"Zqmiasto{tail}"),
        "birth_date": born,
        "birth_date_precision": "day",
        "pesel": put("pesel", _pesel(number)),
        "no_pesel_reason": "",
        "document_kind": DocumentKind.values[0],
        "document_number": put("document_number", f"ZQ99417{number}"),
        "document_expires_on": expires,
        "phone": put("phone", f"+38050555017{number}", f"050555017{number}"),
        "email": put("email", f"zqlist{tail.lower()}@example.org"),
        "street_address": put("street_address", f"ul. Zqulica{tail} 7"),
        "accommodation": _house(office, kind, tail),
        "looks_for": put("looks_for", f"Zqszuka{tail}"),
        "notes": put("notes", f"Zqnotatka{tail}"),
    }


def _house(office: Office, kind: str, tail: str) -> Accommodation:
    """Where the person lives; the house itself stands in the settings, too."""
    readers = who_reads("accommodation") | who_may(Act.SEE_SETTINGS)
    names = office.plant(f"{kind} accommodation", f"Zqhotel{tail}", f"Щфготель{tail}", roles=readers)
    return AccommodationFactory(name_pl=names, name_uk=f"Щфготель{tail}")


def _write_cvs(
    office: Office, client: Client, kind: str, number: int, readers: frozenset[str], by: User
) -> list[Cv]:
    """A ready and a draft CV. Each entry says the name, the phone and the e-mail once more."""
    slip = f"{client.given_names_latin} {client.surname_latin}, {client.phone}, {client.email}"
    made = []
    for state in ("ready", "draft"):
        roles = readers & who_may(Act.SEE_CVS)
        if state == "ready":
            roles |= readers & who_may(Act.SEE_ANONYMOUS_CVS)
        if kind == "restricted":
            roles &= who_may(Act.SEE_PAPERS)

        def put(name: str, state: str = state, roles: frozenset[str] = roles) -> str:
            return office.plant(
                f"{kind} {state} CV {name}", f"Zqcv{name}{state}{_letters(number)}", roles=roles
            )

        cv = (ready_cv if state == "ready" else CvFactory)(
            client=client,
            created_by=by,
            title_pl=put("title"),
            summary_pl=f"{put('summary')} {slip}",
            skills_pl=f"{put('skills')} {slip}",
            interests_pl=put("interests"),
        )
        ExperienceFactory(cv=cv, order=9000, position_pl=f"{put('position')}")
        EducationFactory(cv=cv, order=9000, school_pl=put("school"))
        made.append(cv)
    return made


def _do_its_work(office: Office) -> None:
    """What else a desk has: offers on and off the board, meetings, a failed message, words."""
    by = office.staff[Role.BROKER]
    draft = OfferFactory()
    PublishedFactory(title_uk="Пакувальник", published_by=by)
    WorkplaceFactory(employer=draft.employer)
    listed(announced(by=office.staff[Role.COORDINATOR]))
    waiting = planned()
    office.close(draft, to=frozenset({NOBODY}))
    office.close(waiting, to=frozenset({NOBODY}))
    MessageFactory(state=Message.State.FAILED)
    GlossaryTerm.objects.all().delete()  # two say as much as forty
    TermFactory.create_batch(2)


def _letters(number: int) -> str:
    return "QWXV"[number] * 2 + "ka"


def _cyrillic(number: int) -> str:
    return "ЖЦЧШ"[number].lower() * 2 + "ко"


def _dates(day: date) -> list[str]:
    """The day in every way our pages write days."""
    written = [day.isoformat(), day.strftime("%d.%m.%Y"), f"{day.day}.{day.month}.{day.year}"]
    for language in ("pl", "uk", "en"):
        with translation.override(language):
            written += [formats.date_format(day, name) for name in ("DATE_FORMAT", "SHORT_DATE_FORMAT")]
    return written


def _pesel(number: int) -> str:
    """Of 11 March 2231 and later: nobody's."""
    first = f"{31 + number}63110417"
    return first + pesel_number.calc_check_digit(first)
