import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
import weasyprint

from documents.fetching import ClosedFetcher, Refused
from documents.images import PrintImage
from documents.press import FONTS
from documents.render import PageNotPrintable, render_pdf

SQUARE = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
FORBIDDEN = [
    "file:///etc/passwd",
    "FILE:///etc/passwd",
    "file:/etc/passwd",
    "http://127.0.0.1:9/secret",
    "https://example.org/a.png",
    "ftp://example.org/a.png",
    "data:text/html,<p>hello",
    "data:image/png;base64,iVBORw0KGgo=",
    "data:image/svg+xml," + "A" * 5_000_000,
    "font:../render.py",
    "font:/etc/passwd",
    "font:OFL.txt",
    "font:Missing.ttf",
    "NotoSans-Regular.ttf",
    "image:0000",
    "relative.png",
    "/etc/passwd",
]
PLACES = {
    "image": '<img src="{url}" alt="x">',
    "style": "<p style=\"background: url('{url}')\">x</p>",
    "stylesheet": '<link rel="stylesheet" href="{url}">',
    "import": "<style>@import url('{url}');</style>",
    "font": "<style>@font-face {{ font-family: x; src: url('{url}') }} p {{ font-family: x }}</style><p>x</p>",
    "attachment": '<link rel="attachment" href="{url}">',
    "object": '<object data="{url}"></object>',
    "embed": '<embed src="{url}">',
    "inline svg": '<svg width="9" height="9"><image href="{url}" width="9" height="9"/></svg>',
}


@pytest.mark.parametrize("url", FORBIDDEN, ids=lambda url: url[:30])
def test_page_cannot_show_what_it_was_not_given(url):
    with pytest.raises(PageNotPrintable):
        render_pdf(f"<html lang=pl><title>x</title>{PLACES['image'].format(url=url)}")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "http://127.0.0.1:9/x", "data:image/png;base64,iVBORw0K"]
)
def test_no_place_of_a_page_loads_from_outside(place, url):
    with pytest.raises(PageNotPrintable):
        render_pdf(f"<html lang=pl><title>x</title><body>{PLACES[place].format(url=url)}")


def test_base_address_of_a_page_does_not_open_the_disk():
    with pytest.raises(PageNotPrintable):
        render_pdf('<html lang=pl><title>x</title><base href="file:///etc/"><img src="passwd" alt="x">')


def test_image_cannot_load_another():
    image = PrintImage(SQUARE.replace(b"<rect", b'<image href="file:///etc/passwd"/><rect'), "image/svg+xml")

    with pytest.raises(PageNotPrintable):
        render_pdf(f"<html lang=pl><title>x</title><img src='{image.src}' alt='x'>", {image.src: image})


@pytest.mark.parametrize("url", FORBIDDEN, ids=lambda url: url[:30])
def test_fetcher_refuses_for_attachments_too(url):
    fetcher = ClosedFetcher({})

    with pytest.raises(Refused):
        fetcher.fetch(url)
    with pytest.raises(Refused):
        fetcher.open(url)


@pytest.mark.parametrize("way", ["font:{file}", "font:../../../../../../../../../..{file}"])
def test_font_outside_of_our_folder_is_refused(tmp_path, way):
    elsewhere = tmp_path / "secret.ttf"
    elsewhere.write_bytes(b"secret")

    with pytest.raises(Refused):
        ClosedFetcher({}).fetch(way.format(file=elsewhere))


def test_attachment_given_by_code_is_closed_too():
    attachment = weasyprint.Attachment(url="file:///etc/passwd", url_fetcher=ClosedFetcher({}))

    with pytest.raises(weasyprint.urls.URLFetchingError), attachment.source:
        pass


@pytest.fixture
def web_server():
    """A server that redirects to a file of this machine; it counts who comes."""
    visits: list[str] = []

    class Redirect(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            visits.append(self.path)
            self.send_response(302)
            self.send_header("Location", "file:///etc/passwd")
            self.end_headers()

    server = HTTPServer(("127.0.0.1", 0), Redirect)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/go", visits
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("place", PLACES)
def test_redirecting_server_is_not_even_asked(web_server, place):
    url, visits = web_server

    with pytest.raises(PageNotPrintable):
        render_pdf(f"<html lang=pl><title>x</title><body>{PLACES[place].format(url=url)}")

    assert visits == []


def test_link_to_read_later_is_no_load():
    rendered = render_pdf('<html lang=pl><title>x</title><p><a href="https://example.org/">dalej</a>')

    assert rendered.page_count == 1


def test_image_given_as_bytes_is_printed():
    image = PrintImage(SQUARE, "image/svg+xml")

    rendered = render_pdf(
        f"<html lang=pl><title>x</title><img src='{image.src}' alt='x'>", {image.src: image}
    )

    assert rendered.page_count == 1


def test_each_font_file_is_served():
    names = sorted(path.name for path in FONTS.glob("*.ttf"))

    served = [ClosedFetcher({}).fetch(f"font:{name}").read()[:4] for name in names]

    assert served == [b"\0\1\0\0"] * 4


@pytest.mark.parametrize(
    ("content", "content_type"),
    [(b"<html>", "text/html"), (b"GIF89a", "image/gif"), (b"x" * (2 * 1024 * 1024 + 1), "image/png")],
)
def test_image_of_an_odd_kind_or_size_is_refused(content, content_type):
    with pytest.raises(ValueError, match="an image to print is"):
        PrintImage(content, content_type)
