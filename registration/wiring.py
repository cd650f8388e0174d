"""What this app tells the kernel when the portal starts."""

from django.utils.translation import gettext_lazy as _

import documents
from accounts import purposes
from accounts.access_models import AccessKind
from accounts.access_notes import read_notes_with
from accounts.addresses import leads_to_a_person
from documents.models import Document
from messaging.models import Delivery, Message
from pup_portal import history, person_data
from registration import accesses, correspondence, filing, personal, reveal, rights_data, search, telling
from registration.models import (
    Client,
    LegalHold,
    NameKey,
    NameWord,
    Restriction,
    RetentionNotice,
    RevealNote,
    RightsRequest,
    RightsWork,
    StateChange,
)
from registration.reveal import RevealReason


def connect() -> None:
    _tell_the_log()
    history.tell(Client, telling.parts)
    documents.register(
        accesses.KIND,
        subject=Client,
        template="registration/accesses_print.html",
        title=accesses.title,
        context=accesses.context,
        guard=accesses.guard,
        people=accesses.people,
    )
    _hold_the_record()
    _hold_what_is_about_the_record()
    _hold_what_was_sent_and_printed()
    filing.connect()


def _tell_the_log() -> None:
    purposes.tell(AccessKind.SEARCH, search.TOLD)
    purposes.tell(AccessKind.REVEAL, dict(RevealReason.choices))
    read_notes_with(reveal.words_of)
    leads_to_a_person("client_id", lambda public_id: Client.objects.filter(public_id=public_id))


def _hold_the_record() -> None:
    person_data.register(
        Client,
        export=personal.export,
        erase=personal.erase,
        merge=personal.merge,
        covers=(NameKey, NameWord, StateChange),
        label=_("Record"),
        retention=person_data.WITH_THE_PERSON,
        is_person=True,
    )


def _hold_what_is_about_the_record() -> None:
    person_data.register(
        RightsRequest,
        export=rights_data.export,
        erase=rights_data.erase,
        merge=rights_data.merge,
        covers=(RightsWork, Restriction, LegalHold, RetentionNotice),
        retention=person_data.WITH_THE_PERSON,
    )
    person_data.register(
        RevealNote,
        export=reveal.export,
        erase=reveal.erase,
        merge=reveal.merge,
        retention=person_data.WITH_THE_PERSON,
    )


def _hold_what_was_sent_and_printed() -> None:
    """Messages and papers stand in apps below, which know nothing of persons."""
    person_data.register(
        Message,
        export=correspondence.export_messages,
        erase=correspondence.erase_messages,
        covers=(Delivery,),
        retention=person_data.WITH_THE_PERSON,
    )
    person_data.register(
        Document,
        export=correspondence.export_papers,
        erase=correspondence.erase_papers,
        merge=correspondence.merge_papers,
        files=correspondence.paper_files,
        retention=person_data.WITH_THE_PERSON,
    )
