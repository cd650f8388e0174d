"""The sentence by which a person lets employers use the CV in recruitment, as it stood on a day.

The legal basis is art. 6(1)(a) of the GDPR. A new wording is added with its first day; CVs keep the wording
of the day on which their owner agreed.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Clause:
    valid_from: date
    pl: str
    uk: str


CLAUSES = (
    Clause(
        valid_from=date(2018, 5, 25),
        pl="Zgadzam się na przetwarzanie moich danych osobowych zawartych w tym CV przez pracodawcę, który je "
        "otrzymał, w celu przeprowadzenia rekrutacji – na podstawie art. 6 ust. 1 lit. a rozporządzenia "
        "Parlamentu Europejskiego i Rady (UE) 2016/679 (RODO). Zgodę mogę wycofać w każdej chwili.",
        uk="Я даю згоду на обробку моїх персональних даних, зазначених у цьому резюме, роботодавцем, який його "
        "отримав, для проведення набору – на підставі пункту (a) частини 1 статті 6 Регламенту Європейського "
        "Парламенту і Ради (ЄС) 2016/679 (RODO). Я можу відкликати згоду будь-коли.",
    ),
)


def clause_on(day: date, language: str) -> str:
    """The wording in force on ``day``; the first one for days before it."""
    valid = [clause for clause in CLAUSES if clause.valid_from <= day] or [CLAUSES[0]]
    newest = max(valid, key=lambda clause: clause.valid_from)
    return newest.uk if language == "uk" else newest.pl
