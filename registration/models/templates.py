"""The papers of the office as the office words them: templates, their versions with days, their sections.

A version is written as a draft. From the day it is put in force nothing in it changes any more, because people sign
what it says: the triggers below hold that against every writer.
"""

from datetime import date
from typing import Self

import pgtrigger
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from pup_portal.fields import DateRange, Int8Range, public_id
from pup_portal.tracking import remembered

_REFUSE = """
    IF {refused} THEN
        RAISE EXCEPTION 'a version of a paper is only changed while it is a draft'
            USING ERRCODE = 'check_violation', CONSTRAINT = '{name}';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;
"""
# It may go back to a draft only before the day it was to begin.
_CHANGES_WHAT_PEOPLE_SIGN = """OLD.state <> 'draft' AND (
        TG_OP = 'DELETE'
        OR (NEW.state = 'draft' AND OLD.valid_from <= CURRENT_DATE)
        OR (NEW.state <> 'draft'
            AND (NEW.template_id, NEW.title_pl, NEW.title_uk, NEW.content_hash, NEW.valid_from)
            IS DISTINCT FROM
            (OLD.template_id, OLD.title_pl, OLD.title_uk, OLD.content_hash, OLD.valid_from))
    )"""
_SECTION_OF_A_DRAFT = "templatesection_changes_only_in_a_draft"
_VERSION_THAT_IS_A_DRAFT = "templateversion_changes_only_as_a_draft"


class PaperKind(models.TextChoices):
    """What a paper is for; the desk proposes sets by it."""

    APPLICATION = "application", _("application")
    DECLARATION = "declaration", _("declaration")
    INFORMATION = "information", _("information for the person")
    CONSENT = "consent", _("consent")
    AUTHORISATION = "authorisation", _("authorisation")
    NOTICE = "notice", _("notice of a change")
    LIST = "list", _("list of documents")
    REQUEST = "request", _("request")
    CARD = "card", _("card")


class PaperTemplateQuerySet(models.QuerySet["PaperTemplate"]):
    def in_use(self) -> Self:
        return self.filter(is_active=True)

    def for_list(self, day: date) -> Self:
        """Each with ``now``: a list of the one version that holds on ``day``, or of none; and ``drafts``."""
        held = models.Prefetch("versions", TemplateVersion.objects.on(day), to_attr="now")
        drafts = models.Prefetch("versions", TemplateVersion.objects.drafts(), to_attr="drafts")
        return self.prefetch_related(held, drafts)


