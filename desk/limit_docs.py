"""docs/limits.md: how much, how often and how long, read off the settings and the addresses."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

from cv_builder.finding import MOST_PEOPLE
from documents.services import PUBLIC_BACKLOG
from job_offers import feed_archive
from job_offers.desk_lists import sheet
from job_offers.services import bulk, saved_filters
from pup_portal import http, passive_pdf, sheet_reading, throttling, uploads
from reference import kzis, logo
from registration import search
from registration.enquiries.services import MOST_WAITING

MB = 1024**2
_HEAD = (
    "# Limits of use\n\nMade from the settings and the code by `manage.py write_docs`; a variable in `code` can be set, see "
    "`.env.example`. Why each limit is what it is, and how to change it: [security.md](security.md).\n"
)
_ATTEMPTS = {
    "login": "forms of signing in",
    "login_failed": "wrong passwords or codes; then none is looked at until the time has passed",
    "reset_password": "links for a forgotten password",
    "reset_password_from_key": "uses of such a link",
    "change_password": "changes of the password",
    "reauthenticate": "proofs before a sensitive act",
}
_PER = {"ip": "network address", "key": "account, known or not", "user": "member of staff"}
_UNITS = {"m": "minute", "h": "hour", "d": "day"}


def page() -> str:
    return "".join(
        [
            _HEAD,
            _table("Signing in", ("what", "limit"), _attempts()),
            _table("Sessions and links", ("what", "how long"), _times()),
            _table("Pages that cost", ("page", "limit"), _pages()),
            _table("Files", ("what", "limit"), _files()),
            _table("Lists, searches, work", ("what", "limit"), _work()),
        ]
    )


def _table(title: str, columns: tuple[str, ...], rows: Iterator[tuple[str, str]]) -> str:
    lines = [columns, ("---",) * len(columns), *rows]
    return f"\n## {title}\n\n" + "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _attempts() -> Iterator[tuple[str, str]]:
    for name, rates in settings.ACCOUNT_RATE_LIMITS.items():
        yield _ATTEMPTS[name], "; ".join(_rate(rate) for rate in rates.split(","))


def _rate(rate: str) -> str:
    """Such as ``5/5m/key``."""
    count, duration, per = rate.split("/")
    number, unit = duration[:-1] or "1", _UNITS[duration[-1]]
    return f"{count} in {number} {unit}{'s' if number != '1' else ''} per {_PER[per]}"


def _times() -> Iterator[tuple[str, str]]:
    yield (
        "session after the last click (`SESSION_IDLE_MINUTES`)",
        f"{settings.SESSION_COOKIE_AGE // 60} minutes",
    )
    yield (
        "session after the sign-in (`SESSION_ABSOLUTE_HOURS`)",
        f"{settings.SESSION_ABSOLUTE_SECONDS // 3600} hours",
    )
    yield (
        "proof before a sensitive act (`CONFIRMATION_SECONDS`)",
        f"{settings.CONFIRMATION_SECONDS // 60} minutes",
    )
    yield "parallel sessions of one account", "any number"
    yield "invitation", f"{settings.INVITATION_HOURS} hours, once"
    yield "link for a forgotten password", f"{settings.PASSWORD_RESET_TIMEOUT // 60} minutes, once"
    yield (
        "code of the application",
        f"30 seconds, and {settings.MFA_TOTP_TOLERANCE} such step before and after; once",
    )
    digits, count = settings.MFA_RECOVERY_CODE_DIGITS, settings.MFA_RECOVERY_CODE_COUNT
    yield "recovery codes", f"{count} of {digits} digits, each once"
    yield "copy of a person's data (`PERSON_EXPORT_DAYS`)", f"{settings.PERSON_EXPORT_DAYS} days"


def _pages() -> Iterator[tuple[str, str]]:
    found = dict(_limited(get_resolver().url_patterns, ""))
    for name, limit in sorted(found.items()):
        yield f"`{name}`", f"{limit.count} in {limit.seconds} seconds per {limit.per}"
    yield "enquiries that wait unread", f"{MOST_WAITING:,}; then the public page sends people to the phone"
    yield "papers that wait, ordered by strangers", f"{PUBLIC_BACKLOG}; then the page says to come later"


def _limited(patterns: Any, prefix: str) -> Iterator[tuple[str, throttling.Limit]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            space = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from _limited(pattern.url_patterns, space)
        elif isinstance(pattern, URLPattern) and hasattr(pattern.callback, "limit"):
            yield f"{prefix}{pattern.name}", pattern.callback.limit


def _files() -> Iterator[tuple[str, str]]:
    kinds = ", ".join(kind.extension for kind in uploads.MediaType)
    yield "scan or photo (`UPLOAD_MAX_MB`)", f"{kinds}; {settings.UPLOAD_MAX_BYTES // MB} MB"
    yield (
        "points of a picture (`UPLOAD_MAX_MEGAPIXELS`)",
        f"{settings.UPLOAD_MAX_PIXELS // 1_000_000} million",
    )
    yield "pages of a PDF (`UPLOAD_MAX_PAGES`)", str(settings.UPLOAD_MAX_PAGES)
    yield "objects of a PDF", f"{passive_pdf.MOST_OBJECTS:,}"
    yield "logo", f"png, jpg; {logo.MAX_BYTES // MB} MB, {logo.MAX_PIXELS // 1_000_000} million points"
    yield (
        "list of occupations",
        f"xlsx, csv; {sheet_reading.MAX_UNPACKED_BYTES // MB} MB unpacked, {kzis.MAX_ROWS:,} rows",
    )
    yield (
        "sheet of people",
        f"xlsx, csv; {sheet_reading.MAX_BYTES // MB} MB, {sheet_reading.MAX_UNPACKED_BYTES // MB} MB unpacked,"
        f" {sheet_reading.MAX_ROWS:,} rows, {sheet_reading.MAX_COLUMNS} columns, {sheet_reading.MAX_CELL:,} letters a cell",
    )
    yield "import of offers", f"zip, json; {settings.IMPORT_MAX_BYTES // MB} MB"
    yield (
        "that import unpacked",
        f"{feed_archive.MAX_FILES:,} files of {feed_archive.MAX_FILE_BYTES // MB} MB, {feed_archive.MAX_TOTAL_BYTES // MB} MB"
        f" in all, {feed_archive.MAX_RATIO} times the packed size, {feed_archive.MAX_DEPTH} levels deep",
    )
    yield (
        "request of who has not signed in",
        f"{settings.DATA_UPLOAD_MAX_MEMORY_SIZE // MB} MB",
    )


def _work() -> Iterator[tuple[str, str]]:
    yield "rows of a list page", str(http.PER_PAGE)
    yield "rows a list counts", f"{http.MOST_COUNTED:,}"
    yield "letters of a search", str(http.LONGEST_SEARCH)
    yield "keys a search of people compares", str(search.MOST_KEYS)
    yield "rows of a sheet of offers", f"{sheet.MOST_EXPORTED:,}"
    yield "offers one act is done to at once", str(bulk.MOST_AT_ONCE)
    yield "filters of offers one person keeps", str(saved_filters.MOST_SAVED)
    yield "people a choice of people offers", str(MOST_PEOPLE)
    yield "statement of the database", "30 seconds, 5 seconds for a lock"
    yield "task of a worker", f"{settings.CELERY_TASK_TIME_LIMIT} seconds"
