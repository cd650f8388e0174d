"""What this app tells the apps below it when the portal starts."""

import documents
from accounts.addresses import leads_to_a_person
from cv_builder import person, printing, telling
from cv_builder.models import Cv
from pup_portal import history, person_data
from registration.models import Client


def connect() -> None:
    documents.register(
        printing.CV,
        subject=Cv,
        template="cv_builder/printed_cv.html",
        title=printing.cv_title,
        context=printing.cv_context,
        guard=printing.may_open_cv,
        home=Cv.get_absolute_url,
        people=printing.person_of,
    )
    documents.register(
        printing.ANONYMOUS_CV,
        subject=Cv,
        template="cv_builder/printed_cv.html",
        title=printing.anonymous_title,
        context=printing.anonymous_context,
        guard=printing.may_open_anonymous_cv,
        home=printing.anonymous_page,
        people=printing.person_of,
    )
    history.tell(Client, telling.parts)
    leads_to_a_person("cv_id", lambda public_id: Client.objects.filter(cvs__public_id=public_id))
    person_data.register(
        Cv,
        export=person.export,
        erase=person.erase,
        merge=person.merge,
        files=person.files,
        covers=(*person.ENTRIES, Cv.licences.through),
        retention=person_data.WITH_THE_PERSON,
    )
