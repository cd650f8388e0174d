"""PDFs that do more than show pages, each by the way an attacker would hide it."""

import io

import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NullObject,
    StreamObject,
    TextStringObject,
)

from pup_portal import passive_pdf
from pup_portal.passive_pdf import ActivePdf, pages_of
from tests.pup_portal.files import action, pdf


def refused(content: bytes, sentence: str) -> None:
    with pytest.raises(ActivePdf, match=sentence):
        pages_of(content)


def test_pages_are_counted():
    assert pages_of(pdf(pages=7)) == 7


ACTIONS = [
    "JavaScript",
    "Launch",
    "SubmitForm",
    "ImportData",
    "GoToR",
    "GoToE",
    "Rendition",
    "RichMediaExecute",
    "Sound",
    "Movie",
    "Hide",
]
KEYS = ["JS", "JavaScript", "EmbeddedFiles", "EF", "XFA", "RichMediaContent", "Rendition"]
NOTES = ["EmbeddedFile", "FileAttachment", "RichMedia", "3D", "Movie", "Sound", "Screen"]


def escaped(name: str) -> str:
    """The same name to a reader of PDFs, and not to somebody who looks for the word."""
    return f"#{ord(name[0]):02x}{name[1:]}"


@pytest.mark.parametrize("kind", ACTIONS)
def test_action_is_refused(kind):
    refused(pdf(change=action(f"/{kind}", F="x")), "scripts, attachments or a form")


@pytest.mark.parametrize("name", KEYS)
def test_key_that_only_what_acts_or_carries_has_is_refused(name):
    catalog = f"<</Type /Catalog /Pages 2 0 R /Extra <</{escaped(name)} (x)>>>>"

    refused(_packed(catalog.encode()), "scripts, attachments or a form")


def test_word_where_our_reader_finds_no_object_is_refused():
    content = pdf()
    end = content[content.rindex(b"startxref") :]

    refused(content + b"\n9 0 obj <</S /JavaScript /JS (app.alert(1))>> endobj\n" + end, "scripts")


def test_trailer_is_looked_at():
    content = pdf().replace(b"trailer\n<<", b"trailer\n<<\n/Extra <</J#53 (app.alert(1))>>")

    refused(content, "scripts")


def test_link_to_a_page_of_the_web_is_no_action():
    assert pages_of(pdf(change=action("/URI", URI="https://example.org/"))) == 1


def test_script_in_the_document_is_refused():
    refused(pdf(change=action("/JavaScript", JS="app.alert(1)")), "scripts")


def test_attached_file_is_refused():
    refused(pdf(change=lambda writer: writer.add_attachment("a.exe", b"MZ")), "attachments")


@pytest.mark.parametrize("kind", NOTES)
def test_annotation_that_plays_or_carries_is_refused(kind):
    def change(writer: PdfWriter) -> None:
        note = DictionaryObject(
            {NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject(f"/{kind}")}
        )
        writer.pages[0][NameObject("/Annots")] = ArrayObject([note])

    refused(pdf(change=change), "attachments")


def test_form_that_runs_is_refused():
    def change(writer: PdfWriter) -> None:
        writer.root_object[NameObject("/AcroForm")] = DictionaryObject(
            {NameObject("/XFA"): ArrayObject([TextStringObject("x")])}
        )

    refused(pdf(change=change), "form that runs")


@pytest.mark.parametrize("spelling", ["/JavaScript", "/J#61vaScript", "/#4a#61#76#61#53#63#72#69#70#74"])
def test_spelling_a_word_with_escapes_hides_nothing(spelling):
    content = pdf(change=action("/JavaScripx", JX="app.alert(1)")).replace(b"/JavaScripx", spelling.encode())

    refused(content, "scripts")


def test_action_named_by_a_reference_is_found():
    def change(writer: PdfWriter) -> None:
        kind = writer._add_object(NameObject("/Launch"))
        writer.root_object[NameObject("/OpenAction")] = DictionaryObject({NameObject("/S"): kind})

    content = pdf(change=change).replace(b"/Launch", b"/L#61unch")

    refused(content, "scripts")


