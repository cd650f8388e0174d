"""Who may open what of this app. The kind's guard decides per document; the tests' kind lets in all but administrators."""

from typing import Any

from tests.documents.factories import DocumentFactory, made_document

ACCESS: dict[str, str] = {
    "documents:document-detail": "coordinator adviser broker counsellor manager",
    "documents:document-file": "coordinator adviser broker counsellor manager",
    "documents:document-retry": "coordinator adviser broker counsellor manager",
}


def make_kwargs(name: str) -> dict[str, Any]:
    document = made_document() if name == "documents:document-file" else DocumentFactory()
    return {"document_id": document.public_id}
