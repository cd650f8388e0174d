"""Who may open which page of the translators' desk; written from the matrix of roles, not from the code.

Approving and the glossary are open to nobody by role: an administrator gives that ability to single people.
"""

from typing import Any

from tests.translations.factories import TermFactory, drafted

ACCESS: dict[str, str] = {
    "translations:list": "coordinator adviser broker manager",
    "translations:translation-detail": "coordinator adviser broker manager",
    "translations:translation-save": "coordinator adviser broker",
    "translations:translation-approve": "",
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
}


def make_kwargs(name: str) -> dict[str, Any]:
    if name == "translations:glossary-edit":
        return {"term_id": TermFactory().public_id}
    if name.startswith("engine_answers:"):
        return {"token": "nobody-was-told"}
    if name.startswith("translations:engine-") and name != "translations:engine-list":
        return {"code": "deepl"}
    if name.startswith("translations:translation-"):
        return {"translation_id": drafted().public_id}
    return {}
