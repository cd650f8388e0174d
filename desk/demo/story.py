"""The office of the demonstration, told through the same services that people and imports use."""

from collections.abc import Iterator

from django.conf import settings
from django.utils import translation

from accounts.models import User
from accounts.permissions import Role
from desk.demo import (
    story_accesses,
    story_contacts,
    story_cvs,
    story_employers,
    story_engines,
    story_enquiries,
    story_intakes,
    story_meetings,
    story_memory,
    story_merges,
    story_offers,
    story_papers,
    story_people,
    story_quality,
    story_readers,
    story_rights,
    story_translations,
    story_visits,
    story_wordings,
    story_words,
)
from pup_portal.tracking import acting
from reference.services import load_demo_office

SEED = 2022
_AROUND_OFFERS = (story_visits.go, story_employers.speak, story_readers.speak_up)


def tell(staff: dict[Role, User]) -> Iterator[str]:
    """Make the whole office, saying what is there after each step.

    A telling that was interrupted goes on where it stopped; one that was finished changes nothing.
    """
    with translation.override(settings.MODELTRANSLATION_DEFAULT_LANGUAGE):
        load_demo_office()
        yield "the office and its staff"
        yield f"{story_wordings.word(staff)} wordings of papers"
        clients = story_people.take_in(staff, seed=SEED)
        yield f"{len(clients)} people"
        yield f"{story_contacts.keep(staff, clients)} contacts"
        yield f"{story_enquiries.leave(staff)} enquiries"
        yield f"{story_intakes.tell_intakes(clients, staff[Role.COORDINATOR])} intakes"
        yield f"{story_words.agree(staff)} terms of the glossary"
        yield f"{story_offers.collect(staff, seed=SEED)} offers"
        yield "{} visits at employers, {} offers that they left, {} questions about offers".format(
            *(part(staff) for part in _AROUND_OFFERS)
        )
        yield f"{story_quality.remember(staff, seed=SEED)} approved translations"
        yield f"{story_memory.fill(staff)} files of the translation memory"
        yield f"{story_translations.hand_out(staff)} translations to do"
        yield f"{story_engines.connect(staff)} translation engines"
        with acting(staff[Role.COORDINATOR]):
            meetings, cvs = story_meetings.plan(staff, clients), story_cvs.make(staff, clients)
        yield f"{meetings} meetings"
        yield f"{cvs} CVs"
        yield f"{story_papers.fill_in(staff, clients)} papers filled in on people's behalf"
        yield f"{story_accesses.write(staff, clients)} entries of the access log"
        yield f"{story_rights.hear(staff, clients)} wishes of people about their data"
        yield f"{story_merges.find(staff)} pairs of records that may be one person"
