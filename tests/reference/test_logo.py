import io

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from reference import logo
from reference.logo import BadLogo, redrawn
from reference.models import OfficeProfile
from reference.services import remove_logo, set_logo
from tests.reference.files import picture, upload


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_picture_is_drawn_anew_as_png(kind):
    with Image.open(io.BytesIO(redrawn(upload(picture(kind, size=(1600, 400)))))) as drawn:
        assert (drawn.format, drawn.size) == ("PNG", (800, 200))


def test_nothing_hidden_in_the_file_survives():
    exif = Image.Exif()
    exif[0x010E] = "secret note"
    content = picture("JPEG", exif=exif) + b"<script>trailing</script>"

    drawn = redrawn(upload(content))

    assert b"secret" not in drawn
    assert b"script" not in drawn


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "at most 2 MB"),
        (b"x" * (logo.MAX_BYTES + 1), "at most 2 MB"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "PNG or JPEG"),
        (b"plain words", "PNG or JPEG"),
        (picture("GIF"), "PNG or JPEG"),
        (picture()[:40], "damaged"),
        (b"\xff\xd8\xff\xe0" + b"junk" * 50, "damaged"),
    ],
)
def test_other_files_are_refused(content, sentence):
    with pytest.raises(BadLogo, match=sentence):
        redrawn(upload(content))


def test_picture_with_too_many_points_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(logo, "MAX_PIXELS", 40 * 20 - 1)

    with pytest.raises(BadLogo, match="too many points"):
        redrawn(upload(picture(size=(40, 20))))


@pytest.mark.django_db
def test_new_logo_replaces_the_file_of_the_old(django_capture_on_commit_callbacks):
    old = set_logo(image=redrawn(upload(picture()))).logo.name

    with django_capture_on_commit_callbacks(execute=True):
        new = set_logo(image=redrawn(upload(picture("JPEG")))).logo.name

    assert (default_storage.exists(old), default_storage.exists(new)) == (False, True)


@pytest.mark.django_db
def test_removed_logo_is_gone(django_capture_on_commit_callbacks):
    old = set_logo(image=redrawn(upload(picture()))).logo.name

    with django_capture_on_commit_callbacks(execute=True):
        remove_logo()

    assert not default_storage.exists(old)
    assert not OfficeProfile.objects.get().logo
