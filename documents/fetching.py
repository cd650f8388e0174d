"""The only things a printed page may load: our own fonts, and images its caller handed over as bytes."""

from collections.abc import Mapping
from typing import Any

from weasyprint.urls import URLFetcher, URLFetcherResponse

from documents.images import PrintImage
from documents.press import FONTS


class Refused(ValueError):
    """A page asked for something outside the allow-list."""


class ClosedFetcher(URLFetcher):
    """Answers ``font:<file>`` and ``image:<hash>`` from memory and refuses every other address.

    The parent's openers for http, ftp, file and data are never reached: ``fetch`` does not call them.
    WeasyPrint swallows what a fetcher raises, so ``refused`` keeps the scheme of every refused address:
    only a mistake in a template can cause one, and such a page must not pass for printed.
    """

    def __init__(self, images: Mapping[str, PrintImage]) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self._images = images
        self.refused: list[str] = []

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        if url in self._images:
            image = self._images[url]
            return URLFetcherResponse(url, image.content, {"Content-Type": image.content_type})
        font = FONTS / url.removeprefix("font:")
        if url.startswith("font:") and font.suffix == ".ttf" and font.parent == FONTS and font.exists():
            return URLFetcherResponse(url, font.read_bytes(), {"Content-Type": "font/ttf"})
        self.refused.append(url.partition(":")[0])
        raise Refused
