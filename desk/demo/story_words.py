"""The glossary of the demo: terms in every status, with renderings allowed and forbidden, and some history."""

from typing import Any

from accounts.models import User
from accounts.permissions import Role
from translations.glossary_services import Wording, import_terms, save_term
from translations.models import GlossaryRendering, GlossaryTerm

_ALLOWED, _FORBIDDEN = GlossaryRendering.Kind.ALLOWED, GlossaryRendering.Kind.FORBIDDEN
_AGREED, _PROPOSED, _RETIRED = GlossaryTerm.Status

_TERMS: list[tuple[dict[str, Any], list[Wording]]] = [
    (
        {
            "pl": "dodatek wakacyjny dla pracownika",
            "uk": "відпускна доплата працівникові",
            "status": _AGREED,
            "context": "oferty pracy",
            "note": "Не плутати з відпускними, які виплачують за час відпустки.",
        },
        [
            Wording("доплата до відпустки", _ALLOWED, "у коротких оголошеннях"),
            Wording("вакаційний додаток", _FORBIDDEN, "калька з польської"),
            Wording("відпускні", _FORBIDDEN, "це інша виплата"),
        ],
    ),
    (
        {
            "pl": "wózek paletowy elektryczny",
            "also_pl": ["paleciak elektryczny", "paleciak elektr."],
            "uk": "електричний палетний візок",
            "status": _AGREED,
            "context": "magazyn",
            "is_required": True,
        },
        [
            Wording("електророкла", _ALLOWED, "так кажуть на складах"),
            Wording("палетяк", _FORBIDDEN, "полонізм"),
        ],
    ),
    (
        {
            "pl": "dyspozycyjność weekendowa",
            "uk": "готовність працювати у вихідні",
            "status": _PROPOSED,
            "context": "wymagania",
            "note": "Чекає на думку координаторки.",
        },
        [Wording("диспозиційність", _FORBIDDEN, "такого слова немає")],
    ),
    (
        {
            "pl": "prace porządkowe w zieleni",
            "uk": "догляд за зеленими насадженнями",
            "status": _PROPOSED,
            "context": "oferty pracy",
        },
        [Wording("роботи з озеленення", _ALLOWED)],
    ),
    (
        {
            "pl": "specustawa pomocowa",
            "uk": "спеціальний закон про допомогу",
            "status": _RETIRED,
            "context": "pisma",
            "note": "Тепер вживаємо повну назву закону.",
        },
        [],
    ),
]
_BETTER = "доплата працівникові на відпустку"


def agree(staff: dict[Role, User]) -> int:
    """Add the terms and correct one of them; how many of the demo's own there are. Repeating changes nothing."""
    coordinator = staff[Role.COORDINATOR]
    named = [facts["pl"] for facts, _wordings in _TERMS]
    if not GlossaryTerm.objects.filter(pl__in=named).exists():
        import_terms(terms=[(GlossaryTerm(**facts), said) for facts, said in _TERMS], by=coordinator)
        term = GlossaryTerm.objects.get(pl=named[0])
        term.uk = _BETTER
        save_term(term=term, by=coordinator)
    return GlossaryTerm.objects.filter(pl__in=named).count()
