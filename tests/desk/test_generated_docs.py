from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from desk.generated_docs import pages


def test_generated_pages_tell_todays_truth():
    call_command("write_docs", "--check")


def test_page_that_tells_yesterdays_truth_is_refused(settings, tmp_path):
    settings.BASE_DIR = tmp_path
    (tmp_path / "docs").mkdir()
    call_command("write_docs")
    call_command("write_docs", "--check")
    Path(tmp_path / "docs" / "roles.md").write_text("old", "utf-8")

    with pytest.raises(CommandError, match=r"roles\.md"):
        call_command("write_docs", "--check")


def test_every_state_machine_is_drawn():
    assert [line for line in pages()["states.md"].splitlines() if line.startswith("## ")] == [
        "## Client",
        "## Enquiry",
        "## Paper",
        "## Request about a person's data",
        "## Offer left by an employer",
        "## Offer",
        "## Field visit",
        "## Translation",
        "## Meeting",
    ]
