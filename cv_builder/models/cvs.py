"""The CV itself: what is wanted, said and shown; its entries stand in ``entries``."""

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.permissions import Act
from pup_portal.fields import public_id
from pup_portal.tracking import remembered, remembered_pairs
from pup_portal.two_languages import TwoLanguages, line, paragraphs
from reference.models import Occupation, Term, Vocabulary
from registration.consents.gates import withdrawn_by
from registration.consents.vocabulary import ConsentPurpose
from registration.models import Client
from registration.models.freezing import frozen_with_the_client

if TYPE_CHECKING:
    from accounts.models import User


class CvQuerySet(models.QuerySet["Cv"]):
    def visible_to(self, user: "User") -> Self:
        """CVs ``user`` may see with the name. Every page, export and task starts here."""
        if not user.may(Act.SEE_CVS):
            return self.none()
        return self.filter(client__in=Client.objects.visible_to(user))

    def shown_without_name_to(self, user: "User") -> Self:
        """CVs ``user`` may see when the name is left out: a job broker the ready ones, others all of theirs.

        Brokers see them to show them to employers: not those of people who no longer agree to that.
        """
        if user.may(Act.SEE_CVS):
            return self.visible_to(user)
        if not user.may(Act.SEE_ANONYMOUS_CVS):
            return self.none()
        ready = self.filter(state=Cv.State.READY, client__in=Client.objects.visible_to(user))
        return ready.exclude(client__in=withdrawn_by(ConsentPurpose.EMPLOYERS))

    def wanting(self, words: str) -> Self:
        """CVs whose wanted position or occupation holds every word, in either language."""
        found = self
        for word in words.split():
            found = found.filter(
                Q(title_pl__icontains=word)
                | Q(title_uk__icontains=word)
                | Q(occupation__name_pl__icontains=word)
                | Q(occupation__name_uk__icontains=word)
            )
        return found

    def for_list(self) -> Self:
        return self.select_related("client", "client__place", "occupation", "updated_by")

    def for_page(self) -> Self:
        """Load all that the page and the print of one CV touch."""
        return self.for_list().prefetch_related(
            "experience", "education__level", "languages__language", "languages__level", "licences"
        )


@remembered()
class Cv(TwoLanguages):
    """A CV. Written only by ``cv_builder.services``."""

    class State(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("CV", "draft")
        READY = "ready", pgettext_lazy("CV", "ready")

    pairs: ClassVar[dict[str, Any]] = {
        "title": _("Wanted position"),
        "summary": _("About the person"),
        "skills": _("Skills"),
        "courses": _("Courses and certificates"),
        "interests": _("Interests"),
    }

    public_id = public_id()
    client = models.ForeignKey(Client, verbose_name=_("client"), on_delete=models.PROTECT, related_name="cvs")
    occupation = models.ForeignKey(
        Occupation,
        verbose_name=_("occupation"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    title_pl = line(_("Wanted position"), "pl", max_length=120)
    title_uk = line(_("Wanted position"), "uk", max_length=120)
    summary_pl = paragraphs(_("About the person"), "pl", max_length=1200)
    summary_uk = paragraphs(_("About the person"), "uk", max_length=1200)
    skills_pl = paragraphs(_("Skills"), "pl")
    skills_uk = paragraphs(_("Skills"), "uk")
    courses_pl = paragraphs(_("Courses and certificates"), "pl")
    courses_uk = paragraphs(_("Courses and certificates"), "uk")
    interests_pl = paragraphs(_("Interests"), "pl", max_length=500)
    interests_uk = paragraphs(_("Interests"), "uk", max_length=500)
    licences = models.ManyToManyField(
        Term,
        verbose_name=_("licences and certificates"),
        blank=True,
        related_name="+",
        limit_choices_to={"vocabulary": Vocabulary.LICENCE},
    )
    shows_phone = models.BooleanField(_("phone"), default=True)
    shows_email = models.BooleanField(_("e-mail"), default=True)
    shows_place = models.BooleanField(_("place of stay"), default=True)
    shows_birth_date = models.BooleanField(_("date of birth"), default=False)
    consented_on = models.DateField(
        _("the client agreed to the clause on"),
        null=True,
        blank=True,
        help_text=_("Consent to the use of the data in recruitment; printed under the CV with its day."),
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    updated_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = CvQuerySet.as_manager()

    class Meta:
        ordering = ["-updated_at", "-pk"]
        verbose_name = _("CV")
        verbose_name_plural = _("CVs")
        indexes = [models.Index(fields=["-updated_at", "-id"], name="cv_newest_first")]
        triggers = [frozen_with_the_client("cv_is_frozen_while_restricted")]
        constraints = [
            models.CheckConstraint(
                name="cv_state_is_known",
                condition=Q(state__in=["draft", "ready"]),
            ),
            models.CheckConstraint(
                name="cv_has_a_title",
                condition=~Q(title_pl="") | ~Q(title_uk=""),
                violation_error_message=_("Enter the wanted position in Polish or in Ukrainian."),
            ),
            models.CheckConstraint(
                name="cv_is_ready_only_with_a_polish_title",
                condition=~Q(state="ready") | ~Q(title_pl=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("cv_builder:cv-detail", args=[self.public_id])

    @property
    def title(self) -> str:
        return self.title_pl or self.title_uk

    @property
    def code(self) -> str:
        """What stands for the name on the anonymous CV and tells two of them apart."""
        return f"CV-{self.public_id.hex[:6].upper()}"

    @property
    def is_ready(self) -> bool:
        return self.state == self.State.READY


@remembered_pairs
class CvLicence(Cv.licences.through):  # type: ignore[name-defined]
    """A licence or certificate that stands in a CV."""

    class Meta:
        proxy = True
