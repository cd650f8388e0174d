import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile

from documents.images import IMAGE_MAX_BYTES
from documents.letterhead import letterhead
from reference.models import OfficeProfile

pytestmark = pytest.mark.django_db


def profile_with_logo(name: str, content: bytes) -> OfficeProfile:
    office = OfficeProfile(name_pl="Urząd Próbny", logo=f"office/{name}")
    office.logo.storage.save(office.logo.name, ContentFile(content))
    office.save()
    return office


def test_office_without_a_logo_has_its_name():
    assert (letterhead()["office"].name_pl, letterhead()["office_logo"]) == ("Powiatowy Urząd Pracy", None)


@pytest.mark.parametrize(("name", "kind"), [("logo.PNG", "image/png"), ("logo.svg", "image/svg+xml")])
def test_logo_of_the_office_is_printed(name, kind):
    profile_with_logo(name, b"picture")

    logo = letterhead()["office_logo"]

    assert (logo.content, logo.content_type) == (b"picture", kind)


def test_odd_lost_or_huge_logo_stops_no_paper():
    office = profile_with_logo("logo.gif", b"GIF89a")
    odd = letterhead()["office_logo"]
    cache.clear()
    OfficeProfile.objects.update(logo="office/lost.png")
    lost = letterhead()["office_logo"]
    cache.clear()
    office.logo.storage.save("office/huge.png", ContentFile(b"x" * (IMAGE_MAX_BYTES + 1)))
    OfficeProfile.objects.update(logo="office/huge.png")

    huge = letterhead()["office_logo"]

    assert (odd, lost, huge) == (None, None, None)
