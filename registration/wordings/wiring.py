"""What the editor of papers tells the history and the printer when the portal starts."""

import documents
from pup_portal import history
from registration.models import TemplateVersion
from registration.wordings import showing
from registration.wordings.services import PREVIEW


def connect() -> None:
    history.tell(TemplateVersion, showing.history_of_version)
    documents.register(
        PREVIEW,
        subject=TemplateVersion,
        template="registration/papers/printed.html",
        title=showing.title,
        context=showing.context,
        guard=showing.guard,
        home=showing.home,
    )
