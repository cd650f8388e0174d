"""An offer of work: typed facts, texts in two languages, and where it stands on its way to a reader."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.permissions import Act
from job_offers.models.employers import Employer, Workplace
from job_offers.models.national_form import NATIONAL_FORM_RULES, NationalForm
from job_offers.models.rules import OFFER_INDEXES, OFFER_RULES
from pup_portal.fields import public_id
from pup_portal.tracking import remembered_pairs
from reference.validators import validate_phone

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

    from accounts.models import User
    from reference.models import Place, Term


class OfferQuerySet(models.QuerySet["Offer"]):
    def visible_to(self, user: "User") -> Self:
        """The offers ``user`` may see at the desk. Every page and export of the desk starts here."""
        return self if user.may(Act.SEE_OFFERS) else self.none()

    def live(self, today: date | None = None) -> Self:
        """Offers a reader may answer today."""
        return self.filter(state=Offer.State.PUBLISHED, valid_until__gte=today or timezone.localdate())

    def open(self) -> Self:
        """Offers somebody at the desk still has to do with."""
        return self.filter(state__in=OPEN_STATES)

    def asked(self, *, state: str = "", place: "Place | None" = None, q: str = "") -> Self:
        """What the desk's list is narrowed to: one state or all open ones, a place, words or a number."""
        rows = self.filter(state=state) if state in Offer.State.values else self.open()
        if place is not None:
            rows = rows.filter(place=place)
        if q:
            named = Q(title_pl__icontains=q) | Q(title_uk__icontains=q) | Q(employer_name__icontains=q)
            rows = rows.filter(named | Q(source_number__iexact=q))
        return rows

    def for_list(self) -> Self:
        """What a row of the desk's list shows; the long texts stay in the database."""
        return self.select_related("employer", "place").defer(*LONG_TEXTS, "feed_text")

    def for_sheet(self) -> Self:
        """What a row of the exported list holds."""
        return self.for_list().select_related(*("employer", "place", "contract", "shift", "work_mode"))

    def for_detail(self) -> Self:
        """All that the page of one offer shows, at the desk or on the board."""
        needs = OfferLanguage.objects.select_related("language", "speech")
        return self.select_related(
            *("employer", "workplace__place", "place", "occupation", "published_by", "entered_by"),
            *("contract", "shift", "pay_system", "work_mode", "education", "apply_route"),
        ).prefetch_related("licences", "apply_languages", models.Prefetch("languages", needs))

    def for_board(self) -> Self:
        """What deciding on publication and writing the board's entry touches."""
        return self.select_related(
            *("employer", "place", "occupation", "contract", "shift", "work_mode", "apply_route")
        ).defer("feed_text")


OfferManager = models.Manager.from_queryset(OfferQuerySet)


def _term(label: "StrPromise") -> "models.ForeignKey[Term | None, Term | None]":
    """A coded fact. Terms are retired, never deleted, so no index is kept for their sake."""
    return models.ForeignKey(
        "reference.Term",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        verbose_name=label,
    )


