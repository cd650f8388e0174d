"""Texts kept in two languages side by side: the words of a person in Ukrainian, and the Polish that is printed."""

from typing import Any, ClassVar

from django.db import models
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

PRINT_LANGUAGES = ("pl", "uk")


def line(label: Any, language: str, max_length: int = 160) -> "models.CharField":
    return models.CharField(_labelled(label, language), max_length=max_length, blank=True)


def paragraphs(label: Any, language: str, max_length: int = 2000) -> "models.TextField":
    return models.TextField(_labelled(label, language), max_length=max_length, blank=True)


def _labelled(label: Any, language: str) -> Any:
    return format_lazy("{} – {}", label, _("in Polish") if language == "pl" else _("in Ukrainian"))


class TwoLanguages(models.Model):
    """A record whose texts stand in ``<stem>_pl`` and ``<stem>_uk`` for every stem of ``pairs``."""

    pairs: ClassVar[dict[str, Any]]

    class Meta:
        abstract = True

    def text(self, stem: str, language: str) -> str:
        """The text in ``language``, else in the other one: nothing that was written down is left out."""
        other = "uk" if language == "pl" else "pl"
        return getattr(self, f"{stem}_{language}") or getattr(self, f"{stem}_{other}")

    def missing_in(self, language: str) -> list[Any]:
        """Labels of the texts that stand only in the other language."""
        return [
            label
            for stem, label in self.pairs.items()
            if self.text(stem, language) and not getattr(self, f"{stem}_{language}")
        ]


def lines_of(text: str) -> list[str]:
    """The lines of a text as items of a list, without the bullets people type before them."""
    return [item for raw in text.splitlines() if (item := raw.strip().lstrip("-–—•*·").strip())]
