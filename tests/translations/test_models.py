"""What the database itself refuses."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.factories import UserFactory
from tests.translations.factories import TermFactory, drafted
from tests.translations.models import Notice
from translations.models import (
    GlossaryConcern,
    GlossaryRendering,
    GlossaryTerm,
    MemoryEntry,
    Segment,
    Translation,
)

pytestmark = pytest.mark.django_db


def _insert(**values) -> Translation:
    fields = {
        "content_type": ContentType.objects.get_for_model(Notice),
        "object_id": 1,
        "title_pl": "x",
        "source_hash": "x",
    }
    return Translation.objects.create(**(fields | values))


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("translation_status_is_known", {"status": "lost"}),
        ("translation_language_is_known", {"language": "ru"}),
        ("translation_reviewed_at_and_by_together", {"reviewed_at": timezone.now()}),
        ("translation_reviewed_by_a_person", {"status": "reviewed"}),
        ("translation_draft_has_its_time", {"status": "draft"}),
        ("translation_is_leased_while_running", {"state": "running"}),
        ("translation_finished_at_when_done", {"state": "done"}),
    ],
)
def test_the_database_refuses_a_translation_that_cannot_be(constraint, values):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        _insert(**values)


def test_the_database_refuses_a_second_translation_of_one_subject():
    _insert()

    with (
        pytest.raises(IntegrityError, match="translation_is_one_per_subject_and_language"),
        transaction.atomic(),
    ):
        _insert()


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("segment_has_a_source", {"source_pl": ""}),
        ("segment_text_has_an_origin", {"text_uk": "Текст"}),
        ("segment_complete_has_text", {"is_complete": True}),
    ],
)
def test_the_database_refuses_a_segment_that_cannot_be(constraint, values):
    fields = {"translation": _insert(), "field": "title", "position": 0, "source_pl": "x"}

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Segment.objects.create(**(fields | values))


@pytest.mark.django_db(transaction=True)
def test_the_database_refuses_two_segments_in_one_place():
    translation = _insert()
    place = {"translation": translation, "field": "title", "position": 0, "source_pl": "x"}

    with pytest.raises(IntegrityError, match="segment_has_its_own_place"):
        Segment.objects.bulk_create([Segment(**place), Segment(**place)])


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("glossaryterm_has_both_languages", {"uk": ""}),
        ("glossaryterm_certainty_is_known", {"certainty": "perhaps"}),
        ("glossaryterm_scope_is_known", {"scope": "nowhere"}),
        ("glossaryterm_status_is_known", {"status": "perhaps"}),
        ("glossaryterm_is_listed_once", {"pl": "pracodawca"}),
    ],
)
def test_the_database_refuses_a_term_that_cannot_be(constraint, values):
    fields = {"pl": "nowy termin", "uk": "новий термін", "sort_pl": "x"}

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        GlossaryTerm.objects.create(**(fields | values))


def test_every_record_is_named_by_its_polish():
    assert str(MemoryEntry(template_pl="Mycie okien")) == "Mycie okien"
    assert str(Translation(title_pl="Pakowacz")) == "Pakowacz"
    assert str(Segment(field="title", position=0)) == "title/0"
    assert str(GlossaryTerm(pl="śruba")) == "śruba"


def test_the_database_refuses_half_a_memory():
    with pytest.raises(IntegrityError, match="memoryentry_has_both_texts"), transaction.atomic():
        MemoryEntry.objects.create(
            key="x", template_pl="x", template_uk="", reviewed_by=UserFactory(), reviewed_at=timezone.now()
        )


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("glossaryrendering_is_listed_once", {"text": "договір"}),
        ("glossaryrendering_has_a_text", {"text": ""}),
        ("glossaryrendering_kind_is_known", {"kind": "perhaps"}),
    ],
)
def test_the_database_refuses_a_rendering(constraint, values):
    term = TermFactory()
    GlossaryRendering.objects.create(term=term, text="договір")

    with pytest.raises(IntegrityError, match=constraint):
        GlossaryRendering.objects.create(**({"term": term, "text": "угода", "kind": "allowed"} | values))


def test_a_text_is_put_in_question_once_by_a_term():
    concern = {"term": TermFactory(), "translation": drafted()}
    GlossaryConcern.objects.create(**concern)

    with pytest.raises(IntegrityError, match="glossaryconcern_is_one_per_text_and_term"):
        GlossaryConcern.objects.create(**concern)


def test_renderings_and_concerns_tell_what_they_are():
    assert str(GlossaryRendering(text="договір")) == "договір"
    assert str(GlossaryConcern(translation_id=1, term_id=2)) == "1/2"
