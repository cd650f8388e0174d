from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from accounts.addresses import leads_to_a_person


class DocumentsConfig(AppConfig):
    name = "documents"
    verbose_name = _("Documents")

    def ready(self) -> None:
        # Models are not there before.
        from accounts import purposes  # noqa: PLC0415
        from accounts.access_models import AccessKind  # noqa: PLC0415
        from documents.models import Document, UploadKind  # noqa: PLC0415

        purposes.tell(AccessKind.DOWNLOAD, dict(UploadKind.choices))
        leads_to_a_person(
            "document_id",
            lambda public_id: [
                person for paper in Document.objects.filter(public_id=public_id) for person in paper.people
            ],
        )
