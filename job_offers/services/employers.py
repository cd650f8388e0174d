"""Writing down employers, their sites and what they agreed to."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from job_offers import board
from job_offers.likeness import similar_employers
from job_offers.models import Employer, Offer, Workplace
from job_offers.services.conflicts import EditConflict
from pup_portal.db import DomainError, refused, sent_before
from pup_portal.tracking import acting
from reference.models import Term
from translations import services as translations

CONSENTS = ("publish", "translate")


class DuplicateEmployer(DomainError):
    def __init__(self) -> None:
        super().__init__(_("An employer with this NIP exists already."))


class SimilarEmployers(DomainError):
    """Employers much like the new one are written down already; ``found`` are they. A question, not a refusal."""

    def __init__(self, found: list[Employer]) -> None:
        super().__init__(_("Similar employers are written down already. Is it one of them?"))
        self.found = found


class DuplicateWorkplace(DomainError):
    def __init__(self) -> None:
        super().__init__(_("This employer has a workplace with this name already."))


@transaction.atomic
def create_employer(
    *, facts: Mapping[str, Any], by: User, public_id: UUID | None = None, unless_similar: bool = False
) -> Employer:
    """Write down an employer, once per ``public_id``, or raise ``DuplicateEmployer``.

    ``facts``: values by field name; ``consent_to_publish_said_by`` and ``consent_to_translate_said_by`` name
    who agreed, empty for nobody. ``unless_similar``: raise ``SimilarEmployers`` when there are any.
    """
    known = sent_before(Employer.objects.all(), public_id)
    if known is not None:
        return known
    if unless_similar and (similar := similar_employers(name=facts["name"])):
        raise SimilarEmployers(similar)
    employer = Employer(**({"public_id": public_id} if public_id else {}))
    _store(employer, facts, by)
    return employer


@transaction.atomic
def update_employer(*, employer: Employer, facts: Mapping[str, Any], version: int, by: User) -> Employer:
    """Store what was changed on a page that showed ``version``, or raise ``EditConflict``.

    A consent given or taken back reaches the board and the translations at once.
    """
    employer = Employer.objects.select_for_update(of=("self",)).get(pk=employer.pk)
    if employer.version != version:
        raise EditConflict
    before = (employer.is_public_identity, employer.may_be_translated)
    employer.version += 1
    _store(employer, facts, by)
    if before != (employer.is_public_identity, employer.may_be_translated):
        _tell_offers(employer, by)
    return employer


@transaction.atomic
def learn_about_employer(
    *, employer: Employer, by: User, willing: bool | None = None, languages: Sequence[Term] | None = None
) -> Employer:
    """Write down what an employer said of employing Ukrainians and of the languages at work; ``None`` is not said.

    What stands there already is left alone, so nobody who edits the record meanwhile is disturbed for nothing.
    """
    employer = Employer.objects.select_for_update(of=("self",)).get(pk=employer.pk)
    facts: dict[str, Any] = {}
    if willing is not None and willing != employer.willing_to_employ_ukrainians:
        facts["willing_to_employ_ukrainians"] = willing
    if languages is not None and set(languages) != set(employer.languages_at_work.all()):
        facts["languages_at_work"] = languages
    if facts:
        employer.version += 1
        _store(employer, facts, by)
    return employer


@transaction.atomic
def save_workplace(
    *, employer: Employer, facts: Mapping[str, Any], workplace: Workplace | None = None
) -> Workplace:
    """Add a site to ``employer`` or change one of its sites, or raise ``DuplicateWorkplace``."""
    workplace = workplace or Workplace(employer=employer)
    for name, value in facts.items():
        setattr(workplace, name, value)
    with refused(workplace_name_is_unique_at_employer=DuplicateWorkplace()):
        workplace.save()
    return workplace


def _store(employer: Employer, facts: Mapping[str, Any], by: User) -> None:
    values = dict(facts)
    spoken = values.pop("languages_at_work", None)
    for consent in CONSENTS:
        _record_consent(employer, consent, values.pop(f"consent_to_{consent}_said_by", None), by)
    for name, value in values.items():
        setattr(employer, name, value)
    with acting(by):
        with refused(employer_nip_is_unique=DuplicateEmployer()):
            employer.save()
        if spoken is not None:
            employer.languages_at_work.set(spoken)


def _record_consent(employer: Employer, consent: str, said_by: str | None, by: User) -> None:
    """Who said it, who heard it, when; a consent already recorded keeps its first day."""
    if said_by is None or said_by == getattr(employer, f"consent_to_{consent}_said_by"):
        return
    setattr(employer, f"consent_to_{consent}_said_by", said_by)
    setattr(employer, f"consent_to_{consent}_at", timezone.now() if said_by else None)
    setattr(employer, f"consent_to_{consent}_by", by if said_by else None)


def _tell_offers(employer: Employer, by: User) -> None:
    offers = Offer.objects.open().filter(employer=employer).for_board().select_for_update(of=("self",))
    for offer in offers:
        if offer.may_be_translated:
            translations.owe_draft(subject=offer, by=by)
        board.refresh(offer)
    translations.urgency_changed(subjects=offers)
