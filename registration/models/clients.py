"""People the desk helps, and the keys by which they are found again."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Self

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Q
from django.db.models.functions import Reverse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Act
from pup_portal.encrypted_fields import BlindIndexField, EncryptedTextField, index_of
from pup_portal.fields import SortKeyField, public_id
from pup_portal.phones import phone_text
from registration import identifiers
from registration.dates import PartialDate
from registration.models.freezing import frozen_itself
from registration.names import to_latin
from registration.vocabulary import (
    CLOSED,
    REGISTERED,
    STATE_TAGS,
    TRANSITIONS,
    Citizenship,
    ClientState,
    ContactLanguage,
    ContactWay,
    DatePrecision,
    DocumentKind,
    NoPesel,
    Sex,
)

if TYPE_CHECKING:
    from accounts.models import User


# What of a restricted person nobody may change, not even by raw SQL. The two ciphers are watched by their
# kinds: renewing the keys they are written with changes them and says nothing new.
FROZEN = (
    "state", "given_names_latin", "surname_latin", "given_names_cyrillic", "surname_cyrillic", "patronymic",
    "birth_date", "birth_date_precision", "birth_place", "sex", "citizenships", "no_pesel_reason",
    "document_kind", "document_expires_on", "phone", "email", "contact_language", "preferred_contact",
    "place", "accommodation", "street_address", "looks_for", "notes",
)  # fmt: skip


def only_ukraine() -> list[str]:
    return [Citizenship.UKR.value]


class ClientQuerySet(models.QuerySet["Client"]):
    def visible_to(self, user: "User") -> Self:
        """The people ``user`` may see. Every page, export and task starts here.

        A restricted record (GDPR art. 18) is left to those who answer for papers; an erased one to nobody.
        """
        if not user.may(Act.SEE_CLIENTS):
            return self.none()
        rows = self.exclude(state=ClientState.ERASED)
        return rows if user.may(Act.SEE_PAPERS) else rows.filter(is_restricted=False)

    def active(self) -> Self:
        return self.exclude(state__in=CLOSED)

    def with_pesel(self, text: str) -> Self:
        """Whoever has this PESEL, however its digits are grouped."""
        return self.filter(pesel_index=index_of(self.model, "pesel_index", text))

    def with_document(self, text: str) -> Self:
        """Those whose document has this series and number, in either alphabet."""
        return self.filter(document_index=index_of(self.model, "document_index", text))

    def for_list(self) -> Self:
        """Load all that a row of a list shows, in one query."""
        return self.select_related("place", "accommodation")

    def for_card(self) -> Self:
        """Load all that the page of one person shows."""
        return self.select_related(
            *("place", "accommodation", "created_by", "updated_by", "registered_by"),
            *("deadlines", "care__looked_after_by", "intake"),
        )


@pghistory.track(exclude=["pesel_index", "document_index"])
class Client(models.Model):
    """A person the desk helps, registered or not. Written only by ``registration.services``."""

    State = ClientState

    public_id = public_id()
    state = models.CharField(_("status"), max_length=24, choices=ClientState, default=ClientState.ENQUIRY)
    is_restricted = models.BooleanField(_("use of the data is restricted"), default=False)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged_from"
    )

    given_names_latin = models.CharField(
        _("given names, Latin as in the document"), max_length=120, blank=True
    )
    surname_latin = models.CharField(_("surname, Latin as in the document"), max_length=120, blank=True)
    given_names_cyrillic = models.CharField(_("given names in Cyrillic"), max_length=120, blank=True)
    surname_cyrillic = models.CharField(_("surname in Cyrillic"), max_length=120, blank=True)
    patronymic = models.CharField(_("patronymic (if the person wants it)"), max_length=120, blank=True)
    sort_key = SortKeyField(of=("sort_name",))

    birth_date = models.DateField(_("date of birth"), null=True, blank=True)
    birth_date_precision = models.CharField(max_length=5, choices=DatePrecision, blank=True)
    birth_place = models.CharField(_("place of birth"), max_length=120, blank=True)
    sex = models.CharField(_("sex"), max_length=6, choices=Sex, blank=True)
    citizenships = ArrayField(
        models.CharField(max_length=3, choices=Citizenship),
        verbose_name=_("citizenships"),
        default=only_ukraine,
        blank=True,
    )
    pesel = EncryptedTextField(
        "PESEL", binding=identifiers.PESEL, validators=[identifiers.eleven_digits], null=True, blank=True
    )
    pesel_index = BlindIndexField(of="pesel", binding=identifiers.PESEL, normalise=identifiers.plain_pesel)
    no_pesel_reason = models.CharField(_("why there is no PESEL"), max_length=12, choices=NoPesel, blank=True)
    document_kind = models.CharField(_("identity document"), max_length=20, choices=DocumentKind, blank=True)
    document_number = EncryptedTextField(
        _("series and number of the document"), binding=identifiers.DOCUMENT, max_length=30, blank=True
    )
    document_index = BlindIndexField(
        of="document_number", binding=identifiers.DOCUMENT, normalise=identifiers.plain_document
    )
    document_expires_on = models.DateField(_("document valid until"), null=True, blank=True)

    phone = models.CharField(_("phone"), max_length=16, blank=True, help_text="E.164")
    email = models.EmailField(_("e-mail"), blank=True)
    contact_language = models.CharField(
        _("language of contact"), max_length=2, choices=ContactLanguage, default=ContactLanguage.UKRAINIAN
    )
    preferred_contact = models.CharField(
        _("preferred contact"), max_length=10, choices=ContactWay, blank=True
    )
    place = models.ForeignKey(
        "reference.Place", on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("place of stay")
    )
    accommodation = models.ForeignKey(
        "reference.Accommodation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("accommodation"),
    )
    street_address = models.CharField(_("private address"), max_length=200, blank=True)

    looks_for = models.TextField(_("what the person looks for"), max_length=2000, blank=True)
    notes = models.TextField(_("notes"), max_length=4000, blank=True)

    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )
    updated_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )
    registered_at = models.DateTimeField(null=True, blank=True, editable=False)
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
    )
    erased_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = ClientQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("client")
        verbose_name_plural = _("clients")
        constraints = [
            models.CheckConstraint(
                name="client_state_is_known",
                condition=Q(state__in=list(ClientState)),
            ),
            models.CheckConstraint(
                name="client_has_a_name",
                condition=Q(state=ClientState.ERASED) | ~Q(surname_latin="") | ~Q(surname_cyrillic=""),
                violation_error_message=_("Enter the surname in Latin or in Cyrillic letters."),
            ),
            models.CheckConstraint(
                name="client_pesel_or_reason",
                condition=Q(state=ClientState.ERASED)
                | Q(pesel__isnull=False, no_pesel_reason="")
                | (Q(pesel=None) & ~Q(no_pesel_reason="")),
                violation_error_message=_("Enter the PESEL, or say why there is none; not both."),
            ),
            *identifiers.CONSTRAINTS,
            models.CheckConstraint(
                name="client_phone_is_e164",
                condition=Q(phone="") | Q(phone__regex=r"^\+[1-9][0-9]{6,14}$"),
                violation_error_message=_("Enter the phone with its country code, for example +48 or +380."),
            ),
            models.CheckConstraint(
                name="client_birth_date_with_precision",
                condition=Q(birth_date=None, birth_date_precision="")
                | Q(birth_date__isnull=False, birth_date_precision=DatePrecision.DAY)
                | Q(birth_date__day=1, birth_date_precision=DatePrecision.MONTH)
                | Q(birth_date__day=1, birth_date__month=1, birth_date_precision=DatePrecision.YEAR),
            ),
            models.CheckConstraint(
                name="client_document_kind_and_number_together",
                condition=Q(document_kind="", document_number="")
                | (~Q(document_kind="") & ~Q(document_number="")),
                violation_error_message=_("Enter both the kind and the number of the document, or neither."),
            ),
            models.CheckConstraint(
                name="client_registered_at_and_by_together",
                condition=Q(registered_at=None, registered_by=None)
                | Q(registered_at__isnull=False, registered_by__isnull=False),
            ),
            models.CheckConstraint(
                name="client_registered_since_a_moment",
                condition=~Q(state__in=list(REGISTERED)) | Q(registered_at__isnull=False),
            ),
            models.CheckConstraint(
                name="client_merged_into_when_merged",
                condition=Q(state=ClientState.MERGED, merged_into__isnull=False)
                | (~Q(state=ClientState.MERGED) & Q(merged_into=None)),
            ),
            models.CheckConstraint(
                name="client_erased_at_when_erased",
                condition=Q(state=ClientState.ERASED, erased_at__isnull=False)
                | (~Q(state=ClientState.ERASED) & Q(erased_at=None)),
            ),
        ]
        triggers = [frozen_itself("client_is_frozen_while_restricted", *FROZEN)]
        indexes = [
            models.Index(fields=["sort_key", "id"], name="client_alphabetical"),
            models.Index(fields=["state", "-id"], name="client_by_state"),
            models.Index(fields=["birth_date"], name="client_by_birth_date"),
            models.Index(fields=["document_index"], name="client_by_document"),
            # A phone is asked for by its end: people leave out the country code.
            models.Index(OpClass(Reverse("phone"), name="text_pattern_ops"), name="client_by_phone_end"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("registration:client-detail", args=[self.public_id])

    @property
    def latin_name(self) -> str:
        """As in the document: given names, then surname; empty when no document was seen."""
        return f"{self.given_names_latin} {self.surname_latin}".strip()

    @property
    def cyrillic_name(self) -> str:
        return f"{self.given_names_cyrillic} {self.surname_cyrillic}".strip()

    @property
    def name(self) -> str:
        """The name on lists: Latin as in the document, else as the person writes it."""
        return (self.latin_name if self.surname_latin else self.cyrillic_name) or str(_("erased person"))

    @property
    def sort_name(self) -> str:
        """Surname first, in one alphabet, so that a list holds both scripts in one order."""
        if self.surname_latin:
            return f"{self.surname_latin} {self.given_names_latin}"
        return to_latin(f"{self.surname_cyrillic} {self.given_names_cyrillic}")

    @property
    def birth(self) -> PartialDate | None:
        """The date of birth with how much of it is known."""
        if self.birth_date is None:
            return None
        return PartialDate(self.birth_date, DatePrecision(self.birth_date_precision))

    @property
    def is_active(self) -> bool:
        return self.state not in CLOSED

    @property
    def birth_text(self) -> str:
        return self.birth.spoken() if self.birth else ""

    @property
    def phone_text(self) -> str:
        """The phone as people read it aloud."""
        return phone_text(self.phone)

    @property
    def stay(self) -> str:
        """Where the person stays, in a word or two: the site, else the gmina."""
        site = self.accommodation or self.place
        return site.name if site else ""

    @property
    def citizenship_text(self) -> str:
        return ", ".join(str(Citizenship(code).label) for code in self.citizenships)

    @property
    def state_tag(self) -> str:
        """The colour of the status on pages."""
        return STATE_TAGS[ClientState(self.state)]

    @property
    def has_address(self) -> bool:
        return bool(self.place_id or self.accommodation_id or self.street_address)

    @property
    def is_registered(self) -> bool:
        return self.state in REGISTERED

    @property
    def next_states(self) -> list[ClientState]:
        """The states the desk may choose next, in the order of the vocabulary."""
        return [state for state in ClientState if state in offered_after(ClientState(self.state))]


class NameKey(models.Model):
    """One key under which a client is looked up. Made by ``registration.names``, never by hand.

    Every spelling of a word folds to the same *sound* (Шевченко, Shevchenko, Szewczenko, Sevcenko), so a
    sound is stored once; the spelling as written is kept to put an exact hit first; a *pair* of sounds
    finds a full name in one step however common its parts are.
    """

    class Kind(models.TextChoices):
        WRITTEN = "w", _("as written")
        SOUND = "s", _("by sound")
        PAIR = "p", _("two words by sound")

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="name_keys", db_index=False)
    kind = models.CharField(max_length=1, choices=Kind)
    key = models.CharField(max_length=250)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["client", "kind", "key"], name="namekey_once_per_client"),
        ]
        indexes = [models.Index(fields=["kind", "key", "client"], name="namekey_lookup")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class NameWord(models.Model):
    """A sound that occurs in anybody's name, with its near misses, so that a typo finds the word first.

    Holds words, not people: as many rows as there are different names, however many clients there are.
    """

    sound = models.CharField(max_length=120, primary_key=True)
    near = ArrayField(models.CharField(max_length=120))

    class Meta:
        indexes = [
            GinIndex(fields=["near"], name="nameword_near", fastupdate=False),
            models.Index(OpClass("sound", name="text_pattern_ops"), name="nameword_by_beginning"),
        ]

    def __str__(self) -> str:
        return self.sound


def offered_after(state: ClientState) -> Iterable[ClientState]:
    """What the desk's buttons may offer after ``state``; merging and erasing are other people's work."""
    return TRANSITIONS[state].difference(CLOSED)
