"""People at an employer's with whom the desk speaks."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from job_offers.models.employers import Employer
from pup_portal.fields import public_id
from pup_portal.tracking import remembered, remembered_pairs
from reference.validators import validate_phone


@remembered()
class EmployerContact(models.Model):
    """Somebody at an employer's: what to call them, how to reach them, in which languages. One of them comes first.

    Written only by ``job_offers.services.contacts``. A contact that is removed is forgotten, history included.
    """

    public_id = public_id()
    employer = models.ForeignKey(Employer, models.CASCADE, related_name="contacts")
    name = models.CharField(pgettext_lazy("person", "name"), max_length=120)
    role = models.CharField(_("post at the employer’s"), max_length=120, blank=True)
    phone = models.CharField(_("phone"), max_length=16, blank=True, validators=[validate_phone])
    email = models.EmailField(_("e-mail"), blank=True)
    languages = models.ManyToManyField(
        "reference.Term", blank=True, related_name="+", verbose_name=_("languages")
    )
    is_primary = models.BooleanField(_("ask for this person first"), default=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["-is_primary", "name", "pk"]
        verbose_name = _("contact person")
        verbose_name_plural = _("contact persons")
        constraints = [
            models.CheckConstraint(
                name="employercontact_has_a_name",
                condition=~Q(name=""),
                violation_error_message=_("Enter the name of the person."),
            ),
            models.CheckConstraint(
                name="employercontact_can_be_reached",
                condition=~Q(phone="", email=""),
                violation_error_message=_("Enter a phone or an e-mail."),
            ),
            models.UniqueConstraint(
                name="employercontact_one_comes_first",
                fields=["employer"],
                condition=Q(is_primary=True),
            ),
        ]

    def __str__(self) -> str:
        return self.name


@remembered_pairs
class EmployerContactLanguage(EmployerContact.languages.through):  # type: ignore[name-defined]
    """A language one may speak with somebody at an employer's."""

    class Meta:
        proxy = True
