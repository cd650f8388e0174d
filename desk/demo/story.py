"""The office of the demonstration, told through the same services that people and imports use."""

from collections.abc import Iterator

from django.conf import settings
from django.utils import translation

from accounts.models import User
from accounts.permissions import Role
from desk.demo import (
    story_accesses,
    story_cvs,
    story_engines,
    story_meetings,
    story_memory,
    story_offers,
    story_people,
    story_quality,
    story_rights,
    story_translations,
    story_words,
)
from pup_portal.tracking import acting
from reference.services import load_demo_office

SEED = 2022


def tell(staff: dict[Role, User]) -> Iterator[str]:
    """Make the whole office, saying what is there after each step.

    A telling that was interrupted goes on where it stopped; one that was finished changes nothing.
    """
    with translation.override(settings.MODELTRANSLATION_DEFAULT_LANGUAGE):
        load_demo_office()
        yield "the office and its staff"
        clients = story_people.take_in(staff, seed=SEED)
        yield f"{len(clients)} people"
        yield f"{story_words.agree(staff)} terms of the glossary"
        yield f"{story_offers.collect(staff, seed=SEED)} offers"
        yield f"{story_quality.remember(staff, seed=SEED)} approved translations"
        yield f"{story_memory.fill(staff)} files of the translation memory"
        yield f"{story_translations.hand_out(staff)} translations to do"
        yield f"{story_engines.connect(staff)} translation engines"
        with acting(staff[Role.COORDINATOR]):
            meetings, cvs = story_meetings.plan(staff, clients), story_cvs.make(staff, clients)
        yield f"{meetings} meetings"
        yield f"{cvs} CVs"
        yield f"{story_accesses.write(staff, clients)} entries of the access log"
        yield f"{story_rights.hear(staff, clients)} wishes of people about their data"
