"""Coded vocabularies: what can be a code is a code, because a code translates with certainty."""

from typing import Self

import pghistory
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pup_portal.fields import public_id
from reference.models.names import in_language


class Vocabulary(models.TextChoices):
    CONTRACT = "contract", _("kinds of contract")
    SHIFT = "shift", _("shifts")
    PAY_SYSTEM = "pay_system", _("pay systems")
    PAY_UNIT = "pay_unit", _("pay units")
    EDUCATION = "education", _("education")
    LANGUAGE = "language", _("languages")
    LANGUAGE_LEVEL = "language_level", _("language levels")
    OFFER_KIND = "offer_kind", _("kinds of offer")
    APPLY_ROUTE = "apply_route", _("ways to apply")
    WORK_MODE = "work_mode", _("work modes")
    BENEFIT = "benefit", _("benefits")
    LICENCE = "licence", _("licences and certificates")
    OFFER_MARK = "offer_mark", _("marks of an offer")
    STATUS_REASON = "status_reason", _("reasons for a change of status")


class TermQuerySet(models.QuerySet["Term"]):
    def active(self) -> Self:
        return self.filter(is_active=True)

    def of(self, vocabulary: str) -> Self:
        return self.filter(vocabulary=vocabulary)

    def coded(self, vocabulary: str, code: str) -> "Term":
        return self.get(vocabulary=vocabulary, code=code)

    def by_feed_value(self, vocabulary: str) -> dict[str, "Term"]:
        """The terms the offer feed knows, retired ones too, keyed by ``feed_key`` of its string."""
        return {feed_key(term.feed_value): term for term in self.of(vocabulary).exclude(feed_value="")}


def feed_key(text: str) -> str:
    """``text`` of the feed without what varies in it: case, kinds of dash, and spaces, also round a slash."""
    plain = " ".join(text.replace("–", "-").replace("—", "-").casefold().split())
    return plain.replace(" /", "/").replace("/ ", "/")


@pghistory.track(append_only=True)
class Term(models.Model):
    """One value of a vocabulary. Its code never changes; its labels may."""

    public_id = public_id()
    vocabulary = models.CharField(_("vocabulary"), max_length=20, choices=Vocabulary)
    code = models.CharField(
        _("code"),
        max_length=40,
        validators=[
            RegexValidator(
                r"\A[a-z0-9]+(?:[-_][a-z0-9]+)*\Z",
                _("Use small Latin letters, digits, hyphens and underscores."),
            )
        ],
    )
    name_pl = models.CharField(_("name in Polish"), max_length=200)
    name_uk = models.CharField(_("name in Ukrainian"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200)
    feed_value = models.CharField(
        _("text in the national feed"),
        max_length=200,
        blank=True,
        help_text=_("Exactly as the feed writes it; empty when the feed does not have it."),
    )
    position = models.PositiveSmallIntegerField(_("place in the list"), default=100)
    is_active = models.BooleanField(_("offered for choice"), default=True)

    objects = TermQuerySet.as_manager()

    class Meta:
        ordering = ["vocabulary", "position", "pk"]
        verbose_name = _("vocabulary entry")
        verbose_name_plural = _("vocabulary entries")
        constraints = [
            models.UniqueConstraint(
                name="term_code_is_unique_in_its_vocabulary",
                fields=["vocabulary", "code"],
                violation_error_message=_("This vocabulary has this code already."),
            ),
            models.UniqueConstraint(
                name="term_feed_value_is_unique_in_its_vocabulary",
                fields=["vocabulary", "feed_value"],
                condition=~Q(feed_value=""),
                violation_error_message=_("Another entry of this vocabulary has this text of the feed."),
            ),
            models.CheckConstraint(
                name="term_vocabulary_is_known",
                condition=Q(vocabulary__in=list(Vocabulary)),
                violation_error_message=_("Choose one of the vocabularies."),
            ),
            models.CheckConstraint(
                name="term_is_named_in_every_language",
                condition=~(Q(name_pl="") | Q(name_uk="") | Q(name_en="")),
                violation_error_message=_("Enter the name in every language."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The label in the active language."""
        return in_language(self, "name")
