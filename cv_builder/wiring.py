"""What this app tells the apps below it when the portal starts."""

import documents
from cv_builder import person, printing
from cv_builder.models import Cv
from pup_portal import person_data


def connect() -> None:
    documents.register(
        printing.CV,
        subject=Cv,
        template="cv_builder/printed_cv.html",
        title=printing.cv_title,
        context=printing.cv_context,
        guard=printing.may_open_cv,
        home=Cv.get_absolute_url,
    )
    documents.register(
        printing.ANONYMOUS_CV,
        subject=Cv,
        template="cv_builder/printed_cv.html",
        title=printing.anonymous_title,
        context=printing.anonymous_context,
        guard=printing.may_open_anonymous_cv,
        home=printing.anonymous_page,
    )
    person_data.register(Cv, export=person.export, erase=person.erase, retention="retention-client")
