"""The coded words of a client's record. Codes are stored; what people read is the label."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ClientState(models.TextChoices):
    ENQUIRY = "enquiry", _("enquiry")
    IN_REGISTRATION = "in_registration", _("in registration")
    REGISTERED_UNEMPLOYED = "registered_unemployed", _("registered as unemployed")
    REGISTERED_JOB_SEEKER = "registered_job_seeker", _("registered as job-seeker")
    DEREGISTERED = "deregistered", _("deregistered")
    SUPPORTED = "supported", _("supported without registration")
    MERGED = "merged", _("merged into another record")
    ERASED = "erased", _("erased")


# Tuples: constraints are made of them, and a set would change its order from one migration to the next.
REGISTERED = (ClientState.REGISTERED_UNEMPLOYED, ClientState.REGISTERED_JOB_SEEKER)
CLOSED = (ClientState.MERGED, ClientState.ERASED)

# What may follow what. Merging and erasing have their own services; the desk's buttons offer the rest.
TRANSITIONS: dict[ClientState, frozenset[ClientState]] = {
    ClientState.ENQUIRY: frozenset({ClientState.IN_REGISTRATION, ClientState.SUPPORTED, *CLOSED}),
    ClientState.IN_REGISTRATION: frozenset({*REGISTERED, ClientState.SUPPORTED, *CLOSED}),
    ClientState.REGISTERED_UNEMPLOYED: frozenset({ClientState.DEREGISTERED, *CLOSED}),
    ClientState.REGISTERED_JOB_SEEKER: frozenset({ClientState.DEREGISTERED, *CLOSED}),
    ClientState.DEREGISTERED: frozenset({ClientState.IN_REGISTRATION, *CLOSED}),
    ClientState.SUPPORTED: frozenset({ClientState.IN_REGISTRATION, *CLOSED}),
    ClientState.MERGED: frozenset({ClientState.ERASED}),
    ClientState.ERASED: frozenset(),
}


STATE_TAGS: dict[ClientState, str] = {
    ClientState.ENQUIRY: "tag-yellow",
    ClientState.IN_REGISTRATION: "tag-blue",
    ClientState.REGISTERED_UNEMPLOYED: "tag-green",
    ClientState.REGISTERED_JOB_SEEKER: "tag-green",
    ClientState.DEREGISTERED: "tag-grey",
    ClientState.SUPPORTED: "tag-blue",
    ClientState.MERGED: "tag-grey",
    ClientState.ERASED: "tag-grey",
}


class Sex(models.TextChoices):
    FEMALE = "female", _("woman")
    MALE = "male", _("man")


class DatePrecision(models.TextChoices):
    """How much of a date is known; the unknown part of the stored date is its first day or month."""

    DAY = "day", _("full date")
    MONTH = "month", _("month and year")
    YEAR = "year", _("year only")


class NoPesel(models.TextChoices):
    NOT_APPLIED = "not_applied", _("has not applied yet")
    WAITING = "waiting", _("has applied and is waiting")
    NOT_AT_HAND = "not_at_hand", _("has one but does not know it now")
    REFUSED = "refused", _("does not want to give it")
    NOT_ASKED = "not_asked", _("not asked yet")


class DocumentKind(models.TextChoices):
    BIOMETRIC_PASSPORT = "biometric_passport", _("biometric passport")
    PASSPORT = "passport", _("older travel passport")
    INTERNAL_PASSPORT = "internal_passport", _("internal passport (booklet)")
    ID_CARD = "id_card", _("identity card")
    DRIVING_LICENCE = "driving_licence", _("driving licence")
    RESIDENCE_CARD = "residence_card", _("residence card")
    DIIA_PL = "diia_pl", _("Diia.pl in mObywatel")
    OTHER = "other", _("another document")


class ContactLanguage(models.TextChoices):
    UKRAINIAN = "uk", _("Ukrainian")
    RUSSIAN = "ru", _("Russian")
    POLISH = "pl", _("Polish")
    ENGLISH = "en", _("English")


class ContactWay(models.TextChoices):
    CALL = "call", _("phone call")
    SMS = "sms", _("text message")
    MESSENGER = "messenger", _("messenger (Viber, Telegram, WhatsApp, Signal)")
    EMAIL = "email", _("e-mail")
    IN_PERSON = "in_person", _("in person or through the place of stay")


class Citizenship(models.TextChoices):
    """Codes of ICAO Doc 9303 (three letters), as printed in passports."""

    UKR = "UKR", _("Ukraine")
    POL = "POL", _("Poland")
    BLR = "BLR", _("Belarus")
    RUS = "RUS", _("Russia")
    MDA = "MDA", _("Moldova")
    GEO = "GEO", _("Georgia")
    ARM = "ARM", _("Armenia")
    AZE = "AZE", _("Azerbaijan")
    KAZ = "KAZ", _("Kazakhstan")
    UZB = "UZB", _("Uzbekistan")
    ROU = "ROU", _("Romania")
    HUN = "HUN", _("Hungary")
    SVK = "SVK", _("Slovakia")
    LTU = "LTU", _("Lithuania")
    TUR = "TUR", _("Türkiye")
    ISR = "ISR", _("Israel")
    XXA = "XXA", _("stateless person")
    XXX = "XXX", _("another or unknown citizenship")


class Right(models.TextChoices):
    """What may be asked for in a person's name (GDPR art. 15, 17 and 20)."""

    EXPORT = "export", _("a copy of everything held")
    ERASE = "erase", _("erasure of everything held")


class RightsState(models.TextChoices):
    ASKED = "asked", _("waits for the manager")
    APPROVED = "approved", _("approved, being done")
    DONE = "done", _("done")
    REFUSED = "refused", _("refused")
    WITHDRAWN = "withdrawn", _("withdrawn")


RIGHTS_OPEN = (RightsState.ASKED, RightsState.APPROVED)

RIGHTS_TRANSITIONS: dict[RightsState, frozenset[RightsState]] = {
    RightsState.ASKED: frozenset({RightsState.APPROVED, RightsState.REFUSED, RightsState.WITHDRAWN}),
    RightsState.APPROVED: frozenset({RightsState.DONE, RightsState.REFUSED}),
    RightsState.DONE: frozenset(),
    RightsState.REFUSED: frozenset(),
    RightsState.WITHDRAWN: frozenset(),
}

RIGHTS_TAGS: dict[RightsState, str] = {
    RightsState.ASKED: "tag-yellow",
    RightsState.APPROVED: "tag-blue",
    RightsState.DONE: "tag-green",
    RightsState.REFUSED: "tag-red",
    RightsState.WITHDRAWN: "tag-grey",
}