@remembered()
class PaperTemplate(models.Model):
    """One paper of the office, whatever it said in the course of the years."""

    public_id = public_id()
    key = models.SlugField(
        _("code"),
        max_length=60,
        unique=True,
        error_messages={"unique": _("A paper with this code exists already.")},
        help_text=_("Small letters, digits and hyphens. It never changes afterwards."),
    )
    kind = models.CharField(_("kind of paper"), max_length=20, choices=PaperKind)
    title_pl = models.CharField(_("title in Polish"), max_length=200)
    title_uk = models.CharField(_("title in Ukrainian"), max_length=200)
    is_active = models.BooleanField(
        _("in use"), default=True, help_text=_("A paper that is not in use is offered to nobody.")
    )

    objects = PaperTemplateQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "key"]
        verbose_name = _("paper template")
        verbose_name_plural = _("paper templates")
        constraints = [
            models.CheckConstraint(
                name="papertemplate_has_both_titles",
                condition=~Q(title_pl="") & ~Q(title_uk=""),
                violation_error_message=_("A paper has a title in Polish and in Ukrainian."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """What the paper is called, for the reader of the page."""
        return self.title_uk if get_language() == "uk" else self.title_pl


class TemplateVersionQuerySet(models.QuerySet["TemplateVersion"]):
    def on(self, day: date) -> Self:
        """Those that hold on ``day``: a draft has no days, so it holds on none."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=day), valid_from__lte=day)

    def drafts(self) -> Self:
        return self.filter(state=TemplateVersion.State.DRAFT)

    def with_sections(self) -> Self:
        return self.select_related("template").prefetch_related("sections")

    def for_timeline(self) -> Self:
        """Drafts first, then newest first, as the page of a template shows them."""
        return self.select_related("made_by").order_by(F("valid_from").desc(nulls_first=True), "-pk")


@remembered()
class TemplateVersion(models.Model):
    """What a paper says on certain days. Written only by ``registration.wordings.services``."""

    class State(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("version of a paper", "draft")
        IN_FORCE = "in_force", _("in force")
        RETIRED = "retired", pgettext_lazy("version of a paper", "retired")

    public_id = public_id()
    template = models.ForeignKey(
        PaperTemplate, on_delete=models.PROTECT, related_name="versions", verbose_name=_("paper template")
    )
    title_pl = models.CharField(_("printed title in Polish"), max_length=200)
    title_uk = models.CharField(_("printed title in Ukrainian"), max_length=200)
    source = models.CharField(
        _("legal basis or source"), max_length=300, blank=True, help_text=_("It is not printed.")
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT, editable=False)
    valid_from = models.DateField(_("in force from"), null=True, blank=True)
    valid_to = models.DateField(_("in force to"), null=True, blank=True)
    # Which file of registration/data/papers it was loaded from; empty for what the office wrote.
    shipped_as = models.CharField(max_length=80, blank=True, editable=False)
    # SHA-256 of all that is printed of it, from the day it is put in force.
    content_hash = models.CharField(max_length=64, blank=True, editable=False)
    made_at = models.DateTimeField(_("made"), default=timezone.now, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
        verbose_name=_("made by"),
    )

    objects = TemplateVersionQuerySet.as_manager()

    class Meta:
        ordering = ["template", "valid_from", "pk"]
        verbose_name = _("version of a paper")
        verbose_name_plural = _("versions of papers")
        constraints = [
            models.CheckConstraint(
                name="templateversion_ends_after_it_starts",
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                violation_error_message=_("A version ends on or after the day it starts."),
            ),
            models.CheckConstraint(
                name="templateversion_has_days_and_hash_once_in_force",
                condition=Q(state="draft", valid_from=None, valid_to=None, content_hash="")
                | (~Q(state="draft") & Q(valid_from__isnull=False) & ~Q(content_hash="")),
            ),
            models.CheckConstraint(
                name="templateversion_retired_has_a_last_day",
                condition=~Q(state="retired") | Q(valid_to__isnull=False),
            ),
            models.UniqueConstraint(
                name="templateversion_shipped_once", fields=["shipped_as"], condition=~Q(shipped_as="")
            ),
            ExclusionConstraint(
                name="templateversion_days_do_not_overlap",
                expressions=[
                    (Int8Range("template_id"), RangeOperators.OVERLAPS),
                    (DateRange("valid_from", "valid_to"), RangeOperators.OVERLAPS),
                ],
                condition=Q(valid_from__isnull=False),
                violation_error_message=_("Another version of this paper is in force on some of these days."),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name=_VERSION_THAT_IS_A_DRAFT,
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func=_REFUSE.format(
                    name=_VERSION_THAT_IS_A_DRAFT,
                    refused=_CHANGES_WHAT_PEOPLE_SIGN,
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.template.key} {self.valid_from or self.state}"

    @property
    def title(self) -> str:
        """What is printed above it, for the reader of the page."""
        return self.title_uk if get_language() == "uk" else self.title_pl

    @property
    def is_draft(self) -> bool:
        return self.state == self.State.DRAFT

    def holds_on(self, day: date) -> bool:
        return self.valid_from is not None and (
            self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
        )


class Layout(models.TextChoices):
    """How the lines of a section are set on paper."""

    TEXT = "text", pgettext_lazy("layout of a section", "text")
    FIELDS = "fields", _("fields: a label and its value in each line")
    TABLE = "table", _("table: columns divided by |")
    DECLARATION = "declaration", _("declaration, in a frame")
    SIGNATURE = "signature", _("places to sign, one in each line")
    CODE = "code", _("QR code with its caption")


@remembered()
class TemplateSection(models.Model):
    """A heading and its lines, in both languages. The wording is described in docs/registration.md."""

    public_id = public_id()
    version = models.ForeignKey(TemplateVersion, on_delete=models.CASCADE, related_name="sections")
    position = models.PositiveSmallIntegerField(
        pgettext_lazy("section of a paper", "position"), editable=False
    )
    layout = models.CharField(_("layout"), max_length=12, choices=Layout, default=Layout.TEXT)
    heading_pl = models.CharField(_("heading in Polish"), max_length=200, blank=True)
    heading_uk = models.CharField(_("heading in Ukrainian"), max_length=200, blank=True)
    body_pl = models.TextField(_("wording in Polish"))
    body_uk = models.TextField(_("wording in Ukrainian"))
    source = models.CharField(
        _("source of the wording"), max_length=300, blank=True, help_text=_("It is not printed.")
    )
    is_confirmed = models.BooleanField(
        _("confirmed in the source"),
        default=True,
        help_text=_("Leave it empty while nobody has compared the wording with the law."),
    )

    class Meta:
        ordering = ["version", "position"]
        verbose_name = _("section of a paper")
        verbose_name_plural = _("sections of papers")
        constraints = [
            models.UniqueConstraint(
                name="templatesection_position_is_taken_once",
                fields=["version", "position"],
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                name="templatesection_heading_in_both_languages",
                condition=Q(heading_pl="", heading_uk="") | (~Q(heading_pl="") & ~Q(heading_uk="")),
                violation_error_message=_("Write the heading in both languages, or in neither."),
            ),
            models.CheckConstraint(
                name="templatesection_wording_in_both_languages",
                condition=~Q(body_pl="") & ~Q(body_uk=""),
                violation_error_message=_("Write the wording in Polish and in Ukrainian."),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name=_SECTION_OF_A_DRAFT,
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                func=_REFUSE.format(
                    name=_SECTION_OF_A_DRAFT,
                    refused="EXISTS (SELECT FROM registration_templateversion"
                    " WHERE id = COALESCE(NEW.version_id, OLD.version_id) AND state <> 'draft')",
                ),
            )
        ]

    def __str__(self) -> str:
        return self.heading or capfirst(str(self.get_layout_display()))

    @property
    def heading(self) -> str:
        """For the reader of the page."""
        return self.heading_uk if get_language() == "uk" else self.heading_pl
