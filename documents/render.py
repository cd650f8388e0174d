"""HTML in, PDF/UA-1 bytes out. No database, no storage, no network."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import structlog
import weasyprint
from django.utils.translation import gettext_lazy as _
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from documents.fetching import FONTS, ClosedFetcher, PrintImage
from pup_portal.db import DomainError

VARIANT = "pdf/ua-1"
PRINT_CSS = Path(__file__).parent / "print.css"

log = structlog.get_logger(__name__)


class PageNotPrintable(DomainError):
    """The page refers to something that may not be loaded; its template has to be corrected."""


@dataclass(frozen=True)
class Rendered:
    pdf: bytes
    page_count: int


def render_pdf(html: str, images: Mapping[str, PrintImage] | None = None) -> Rendered:
    """Lay out ``html`` as a tagged PDF with embedded fonts; ``images`` are keyed by their ``src``.

    Raises ``PageNotPrintable`` when the page asks for anything but our fonts and these images.
    """
    fonts, stylesheet = _shared()
    fetcher = ClosedFetcher(images or {})
    page = HTML(string=html, base_url="page:", url_fetcher=fetcher)
    document = page.render(font_config=fonts, stylesheets=[stylesheet], pdf_variant=VARIANT)
    pdf = document.write_pdf(pdf_variant=VARIANT)
    if fetcher.refused:
        log.error("print_refused", schemes=fetcher.refused)
        raise PageNotPrintable(_("The template of this paper asks for something that may not be loaded."))
    return Rendered(pdf, len(document.pages))


@cache
def engine_version() -> str:
    """Changes whenever the same HTML could come out looking different."""
    digest = hashlib.sha256(weasyprint.__version__.encode())
    for part in [PRINT_CSS, *sorted(FONTS.glob("*.ttf"))]:
        digest.update(part.read_bytes())
    return digest.hexdigest()


@cache
def _shared() -> tuple[FontConfiguration, CSS]:
    """Parsed once per process: it costs more than a short document."""
    fonts = FontConfiguration()
    fetcher = ClosedFetcher({})
    return fonts, CSS(string=PRINT_CSS.read_text(), base_url="page:", url_fetcher=fetcher, font_config=fonts)
