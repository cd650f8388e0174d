"""Which models have text to translate. Apps above register theirs; this app imports none of them.

The text itself stays with its owner: field ``duties`` means the columns ``duties_pl`` and ``duties_uk``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from django.db.models.signals import post_delete
from django.http import HttpRequest, HttpResponse

from accounts.models import User
from translations.models import Translation, Urgency

type PreviewWith = Callable[[HttpRequest, Any, Mapping[str, str]], HttpResponse]


@dataclass(frozen=True)
class CodedFact:
    """One coded value of a subject, rendered in both languages by its owner, shown above the text."""

    label: str
    pl: str
    uk: str


@dataclass(frozen=True)
class Translatable:
    """How the texts of one model are read, shown and written back.

    ``fields``: names without the language, the title first; the Polish column may not be null.
    ``preview(subject)``: the address where the subject is seen as the public sees it.
    ``apply(subject, texts, by)``: store the approved Ukrainian texts by field name. It runs inside the
    approving transaction, the subject's row locked; it must not call back into ``translations``.
    ``facts(subject)``: coded values in both languages, shown above the text and never edited here.
    ``is_personal``: whether its texts may name a client; such sentences are not remembered, and no engine outside
    of the office gets them without an agreement.
    ``later``: fields that came after the first texts had been translated. While empty they are left out, so that
    what was approved before they existed still follows its Polish.
    ``urgency(subject)``: who waits for the Ukrainian text. The owner says by ``services.urgency_changed`` when
    that becomes another.
    """

    model: type[Model]
    fields: tuple[str, ...]
    preview: Callable[[Any], str]
    apply: Callable[[Any, dict[str, str], User], None]
    facts: Callable[[Any], Sequence[CodedFact]] = lambda subject: ()
    is_personal: bool = False
    urgency: Callable[[Any], Urgency] = lambda subject: Urgency.REST
    later: frozenset[str] = frozenset()

    @property
    def preview_with(self) -> PreviewWith | None:
        return _previews.get(self.model)

    @property
    def domain(self) -> str:
        """The part of the memory that its texts belong to: the name of its app."""
        return self.model._meta.app_label

    def polish(self, subject: Model) -> dict[str, str]:
        """The Polish text of every field, in the registered order."""
        texts = {field: getattr(subject, f"{field}_pl") or "" for field in self.fields}
        return {field: text for field, text in texts.items() if text or field not in self.later}

    def label(self, field: str) -> str:
        """What people call ``field``. The Polish column of a modeltranslation field names its language too."""
        columns = {column.name: column for column in self.model._meta.fields}
        return str((columns.get(field) or columns[f"{field}_pl"]).verbose_name)


class NotTranslatable(LookupError):
    """The model was never registered: a mistake of the programmer, not of a person."""


_registered: dict[type[Model], Translatable] = {}
_previews: dict[type[Model], PreviewWith] = {}
_published: dict[type[Model], Callable[[], QuerySet[Any]]] = {}


def register(translatable: Translatable) -> None:
    """Make a model translatable. Call once from ``AppConfig.ready()``.

    From then on a deleted subject takes its translation along, whoever deletes it and however many at once:
    the two are tied by no foreign key.
    """
    post_delete.connect(_forget, sender=translatable.model, dispatch_uid="translations")
    _registered[translatable.model] = translatable


def register_preview(model: type[Model], preview_with: PreviewWith) -> None:
    """Let people see a page of ``model`` as readers will, with what is typed.

    ``preview_with(request, subject, texts)`` renders the page of ``subject`` with the Ukrainian ``texts`` by field
    name, and says on it that it is a preview. It stores nothing; what it sets on ``subject`` is thrown away.
    """
    _previews[model] = preview_with


def register_published[M: Model](model: type[M], published: Callable[[], QuerySet[M]]) -> None:
    """Tell which rows of the registered ``model`` readers see now: of them the share of approved texts is counted."""
    of(model)
    _published[model] = published


def published() -> Iterator[tuple[Translatable, QuerySet[Any]]]:
    """What is published now, of every model that said so."""
    for model, rows in _published.items():
        yield of(model), rows()


def _forget(sender: type[Model], instance: Model, **_: Any) -> None:
    Translation.objects.of(sender).filter(object_id=instance.pk).delete()


def of(model: type[Model]) -> Translatable:
    try:
        return _registered[model]
    except KeyError:
        raise NotTranslatable(model._meta.label) from None


def domains() -> list[str]:
    """The domains of all that is registered."""
    return sorted({translatable.domain for translatable in _registered.values()})


def known(translation: Translation) -> Translatable | None:
    """How the texts behind ``translation`` are registered; ``None`` when nobody registers them any more."""
    model = ContentType.objects.get_for_id(translation.content_type_id).model_class()
    return _registered.get(model) if model else None
