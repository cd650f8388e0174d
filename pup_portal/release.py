"""Which release answers: part of every tag that says a page is unchanged."""

from functools import cache
from hashlib import sha256

from django.conf import settings

_WHAT = ("templates/**/*.html", "locale/**/*.mo", "*/**/*.py", "static/**/*")


@cache
def release() -> str:
    """A word that differs between releases: of all templates, texts, code and styles, and when they were changed."""
    digest = sha256()
    for pattern in _WHAT:
        for file in sorted(settings.BASE_DIR.glob(pattern)):
            if not file.is_relative_to(settings.VAR_DIR):
                digest.update(f"{file.name} {file.stat().st_mtime_ns}".encode())
    return digest.hexdigest()[:16]
