"""One record of a person's working life, from which the CV of every language is printed."""

from cv_builder.models.cvs import Cv, CvLicence
from cv_builder.models.entries import Education, Entry, Experience, LanguageSkill

__all__ = ["Cv", "CvLicence", "Education", "Entry", "Experience", "LanguageSkill"]
