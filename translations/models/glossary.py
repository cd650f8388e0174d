"""The office's words."""

from collections.abc import Iterable
from functools import reduce
from operator import and_
from typing import Self

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from pup_portal.fields import public_id


class GlossaryTermQuerySet(models.QuerySet["GlossaryTerm"]):
    def matching(self, words: str, forms: Iterable[Iterable[str]]) -> Self:
        """Terms that contain ``words`` in either language, or each of the Polish words in any form.

        ``forms``: for each word searched for, the dictionary forms it may have.
        """
        inflected = [Q(pl_lemmas__overlap=sorted(keys)) for keys in forms]
        in_any_form = reduce(and_, inflected) if inflected else Q(pk=None)
        return self.filter(
            Q(pl__icontains=words) | Q(uk__icontains=words) | Q(variants__icontains=words) | in_any_form
        )


@pghistory.track(exclude=["pl_lemmas", "sort_pl"], append_only=True)
class GlossaryTerm(models.Model):
    """The office's Ukrainian word for a Polish one."""

    class Certainty(models.TextChoices):
        SOURCE = "source", _("from a published source")
        VARIANT = "source(variant)", _("a published source has another form")
        KNOWN = "known", _("from our own knowledge")
        CONFIRMED = "confirmed", _("confirmed by the office")

    class Scope(models.TextChoices):
        ANYWHERE = "anywhere", _("anywhere in a text")
        WHOLE = "whole", _("only when it is the whole line")

    public_id = public_id()
    pl = models.CharField(_("Polish term"), max_length=200)
    uk = models.CharField(_("Ukrainian term"), max_length=200)
    variants = models.CharField(
        _("other Ukrainian forms"),
        max_length=500,
        blank=True,
        help_text=_("Allowed as well, separated by semicolons."),
    )
    forbidden = models.CharField(
        _("wrong Ukrainian words"),
        max_length=300,
        blank=True,
        help_text=_("False friends, separated by semicolons. Whoever writes one is warned."),
    )
    context = models.CharField(_("where it is used"), max_length=200, blank=True)
    note = models.CharField(_("note for translators"), max_length=500, blank=True)
    certainty = models.CharField(_("certainty"), max_length=20, choices=Certainty, default=Certainty.KNOWN)
    source = models.TextField(_("source"), blank=True)
    scope = models.CharField(_("applies"), max_length=10, choices=Scope, default=Scope.ANYWHERE)
    pl_lemmas = ArrayField(models.CharField(max_length=100), default=list, editable=False)
    sort_pl = models.CharField(max_length=400, editable=False)

    objects = GlossaryTermQuerySet.as_manager()

    class Meta:
        ordering = ["sort_pl", "pk"]
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary")
        constraints = [
            models.UniqueConstraint(
                name="glossaryterm_is_listed_once",
                fields=["pl"],
                violation_error_message=_("The glossary has this Polish term already."),
            ),
            models.CheckConstraint(
                name="glossaryterm_has_both_languages",
                condition=~Q(pl="") & ~Q(uk=""),
                violation_error_message=_("Enter the term in both languages."),
            ),
            models.CheckConstraint(
                name="glossaryterm_certainty_is_known",
                condition=Q(certainty__in=["source", "source(variant)", "known", "confirmed"]),
            ),
            models.CheckConstraint(
                name="glossaryterm_scope_is_known", condition=Q(scope__in=["anywhere", "whole"])
            ),
        ]

    def __str__(self) -> str:
        return self.pl

    def get_absolute_url(self) -> str:
        return reverse("translations:glossary-edit", args=[self.public_id])
