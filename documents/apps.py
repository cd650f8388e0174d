from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from accounts.addresses import leads_to_a_person


class DocumentsConfig(AppConfig):
    name = "documents"
    verbose_name = _("Documents")

    def ready(self) -> None:
        from documents.models import Document  # noqa: PLC0415 - models are not there before

        leads_to_a_person(
            "document_id",
            lambda public_id: [
                person for paper in Document.objects.filter(public_id=public_id) for person in paper.people
            ],
        )
