import pytest
from django.core.files.storage import default_storage

from cv_builder import person
from cv_builder.models import Cv
from cv_builder.services import order_cv
from documents import making
from documents.models import Document
from pup_portal import person_data
from tests.cv_builder.factories import CvFactory, ExperienceFactory, LanguageSkillFactory
from tests.factories import UserFactory
from tests.reference.factories import OccupationFactory
from tests.registration.factories import ClientFactory

pytestmark = pytest.mark.django_db


def test_cvs_are_registered_as_data_of_a_person():
    (registered,) = [data for data in person_data.registered() if data.model is Cv]

    assert (registered.export, registered.erase) == (person.export, person.erase)


def test_export_gives_every_cv_with_its_entries_and_papers():
    cv = CvFactory(occupation=OccupationFactory(name_pl="Zawód próbny"), interests_uk="сад")
    ExperienceFactory(cv=cv, started_year=2020)
    LanguageSkillFactory(cv=cv)
    order_cv(cv=cv, language="uk", anonymous=False, by=UserFactory())
    CvFactory()

    (exported,) = person.export(cv.client.pk)

    assert exported["interests_uk"] == "сад"
    assert exported["occupation"] == "Zawód próbny"
    assert exported["experience"][0]["started_year"] == 2020
    assert exported["languages"][0]["language"] == "ukraiński"
    assert [paper["language"] for paper in exported["printed"]] == ["uk"]


def test_erasing_leaves_neither_cv_nor_paper_and_may_be_repeated(django_capture_on_commit_callbacks):
    cv, other = CvFactory(), CvFactory(client=ClientFactory())
    document = order_cv(cv=cv, language="uk", anonymous=False, by=UserFactory())
    making.make(document.pk)
    document.refresh_from_db()

    with django_capture_on_commit_callbacks(execute=True):
        person.erase(cv.client.pk)
        person.erase(cv.client.pk)

    assert list(Cv.objects.all()) == [other]
    assert not Document.objects.exists()
    assert not default_storage.exists(document.file.name)
