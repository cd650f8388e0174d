"""Files that no row names: what a process stored and was killed before it wrote down.

A worker may be killed after it made a paper that was erased meanwhile, a server between a scan and its row. The
scan of a person's passport would otherwise outlive the person's record.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.core.files.storage import default_storage
from django.db.models import Model

from documents.models import FOLDER, UPLOADS, Document, Upload

KEPT_FOR = timedelta(days=1)  # longer than any process holds a file


def remove(now: datetime) -> int:
    """Delete the files of papers and uploads that are gone; say how many. A young file may get its row yet."""
    owed = {document.place for document in Document.objects.unfinished().only("storage_key")}
    found = 0
    for name in (*_unnamed(FOLDER, Document), *_unnamed(UPLOADS, Upload)):
        if name not in owed and now - default_storage.get_modified_time(name) > KEPT_FOR:
            default_storage.delete(name)
            found += 1
    return found


def _unnamed(root: str, model: type[Model]) -> Iterator[str]:
    """Every file in the folders of ``root`` that no row of ``model`` names; one query for each folder."""
    folders = default_storage.listdir(root)[0] if default_storage.exists(root) else []
    for folder in folders:
        path = f"{root}/{folder}"
        stored = {f"{path}/{name}" for name in default_storage.listdir(path)[1]}
        named = set(model._default_manager.filter(file__in=stored).values_list("file", flat=True))
        yield from sorted(stored - named)
