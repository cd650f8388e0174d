"""The coded words of an intake. Codes are stored; what people read is the label."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from registration.vocabulary import Citizenship


class Purpose(models.TextChoices):
    """What the person comes for; the law asks for different data each time."""

    UNEMPLOYED = "unemployed", _("registration as unemployed")
    JOB_SEEKER = "job_seeker", _("registration as job-seeker")
    SUPPORT = "support", _("support without registration")


class MaritalStatus(models.TextChoices):
    SINGLE = "single", _("never married")
    MARRIED = "married", _("married")
    SEPARATED = "separated", _("legally separated")
    DIVORCED = "divorced", _("divorced")
    WIDOWED = "widowed", _("widowed")


class SpouseStatus(models.TextChoices):
    UNEMPLOYED = "unemployed", _("registered as unemployed")
    JOB_SEEKER = "job_seeker", _("registered as job-seeker")
    NEITHER = "neither", _("not registered in a labour office")


class DisabilityDegree(models.TextChoices):
    """Degrees of the act of 27.08.1997 on rehabilitation (Dz.U. 1997 nr 123 poz. 776), art. 3."""

    NONE = "none", _("no decision on disability")
    LIGHT = "light", _("light degree")
    MODERATE = "moderate", _("moderate degree")
    SEVERE = "severe", _("severe degree")


class HealthBasis(models.TextChoices):
    """What lets the office hold a limit of health: nothing about health is written down without a paper."""

    DECISION = "decision", _("decision on disability")
    CERTIFICATE = "certificate", _("medical certificate of contraindications to work")
    OCCUPATIONAL = "occupational", _("decision of an occupational physician")


class Evidence(models.TextChoices):
    DECLARED = "declared", _("declared by the client")
    DOCUMENTED = "documented", _("document seen")
    TRANSLATED = "translated", _("document with a sworn translation")
    RECOGNISED = "recognised", _("recognised in Poland")


class OccupationKind(models.TextChoices):
    LEARNED = "learned", pgettext_lazy("occupation", "learned")
    PRACTISED = "practised", pgettext_lazy("occupation", "practised")
    WANTED = "wanted", pgettext_lazy("occupation", "wanted")


class WorkBasis(models.TextChoices):
    EMPLOYMENT = "employment", _("employment contract")
    MANDATE = "mandate", _("contract of mandate or for services")
    SPECIFIC_WORK = "specific_work", _("contract for a specific work")
    OWN_BUSINESS = "own_business", _("own business")
    FARM = "farm", _("work on a farm")
    SERVICE = "service", _("uniformed or civil service")
    OTHER = "other", _("another basis, or none")


class WorkingTime(models.TextChoices):
    FULL = "full", _("full time")
    THREE_QUARTERS = "three_quarters", _("three quarters of full time")
    HALF = "half", _("half time")
    QUARTER = "quarter", _("a quarter of full time")
    OTHER = "other", _("other working time")


class WantedTime(models.TextChoices):
    FULL = "full", _("full time only")
    PART = "part", _("part time only")
    ANY = "any", _("full or part time")


class PaperKind(models.TextChoices):
    """What people put on the desk. Sources: lists of county offices in domain facts, point 1.2."""

    IDENTITY = "identity", _("identity document")
    PESEL_NOTICE = "pesel_notice", _("confirmation of PESEL (UKR)")
    RESIDENCE = "residence", _("residence card or decision")
    DIPLOMA = "diploma", _("school certificate or diploma")
    COURSE = "course", _("certificate of a course or licence")
    WORK = "work", _("certificate of employment or other proof of work")
    DISABILITY = "disability", _("decision on disability")
    MEDICAL = "medical", _("medical certificate")
    MARRIAGE = "marriage", _("marriage certificate")
    BIRTH = "birth", _("birth certificate of a child")
    FAMILY_CARD = "family_card", _("Large Family Card")
    TRANSLATION = "translation", _("sworn translation")
    OTHER = "other", _("another document")


class SeenAs(models.TextChoices):
    ORIGINAL = "original", _("original")
    COPY = "copy", _("copy or photo")
    ELECTRONIC = "electronic", _("electronic document")


class AnsweredNone(models.TextChoices):
    """Lists of which the person said that there is nothing to put on them: not the same as not asked."""

    EDUCATION = "education", _("no school finished")
    WORK = "work", _("has not worked yet")
    LANGUAGES = "languages", _("no foreign language")
    LICENCES = "licences", _("no licences")
    SITUATIONS = "situations", _("no special situation")
    DOCUMENTS = "documents", _("has no documents to show")


STATELESS = "XXA"
COUNTRIES = [
    *((code, name) for code, name in Citizenship.choices if code not in {STATELESS, Citizenship.XXX.value}),
    (Citizenship.XXX.value, _("another country")),
]
