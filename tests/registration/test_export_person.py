import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.access_models import AccessEntry
from tests.meetings.factories import listed, planned
from tests.registration.factories import PESEL, READY, ClientFactory

pytestmark = pytest.mark.django_db


def test_export_holds_what_every_app_keeps():
    client = ClientFactory(**READY)
    meeting = planned()
    listed(meeting, client=client)
    ClientFactory(surname_cyrillic="Інша")
    out = StringIO()

    call_command("export_person", str(client.public_id), stdout=out)

    kept = json.loads(out.getvalue())
    assert kept["registration.client"][0]["pesel"] == PESEL
    assert kept["meetings.attendance"][0]["meeting__title_pl"] == "Spotkanie o pracy"
    assert "Інша" not in out.getvalue()
    entry = AccessEntry.objects.about(client).get()
    assert (entry.kind, entry.page, entry.actor) == ("export", "export_person", None)


def test_export_of_nobody_says_so():
    with pytest.raises(CommandError, match="no client"):
        call_command("export_person", "00000000-0000-4000-8000-000000000000")
