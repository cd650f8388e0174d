"""What a first visit of the board costs a reader who pays by the megabyte."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from tests.job_offers.factories import PublishedFactory, place
from tools import public_css

MOST = 90_000  # bytes, compressed, everything
_FETCHED = re.compile(r'<(?:link|script|img)\b[^>]*?\b(?:href|src)="(/static/[^"]+)"')


def addresses(html):
    return set(_FETCHED.findall(html))


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/uk/offers/", "/pl/offers/"])
def test_first_visit_of_the_board_is_light(client, path):
    PublishedFactory.create_batch(
        20, title_pl="Pracownik produkcji/pracownica produkcji", place=place("Chęciny"), has_lodging=True
    )

    response = client.get(path, headers={"accept-encoding": "gzip"})

    assert response.headers["Content-Encoding"] == "gzip"
    parts = {path: len(response.content)}
    for address in addresses(gzip.decompress(response.content).decode()):
        file = finders.find(address.removeprefix("/static/"))
        parts[address] = len(gzip.compress(Path(str(file)).read_bytes(), 9))  # as collectstatic stores it
    assert sum(parts.values()) <= MOST, parts
    assert len(parts) <= 7


@pytest.mark.django_db
def test_public_pages_fetch_nothing_of_others_no_fonts_and_no_bootstrap(client):
    offer = PublishedFactory(title_pl="Kucharz", title_uk="Кухар")

    for path in ("/uk/offers/", f"/uk/offers/{offer.public_id}/"):
        html = client.get(path).content.decode()
        assert not re.search(r'(?:src|href)="(?:https?:)?//(?!testserver)[^"]*\.(?:js|css|woff2?)', html)
        assert "bootstrap" not in "".join(addresses(html))
    assert "@font-face" not in public_css.sheet()
    assert "@import" not in public_css.sheet()


@pytest.mark.django_db
def test_compressed_board_still_answers_not_modified(client):
    PublishedFactory()
    first = client.get("/uk/offers/", headers={"accept-encoding": "gzip"})

    second = client.get(
        "/uk/offers/", headers={"accept-encoding": "gzip", "if-none-match": first.headers["ETag"]}
    )

    assert (second.status_code, second.content) == (304, b"")


def test_public_style_sheet_is_what_the_public_pages_use():
    """Run ``python -m tools.public_css`` after a change of a public template or of a style sheet."""
    is_up_to_date = (
        public_css.TARGET.read_text("utf-8") == public_css.sheet()
    )  # a difference would be shown for minutes

    assert is_up_to_date


def test_style_sheet_drops_what_no_page_uses():
    rules = public_css.parse("""
        /* note } */ :root { --used: 1px; --left: 2px; --only: var(--left) }
        .carousel, .btn:not(.tiny) { margin: var(--used); background: url("data:a{b}") }
        @media (min-width: 1px) { .carousel { color: red } .btn { color: blue } }
        @keyframes spin { from { top: 0 } }
    """)

    kept = "".join(public_css._text(rule) for rule in public_css._kept(rules, {"btn"}))

    assert public_css._without_unused_properties(kept).split("\n") == [
        ":root{--used: 1px;  }",
        '.btn:not(.tiny){margin: var(--used); background: url("data:a{b}")}',
        "@media (min-width: 1px){.btn{color: blue}",
        "}",
        "",
    ]
