"""Who may open which page of the translators' desk; written from the matrix of roles, not from the code.

Approving and the glossary are open to nobody by role: an administrator gives that ability to single people.
"""

from collections.abc import Callable
from typing import Any

from tests.translations.factories import (
    EntryFactory,
    MemoryImportFactory,
    OverrideFactory,
    TermFactory,
    drafted,
)

ACCESS: dict[str, str] = {
    "translations:list": "coordinator adviser broker manager",
    "translations:translation-detail": "coordinator adviser broker manager",
    "translations:translation-save": "coordinator adviser broker",
    "translations:translation-approve": "",
    "translations:translation-ready": "coordinator adviser broker",
    "translations:translation-typed": "coordinator adviser broker",
    "translations:translation-take-over": "coordinator adviser broker",
    "translations:translation-let-go": "coordinator adviser broker",
    "translations:translation-override": "",
    "translations:translation-override-withdraw": "",
    "translations:translation-preview": "coordinator adviser broker manager",
    "translations:segment-findings": "coordinator adviser broker",
    "translations:segment-suggestions": "coordinator adviser broker",
    "translations:glossary-list": "coordinator adviser broker manager",
    "translations:glossary-export": "coordinator adviser broker manager",
    "translations:glossary-import": "",
    "translations:glossary-create": "",
    "translations:glossary-edit": "",
    "translations:engine-list": "manager administrator",
    "translations:engine-detail": "manager administrator",
    "translations:engine-edit": "administrator",
    "translations:engine-agree": "administrator",
    "translations:engine-withdraw": "administrator",
    "translations:engine-try": "administrator",
    "engine_answers:success": "public",
    "engine_answers:failure": "public",
    "translations:memory-list": "coordinator adviser broker manager",
    "translations:memory-export": "coordinator adviser broker manager",
    "translations:memory-edit": "",
    "translations:memory-delete": "",
    "translations:memory-import-list": "",
    "translations:memory-import-detail": "",
    "translations:memory-import-decide": "",
    "translations:quality": "coordinator adviser broker manager",
    "translations:quality-export": "coordinator adviser broker manager",
    "translations:quality-checks-export": "coordinator adviser broker manager",
    "translations:override-list": "coordinator adviser broker manager",
    "translations:translation-xliff": "coordinator adviser broker manager",
    "translations:translation-xliff-import": "coordinator adviser broker",
}


def make_override_kwargs() -> dict[str, Any]:
    override = OverrideFactory()
    return {"translation_id": override.translation.public_id, "override_id": override.public_id}


def make_kwargs(name: str) -> dict[str, Any]:
    rows: list[tuple[str, Callable[[], dict[str, Any]]]] = [
        ("translations:glossary-edit", lambda: {"term_id": TermFactory().public_id}),
        ("engine_answers:", lambda: {"token": "nobody-was-told"}),
        ("translations:engine-list", dict),
        ("translations:engine-", lambda: {"code": "deepl"}),
        ("translations:memory-edit", lambda: {"entry_id": EntryFactory().public_id}),
        ("translations:memory-delete", lambda: {"entry_id": EntryFactory().public_id}),
        ("translations:memory-import-list", dict),
        ("translations:memory-import-", lambda: {"import_id": MemoryImportFactory().public_id}),
        ("translations:translation-override-withdraw", make_override_kwargs),
        ("translations:translation-", lambda: {"translation_id": drafted().public_id}),
        ("translations:segment-", lambda: {"translation_id": drafted().public_id}),
    ]
    return next((make() for start, make in rows if name.startswith(start)), {})
