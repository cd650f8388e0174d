"""Taking over a file of the national offer feed: batch by batch, each with its counts in one transaction.

An import may be killed at any instruction and started again: it goes on behind the last stored batch. One bad
offer never stops the rest. What the feed no longer holds is withdrawn, but only for the labour offices whose
offers were in the file, only when the whole file could be read, and not when suspiciously much is missing.

An offer that changed in the feed follows it in what changed there. Whatever else somebody has corrected or added at
the desk stays: the text of the feed that is stored is read once more, and tells what is new.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import batched, islice
from typing import Any

from django.core.files import File
from django.db import transaction
from django.db.models import F, Model
from django.utils import timezone
from django.utils.translation import gettext_noop

from accounts.models import User
from job_offers import board
from job_offers.feed_archive import FeedDamage, FeedOffer, UnreadableFeed, read
from job_offers.feed_content import OfferRefused
from job_offers.feed_map import Dictionaries, MappedOffer, map_offer, read_again
from job_offers.models import FeedChange, FeedFinding, FeedImport, Offer, OfferLanguage
from job_offers.models.offers import OPEN_STATES
from pup_portal.background import leased, send_on_commit
from reference.models import Term
from translations import services as translations
from translations.models import Translation, Urgency

BATCH = 500
MAX_FINDINGS = 5_000
GONE_WITHOUT_ASKING = 20
GONE_SHARE = 0.3
GONE_REASON = gettext_noop("No longer in the national database of offers.")
_LICENCES: type[Model] = Offer.licences.through
_APPLY_LANGUAGES: type[Model] = Offer.apply_languages.through
# The coded rows beside an offer: their name in ``MappedOffer``, their model, and how one is made.
_BESIDE: dict[str, tuple[type[Model], Callable[[Offer, Any], Model]]] = {
    "languages": (OfferLanguage, lambda offer, need: _language(offer, *need)),
    "licences": (_LICENCES, lambda offer, term: _LICENCES(offer_id=offer.pk, term_id=term.pk)),
    "apply_languages": (
        _APPLY_LANGUAGES,
        lambda offer, term: _APPLY_LANGUAGES(offer_id=offer.pk, term_id=term.pk),
    ),
}
_OF_THE_FEED = ("feed_text", "feed_hash")


def owe_import(*, file: File, name: str, by: User | None = None) -> FeedImport:
    """Keep ``file`` and owe its import. Call in a transaction."""
    owed = FeedImport(original_name=name[-200:] or "feed", size=file.size, uploaded_by=by)
    owed.file.save(f"{owed.public_id}.feed", file, save=False)
    owed.save()
    send_on_commit(owed)
    return owed


def import_feed(import_id: int) -> bool:
    """Take over one owed feed file; say whether this call finished it."""
    with leased(FeedImport, import_id) as owed:
        if owed is None:
            return False
        _start(owed)
        try:
            with owed.file.open("rb") as stream:
                _take_over(owed, read(stream))
        except UnreadableFeed as refusal:
            owed.refusal = str(refusal)
        else:
            _withdraw_missing(owed)
        _drop_file(owed)
        return True
    return False


def missing_offers(owed: FeedImport) -> Any:
    """Open offers of the imported offices that the file no longer held."""
    return Offer.objects.filter(
        source=Offer.Source.FEED,
        state__in=OPEN_STATES,
        feed_unit__in=owed.units,
        feed_seen_at__lt=owed.started_at,
    )


def withdraw(owed: FeedImport) -> int:
    """Withdraw the missing offers and count them. Call in a transaction."""
    keys = list(missing_offers(owed).select_for_update(of=("self",)).values_list("pk", flat=True))
    Offer.objects.filter(pk__in=keys).update(
        state=Offer.State.WITHDRAWN,
        withdrawn_reason=GONE_REASON,
        closed_on=timezone.localdate(),
        changed_at=timezone.now(),
        version=F("version") + 1,
    )
    FeedChange.objects.bulk_create(
        FeedChange(feed_import=owed, offer_id=key, kind=FeedChange.Kind.GONE, version=version)
        for key, version in Offer.objects.filter(pk__in=keys).order_by("pk").values_list("pk", "version")
    )
    board.take_off(keys)
    translations.set_urgency(model=Offer, ids=keys, urgency=Urgency.NONE)
    return len(keys)


@dataclass
class _Batch:
    """What one batch of read offers comes to, before anything is written."""

    offers: dict[str, MappedOffer] = field(default_factory=dict)
    findings: list[FeedFinding] = field(default_factory=list)
    refused: int = 0
    noted: int = 0
    is_damaged: bool = False


def _start(owed: FeedImport) -> None:
    """The moment the first attempt began: offers seen since then are not missing."""
    if owed.started_at is None:
        owed.renew(started_at=timezone.now())


def _drop_file(owed: FeedImport) -> None:
    """The file names contact persons; it goes as soon as it is not needed."""
    storage, name = owed.file.storage, str(owed.file.name)
    owed.file = ""
    owed.then(lambda: transaction.on_commit(lambda: storage.delete(name)))


def _take_over(owed: FeedImport, found: Iterator[FeedOffer | FeedDamage]) -> None:
    known = Dictionaries()
    for _skipped in islice(found, owed.position):
        pass  # stored by an earlier attempt that was stopped
    for items in batched(found, BATCH):
        _store(owed, _prepare(items, known), known, read=len(items))


def _prepare(items: Iterable[FeedOffer | FeedDamage], known: Dictionaries) -> _Batch:
    batch, today = _Batch(), timezone.localdate()
    for item in items:
        if isinstance(item, FeedDamage):
            batch.is_damaged = True
            batch.findings.append(_finding(FeedFinding.Kind.DAMAGE, item, reason=item.reason))
            continue
        try:
            mapped = map_offer(item.content, known, today)
            if mapped.source_id in batch.offers:
                raise OfferRefused(
                    gettext_noop("The file lists this offer twice; the first was taken."), mapped.source_id
                )
        except OfferRefused as refusal:
            batch.refused += 1
            batch.findings.append(_refused(item, refusal))
        else:
            batch.offers[mapped.source_id] = mapped
            batch.noted += bool(mapped.notes)
            batch.findings += [
                _finding(FeedFinding.Kind.NOTE, item, reason=note.reason, value=note.value, mapped=mapped)
                for note in mapped.notes
            ]
    return batch


def _finding(
    kind: FeedFinding.Kind,
    item: FeedOffer | FeedDamage,
    *,
    reason: str,
    value: str = "",
    mapped: MappedOffer | None = None,
) -> FeedFinding:
    return FeedFinding(
        kind=kind,
        file=item.file[:200],
        place=item.place,
        source_id=mapped.source_id if mapped else "",
        title=mapped.title[:200] if mapped else "",
        reason=reason,
        value=value,
    )


def _refused(item: FeedOffer, refusal: OfferRefused) -> FeedFinding:
    finding = _finding(
        FeedFinding.Kind.REFUSED,
        item,
        reason=str(refusal.args[0]),
        value=refusal.value[:200].replace("\0", ""),
    )
    source_id = item.content.get("hash")
    finding.source_id = source_id[:64].replace("\0", "") if isinstance(source_id, str) else ""
    return finding


@transaction.atomic
def _store(owed: FeedImport, batch: _Batch, known: Dictionaries, *, read: int) -> None:
    """Write one batch and its counts, or raise ``LeaseLost`` and write nothing."""
    now = timezone.now()
    before = _stored(batch.offers)
    new = [mapped for key, mapped in batch.offers.items() if key not in before]
    both = [(before[key], mapped) for key, mapped in batch.offers.items() if key in before]
    changed = [(offer, mapped) for offer, mapped in both if _differs(offer, mapped)]
    created = _create(new, now)
    _change(changed, known, now)
    _tell(owed, created, [offer for offer, _ in changed])
    Offer.objects.filter(pk__in=[offer.pk for offer in before.values()]).update(
        feed_seen_at=now, confirmed_on=timezone.localdate(now)
    )
    _keep_findings(owed, batch.findings)
    owed.renew(
        created=owed.created + len(new),
        changed=owed.changed + len(changed),
        unchanged=owed.unchanged + len(both) - len(changed),
        refused=owed.refused + batch.refused,
        noted=owed.noted + batch.noted,
        position=owed.position + read,
        is_damaged=owed.is_damaged or batch.is_damaged,
        units=sorted({*owed.units, *(mapped.unit for mapped in batch.offers.values() if mapped.unit)}),
    )


def _stored(offers: dict[str, MappedOffer]) -> dict[str, Offer]:
    rows = Offer.objects.select_for_update(of=("self",)).filter(
        source=Offer.Source.FEED, source_id__in=offers
    )
    return {offer.source_id: offer for offer in rows.defer("feed_text")}


def _differs(offer: Offer, mapped: MappedOffer) -> bool:
    """Whether the feed says anything new, or an offer we took for gone is there again."""
    is_back = offer.state == Offer.State.WITHDRAWN and offer.withdrawn_reason == GONE_REASON
    return is_back or offer.feed_hash != mapped.columns["feed_hash"]


def _create(mapped: list[MappedOffer], now: Any) -> list[Offer]:
    offers = Offer.objects.bulk_create(
        Offer(
            source=Offer.Source.FEED,
            source_id=one.source_id,
            feed_unit=one.unit,
            feed_seen_at=now,
            confirmed_on=timezone.localdate(now),
            **one.columns,
        )
        for one in mapped
    )
    for name in _BESIDE:
        _add_coded_rows(name, list(zip(offers, mapped, strict=True)))
    translations.owe_drafts(subjects=[offer for offer in offers if offer.translation_consent])
    return offers


def _tell(owed: FeedImport, created: list[Offer], changed: list[Offer]) -> None:
    """Remember what the import did to which offer, for the page that tells it."""
    FeedChange.objects.bulk_create(
        FeedChange(feed_import=owed, offer=offer, kind=kind, version=offer.version)
        for kind, offers in ((FeedChange.Kind.NEW, created), (FeedChange.Kind.CHANGED, changed))
        for offer in offers
    )


def _change(changed: list[tuple[Offer, MappedOffer]], known: Dictionaries, now: Any) -> None:
    """Let stored offers follow the feed. An offer that was gone and is back starts as a draft."""
    if not changed:
        return
    offers = [offer for offer, _ in changed]
    before = _read_before(offers, known)
    for offer, mapped in changed:
        _overwrite(offer, mapped, before[offer.pk], now)
    for name, (beside, _row) in _BESIDE.items():
        news = [pair for pair in changed if _is_news(name, pair[1], before[pair[0].pk])]
        beside._default_manager.filter(offer__in=[offer for offer, _ in news]).delete()
        _add_coded_rows(name, news)
    translations.urgency_changed(subjects=offers)  # first: a text nobody needs is not drafted
    translated = Translation.objects.for_subjects(Offer, (offer.pk for offer in offers))
    for offer in offers:
        if offer.pk in translated:
            translations.source_changed(subject=offer)
    translations.owe_drafts(subjects=[offer for offer in offers if offer.translation_consent])
    board.put(offer for offer in offers if offer.is_live)


def _read_before(offers: Iterable[Offer], known: Dictionaries) -> dict[int, MappedOffer | None]:
    """What the feed said of ``offers`` until now, by their keys."""
    stored = Offer.objects.filter(pk__in=[offer.pk for offer in offers]).values_list("pk", "feed_text")
    return {key: read_again(text, known) if isinstance(text, dict) else None for key, text in stored}


def _is_news(name: str, mapped: MappedOffer, before: MappedOffer | None) -> bool:
    return before is None or getattr(before, name) != getattr(mapped, name)


def _overwrite(offer: Offer, mapped: MappedOffer, before: MappedOffer | None, now: Any) -> None:
    """Store what differs, row by row: one statement over all columns of many rows takes far longer."""
    said = before.columns if before else {}
    values = {
        name: value
        for name, value in mapped.columns.items()
        if name in _OF_THE_FEED or name not in said or said[name] != value
    }
    values |= {"changed_at": now, "version": offer.version + 1, "feed_unit": mapped.unit}
    if offer.state == Offer.State.WITHDRAWN and offer.withdrawn_reason == GONE_REASON:
        values |= {"state": Offer.State.DRAFT, "withdrawn_reason": "", "closed_on": None}
    different = {name: value for name, value in values.items() if _is_other(offer, name, value)}
    for name, value in different.items():
        setattr(offer, name, value)
    offer.save(update_fields=different)


def _is_other(offer: Offer, name: str, value: Any) -> bool:
    """Whether ``value`` differs from the stored one; nothing is loaded to find out."""
    column = Offer._meta.get_field(name).attname  # type: ignore[union-attr]
    key = value.pk if isinstance(value, Model) else value
    return column in offer.get_deferred_fields() or getattr(offer, column) != key


def _add_coded_rows(name: str, pairs: list[tuple[Offer, MappedOffer]]) -> None:
    model, row = _BESIDE[name]
    model._default_manager.bulk_create(
        row(offer, one) for offer, mapped in pairs for one in getattr(mapped, name)
    )


def _language(offer: Offer, language: Term, speech: Term | None, writing: Term | None) -> OfferLanguage:
    return OfferLanguage(offer=offer, language=language, speech=speech, writing=writing)


def _keep_findings(owed: FeedImport, findings: list[FeedFinding]) -> None:
    room = MAX_FINDINGS - FeedFinding.objects.filter(feed_import=owed).count() if findings else 0
    for finding in findings[: max(room, 0)]:
        finding.feed_import = owed
    FeedFinding.objects.bulk_create(findings[: max(room, 0)])


@transaction.atomic
def _withdraw_missing(owed: FeedImport) -> None:
    """Withdraw what the feed no longer holds, or leave it to a person when that looks like a mistake."""
    if owed.is_damaged or not owed.units:
        return
    missing = missing_offers(owed).count()
    stored = Offer.objects.filter(
        source=Offer.Source.FEED, state__in=OPEN_STATES, feed_unit__in=owed.units
    ).count()
    if missing > GONE_WITHOUT_ASKING and missing > GONE_SHARE * stored:
        owed.gone, owed.gone_held = missing, True
    else:
        owed.gone = withdraw(owed)
