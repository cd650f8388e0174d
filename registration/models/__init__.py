"""What registration keeps: people, the keys they are found by, and what becomes of their rights."""

from registration.models.clients import (
    Client,
    ClientQuerySet,
    NameKey,
    NameWord,
    offered_after,
    only_ukraine,
)
from registration.models.consents import Consent, ConsentQuerySet, ConsentText, ConsentTextQuerySet
from registration.models.contacts import (
    Care,
    Contact,
    ContactQuerySet,
    DeadlineRecount,
    Deadlines,
    DeadlinesQuerySet,
)
from registration.models.enquiries import Enquiry, EnquiryQuerySet
from registration.models.intake import HiddenQuestion, Intake
from registration.models.intake_entry import ListEntry
from registration.models.intake_lists import (
    Child,
    ClientOccupation,
    EducationEntry,
    HeldLicence,
    PresentedDocument,
    SpecialSituation,
    SpokenLanguage,
    WorkPeriod,
)
from registration.models.merging import (
    UNDONE_WITHIN,
    Alike,
    Comparison,
    LikelyPair,
    Merge,
    MergeState,
    MergeStep,
)
from registration.models.papers import Confirmation, Paper, PaperPurpose, PaperSet, PaperState
from registration.models.rights import (
    LegalHold,
    Restriction,
    RetentionNotice,
    RevealNote,
    RightsRequest,
    RightsWork,
)
from registration.models.sheets import (
    SheetImport,
    SheetMapping,
    SheetRow,
    SheetRowQuerySet,
    SheetStage,
    SheetWork,
)
from registration.models.statuses import StateChange, StateChangeQuerySet
from registration.models.templates import (
    Layout,
    PaperKind,
    PaperTemplate,
    TemplateSection,
    TemplateVersion,
)

__all__ = [
    "UNDONE_WITHIN",
    "Alike",
    "Care",
    "Child",
    "Client",
    "ClientOccupation",
    "ClientQuerySet",
    "Comparison",
    "Confirmation",
    "Consent",
    "ConsentQuerySet",
    "ConsentText",
    "ConsentTextQuerySet",
    "Contact",
    "ContactQuerySet",
    "DeadlineRecount",
    "Deadlines",
    "DeadlinesQuerySet",
    "EducationEntry",
    "Enquiry",
    "EnquiryQuerySet",
    "HeldLicence",
    "HiddenQuestion",
    "Intake",
    "Layout",
    "LegalHold",
    "LikelyPair",
    "ListEntry",
    "Merge",
    "MergeState",
    "MergeStep",
    "NameKey",
    "NameWord",
    "Paper",
    "PaperKind",
    "PaperPurpose",
    "PaperSet",
    "PaperState",
    "PaperTemplate",
    "PresentedDocument",
    "Restriction",
    "RetentionNotice",
    "RevealNote",
    "RightsRequest",
    "RightsWork",
    "SheetImport",
    "SheetMapping",
    "SheetRow",
    "SheetRowQuerySet",
    "SheetStage",
    "SheetWork",
    "SpecialSituation",
    "SpokenLanguage",
    "StateChange",
    "StateChangeQuerySet",
    "TemplateSection",
    "TemplateVersion",
    "WorkPeriod",
    "offered_after",
    "only_ukraine",
]
