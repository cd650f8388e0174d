"""One question to all engines, by rank, until every sentence has a text worth having."""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from translations import gaps
from translations.engines import breaker, inner, later
from translations.engines.acceptance import Unfit, accepted
from translations.engines.base import Engine, EngineFailed, Suggestion
from translations.engines.known import Usable, usable
from translations.engines.permits import charged
from translations.engines.protection import Protected, protect
from translations.glossary import Glossary
from translations.models import Translation, Trouble

# From here on nobody outside is asked: the text is as good as it gets.
SETTLED = 0.9
# Seconds after which no further request is begun; the draft is made of what there is.
PATIENCE = 120.0
# Troubles after which the same question may well be answered in an hour.
PASSING = frozenset({Trouble.UNREACHABLE, Trouble.BUSY, Trouble.BROKEN, Trouble.UNREADABLE, Trouble.RESTING})


@dataclass(frozen=True)
class Asked:
    """What one engine made of the sentences, those it will answer later, and why it gave less than asked."""

    texts: dict[str, str]
    awaited: frozenset[str] = frozenset()
    trouble: Trouble | None = None


@dataclass(frozen=True)
class Suggested:
    """The suggestions for each sentence; ``may_improve``: an engine failed in a way that passes by itself."""

    by_sentence: list[list[Suggestion]]
    may_improve: bool = False


def suggest(sources: Sequence[str], *, is_personal: bool, domain: str = "") -> list[list[Suggestion]]:
    """Ukrainian texts for each of ``sources``, the best first; none where nobody knows any.

    Engines that answer later are not asked. Must not be called where others wait for the transaction:
    engines take their time.
    """
    return suggest_for(None, sources, is_personal=is_personal, domain=domain).by_sentence


def suggest_for(
    translation: Translation | None,
    sources: Sequence[str],
    *,
    is_personal: bool,
    domain: str = "",
    is_outside: bool = True,
) -> Suggested:
    """The same for the sentences of ``translation``, which is drafted again when a late engine has answered.

    ``is_outside``: whether engines outside of the portal may be asked at all.
    """
    if not sources:
        return Suggested([])
    glossary, remembered = Glossary.load(), inner.remembered(sources, domain=domain)
    found: dict[str, list[Suggestion]] = {source: [] for source in sources}
    for source, suggestions in found.items():
        own = (remembered.get(source), inner.assembled(source, glossary))
        suggestions += [suggestion for suggestion in own if suggestion]
    may_improve = is_outside and _ask_outside(found, glossary, is_personal=is_personal, answer_to=translation)
    for suggestions in found.values():
        suggestions.sort(key=lambda suggestion: -suggestion.quality)
    return Suggested([found[source] for source in sources], may_improve)


def ask_now(
    usable: Usable, prepared: Sequence[Protected], glossary: Glossary, *, until: float, by_hand: bool = False
) -> Asked:
    """Ask an engine that answers at once, batch by batch; stop at its first failure."""
    engine, texts = usable.engine, dict[str, str]()
    for batch in batches(engine, prepared):
        if time.monotonic() > until:
            return Asked(texts)
        try:
            with charged(usable, batch, by_hand=by_hand):
                answers = engine.translate([ready.sent for ready in batch])
        except EngineFailed as failure:
            return Asked(texts, trouble=failure.trouble)
        fit = dict(_fit(engine, batch, answers, glossary))
        texts |= fit
        if not fit:  # all of them: the engine itself is not well
            breaker.failed(engine.code, Trouble.UNFIT)
            return Asked(texts, trouble=Trouble.UNFIT)
        breaker.succeeded(engine.code)
    return Asked(texts)


def batches(engine: Engine, prepared: Iterable[Protected]) -> Iterator[list[Protected]]:
    """As many texts at once as ``engine`` takes; one too long for it is left out."""
    batch: list[Protected] = []
    size = 0
    for one in prepared:
        if one.characters > engine.characters_at_once:
            continue
        if batch and (
            len(batch) == engine.texts_at_once or size + one.characters > engine.characters_at_once
        ):
            yield batch
            batch, size = [], 0
        batch.append(one)
        size += one.characters
    if batch:
        yield batch


def _ask_outside(
    found: dict[str, list[Suggestion]],
    glossary: Glossary,
    *,
    is_personal: bool,
    answer_to: Translation | None,
) -> bool:
    """Add to ``found`` what engines outside say about the sentences that have no settled text yet.

    Say whether asking again later may give what is still missing.
    """
    troubles: set[Trouble | None] = set()
    until = time.monotonic() + PATIENCE
    wanted = [
        source for source, known in found.items() if max((one.quality for one in known), default=0) < SETTLED
    ]
    for one in usable(is_personal=is_personal):
        engine = one.engine
        prepared = [ready for source in wanted if (ready := protect(source, glossary, engine.style))]
        if not engine.answers_later:
            asked = ask_now(one, prepared, glossary, until=until)
        elif answer_to is not None and prepared:
            asked = _ask_later(one, prepared, answer_to)
        else:
            continue
        for source, text in asked.texts.items():
            found[source].append(Suggestion(text, engine.quality, engine.code))
        for source in asked.awaited & found.keys():
            found[source] = _until_answered(found[source])
        wanted = [source for source in wanted if source not in asked.texts and source not in asked.awaited]
        troubles.add(asked.trouble)
    return bool(wanted) and not troubles.isdisjoint(PASSING)


def _until_answered(suggestions: list[Suggestion]) -> list[Suggestion]:
    """Without a text that looks finished and is not good: it would close the sentence before the answer comes."""
    return [one for one in suggestions if one.quality >= SETTLED or not gaps.is_complete(one.text)]


def _ask_later(one: Usable, prepared: list[Protected], translation: Translation) -> Asked:
    """What the engine answered before, and a question for the rest; what it gave up is for the next engine."""
    before = later.known(one.engine.code, translation)
    asked_before = before.texts.keys() | before.awaited | before.given_up
    sources, awaited = {ready.source for ready in prepared}, set(before.awaited)
    trouble = None
    for batch in batches(one.engine, (ready for ready in prepared if ready.source not in asked_before)):
        try:
            later.send(one, batch, translation)
        except EngineFailed as failure:
            trouble = failure.trouble
            break
        awaited.update(ready.source for ready in batch)
    texts = {source: text for source, text in before.texts.items() if source in sources}
    return Asked(texts, frozenset(awaited), trouble)


def _fit(
    engine: Engine, batch: list[Protected], answers: list[str], glossary: Glossary
) -> Iterator[tuple[str, str]]:
    """The sentences whose answer passes the checks, with their text."""
    for ready, answer in zip(batch, answers, strict=True):
        try:
            yield ready.source, accepted(ready.source, answer, ready.kept, engine.style, glossary)
        except Unfit:
            continue
