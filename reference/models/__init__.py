"""What the desk looks things up in. Each kind of record has its module."""

from reference.models.occupations import Occupation, OccupationImport
from reference.models.office import OfficeProfile, SpokenLanguage
from reference.models.places import Accommodation, Place
from reference.models.rules import LegalRule, LegalRuleKey
from reference.models.terms import Term, Vocabulary

__all__ = [
    "Accommodation",
    "LegalRule",
    "LegalRuleKey",
    "Occupation",
    "OccupationImport",
    "OfficeProfile",
    "Place",
    "SpokenLanguage",
    "Term",
    "Vocabulary",
]
