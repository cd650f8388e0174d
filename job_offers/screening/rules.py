"""What Polish offers write when they choose people by what they are, and where the same words are harmless.

A rule finds a stretch of a clause. An exemption that covers or touches it makes it harmless. Clear cases block;
doubtful ones are hints.
"""

from job_offers.screening import rules_born, rules_life
from job_offers.screening.grounds import Ground
from job_offers.screening.rulebook import Rule
from job_offers.screening.vocabulary import BOOK

INDIFFERENCE = BOOK.indifference(
    said=(
        "bez względu|wzgląd na",
        "niezależnie od",
        "nie mieć ~3 znaczenie",
        "bez znaczenie",
        "nie grać ~1 rola",
        "nie być|stanowić ~3 przeszkoda",
        "nie ~1 interesować|dyskryminować|różnicować|obowiązywać",
        "bez dyskryminacja",
        "obojętny|obojętnie|nieważny|nieistotny",
        "nie być ~2 oceniać|oceniany",
        "nie ~1 pytać|brać ~2 pod? uwaga? ~1 @ASKED",
        "równy ~1 traktowanie|szansa|prawo",
        "dowolny|każdy @ASKED",
    ),
    obstacle=(
        "-9 nie być|stanowić ~3 przeszkoda",
        "-9 nie mieć ~3 znaczenie",
        "-9 nie być ~2 oceniać|oceniany",
    ),
    names={
        Ground.SEX: "płeć",
        Ground.AGE: "wiek",
        Ground.NATIONALITY: "narodowość pochodzenie obywatelstwo rasa kolor",
        Ground.RELIGION: "wyznanie religia wiara światopogląd",
        Ground.DISABILITY: "niepełnosprawność orzeczenie zdrowie",
        Ground.FAMILY: "cywilny rodzinny",
        Ground.PREGNANCY: "ciąża",
        Ground.LOOKS: "wygląd tatuaż",
        Ground.ORIENTATION: "orientacja",
        Ground.POLITICS: "pogląd przekonanie przynależność",
    },
)

RULES: tuple[Rule, ...] = (*rules_born.RULES, *rules_life.RULES)
WORDS = BOOK.words
