"""Making papers on a person's behalf, and writing down what became of them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from documents.models import Document, Upload, UploadKind
from documents.services import order_document, store_upload
from pup_portal import encryption
from pup_portal.db import DomainError, sent_before
from pup_portal.tracking import acting
from registration.closing import closed_because
from registration.models import (
    Client,
    Confirmation,
    Paper,
    PaperKind,
    PaperPurpose,
    PaperSet,
    PaperState,
    TemplateVersion,
)
from registration.models.papers import DATA, new_token
from registration.papers import outdating
from registration.papers.gathering import Filling, gather, named_in
from registration.papers.placeholders import Data, pack
from registration.papers.printing import PAPER, PAPER_SET
from registration.papers.wording import compose
from registration.vocabulary import ContactLanguage

READ_BACK = ("read_back_language", "interpreter", "confirmation", "read_back_at", "read_back_by")


class PapersClosed(DomainError):
    """The record is merged, erased or restricted: nothing is made or written down about it."""


class NothingChosen(DomainError):
    """A set needs at least one paper."""


class NotInForce(DomainError):
    """The wording is a draft, or was in force on other days."""


class NotPossible(DomainError):
    """The state of the paper does not allow it."""


class NotFinal(DomainError):
    """A text of the paper has no Polish yet."""


class DayNotPossible(DomainError):
    """The paper cannot have been signed, or read back, then."""


@dataclass(frozen=True)
class ReadBack:
    """How a paper was read back to the person, and what the person said."""

    language: ContactLanguage
    confirmation: Confirmation
    at: datetime
    interpreter: str = ""


@transaction.atomic
def make_paper(
    *,
    client: Client,
    version: TemplateVersion,
    purpose: PaperPurpose,
    by: User,
    public_id: UUID | None = None,
) -> Paper:
    """Fill in one paper with what is known now. What is not known stays a line to write on.

    Asked twice with one ``public_id``, or with nothing changed since, gives the same paper.
    Raises ``PapersClosed`` or ``NotInForce``.
    """
    client = _locked(client)
    known = sent_before(Paper.objects.filter(client=client), public_id)
    if known is not None:
        return known
    with acting(by):
        return _made(client, version, Filling(by, timezone.localdate(), purpose), by, public_id)


@transaction.atomic
def make_set(
    *,
    client: Client,
    purpose: PaperPurpose,
    versions: Sequence[TemplateVersion],
    by: User,
    public_id: UUID | None = None,
) -> PaperSet:
    """Fill in several papers at once, in the order given; those that say the same already are taken along.

    Asked twice with one ``public_id``, or with nothing changed since, gives the same set.
    """
    if not versions:
        raise NothingChosen(_("Choose at least one paper."))
    client = _locked(client)
    known = sent_before(PaperSet.objects.filter(client=client), public_id)
    if known is not None:
        return known
    filling = Filling(by, timezone.localdate(), purpose)
    with acting(by):
        papers = [_made(client, version, filling, by) for version in versions]
        return _set_of(papers, purpose) or _new_set(client, papers, purpose, by, public_id)


@transaction.atomic
def record_read_back(*, papers: Iterable[Paper], read_back: ReadBack, by: User) -> None:
    """Write down that unsigned papers were read back; the same again changes nothing.

    Raises ``NotPossible`` for a signed, outdated or void one, and ``DayNotPossible``; nothing is stored then.
    """
    for paper in _held(papers):
        if not paper.is_unsigned:
            raise NotPossible(_("Only an unsigned paper can be read back."))
        _check_moment(read_back.at, paper)
        if _says(paper, read_back):
            continue
        paper.read_back_language, paper.confirmation = read_back.language, read_back.confirmation
        paper.interpreter, paper.read_back_at, paper.read_back_by = read_back.interpreter, read_back.at, by
        with acting(by):
            paper.save(update_fields=READ_BACK)


def sign_papers(*, papers: Sequence[Paper], file: File, signed_on: date, by: User) -> None:
    """Keep the scan of the signed papers and mark them signed; the same scan again changes nothing.

    Raises ``NotFinal``, ``NotPossible``, ``DayNotPossible``, or what ``store_upload`` raises. The scan is cleaned
    before the transaction begins: that may take seconds.
    """
    _check_signable(papers, signed_on)
    scan = store_upload(subject=papers[0].client, file=file, kind=UploadKind.SIGNED, by=by)
    _sign(papers, scan, signed_on, by)


@transaction.atomic
def void_paper(*, paper: Paper, reason: str, by: User) -> Paper:
    """Say that a paper holds no longer, and why. A void one stays as it is."""
    (paper,) = _held([paper])
    if not paper.is_void:
        paper.state, paper.void_reason = PaperState.VOID, reason
        paper.void_at, paper.void_by = timezone.now(), by
        with acting(by):
            paper.save(update_fields=["state", "void_reason", "void_at", "void_by"])
    return paper


def order_print(*, of: Paper | PaperSet, by: User) -> Document:
    """The PDF of a paper, or of a whole set, as it stands now."""
    return order_document(
        kind=PAPER if isinstance(of, Paper) else PAPER_SET, subject=of, language="pl", by=by
    )


def _locked(client: Client) -> Client:
    held = Client.objects.for_card().select_for_update(of=("self",)).get(pk=client.pk)
    if reason := closed_because(held):
        raise PapersClosed(reason)
    return held


def _held(papers: Iterable[Paper]) -> list[Paper]:
    """The papers for writing, after the record: the order in which every change locks them."""
    known = list(papers)
    for client in {paper.client for paper in known}:
        _locked(client)
    keys = [paper.pk for paper in known]
    return list(Paper.objects.filter(pk__in=keys).select_for_update(of=("self",)).order_by("pk"))


def _made(
    client: Client, version: TemplateVersion, filling: Filling, by: User, public_id: UUID | None = None
) -> Paper:
    if not version.holds_on(filling.day):
        raise NotInForce(_("“%(paper)s” is not in force today.") % {"paper": version.title})
    same = client.papers.filter(version__template_id=version.template_id)
    unsigned = list(same.unsigned())
    token = new_token() if version.template.kind == PaperKind.CARD else None
    data = gather(client, replace(filling, code=_readable(token)), named_in(version))
    for paper in unsigned:
        if paper.version_id == version.pk and _content(paper.packed) == _content(pack(data)):
            return paper
    earlier = same.exclude(state=PaperState.VOID).order_by("-pk").first()
    outdating.outdate(paper.pk for paper in unsigned)
    return Paper.objects.create(
        **({"public_id": public_id} if public_id else {}),
        **_kept(version, data),
        client=client,
        version=version,
        token=token,
        supersedes=earlier,
        filled_by=by,
    )


def _kept(version: TemplateVersion, data: Data) -> dict[str, object]:
    text = json.dumps(pack(data), ensure_ascii=False, sort_keys=True)
    digest = encryption.digest(f"{version.content_hash}\0{text}", binding=DATA)
    is_final = all(section.is_final for section in compose(version, data, "pl"))
    return {"data": text, "data_hash": digest.hex(), "is_final": is_final}


def _content(packed: dict[str, object]) -> dict[str, object]:
    """What is compared: the number of a card is new each time and says nothing."""
    return {name: value for name, value in packed.items() if name != "card_code"}


def _readable(token: str | None) -> str:
    return "-".join(token[place : place + 4] for place in range(0, len(token), 4)) if token else ""


def _set_of(papers: list[Paper], purpose: PaperPurpose) -> PaperSet | None:
    """The set that holds just these papers for this purpose."""
    kept = papers[0].paper_set
    if kept is None or kept.purpose != purpose:
        return None
    return kept if set(kept.papers.all()) == set(papers) else None


def _new_set(
    client: Client, papers: list[Paper], purpose: PaperPurpose, by: User, public_id: UUID | None
) -> PaperSet:
    made = PaperSet.objects.create(
        **({"public_id": public_id} if public_id else {}), client=client, purpose=purpose, made_by=by
    )
    for position, paper in enumerate(papers):
        paper.paper_set, paper.position = made, position
        paper.save(update_fields=["paper_set", "position"])
    client.paper_sets.filter(papers=None).delete()  # whose papers all stand in the new one
    return made


def _says(paper: Paper, read_back: ReadBack) -> bool:
    return (paper.read_back_language, paper.confirmation, paper.interpreter, paper.read_back_at) == (
        read_back.language,
        read_back.confirmation,
        read_back.interpreter,
        read_back.at,
    )


def _check_moment(moment: datetime, paper: Paper) -> None:
    """Forms hold no seconds, so the minute of the making counts as after it."""
    if moment > timezone.now() or moment < paper.filled_at.replace(second=0, microsecond=0):
        raise DayNotPossible(_("A paper is read back after it was filled in, and not in the future."))


def _check_signable(papers: Sequence[Paper], signed_on: date) -> None:
    for paper in papers:
        _check_one(paper, signed_on)


def _check_one(paper: Paper, signed_on: date) -> None:
    if paper.is_signed:
        return
    if not paper.is_final:
        raise NotFinal(_("A text of this paper has no Polish yet, so it is not final and cannot be signed."))
    if not paper.may_become(PaperState.SIGNED):
        raise NotPossible(_("A void paper cannot be signed."))
    if not timezone.localdate(paper.filled_at) <= signed_on <= timezone.localdate():
        raise DayNotPossible(
            _("A paper is signed on the day it was filled in or later, and not in the future.")
        )
    if paper.is_outdated and paper.outdated_at and signed_on > timezone.localdate(paper.outdated_at):
        raise DayNotPossible(_("This paper was outdated before that day: make a new one."))


@transaction.atomic
def _sign(papers: Sequence[Paper], scan: Upload, signed_on: date, by: User) -> None:
    held = _held(papers)
    _check_signable(held, signed_on)
    for paper in held:
        if paper.is_signed:
            if paper.scan_id not in {None, scan.pk}:
                raise NotPossible(_("This paper is signed already, with another scan."))
            continue
        paper.state, paper.scan, paper.signed_on = PaperState.SIGNED, scan, signed_on
        paper.signed_at, paper.signed_by = timezone.now(), by
        with acting(by):
            paper.save(update_fields=["state", "scan", "signed_on", "signed_at", "signed_by"])
