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
from reference import rules
from registration import accesses, correspondence, filing, personal, reveal, rights_data, search, telling
from registration.consents import personal as consents_held
from registration.enquiries import personal as enquiries
from registration.enquiries import poster
from registration.intake import personal as intake_data
from registration.intake import telling as intake_telling
from registration.merging import personal as merging
from registration.models import (
    Care,
    Client,
    Comparison,
    Consent,
    Contact,
    Deadlines,
    Enquiry,
    Intake,
    LegalHold,
    LikelyPair,
    Merge,
    MergeStep,
    NameKey,
    NameWord,
    Restriction,
    RetentionNotice,
    RevealNote,
    RightsRequest,
    RightsWork,
    SheetImport,
    SheetMapping,
    SheetRow,
    SheetWork,
    StateChange,
)
from registration.papers import wiring as papers
from registration.reveal import RevealReason
from registration.rhythm import personal as rhythm_held
from registration.rhythm import recounting
from registration.sheets import personal as sheets
from registration.wordings import wiring as wordings


def connect() -> None:
    _tell_the_log()
    history.tell(Client, telling.parts)
    history.tell(Client, intake_telling.parts)
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
    _hold_what_was_found_alike()
    _hold_what_was_sent_and_printed()
    filing.connect()
    poster.connect()
    wordings.connect()
    papers.connect()
    _hold_contacts_and_consents()
    rules.follow_changes(recounting.rule_changed)


def _tell_the_log() -> None:
    purposes.tell(AccessKind.SEARCH, search.TOLD)
    purposes.tell(AccessKind.REVEAL, dict(RevealReason.choices) | reveal.WHAT)
    read_notes_with(reveal.words_of)
    leads_to_a_person("client_id", lambda public_id: Client.objects.filter(public_id=public_id))
    leads_to_a_person("other_id", lambda public_id: Client.objects.filter(public_id=public_id))
    leads_to_a_person("sheet_id", lambda public_id: SheetImport.objects.filter(public_id=public_id))
    leads_to_a_person("enquiry_id", lambda public_id: Enquiry.objects.filter(public_id=public_id))


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
        Intake,
        export=intake_data.export,
        erase=intake_data.erase,
        merge=intake_data.merge,
        covers=intake_data.LISTS,
        retention=person_data.WITH_THE_PERSON,
    )
    person_data.register(
        Enquiry,
        export=enquiries.export,
        erase=enquiries.erase,
        merge=enquiries.merge,
        retention=person_data.WITH_THE_PERSON,
    )
    person_data.register(
        SheetImport,
        export=sheets.export,
        erase=sheets.erase,
        merge=sheets.merge,
        covers=(SheetRow, SheetWork, SheetMapping),
        retention=person_data.WITH_THE_PERSON,
    )
    person_data.register(
        RevealNote,
        export=reveal.export,
        erase=reveal.erase,
        merge=reveal.merge,
        retention=person_data.WITH_THE_PERSON,
    )


def _hold_contacts_and_consents() -> None:
    person_data.register(
        Contact,
        export=rhythm_held.export,
        erase=rhythm_held.erase,
        merge=rhythm_held.merge,
        covers=(Care, Deadlines),
        retention=person_data.WITH_THE_PERSON,
    )
    person_data.register(
        Consent,
        export=consents_held.export,
        erase=consents_held.erase,
        merge=consents_held.merge,
        retention=person_data.WITH_THE_PERSON,
    )


def _hold_what_was_found_alike() -> None:
    person_data.register(
        LikelyPair,
        export=merging.export_pairs,
        erase=merging.erase_pairs,
        merge=merging.merge_pairs,
        covers=(Comparison,),
        retention=person_data.WITH_THE_PERSON,
    )
    person_data.register(
        Merge,
        export=merging.export_merges,
        erase=merging.erase_merges,
        covers=(MergeStep,),
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
