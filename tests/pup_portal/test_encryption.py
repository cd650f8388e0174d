import base64
from uuid import UUID, uuid4

import hypothesis
import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from pup_portal import encryption
from pup_portal.encryption import NotAuthentic, NotSealed, UnknownKey

ROW = UUID("00000000-0000-4000-8000-000000000001")
COLUMN = "people.person.number"
OLD, NEW = b"o" * 32, b"n" * 32


@pytest.fixture(autouse=True)
def _keys(settings):
    settings.FIELD_KEYS = {"test1": b"t" * 32}


def sealed(text="85630112345", *, binding=COLUMN, row=ROW):
    return encryption.seal(text, binding=binding, row=row)


@hypothesis.settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1, max_size=60), st.uuids())
def test_what_is_sealed_opens_in_its_place(text, row):
    seal = sealed(text, row=row)

    assert encryption.unseal(seal, binding=COLUMN, row=row) == text
    assert len(seal) < len(text.encode()) * 4 / 3 + 64


def test_seal_says_version_and_key_and_nothing_of_the_text():
    seal = sealed("85630112345")

    version, key, content = seal.split(":")
    assert (version, key) == ("v1", "test1")
    assert len(base64.urlsafe_b64decode(content)) == 12 + 11 + 16
    assert "8563" not in seal


def test_what_was_stored_once_is_understood_for_good(settings):
    settings.INDEX_KEY = b"i" * 32
    stored = "v1:test1:YkW6-l_erJnVC_Fv3_pPZsP7Q4pJpMXaOaB-edBQSOwz8bfxabT3"

    text = encryption.unseal(stored, binding=COLUMN, row=ROW)
    index = encryption.digest(text, binding=COLUMN).hex()

    assert text == "85630112345"
    assert index == "63fabd7909f9bf09511b84fc417dc817c3855e1bde79ac0858c57a6be0c29535"


def test_two_seals_of_one_text_differ():
    assert sealed() != sealed()


@pytest.mark.parametrize(
    ("binding", "row"), [("people.person.name", ROW), (COLUMN, UUID(int=5)), ("people.person", ROW)]
)
def test_seal_of_another_place_does_not_open(binding, row):
    with pytest.raises(NotAuthentic, match=binding):
        encryption.unseal(sealed(), binding=binding, row=row)


@hypothesis.settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 38), st.integers(1, 255))
def test_altered_seal_does_not_open(place, difference):
    head, _, content = sealed().rpartition(":")
    bent = bytearray(base64.urlsafe_b64decode(content))
    bent[place] ^= difference

    with pytest.raises(NotAuthentic):
        encryption.unseal(f"{head}:{base64.urlsafe_b64encode(bent).decode()}", binding=COLUMN, row=ROW)


@pytest.mark.parametrize(
    "stored", ["85630112345", "", "v1:test1:short", "v2:test1:" + "A" * 52, "v1:Test:" + "A" * 52]
)
def test_what_is_no_seal_is_told_apart(stored):
    with pytest.raises(NotSealed):
        encryption.unseal(stored, binding=COLUMN, row=ROW)


def test_seal_with_broken_base64_does_not_open():
    with pytest.raises(NotAuthentic):
        encryption.unseal("v1:test1:" + "A" * 53, binding=COLUMN, row=ROW)


def test_first_key_writes_and_the_others_still_read(settings):
    settings.FIELD_KEYS = {"old": OLD}
    before = sealed()
    settings.FIELD_KEYS = {"new": NEW, "old": OLD}
    after = sealed()

    assert (encryption.key_of(before), encryption.key_of(after)) == ("old", "new")
    assert {encryption.unseal(seal, binding=COLUMN, row=ROW) for seal in (before, after)} == {"85630112345"}


def test_key_that_is_gone_is_named(settings):
    settings.FIELD_KEYS = {"old": OLD}
    before = sealed()
    settings.FIELD_KEYS = {"new": NEW}

    with pytest.raises(UnknownKey, match="old"):
        encryption.unseal(before, binding=COLUMN, row=ROW)


def test_another_key_of_the_same_name_does_not_open(settings):
    settings.FIELD_KEYS = {"old": OLD}
    before = sealed()
    settings.FIELD_KEYS = {"old": NEW}

    with pytest.raises(NotAuthentic):
        encryption.unseal(before, binding=COLUMN, row=ROW)


def test_error_never_holds_the_value(settings):
    seal = sealed("TAJNE-1")

    with pytest.raises(NotAuthentic) as refusal:
        encryption.unseal(seal, binding=COLUMN, row=uuid4())

    assert seal not in str(refusal.value)
    assert refusal.value.__suppress_context__


def test_error_about_plain_text_never_holds_it():
    with pytest.raises(NotSealed) as refusal:
        encryption.key_of("85630112345")

    assert "8563" not in str(refusal.value)


@pytest.mark.parametrize("added", ["\n", "="])
def test_seal_with_anything_added_does_not_open(added):
    with pytest.raises(NotAuthentic):
        encryption.unseal(sealed() + added, binding=COLUMN, row=ROW)


def test_digest_is_of_the_text_the_column_and_the_key(settings):
    settings.INDEX_KEY = OLD
    first = encryption.digest("85630112345", binding=COLUMN)
    again = encryption.digest("85630112345", binding=COLUMN)
    others = {
        encryption.digest("85630112346", binding=COLUMN),
        encryption.digest("85630112345", binding="people.person.name"),
    }
    settings.INDEX_KEY = NEW
    others.add(encryption.digest("85630112345", binding=COLUMN))

    assert first == again
    assert len(first) == 32
    assert len(others - {first}) == 3
