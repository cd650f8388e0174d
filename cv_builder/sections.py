"""The sections of a CV as the desk fills them, and what each still lacks before it can be printed in Polish."""

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cv_builder.models import Cv, Education, Entry, Experience, LanguageSkill


@dataclass(frozen=True)
class Section:
    """One part of a CV: fields of the CV itself, or a list of entries. ``key`` stands in URLs."""

    key: str
    title: Any
    fields: tuple[str, ...] = ()
    entry: type[Entry] | None = None

    @property
    def is_list(self) -> bool:
        return self.entry is not None

    @property
    def entry_model(self) -> type[Entry]:
        """The model of a list's entries; ``ValueError`` for a part that is no list."""
        if self.entry is None:
            raise ValueError(f"{self.key} is no list")
        return self.entry


SECTIONS = {
    section.key: section
    for section in (
        Section(
            "about",
            _("Wanted position and summary"),
            ("title_uk", "title_pl", "occupation", "summary_uk", "summary_pl"),
        ),
        Section("experience", _("Work experience"), entry=Experience),
        Section("education", pgettext_lazy("CV", "Education"), entry=Education),
        Section("languages", pgettext_lazy("CV", "Languages"), entry=LanguageSkill),
        Section(
            "skills",
            _("Skills, courses and certificates"),
            ("skills_uk", "skills_pl", "courses_uk", "courses_pl"),
        ),
        Section("licences", _("Licences"), ("licences",)),
        Section("interests", _("Interests"), ("interests_uk", "interests_pl")),
        Section(
            "contact",
            _("Contact and consent clause"),
            ("shows_phone", "shows_email", "shows_place", "shows_birth_date", "consented_on"),
        ),
    )
}


@dataclass(frozen=True)
class Progress:
    """How far one section of one CV is. ``missing`` names the texts without Polish."""

    section: Section
    is_filled: bool
    entries: list[Entry]
    missing: list[str]


def progress_of(cv: Cv) -> list[Progress]:
    """All sections in the order of the page. Touches only what ``Cv.objects.for_page()`` has loaded."""
    return [_progress(cv, section) for section in SECTIONS.values()]


def missing_polish(cv: Cv) -> list[str]:
    """What keeps the CV from being printed in Polish: every text that stands only in Ukrainian."""
    return [name for progress in progress_of(cv) for name in progress.missing]


def has_substance(cv: Cv) -> bool:
    """Whether there is anything an employer could read: a job, a school or a skill."""
    return bool(cv.experience.all() or cv.education.all() or cv.text("skills", "pl"))


def _progress(cv: Cv, section: Section) -> Progress:
    if section.entry is not None:
        entries = list(getattr(cv, section.key).all())
        missing = [f"{entry}: {label}" for entry in entries for label in entry.missing_in("pl")]
        return Progress(section, bool(entries), entries, missing)
    stems = {name.removesuffix("_pl") for name in section.fields if name.endswith("_pl")}
    labels = {str(cv.pairs[stem]) for stem in stems}
    missing = [str(label) for label in cv.missing_in("pl") if str(label) in labels]
    told = (name for name in section.fields if not name.startswith("shows_"))  # these are never empty
    return Progress(section, any(_filled(cv, name) for name in told), [], missing)


def _filled(cv: Cv, name: str) -> bool:
    value = getattr(cv, name)
    return bool(value.all() if isinstance(value, models.Manager) else value)
