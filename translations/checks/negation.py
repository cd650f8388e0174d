"""Whether both texts say no: "doświadczenie nie jest wymagane" must not become "потрібен досвід".

What one language says with a word the other may say with a prefix ("niepaląca", "яка не курить"), so a word that
denies is missed only where the other text holds no sign of denial at all that could stand for it.
"""

import re
from collections.abc import Iterator

from translations.checks.findings import Finding

_POLISH = re.compile(
    r"(?<!\w)(?:nie|bez|brak|braku|brakiem|zero|spoza|zbędn\w+|wyklucz\w+|obojętn\w+|zakaz\w*|zabron\w+|wzbron\w+"
    r"|niewymag\w+|niekoniecz\w+|niepotrzeb\w+|niepal\w+|niekaral\w+|nieobowiązk\w+)(?!\w)",
    re.IGNORECASE,
)
_UKRAINIAN = re.compile(
    r"(?<!\w)(?:не|ні(?=\s*[,.;!)]|\s*\Z)|без|нема|немає|відсутн\w+|зайв(?:ий|а|е|і)|заборон\w+|виключен\w+|унеможлив\w+"
    r"|необов'язк\w+|непотріб\w+|некурц\w+|несудим\w+)(?!\w)",
    re.IGNORECASE,
)
# Words that deny by themselves only where there is no verb; with one both languages want "nie", "не" beside them.
_POLISH_ALONE = re.compile(r"(?<!\w)(?:nigdy|nikt|nikogo|żad(?:en|n\w+))(?!\w)", re.IGNORECASE)
# Denials inside of a word.
_POLISH_INSIDE = re.compile(r"(?<!\w)(?:nie|bez)(?=\w{4})\w+", re.IGNORECASE)
_UKRAINIAN_INSIDE = re.compile(r"(?<!\w)(?:не|без)(?=\w{4})\w+", re.IGNORECASE)
# Phrases that hold the little word and deny nothing.
_POLISH_IDLE = re.compile(
    r"nie (?:tylko|mniej|więcej|później|dłużej|krócej|starsz\w+|wcześniej|ma sprawy)", re.IGNORECASE
)
_UKRAINIAN_IDLE = re.compile(
    r"не (?:тільки|лише|менше|менш|більше|більш|пізніше|довше|раніше|нижче|вище|старш\w+)|(?<=доки )не",
    re.IGNORECASE,
)


def findings(source_pl: str, text_uk: str) -> Iterator[Finding]:
    polish = [match for match in _said(_POLISH, _POLISH_IDLE, source_pl) if not _is_kept(match, text_uk)]
    ukrainian = _said(_UKRAINIAN, _UKRAINIAN_IDLE, text_uk)
    if not _UKRAINIAN_INSIDE.search(text_uk):
        for match in polish[len(ukrainian) :]:
            yield Finding("lost-negation", match.group(), at_pl=match.span())
    if not (polish or _POLISH_INSIDE.search(source_pl) or _POLISH_ALONE.search(source_pl)):
        for match in ukrainian:
            yield Finding("added-negation", match.group(), at_uk=match.span())


def is_in(words: str) -> bool:
    """Whether ``words`` of either language deny something."""
    patterns = (_POLISH, _UKRAINIAN, _POLISH_INSIDE, _UKRAINIAN_INSIDE, _POLISH_ALONE)
    return any(pattern.search(words) for pattern in patterns)


def _said(denial: re.Pattern[str], idle: re.Pattern[str], text: str) -> list[re.Match[str]]:
    harmless = {match.start() for match in idle.finditer(text)}
    return [match for match in denial.finditer(text) if match.start() not in harmless]


def _is_kept(match: re.Match[str], text_uk: str) -> bool:
    """Whether the word stays Polish, as in the name of a firm: «Pudełko Bez Glutenu»."""
    return re.search(rf"(?<!\w){match.group()}(?!\w)", text_uk) is not None
