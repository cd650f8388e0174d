import factory
from django.utils import timezone

from accounts.permissions import Act
from tests.factories import UserFactory
from tests.translations.models import Notice
from translations import drafting, features, memory, services
from translations.models import (
    Approval,
    EngineSetting,
    GlossaryTerm,
    MemoryEntry,
    MemoryImport,
    Override,
    Translation,
)

MADE_OF = [
    *("kept", "coded", "coded_edited", "glossary", "glossary_edited"),
    *("memory", "memory_edited", "machine", "machine_edited", "person"),
]
GOOD = ["Пакувальник", "Пакування виробів.", "Клеїмо коробки 8 годин."]  # of what NoticeFactory makes


class NoticeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Notice

    title_pl = "Pakowacz"
    body_pl = "Pakowanie wyrobów. Kleimy pudła przez 8 godzin."


class TermFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = GlossaryTerm

    pl = factory.Sequence(lambda n: f"termin próbny {n}")
    uk = "пробний термін"
    status = GlossaryTerm.Status.AGREED


class EntryFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = MemoryEntry

    template_pl = factory.Sequence(lambda n: f"Zdanie próbne {'x' * (n % 40)} {n}")
    template_uk = "Пробне речення"
    key = factory.LazyAttribute(lambda entry: memory.key_of(entry.template_pl))
    features = factory.LazyAttribute(lambda entry: features.of_pair(entry.template_pl, entry.template_uk))
    reviewed_by = factory.SubFactory(UserFactory)
    reviewed_at = factory.LazyFunction(timezone.now)


class MemoryImportFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = MemoryImport

    file_name = "pary.tmx"
    size = 1
    format = MemoryImport.Format.TMX
    uploaded_by = factory.SubFactory(UserFactory)


class OverrideFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Override

    translation = factory.LazyFunction(lambda: drafted())
    key = factory.Sequence(lambda n: f"{n:032x}")
    code = "lost-quantity"
    place = "8 godzin"
    is_blocking = True
    source_pl = "Kleimy pudła przez 8 godzin."
    text_uk = "Клеїмо коробки всю зміну."
    why = Override.Why.SAME
    overridden_by = factory.SubFactory(UserFactory)


class ApprovalFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Approval

    translation = None
    version = 1
    approved_by = factory.SubFactory(UserFactory)
    words = 8
    person = 3
    sentences = factory.LazyAttribute(lambda approval: sum(getattr(approval, name, 0) for name in MADE_OF))


def owed(**texts: str) -> Translation:
    """A translation whose draft nobody has made yet."""
    return services.owe_draft(subject=NoticeFactory(**texts))


def drafted(**texts: str) -> Translation:
    """A translation after the machine's work."""
    translation = owed(**texts)
    drafting.draft(translation.pk)
    translation.refresh_from_db()
    return translation


def reviewed(texts_uk: list[str], **texts: str) -> Translation:
    """A translation that a person has approved with ``texts_uk``, one for each segment in order."""
    translation = drafted(**texts)
    approve(translation, texts_uk)
    return translation


def approve(translation: Translation, texts_uk: list[str]) -> None:
    translation.refresh_from_db()
    services.approve(
        translation=translation,
        texts=texts_for(translation, texts_uk),
        version=translation.version,
        by=reviewer(),
    )
    translation.refresh_from_db()


def texts_for(translation: Translation, texts_uk: list[str]) -> dict[int, str]:
    return dict(zip((segment.pk for segment in in_order(translation)), texts_uk, strict=True))


def in_order(translation: Translation) -> list:
    """The segments as they are read: the title, then the body."""
    segments = translation.segments.all()
    return sorted(segments, key=lambda segment: (segment.field != "title", segment.position))


def reviewer(**values: object):
    return UserFactory(granted_acts=[Act.REVIEW_TRANSLATIONS], **values)


def switched_on(code: str, **values: object) -> EngineSetting:
    """An engine outside of the portal that an administrator has switched on."""
    return EngineSetting.objects.create(code=code, is_on=True, **values)
