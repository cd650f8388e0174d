"""Files that no row names: what a worker stored for a document that was erased, and was killed before it knew."""

from datetime import datetime, timedelta

from django.core.files.storage import default_storage

from documents.models import FOLDER, Document

KEPT_FOR = timedelta(days=1)  # longer than any worker holds a document


def remove(now: datetime) -> int:
    """Delete the files of documents that are gone; say how many. A young file may get its row yet."""
    found = 0
    for name in _names():
        if now - default_storage.get_modified_time(name) > KEPT_FOR:
            default_storage.delete(name)
            found += 1
    return found


def _names() -> list[str]:
    """Every stored file that no document names and that stands in no unfinished document's place."""
    if not default_storage.exists(FOLDER):
        return []
    owed = {document.place for document in Document.objects.unfinished().only("storage_key")}
    folders = default_storage.listdir(FOLDER)[0]
    return [name for folder in folders for name in _unnamed(f"{FOLDER}/{folder}") if name not in owed]


def _unnamed(folder: str) -> list[str]:
    stored = {f"{folder}/{name}" for name in default_storage.listdir(folder)[1]}
    named = set(Document.objects.filter(file__in=stored).values_list("file", flat=True))
    return sorted(stored - named)
