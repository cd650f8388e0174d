from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

import documents
from accounts.addresses import leads_to_a_person
from pup_portal import person_data


class RegistrationConfig(AppConfig):
    name = "registration"
    verbose_name = _("Clients")

    def ready(self) -> None:
        from registration import accesses, filing, personal  # noqa: PLC0415 - models are not there before
        from registration.models import Client  # noqa: PLC0415

        person_data.register(
            Client, export=personal.export, erase=personal.erase, retention="retention-client"
        )
        leads_to_a_person("client_id", lambda public_id: Client.objects.filter(public_id=public_id))
        documents.register(
            accesses.KIND,
            subject=Client,
            template="registration/accesses_print.html",
            title=accesses.title,
            context=accesses.context,
            guard=accesses.guard,
            people=accesses.people,
        )
        filing.connect()
