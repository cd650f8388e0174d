"""What comes out of a file that somebody handed over."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from pup_portal.passive_pdf import ActivePdf
from pup_portal.uploads import LABEL_LENGTH, LARGEST_SIDE, BadUpload, MediaType, cleaned, label_of
from tests.pup_portal.files import DESCRIPTION, GPS, ORIENTATION, drawing, handed_over, pdf, photo, png_bomb


def seen(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def exif(**values) -> Image.Exif:
    tags = Image.Exif()
    for name, value in values.items():
        tags[{"orientation": ORIENTATION, "description": DESCRIPTION}[name]] = value
    return tags


@pytest.mark.parametrize(
    ("content", "media_type"),
    [(photo(), MediaType.JPEG), (drawing(), MediaType.PNG), (pdf(), MediaType.PDF)],
)
@pytest.mark.parametrize("name", ["passport.exe", "passport.pdf", "passport.html", "passport"])
def test_content_decides_what_a_file_is(content, media_type, name):
    clean = cleaned(handed_over(content, name))

    assert clean.media_type == media_type
    assert clean.label == f"passport.{media_type.extension}"
    assert clean.page_count == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty"),
        (b"plain words", "Only PDF files and pictures"),
        (b"<html><script>alert(1)</script></html>", "Only PDF files and pictures"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "Only PDF files and pictures"),
        (b"GIF89a" + b"\0" * 100, "Only PDF files and pictures"),
        (b"PK\x03\x04" + b"\0" * 100, "Only PDF files and pictures"),
        (b"MZ\x90\0" + b"\0" * 100, "Only PDF files and pictures"),
        (b"<script>alert(1)</script>" + pdf(), "Only PDF files and pictures"),
        (photo()[:100], "damaged"),
        (drawing()[:40], "damaged"),
        (b"\xff\xd8\xff\xe0" + b"junk" * 50, "damaged"),
    ],
)
def test_other_files_are_refused(content, sentence):
    with pytest.raises(BadUpload, match=sentence):
        cleaned(handed_over(content))


@given(
    st.sampled_from([b"", b"%PDF-1.7\n", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n"]), st.binary(max_size=300)
)
def test_noise_is_refused_and_breaks_nothing(start, noise):
    with pytest.raises((BadUpload, ActivePdf)):
        cleaned(handed_over(start + noise))


def test_file_over_the_cap_is_refused(settings):
    settings.UPLOAD_MAX_BYTES = 1024**2

    with pytest.raises(BadUpload, match="larger than 1 MB"):
        cleaned(handed_over(pdf() + b" " * 1024**2))


def test_place_camera_and_comment_are_gone_from_a_photo():
    tags = exif(description="secret note")
    tags.get_ifd(GPS)[2] = (50.0, 52.0, 0.0)

    made = cleaned(
        handed_over(photo(exif=tags, comment=b"secret comment", icc_profile=b"secret profile"))
    ).content

    assert b"secret" not in made
    assert b"Exif" not in made
    assert dict(seen(made).getexif()) == {}
    assert seen(made).info.keys() <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_text_and_profile_are_gone_from_a_drawing():
    made = cleaned(
        handed_over(drawing(icc_profile=b"secret profile", dpi=(300, 300), exif=exif(description="secret")))
    ).content

    assert b"secret" not in made
    assert seen(made).info == {}


def test_second_file_behind_a_picture_is_gone():
    made = cleaned(handed_over(photo() + b"PK\x03\x04<script>trailing</script>")).content

    assert b"trailing" not in made


def test_photo_is_turned_upright():
    made = seen(cleaned(handed_over(photo((60, 40), exif=exif(orientation=6)))).content)

    assert made.size == (40, 60)
    assert made.getpixel((20, 5)) < (50, 50, 50)  # what was left is now on top
    assert made.getpixel((20, 55)) > (200, 200, 200)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_drawing_is_opened(mode):
    made = seen(cleaned(handed_over(drawing(mode))).content)

    assert (made.mode, made.size) == ("RGB", (60, 40))


def test_what_shines_through_is_white():
    made = seen(cleaned(handed_over(drawing("RGBA", colour=(255, 0, 0, 0)))).content)

    assert made.getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_photo_in_other_colours_is_opened(mode):
    written = io.BytesIO()
    Image.new(mode, (60, 40)).save(written, "JPEG")

    assert seen(cleaned(handed_over(written.getvalue())).content).mode == "RGB"


@pytest.mark.parametrize(
    ("made_of", "limit"), [(photo((60, 40)), 60 * 40 - 1), (drawing(size=(60, 40)), 60 * 40 - 1)]
)
def test_picture_with_too_many_points_is_refused(settings, made_of, limit):
    settings.UPLOAD_MAX_PIXELS = limit

    with pytest.raises(BadUpload, match="too many points"):
        cleaned(handed_over(made_of))


@pytest.mark.parametrize(
    "side", [9_000, 12_000, 65_000]
)  # over our cap, over Pillow's warning, over its error
def test_picture_that_would_unpack_to_gigabytes_is_refused_before_it_is_unpacked(side):
    bomb = png_bomb(side, side)

    with pytest.raises(BadUpload, match="too many points"):
        cleaned(handed_over(bomb))

    assert len(bomb) < 1000


def test_large_photo_is_made_smaller():
    made = seen(cleaned(handed_over(photo((LARGEST_SIDE + 1000, 100)))).content)

    assert max(made.size) <= LARGEST_SIDE


def test_pdf_is_kept_byte_for_byte_for_its_signatures_sake():
    content = pdf(pages=3)

    clean = cleaned(handed_over(content))

    assert (clean.content, clean.page_count) == (content, 3)


def test_pdf_with_too_many_pages_is_refused(settings):
    settings.UPLOAD_MAX_PAGES = 2

    with pytest.raises(BadUpload, match="more than 2 pages"):
        cleaned(handed_over(pdf(pages=3)))


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Паспорт Шевченко.PDF", "Паспорт Шевченко.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\anna\\скан.jpeg", "скан.pdf"),
        ("two\r\nSet-Cookie: x=1.pdf", "twoSet-Cookie x=1.pdf"),
        ("gepj.\u202efdp.exe", "gepj.fdp.pdf"),
        ('"quoted"; filename=x.exe', "quoted filename=x.pdf"),
        ("...", "file.pdf"),
        ("", "file.pdf"),
        ("x" * 500, "x" * LABEL_LENGTH + ".pdf"),
    ],
)
def test_name_is_kept_only_as_a_harmless_label(name, label):
    assert label_of(name, MediaType.PDF) == label


@given(st.text())
def test_label_holds_nothing_that_could_be_more_than_a_name(name):
    label = label_of(name, MediaType.PNG)

    assert label.endswith(".png")
    assert len(label) <= LABEL_LENGTH + 4
    assert not set(label) & set('/\\<>:"|?*;%\r\n\t\0\u202e')
