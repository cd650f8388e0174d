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
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pup_portal.fields import public_id
from pup_portal.tracking import remembered


class GlossaryTermQuerySet(models.QuerySet["GlossaryTerm"]):
    def matching(self, words: str, forms: Iterable[Iterable[str]]) -> Self:
        """Terms that contain ``words`` in either language, or each of the Polish words in any form.

        ``forms``: for each word searched for, the dictionary forms it may have.
        """
        inflected = [Q(pl_lemmas__overlap=sorted(keys)) for keys in forms]
        in_any_form = reduce(and_, inflected) if inflected else Q(pk=None)
        said = GlossaryRendering.objects.filter(term=models.OuterRef("pk"), text__icontains=words)
        return self.filter(
            Q(pl__icontains=words) | Q(uk__icontains=words) | models.Exists(said) | in_any_form
        )

    def agreed(self) -> Self:
        """The terms that act: in drafts, in checks, in the editor."""
        return self.filter(status=GlossaryTerm.Status.AGREED)

    def with_renderings(self) -> Self:
        """With all Ukrainian renderings, in one more query."""
        return self.prefetch_related("renderings")


@pghistory.track(exclude=["pl_lemmas", "sort_pl"], append_only=True)
class GlossaryTerm(models.Model):
    """The office's Ukrainian word for a Polish one.

    ``uk`` is the preferred rendering, so that a term never is without one or has two; ``renderings`` are the
    others: allowed as well, or forbidden.
    """

    class Status(models.TextChoices):
        PROPOSED = "proposed", _("proposed")
        AGREED = "agreed", _("agreed")
        RETIRED = "retired", _("retired")

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
    uk = models.CharField(
        _("Ukrainian term"), max_length=200, help_text=_("The preferred one: drafts are written with it.")
    )
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=Status,
        default=Status.PROPOSED,
        help_text=_("Only agreed terms act in drafts, checks and the editor."),
    )
    also_pl = ArrayField(
        models.CharField(max_length=200),
        verbose_name=_("other Polish forms"),
        default=list,
        blank=True,
        help_text=_("Abbreviations and other spellings, separated by semicolons: UoP; um. o pracę."),
    )
    not_beside = ArrayField(
        models.CharField(max_length=100),
        verbose_name=_("not beside"),
        default=list,
        blank=True,
        help_text=_(
            "Polish words, separated by semicolons, beside which the term means something else: bezglutenowy."
        ),
    )
    is_loose = models.BooleanField(
        _("other words may stand between"),
        default=False,
        help_text=_("Up to two words of any kind. Adjectives may always stand between."),
    )
    is_required = models.BooleanField(
        _("warn when it is missing"),
        default=False,
        help_text=_(
            "A Ukrainian text without any of the renderings is marked. For official words, not for phrases."
        ),
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
                name="glossaryterm_status_is_known",
                condition=Q(status__in=["proposed", "agreed", "retired"]),
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

    @property
    def allowed(self) -> list[str]:
        """The Ukrainian renderings that are good besides the preferred one."""
        return self.said(GlossaryRendering.Kind.ALLOWED)

    @property
    def forbidden(self) -> list[str]:
        """The false friends: whoever writes one is warned."""
        return self.said(GlossaryRendering.Kind.FORBIDDEN)

    def said(self, kind: str) -> list[str]:
        return [rendering.text for rendering in self.renderings.all() if rendering.kind == kind]


@remembered()
class GlossaryRendering(models.Model):
    """A Ukrainian word for a term besides the preferred one."""

    class Kind(models.TextChoices):
        ALLOWED = "allowed", _("allowed as well")
        FORBIDDEN = "forbidden", _("wrong, a false friend")

    term = models.ForeignKey(GlossaryTerm, on_delete=models.CASCADE, related_name="renderings")
    text = models.CharField(_("Ukrainian words"), max_length=200)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.ALLOWED)
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        ordering = ["kind", "pk"]
        verbose_name = _("Ukrainian rendering")
        verbose_name_plural = _("Ukrainian renderings")
        constraints = [
            models.UniqueConstraint(
                name="glossaryrendering_is_listed_once",
                fields=["term", "text"],
                violation_error_message=_("This rendering is listed twice."),
            ),
            models.CheckConstraint(
                name="glossaryrendering_has_a_text",
                condition=~Q(text=""),
                violation_error_message=_("Enter the Ukrainian words."),
            ),
            models.CheckConstraint(
                name="glossaryrendering_kind_is_known", condition=Q(kind__in=["allowed", "forbidden"])
            ),
        ]

    def __str__(self) -> str:
        return self.text


class GlossaryConcern(models.Model):
    """An approved text that a change of a term has put in question. It stays published; somebody looks at it.

    Gone as soon as the text is approved again, or another change of the term makes it right.
    """

    translation = models.ForeignKey("Translation", on_delete=models.CASCADE, related_name="concerns")
    term = models.ForeignKey(GlossaryTerm, on_delete=models.CASCADE, related_name="concerns")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["created_at", "pk"]
        verbose_name = _("text in question")
        verbose_name_plural = _("texts in question")
        constraints = [
            models.UniqueConstraint(
                name="glossaryconcern_is_one_per_text_and_term", fields=["translation", "term"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.translation_id}/{self.term_id}"
