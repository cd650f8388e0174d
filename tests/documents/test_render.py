from io import BytesIO
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from documents.render import Rendered, render_pdf

PDF_UA = "{http://www.aiim.org/pdfua/ns/id/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
POLISH = "Zażółć gęślą jaźń ŻÓŁĆ"
UKRAINIAN = "Ґанок, Їжак, м’ята, ІЄЩ"
PAGE = """<!doctype html><html lang="{language}"><head><title>{title}</title></head>
<body data-title="{title}" data-page-word="Strona" data-of-word="z">
<h1>{title}</h1>{body}</body></html>"""


def page(body: str, *, title: str = "Karta", language: str = "pl") -> str:
    return PAGE.format(body=body, title=title, language=language)


def read(html: str) -> PdfReader:
    return PdfReader(BytesIO(render_pdf(html).pdf))


def test_pdf_is_tagged_for_screen_readers():
    root = read(page("<p>Treść</p>")).trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"].value is True
    assert "/StructTreeRoot" in root
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    described = ElementTree.fromstring(root["/Metadata"].get_data()).iter(f"{RDF}Description")
    assert [node.get(f"{PDF_UA}part") for node in described if node.get(f"{PDF_UA}part")] == ["1"]


@pytest.mark.parametrize("language", ["pl", "uk", "en"])
def test_pdf_says_its_language_and_title(language):
    reader = read(page("<p>Treść</p>", title="Żółta karta – м’ята", language=language))

    assert reader.trailer["/Root"]["/Lang"] == language
    assert reader.metadata.title == "Żółta karta – м’ята"


def poster(lines: int) -> tuple[Rendered, PdfReader]:
    rendered = render_pdf(page("<p>Fakty</p>" + "<p>wiersz</p>" * lines), is_one_page=True)
    return rendered, PdfReader(BytesIO(rendered.pdf))


def test_poster_that_runs_over_is_set_smaller_until_it_is_one_page(written_log):
    loose, _reader = poster(5)
    tight, reader = poster(45)

    assert (loose.page_count, tight.page_count) == (1, 1)
    assert reader.pages[0].extract_text().count("wiersz") == 45
    assert written_log.getvalue() == ""


def test_poster_too_long_for_the_smallest_print_begins_with_the_facts_and_is_logged(written_log):
    rendered, reader = poster(400)

    assert rendered.page_count == len(reader.pages) > 1
    assert "Fakty" in reader.pages[0].extract_text()
    assert [round(float(side) / 72 * 25.4) for side in reader.pages[0].mediabox[2:]] == [210, 297]
    assert '"event": "print_runs_over_one_page"' in written_log.getvalue()
    assert f'"pages": {rendered.page_count}' in written_log.getvalue()
    assert "wiersz" not in written_log.getvalue()


def test_every_font_is_embedded_and_ours():
    reader = read(
        page("<p>Zwykły <b>gruby</b> <i>pochyły</i> <span style='font-weight:600'>średni</span></p>")
    )

    fonts = {
        font["/BaseFont"].partition("+")[2]: font["/DescendantFonts"][0]["/FontDescriptor"]
        for font in (ref.get_object() for ref in reader.pages[0]["/Resources"]["/Font"].values())
    }

    assert sorted(fonts) == [
        "Portal-Sans",
        "Portal-Sans-Bold",
        "Portal-Sans-Italic",
        "Portal-Sans-Semi-Bold",
    ]
    assert all("/FontFile2" in descriptor for descriptor in fonts.values())


@pytest.mark.parametrize("tag", ["p", "b", "i", "h2"])
def test_polish_and_ukrainian_letters_are_read_back_from_the_file(tag):
    text = read(page(f"<{tag}>{POLISH}</{tag}><{tag}>{UKRAINIAN}</{tag}>")).pages[0].extract_text()

    assert POLISH in text
    assert UKRAINIAN in text


def test_pages_are_counted_and_numbered():
    html = page("<p>pierwsza</p><p class='new-page'>druga</p><p class='new-page'>trzecia</p>")

    rendered = render_pdf(html)

    texts = [page.extract_text() for page in PdfReader(BytesIO(rendered.pdf)).pages]
    assert rendered.page_count == 3
    assert [f"Strona {number} z 3" in text for number, text in enumerate(texts, start=1)] == [True] * 3


def test_paper_is_a4():
    box = read(page("<p>Treść</p>")).pages[0].mediabox

    assert (round(box.width), round(box.height)) == (595, 842)
