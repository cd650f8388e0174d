"""What people type in their own words stays within its own place on a page."""

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from accounts.forms import RecoveryForm
from job_offers.forms.offers import WithdrawForm
from pup_portal.text import straight
from pup_portal.typed import WordsField
from reference.forms.lookups import CorrectPeriodForm
from registration.file_forms import RemoveFileForm
from registration.reveal import RevealForm
from registration.rights_forms import ReasonForm

TURNING = "\u202e\u2066\u200f\u061c"


def test_marks_of_direction_go_and_lines_stay():
    assert WordsField().clean(f" gepj{TURNING}fdp\r\nżółw ") == "gepjfdp\r\nżółw"


def test_marks_alone_are_no_words():
    with pytest.raises(forms.ValidationError):
        WordsField().clean(TURNING)


@given(st.text(alphabet="aż\u200d " + TURNING))
def test_nothing_else_is_lost(text):
    assert straight(text) == "".join(sign for sign in text if sign not in TURNING)


@pytest.mark.parametrize(
    ("form", "name"),
    [
        (ReasonForm, "reason"),
        (RemoveFileForm, "reason"),
        (WithdrawForm, "reason"),
        (CorrectPeriodForm, "reason"),
        (RecoveryForm, "reason"),
        (RevealForm, "details"),
    ],
)
def test_typed_reasons_are_such_words(form, name):
    assert isinstance(form.base_fields[name], WordsField)