def test_object_that_nothing_refers_to_is_looked_at():
    def change(writer: PdfWriter) -> None:
        writer._add_object(DictionaryObject({NameObject("/JS"): TextStringObject("app.alert(1)")}))

    refused(pdf(change=change), "scripts")


def test_object_packed_into_a_stream_is_looked_at():
    content = _packed(
        b"<</Type /Catalog /Pages 2 0 R /OpenAction <</S /J#61vaScript /J#53 (app.alert(1))>>>>"
    )

    refused(content, "scripts")


def test_packed_objects_without_actions_are_fine():
    assert pages_of(_packed(b"<</Type /Catalog /Pages 2 0 R>>")) == 1


def _packed(catalog: bytes) -> bytes:
    """A PDF 1.5 whose catalog (1) and pages (2, 3) stand in an object stream (4); 5 is its table."""
    pages = b"<</Type /Pages /Kids [3 0 R] /Count 1>>"
    page = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>>"
    body = b" ".join([catalog, pages, page])
    places = [0, len(catalog) + 1, len(catalog) + len(pages) + 2]
    head = b" ".join(b"%d %d" % (number + 1, place) for number, place in enumerate(places)) + b" "
    start = b"%PDF-1.5\n"
    stream = b"4 0 obj <</Type /ObjStm /N 3 /First %d /Length %d>> stream\n" % (len(head), len(head + body))
    stream += head + body + b"\nendstream endobj\n"
    table_at = len(start + stream)
    rows = [(0, 0, 255), *((2, 4, place) for place in range(3)), (1, len(start), 0), (1, table_at, 0)]
    table = b"".join(bytes([kind, *where.to_bytes(2), last]) for kind, where, last in rows)
    return (
        start
        + stream
        + b"5 0 obj <</Type /XRef /Size 6 /W [1 2 1] /Root 1 0 R /Length %d>> stream\n" % len(table)
        + table
        + b"\nendstream endobj\nstartxref\n%d\n%%%%EOF" % table_at
    )


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
@pytest.mark.parametrize("password", ["secret", ""])
def test_password_is_refused_with_the_way_out(algorithm, password):
    content = pdf(change=lambda writer: writer.encrypt(password, "owner", algorithm=algorithm))

    refused(content, "protected with a password")


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n",
        b"%PDF-1.7\n" + b"1 0 obj\n" * 50,
        pdf()[:200],
        pdf().replace(b"/Pages", b"/Pagez"),
    ],
)
def test_damaged_file_is_refused(content):
    refused(content, "damaged")


def test_file_without_pages_is_refused():
    refused(pdf(pages=0), "damaged")


def test_file_with_more_objects_than_a_scan_has_is_refused(monkeypatch):
    monkeypatch.setattr(passive_pdf, "MOST_OBJECTS", 3)

    refused(pdf(pages=5), "damaged")


def test_values_packed_into_each_other_without_end_are_refused():
    def change(writer: PdfWriter) -> None:
        value = ArrayObject([NullObject()])
        for _level in range(passive_pdf.DEEPEST + 5):
            value = ArrayObject([value])
        writer.root_object[NameObject("/Deep")] = value

    refused(pdf(change=change), "damaged")


def test_pages_that_contain_themselves_are_refused():
    content = pdf(change=lambda writer: writer._pages.get_object()["/Kids"].append(writer._pages))

    refused(content, "damaged")


def test_stream_is_not_unpacked_to_be_looked_at():
    def change(writer: PdfWriter) -> None:
        stream = StreamObject()
        stream.set_data(b"\0" * 50_000_000)
        writer._add_object(stream.flate_encode())

    assert pages_of(pdf(change=change)) == 1


def test_what_the_reader_complains_of_is_not_logged(written_log):
    with pytest.raises(ActivePdf):
        pages_of(pdf()[:200] + b"(Shevchenko)")

    assert written_log.getvalue() == ""


def test_written_by_another_program():
    writer = PdfWriter(io.BytesIO(pdf(pages=2)))
    writer.add_metadata({"/Author": "Olena"})
    written = io.BytesIO()
    writer.write(written)

    assert pages_of(written.getvalue()) == 2