class Offer(NationalForm):
    """One offer of work. Written only by ``job_offers.services`` and the feed import.

    Title, duties, requirements and the notes exist as ``…_pl`` and ``…_uk`` (see ``translation.py``);
    code names the language, never the bare field. Pay is in PLN. ``feed_text`` is what the national feed
    said, untouched; everything parsed from it stands beside.
    """

    class Source(models.TextChoices):
        DESK = "desk", _("typed in at the desk")
        FEED = "feed", _("national database of offers")
        EMPLOYER = "employer", _("left by the employer")

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        READY = "ready", _("ready for publication")
        PUBLISHED = "published", _("published")
        UNCONFIRMED = "unconfirmed", _("waiting for the employer’s confirmation")
        EXPIRED = "expired", _("expired")
        FILLED = "filled", _("filled")
        WITHDRAWN = "withdrawn", pgettext_lazy("job offer", "withdrawn")

    class PayUnit(models.TextChoices):
        MONTH = "month", _("a month")
        HOUR = "hour", _("an hour")

    class PolishLevel(models.TextChoices):
        """What the work really needs, in order; the codes of CEFR do not change, so this is no vocabulary."""

        NONE = "none", _("no Polish needed")
        A1 = "a1", _("A1 – first words")
        A2 = "a2", _("A2 – simple sentences")
        B1 = "b1", _("B1 – everyday talk")
        B2 = "b2", _("B2 – fluent at work")
        C1 = "c1", _("C1 – advanced")
        C2 = "c2", _("C2 – as a native speaker")

    public_id = public_id()
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.DRAFT)
    source = models.CharField(_("source"), max_length=8, choices=Source, default=Source.DESK)
    source_id = models.CharField(_("key in the source"), max_length=64, blank=True)
    source_number = models.CharField(_("number of the offer"), max_length=60, blank=True)
    source_url = models.URLField(_("page of the offer in the source"), max_length=300, blank=True)
    source_office = models.CharField(_("reported by"), max_length=200, blank=True)
    feed_text = models.JSONField(null=True, blank=True, editable=False)
    feed_hash = models.CharField(max_length=64, blank=True, editable=False)
    feed_unit = models.CharField(
        max_length=10, blank=True, editable=False, help_text="code of the labour office in the feed"
    )
    feed_seen_at = models.DateTimeField(null=True, blank=True, editable=False)

    employer = models.ForeignKey(
        Employer,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="offers",
        verbose_name=_("employer"),
    )
    employer_name = models.CharField(_("employer as published"), max_length=200, blank=True)
    workplace = models.ForeignKey(
        Workplace,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("workplace"),
    )
    place = models.ForeignKey(
        "reference.Place",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("town or gmina"),
    )
    place_name = models.CharField(_("place as published"), max_length=120, blank=True)
    street_address = models.CharField(_("street and number, postal code"), max_length=200, blank=True)
    work_mode = _term(_("on site or remote"))

    title = models.CharField(_("position"), max_length=200)
    duties = models.TextField(_("duties"), blank=True)
    requirements = models.TextField(_("other requirements"), blank=True)
    pay_note = models.CharField(_("about the pay"), max_length=300, blank=True)
    apply_note = models.TextField(_("how to apply, in words"), blank=True)
    required_documents = models.CharField(_("papers to bring"), max_length=300, blank=True)
    occupation = models.ForeignKey(
        "reference.Occupation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("occupation"),
    )
    occupation_name = models.CharField(_("occupation as published"), max_length=200, blank=True)

    contract = _term(_("kind of contract"))
    working_time = models.DecimalField(
        _("part of full time"),
        max_digits=4,
        decimal_places=3,
        null=True,
        blank=True,
        help_text=_("1 is full time, 0.5 is half."),
    )
    hours_per_week = models.DecimalField(
        _("hours a week"), max_digits=4, decimal_places=1, null=True, blank=True
    )
    shift = _term(_("shifts"))
    works_on_days_off = models.BooleanField(_("work on Sundays and holidays"), default=False)
    pay_from = models.DecimalField(_("pay from"), max_digits=9, decimal_places=2, null=True, blank=True)
    pay_to = models.DecimalField(_("pay to"), max_digits=9, decimal_places=2, null=True, blank=True)
    pay_unit = models.CharField(_("pay for"), max_length=5, choices=PayUnit, blank=True)
    is_gross = models.BooleanField(_("gross pay"), default=True)
    pay_system = _term(_("system of pay"))
    starts_on = models.DateField(_("work starts on"), null=True, blank=True)
    ends_on = models.DateField(_("work ends on"), null=True, blank=True)
    starts_at_once = models.BooleanField(_("work starts at once"), default=False)
    is_temporary = models.BooleanField(_("temporary work through an agency"), default=False)
    posts = models.PositiveIntegerField(_("number of posts"), default=1)
    posts_disabled = models.PositiveIntegerField(_("of them for persons with a disability"), default=0)

    education = _term(_("education"))
    experience_months = models.PositiveSmallIntegerField(
        _("experience in months"), null=True, blank=True, help_text=_("0 means that none is needed.")
    )
    polish_level = models.CharField(_("Polish really needed"), max_length=4, choices=PolishLevel, blank=True)
    licences = models.ManyToManyField(
        "reference.Term", blank=True, related_name="+", verbose_name=_("licences and papers of the trade")
    )
    has_lodging = models.BooleanField(_("lodging"), default=False)
    has_meals = models.BooleanField(_("meals"), default=False)
    covers_travel = models.BooleanField(_("pays for the journey"), default=False)
    is_near_transport = models.BooleanField(_("near public transport"), default=False)
    fits_childcare = models.BooleanField(_("hours that fit childcare"), default=False)

    apply_route = _term(_("how to apply"))
    contact_phone = models.CharField(
        _("phone for applicants"), max_length=16, blank=True, validators=[validate_phone]
    )
    contact_email = models.EmailField(_("e-mail for applicants"), blank=True)
    apply_languages = models.ManyToManyField(
        "reference.Term", blank=True, related_name="+", verbose_name=_("one may apply in")
    )
    ukraine_welcome = models.BooleanField(
        _("the employer is interested in employing Ukrainians"), default=False
    )
    translation_consent = models.BooleanField(_("the employer agrees to a Ukrainian version"), default=False)
    identity_consent = models.BooleanField(_("the employer’s name may be published"), default=False)

    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    confirmed_on = models.DateField(_("confirmed on"), null=True, blank=True)
    published_at = models.DateTimeField(_("published"), null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    withdrawn_reason = models.CharField(_("reason for withdrawing"), max_length=200, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    if TYPE_CHECKING:  # the columns modeltranslation adds, and the manager it wraps
        title_pl: str
        title_uk: str | None
        duties_pl: str | None
        duties_uk: str | None
        requirements_pl: str | None
        requirements_uk: str | None
        pay_note_pl: str | None
        pay_note_uk: str | None
        apply_note_pl: str | None
        apply_note_uk: str | None
        required_documents_pl: str | None
        required_documents_uk: str | None
        timetable_pl: str | None
        timetable_uk: str | None
        benefits_note_pl: str | None
        benefits_note_uk: str | None
        wishes_pl: str | None
        wishes_uk: str | None
        objects: ClassVar[OfferManager]
    else:
        objects = OfferQuerySet.as_manager()

    class Meta:
        ordering = ["-changed_at", "-pk"]
        verbose_name = _("job offer")
        verbose_name_plural = _("job offers")
        constraints = [*OFFER_RULES, *NATIONAL_FORM_RULES]
        indexes = OFFER_INDEXES

    def __str__(self) -> str:
        return self.title_pl or str(self.public_id)

    def get_absolute_url(self) -> str:
        return reverse("job_offers:offer-detail", args=[self.public_id])

    @property
    def is_live(self) -> bool:
        return (
            self.state == self.State.PUBLISHED
            and self.valid_until is not None
            and self.valid_until >= timezone.localdate()
        )

    @property
    def shows_employer(self) -> bool:
        """Whether the employer agreed to be named on the board; readers of others go through the office."""
        return self.employer.is_public_identity if self.employer else self.identity_consent

    @property
    def may_be_translated(self) -> bool:
        return self.translation_consent or (self.employer is not None and self.employer.may_be_translated)

    @property
    def was_public(self) -> bool:
        """Whether readers may hold a link or a print of it."""
        return self.published_at is not None

    @property
    def lowest_pay(self) -> Decimal | None:
        """The pay a person can count on: the lower end, or the single figure."""
        return self.pay_from if self.pay_from is not None else self.pay_to


class OfferLanguage(models.Model):
    """A language the work needs, with the level of speech and, where it is said, of writing."""

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="languages")
    language = models.ForeignKey("reference.Term", models.PROTECT, related_name="+", db_index=False)
    speech = models.ForeignKey(
        "reference.Term", models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    writing = models.ForeignKey(
        "reference.Term", models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    is_required = models.BooleanField(default=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="offerlanguage_is_named_once",
                fields=["offer", "language"],
                violation_error_message=_("Name each language once."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.language} {self.speech or ''}".strip()


@remembered_pairs
class OfferLicence(Offer.licences.through):  # type: ignore[name-defined]
    """A licence or paper of the trade that an offer asks for."""

    class Meta:
        proxy = True


@remembered_pairs
class OfferApplyLanguage(Offer.apply_languages.through):  # type: ignore[name-defined]
    """A language in which one may apply for an offer."""

    class Meta:
        proxy = True


OPEN_STATES = (Offer.State.DRAFT, Offer.State.READY, Offer.State.PUBLISHED, Offer.State.UNCONFIRMED)
# The words of an offer, each in Polish and Ukrainian, in the order in which they are read and translated.
TEXTS = (
    *("title", "duties", "requirements", "pay_note", "apply_note", "required_documents"),
    *("wishes", "timetable", "benefits_note"),
)
_LONG = tuple(name for name in TEXTS if name != "title")
LONG_TEXTS = tuple(f"{name}{language}" for name in _LONG for language in ("", "_pl", "_uk"))

# Where an offer may go from where. Filled and withdrawn offers come back only as a draft to be checked anew.
TRANSITIONS: dict[Offer.State, frozenset[Offer.State]] = {
    Offer.State.DRAFT: frozenset({Offer.State.READY, Offer.State.WITHDRAWN}),
    Offer.State.READY: frozenset({Offer.State.DRAFT, Offer.State.PUBLISHED, Offer.State.WITHDRAWN}),
    Offer.State.PUBLISHED: frozenset(
        {Offer.State.UNCONFIRMED, Offer.State.EXPIRED, Offer.State.FILLED, Offer.State.WITHDRAWN}
    ),
    Offer.State.UNCONFIRMED: frozenset(
        {Offer.State.PUBLISHED, Offer.State.EXPIRED, Offer.State.FILLED, Offer.State.WITHDRAWN}
    ),
    Offer.State.EXPIRED: frozenset({Offer.State.PUBLISHED, Offer.State.FILLED, Offer.State.WITHDRAWN}),
    Offer.State.FILLED: frozenset({Offer.State.DRAFT}),
    Offer.State.WITHDRAWN: frozenset({Offer.State.DRAFT}),
}
