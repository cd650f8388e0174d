"""Papers filled in for people of the demonstration: one set signed, one read back, one that waits for its Polish."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from pypdf import PdfWriter

from accounts.models import User
from accounts.permissions import Role
from registration.models import Client, Confirmation, Paper, PaperPurpose, PaperSet
from registration.papers.proposing import offered
from registration.papers.services import ReadBack, make_set, record_read_back, sign_papers
from registration.vocabulary import ContactLanguage

_PURPOSES = (PaperPurpose.UNEMPLOYED, PaperPurpose.SUPPORT, PaperPurpose.CARD)


def fill_in(staff: dict[Role, User], clients: list[Client]) -> int:
    """Papers of three people, at three steps of their way; how many there are."""
    if not Paper.objects.exists():
        by = staff[Role.COORDINATOR]
        registered, read, _new = (
            _set_for(client, purpose, by) for client, purpose in zip(clients, _PURPOSES, strict=False)
        )
        said = ReadBack(
            language=ContactLanguage.UKRAINIAN, confirmation=Confirmation.ALL_TRUE, at=timezone.now()
        )
        final = list(registered.papers.filter(is_final=True).select_related("client"))
        record_read_back(papers=[*final, *read.papers.select_related("client")], read_back=said, by=by)
        sign_papers(papers=final, file=_scan(), signed_on=timezone.localdate(), by=by)
    return Paper.objects.count()


def _set_for(client: Client, purpose: PaperPurpose, by: User) -> PaperSet:
    versions = [offer.version for offer in offered(purpose, timezone.localdate()) if offer.is_proposed]
    return make_set(client=client, purpose=purpose, versions=versions, by=by)


def _scan() -> SimpleUploadedFile:
    """An empty page stands for the scan: there is nobody whose signature could be on it."""
    writer, written = PdfWriter(), BytesIO()
    writer.add_blank_page(595, 842)
    writer.write(written)
    return SimpleUploadedFile("podpisane.pdf", written.getvalue())
