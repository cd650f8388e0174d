"""What the papers tell the apps below when the portal starts."""

import documents
from accounts.addresses import leads_to_a_person
from pup_portal import history, person_data
from registration.models import Client, Paper, PaperSet
from registration.models.papers import plain_token
from registration.papers import personal, printing


def connect() -> None:
    documents.register(
        printing.PAPER,
        subject=Paper,
        template="registration/papers/printed.html",
        title=printing.paper_title,
        context=printing.paper_context,
        guard=printing.may_open,
        home=Paper.get_absolute_url,
        people=printing.people,
    )
    documents.register(
        printing.PAPER_SET,
        subject=PaperSet,
        template="registration/papers/printed.html",
        title=printing.set_title,
        context=printing.set_context,
        guard=printing.may_open,
        home=PaperSet.get_absolute_url,
        people=printing.people,
    )
    history.tell(Client, personal.told)
    leads_to_a_person("card_code", lambda code: Client.objects.filter(papers__token=plain_token(code)))
    person_data.register(
        Paper,
        export=personal.export,
        erase=personal.erase,
        merge=personal.merge,
        files=personal.files,
        covers=(PaperSet,),
        retention=person_data.WITH_THE_PERSON,
    )
