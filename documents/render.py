"""HTML in, PDF/UA-1 bytes out. No database, no storage, no network."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import structlog
import weasyprint
from django.utils.translation import gettext_lazy as _
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from documents.fetching import ClosedFetcher
from documents.images import PrintImage
from documents.press import PRINT_CSS
from pup_portal.db import DomainError

A4 = (210, 297)  # millimetres
VARIANT = "pdf/ua-1"
# How much smaller a paper of one page may be set: 11 pt become 6.6 pt at the last.
SCALES = (1.0, 0.93, 0.86, 0.8, 0.73, 0.66, 0.6)

log = structlog.get_logger(__name__)


class PageNotPrintable(DomainError):
    """The page refers to something that may not be loaded; its template has to be corrected."""


@dataclass(frozen=True)
class Rendered:
    pdf: bytes
    page_count: int


def render_pdf(
    html: str, images: Mapping[str, PrintImage] | None = None, *, is_one_page: bool = False
) -> Rendered:
    """Lay out ``html`` as a tagged PDF with embedded fonts; ``images`` are keyed by their ``src``.

    With ``is_one_page``, what runs over the page is set smaller, as far as ``SCALES`` go; what is too long
    even then goes on to further pages and is logged.
    Raises ``PageNotPrintable`` when the page asks for anything but our fonts and these images.
    """
    fetcher = ClosedFetcher(images or {})
    page = HTML(string=html, base_url="page:", url_fetcher=fetcher)
    for scale in SCALES if is_one_page else SCALES[:1]:
        document = _lay_out(page, scale)
        if len(document.pages) == 1:
            break
    if is_one_page and len(document.pages) > 1:
        log.error("print_runs_over_one_page", pages=len(document.pages), scale=scale)
    pdf = document.write_pdf(pdf_variant=VARIANT, zoom=scale)
    if fetcher.refused:
        log.error("print_refused", schemes=fetcher.refused)
        raise PageNotPrintable(_("The template of this paper asks for something that may not be loaded."))
    return Rendered(pdf, len(document.pages))


def _lay_out(page: HTML, scale: float) -> weasyprint.Document:
    """The pages of ``page`` on a sheet larger than A4 by 1 / ``scale``, to be written that much smaller."""
    fonts, stylesheet = _shared()
    stylesheets = [stylesheet]
    if scale != 1:
        width, height = (f"{side / scale:.3f}mm" for side in A4)
        stylesheets.append(CSS(string=f"@page {{ size: {width} {height} }}"))
    return page.render(font_config=fonts, stylesheets=stylesheets, pdf_variant=VARIANT)


@cache
def _shared() -> tuple[FontConfiguration, CSS]:
    """Parsed once per process: it costs more than a short document."""
    fonts = FontConfiguration()
    fetcher = ClosedFetcher({})
    return fonts, CSS(string=PRINT_CSS.read_text(), base_url="page:", url_fetcher=fetcher, font_config=fonts)
