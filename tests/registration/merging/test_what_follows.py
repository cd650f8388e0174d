"""What a merge, and taking it apart, means for papers, scans and consents."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from documents.models import Upload
from registration.consents import gates
from registration.consents.vocabulary import ConsentPurpose
from registration.merging import services
from registration.models import Consent, PaperPurpose
from registration.papers.services import sign_papers
from tests.factories import UserFactory
from tests.pup_portal.files import handed_over, pdf
from tests.registration.consents.factories import agreed, withdrawn
from tests.registration.factories import ClientFactory
from tests.registration.intake.factories import filled_intake
from tests.registration.merging.factories import asked, manager, merged
from tests.registration.papers.factories import made, version_with

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


def about_languages():
    words = {"body_pl": "Języki: {{ languages.language }}", "body_uk": "Мови: {{ languages.language }}"}
    return version_with(words, kind="application")


def state_of(paper):
    paper.refresh_from_db()
    return paper.state


def test_papers_of_the_kept_record_are_outdated_by_what_came_with_the_other():
    keep, gone = ClientFactory(), ClientFactory()
    paper = made(keep, about_languages(), purpose=PaperPurpose.OTHER)
    filled_intake(gone)

    merged(asked(keep, gone))

    assert state_of(paper) == "outdated"


def test_papers_filled_in_after_a_merge_are_outdated_when_it_is_taken_apart():
    keep, gone = ClientFactory(), ClientFactory()
    version = about_languages()
    before = made(keep, version, purpose=PaperPurpose.OTHER)
    filled_intake(gone)
    request = merged(asked(keep, gone))
    since = made(keep, version, purpose=PaperPurpose.OTHER)

    services.undo(request=request, by=manager())

    assert (state_of(before), state_of(since)) == ("unsigned", "outdated")


def test_a_scan_that_both_records_hold_outlives_the_merge_and_its_undoing(
    django_capture_on_commit_callbacks,
):
    keep, gone = ClientFactory(), ClientFactory()
    scan, paper = pdf(), made(gone)
    other = made(keep, paper.version)
    for one in (paper, other):
        sign_papers(papers=[one], file=handed_over(scan, "scan.pdf"), signed_on=TODAY, by=UserFactory())
        one.refresh_from_db()

    with django_capture_on_commit_callbacks(execute=True):
        request = merged(asked(keep, gone))
    shown = type(paper).objects.get(pk=paper.pk).scan
    with django_capture_on_commit_callbacks(execute=True):
        services.undo(request=request, by=manager())

    own = Upload.objects.about(gone).get()
    paper.refresh_from_db()
    assert shown == other.scan
    assert paper.scan == own
    assert default_storage.exists(own.file.name)


@pytest.mark.parametrize("is_kept", [True, False])
def test_a_later_withdrawal_in_either_record_ends_the_consent(is_kept):
    agreeing, withdrawing = ClientFactory(), ClientFactory()
    agreed(agreeing, given_on=TODAY - timedelta(days=30))
    withdrawn(agreed(withdrawing, given_on=TODAY - timedelta(days=20)), on=TODAY - timedelta(days=5))
    keep, gone = (agreeing, withdrawing) if is_kept else (withdrawing, agreeing)

    request = merged(asked(keep, gone))
    holds = gates.has_consent(keep, ConsentPurpose.MESSAGES, TODAY)
    services.undo(request=request, by=manager())

    assert not holds
    assert gates.has_consent(agreeing, ConsentPurpose.MESSAGES, TODAY)


def test_a_consent_given_after_the_withdrawal_holds_for_the_merged_record():
    keep, gone = ClientFactory(), ClientFactory()
    agreed(keep, given_on=TODAY - timedelta(days=30))
    withdrawn(agreed(gone, given_on=TODAY - timedelta(days=20)), on=TODAY - timedelta(days=5))
    last = agreed(gone, given_on=TODAY - timedelta(days=2))

    merged(asked(keep, gone))

    assert Consent.objects.open().get(client=keep) == last
