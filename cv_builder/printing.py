"""What stands in a printed CV: plain values in the language of the paper, resolved before the template."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accounts.models import User
from cv_builder.anonymity import veil
from cv_builder.clause import clause_on
from cv_builder.models import Cv, Education, Experience
from pup_portal.phones import phone_text
from pup_portal.two_languages import lines_of
from registration.consents.gates import has_withdrawn
from registration.consents.vocabulary import ConsentPurpose
from registration.models import Client

CV = "cv_builder.cv"
ANONYMOUS_CV = "cv_builder.anonymous_cv"


@dataclass(frozen=True)
class Item:
    """A job or a school."""

    heading: str
    period: str
    where: str
    note: str
    lines: list[str]


def cv_context(cv: Cv, language: str) -> dict[str, Any]:
    cv = Cv.objects.for_page().get(pk=cv.pk)
    agreed_on = None if has_withdrawn(cv.client, ConsentPurpose.EMPLOYERS) else cv.consented_on
    clause = clause_on(agreed_on, language) if agreed_on else None
    return _Page(cv, language).context() | {
        "name": _name(cv, language),
        "contact": _contact(cv),
        "clause": clause,
        "clause_day": agreed_on,
    }


def anonymous_context(cv: Cv, language: str) -> dict[str, Any]:
    """Without name, contact, birth date and clause; names and contacts in free text are taken out."""
    cv = Cv.objects.for_page().get(pk=cv.pk)
    place = [cv.client.place.name] if cv.client.place else []
    return _Page(cv, language, is_anonymous=True).context() | {
        "name": cv.code,
        "contact": place,
        "clause": None,
        "clause_day": None,
    }


def cv_title(cv: Cv, language: str) -> str:
    return f"CV {_name(cv, language)}"


def anonymous_title(cv: Cv, language: str) -> str:
    return f"{cv.code} {veil(cv.text('title', language), cv.client)}"


def may_open_cv(user: User | AnonymousUser, cv: Cv) -> bool:
    return isinstance(user, User) and Cv.objects.visible_to(user).filter(pk=cv.pk).exists()


def may_open_anonymous_cv(user: User | AnonymousUser, cv: Cv) -> bool:
    return isinstance(user, User) and Cv.objects.shown_without_name_to(user).filter(pk=cv.pk).exists()


def person_of(cv: Cv) -> list[Client]:
    """Whose data stand in a print of ``cv``, with or without the name."""
    return [cv.client]


def _name(cv: Cv, language: str) -> str:
    """Polish papers name people in Latin letters as in the document, Ukrainian ones as they write themselves."""
    cyrillic_first = language == "uk" and cv.client.surname_cyrillic
    return cv.client.cyrillic_name if cyrillic_first else cv.client.name


def _contact(cv: Cv) -> list[str]:
    client = cv.client
    shown = [
        phone_text(client.phone) if cv.shows_phone and client.phone else "",
        client.email if cv.shows_email else "",
        client.place.name if cv.shows_place and client.place else "",
    ]
    if cv.shows_birth_date and client.birth_date:
        shown.append(_("born on %(day)s") % {"day": date_format(client.birth_date, "j E Y")})
    return [part for part in shown if part]


class _Page:
    """The body of a CV in one language."""

    def __init__(self, cv: Cv, language: str, *, is_anonymous: bool = False) -> None:
        self.cv, self.language, self.is_anonymous = cv, language, is_anonymous

    def context(self) -> dict[str, Any]:
        cv = self.cv
        return {
            "wanted": self._text(cv, "title"),
            "summary": self._text(cv, "summary"),
            "jobs": [self._job(job) for job in cv.experience.all()],
            "schools": [self._school(school) for school in cv.education.all()],
            "languages": cv.languages.all(),
            "skills": lines_of(self._text(cv, "skills")),
            "licences": [licence.name for licence in cv.licences.all()],
            "courses": lines_of(self._text(cv, "courses")),
            "interests": self._text(cv, "interests"),
        }

    def _text(self, row: Cv | Experience | Education, stem: str) -> str:
        text = row.text(stem, self.language)
        return veil(text, self.cv.client) if self.is_anonymous else text

    def _job(self, job: Experience) -> Item:
        return Item(
            heading=self._text(job, "position"),
            period=job.period,
            where=_joined(self._text(job, "employer"), self._text(job, "place")),
            note="",
            lines=lines_of(self._text(job, "description")),
        )

    def _school(self, school: Education) -> Item:
        field, name = self._text(school, "field"), self._text(school, "school")
        level = school.level.name if school.level else ""
        proof = "" if school.proof == Education.Proof.DECLARED else school.get_proof_display()
        return Item(
            heading=field or name or capfirst(level),
            period=school.period,
            where=_joined(name if field else "", self._text(school, "place")),
            note=_joined(level if field or name else "", proof),
            lines=[],
        )


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def anonymous_page(cv: Cv) -> str:
    """The desk's page without the name, which whoever may open the paper may open too."""
    return reverse("cv_builder:cv-anonymous", args=[cv.public_id])
