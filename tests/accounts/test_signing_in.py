"""Signing in tells strangers nothing, slows them down, and tells the owner of a new device."""

import gzip
import hashlib

import pytest
from django.contrib.auth.hashers import get_hasher
from django.core.exceptions import ValidationError
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from accounts.adapter import StaffAccountAdapter
from accounts.browsers import browser_name
from accounts.checks import breached_passwords_file
from accounts.passwords import BreachedPasswordValidator, MaximumLengthValidator, is_breached
from messaging.models import Message
from tests.accounts.sign_in import PASSWORD, give_password, make_member

pytestmark = pytest.mark.django_db

EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0"
ANDROID = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1"


@pytest.fixture
def hashings(monkeypatch):
    """How often a password was hashed: what a stopwatch of a stranger would measure."""
    counted = []
    hasher = type(get_hasher())
    encode = hasher.encode
    monkeypatch.setattr(
        hasher, "encode", lambda *args, **kwargs: counted.append(1) or encode(*args, **kwargs)
    )
    return counted


def words(response):
    """The page without what differs at every request."""
    page = response.content.decode()
    return [line for line in page.splitlines() if "csrf" not in line and "value=" not in line]


@pytest.mark.parametrize("username", ["olena", "disabled", "invited", "nobody"])
def test_answer_and_work_are_the_same_whoever_is_asked_for(client, hashings, username):
    make_member()
    make_member(username="disabled", email="d@example.org", is_active=False)
    invited = make_member(username="invited", email="i@example.org")
    invited.set_unusable_password()
    invited.save()
    first = words(give_password(client, "somebody else", "wrong-password-1"))
    hashings.clear()

    response = give_password(client, username, "wrong-password-1")

    assert words(response) == first
    assert len(hashings) == 1


@pytest.mark.parametrize("address", ["olena@example.org", "nobody@example.org"])
def test_forgotten_password_is_answered_the_same_whoever_asks(client, address):
    make_member()

    response = client.post("/en/accounts/password/reset/", {"email": address})

    assert response.url == "/en/accounts/password/reset/done/"
    assert Message.objects.count() == (address == "olena@example.org")


def test_sixth_wrong_password_must_wait_even_with_the_right_one(client):
    make_member()
    for _ in range(5):
        give_password(client, password="wrong-password-1")

    response = give_password(client)
    from_elsewhere = give_password(type(client)(), REMOTE_ADDR="198.51.100.9")

    assert "Too many attempts. Wait five minutes" in response.content.decode()
    assert "Too many attempts" in from_elsewhere.content.decode()


def test_unknown_account_is_slowed_down_as_a_known_one(client):
    for _ in range(5):
        give_password(client, "nobody")

    assert "Too many attempts" in give_password(client, "nobody").content.decode()


def test_address_that_tries_many_accounts_is_stopped(client):
    make_member()
    for number in range(30):
        give_password(client, f"guess{number}", REMOTE_ADDR="198.51.100.9")

    stopped = give_password(client, REMOTE_ADDR="198.51.100.9")
    elsewhere = give_password(type(client)(), REMOTE_ADDR="198.51.100.10")

    assert "Too many attempts" in stopped.content.decode()
    assert elsewhere.status_code == 302


def test_flood_gets_the_helpful_page(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "2/m/ip"}
    for _ in range(2):
        give_password(client, "nobody")

    response = give_password(client, "nobody")

    assert response.status_code == 429
    assert "Too many attempts in a short time" in response.content.decode()


def test_disabled_account_is_told_so_only_with_its_password(client):
    make_member(is_active=False)

    assert give_password(client).url == "/en/accounts/inactive/"
    assert "not right" in give_password(client, password="wrong-password-1").content.decode()


def test_session_gets_a_new_key_with_the_sign_in(client):
    make_member()
    session = client.session
    session["planted"] = True
    session.save()
    before = session.session_key

    give_password(client)

    assert client.session.session_key != before


def test_new_device_is_told_once(client):
    make_member(language="pl")
    give_password(client, headers={"user-agent": EDGE})
    told = Message.objects.get()
    client.post(reverse("account_logout"))

    give_password(client, headers={"user-agent": EDGE})

    assert (told.to_address, told.language) == ("olena@example.org", "pl")
    assert "Edge, Windows" in told.body
    assert Message.objects.count() == 1


def test_other_browser_and_other_person_are_new(client):
    make_member()
    make_member(username="inna", email="inna@example.org")
    give_password(client)
    client.post(reverse("account_logout"))

    give_password(client, "inna")
    give_password(type(client)())

    assert sorted(Message.objects.values_list("to_address", flat=True)) == [
        "inna@example.org",
        "olena@example.org",
        "olena@example.org",
    ]


def test_cookie_of_the_device_says_nothing_and_cannot_be_forged(client):
    member = make_member()
    give_password(client)
    cookie = client.cookies["device"]
    client.post(reverse("account_logout"))
    client.cookies["device"] = cookie.value[:-1] + ("A" if cookie.value[-1] != "A" else "B")

    give_password(client)

    assert cookie["httponly"]
    assert (cookie["samesite"], cookie["max-age"]) == ("Lax", 400 * 86_400)
    assert not {member.username, str(member.public_id)} & set(cookie.value.split(":"))
    assert Message.objects.count() == 2


def test_person_without_an_address_signs_in_all_the_same(client):
    make_member(email="")

    assert give_password(client).status_code == 302
    assert not Message.objects.exists()


@pytest.mark.parametrize("address", ["198.51.100.7", ""])
def test_sign_in_works_without_a_network_address(client, address):
    make_member()

    response = give_password(client, REMOTE_ADDR=address)

    assert response.status_code == 302


@pytest.mark.parametrize(
    "path", ["//evil.example/", "https://evil.example/", "javascript:alert(1)", "/\\evil.example"]
)
def test_sign_in_leads_to_no_other_site(client, path):
    make_member()

    response = client.post("/en/accounts/login/", {"login": "olena", "password": PASSWORD, "next": path})

    assert response.url == "/en/desk/"


def test_letter_nobody_has_written_is_not_sent():
    with pytest.raises(NotImplementedError):
        StaffAccountAdapter().send_mail("account/email/login_code", "a@example.org", {})


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        (EDGE, "Edge, Windows"),
        (ANDROID, "Chrome, Android"),
        (IPHONE, "Safari, iPhone"),
        ("curl/8", ""),
        ("", ""),
    ],
)
def test_browser_is_named_as_people_know_it(user_agent, name):
    assert browser_name(user_agent) == name


# --- passwords -----------------------------------------------------------------------------------


def sha1(password):
    return hashlib.sha1(password.encode()).hexdigest().upper()


def listed(path, passwords, *, count=":12", end="\n"):
    path.write_text("".join(sorted(f"{sha1(word)}{count}{end}" for word in passwords)))
    return path


@pytest.mark.parametrize("size", [1, 2, 3, 50, 1000])
@pytest.mark.parametrize(("count", "end"), [(":12", "\n"), ("", "\n"), (":1", "\r\n")])
def test_breached_password_is_found_wherever_it_stands(tmp_path, size, count, end):
    words = [f"password {number}" for number in range(size)]
    path = listed(tmp_path / "list.txt", words, count=count, end=end)

    assert [word for word in words if not is_breached(word, path)] == []
    assert not is_breached("krowa na zielonej łące", path)


@given(st.sets(st.text(max_size=30), max_size=40), st.text(max_size=30))
def test_breached_is_what_is_listed(tmp_path_factory, words, asked):
    path = listed(tmp_path_factory.mktemp("lists") / "list.txt", words)

    assert is_breached(asked, path) == (asked in words)


def test_list_of_the_beginnings_of_hashes_serves_too(tmp_path):
    path = tmp_path / "list.txt"
    path.write_text("".join(sorted(f"{sha1(f'password {number}')[:12]}\n" for number in range(100))))

    assert is_breached("password 7", path)
    assert not is_breached("password 100", path)


def test_line_without_its_end_and_empty_list_are_read(tmp_path):
    path = tmp_path / "list.txt"
    path.write_text(sha1("only one"))
    empty = tmp_path / "empty.txt"
    empty.write_text("")

    assert is_breached("only one", path)
    assert not is_breached("only one", empty)


def test_list_is_read_in_short_pieces(tmp_path, monkeypatch):
    path = listed(tmp_path / "list.txt", [f"password {number}" for number in range(20_000)])
    lines = []
    find = is_breached.__globals__["_line_at"]
    monkeypatch.setitem(
        is_breached.__globals__, "_line_at", lambda file, at: lines.append(at) or find(file, at)
    )

    is_breached("krowa na zielonej łące", path)

    assert len(lines) < 25


def test_breached_password_is_refused_at_the_form(client, settings, tmp_path):
    settings.BREACHED_PASSWORDS_FILE = listed(tmp_path / "list.txt", ["krowa na zielonej łące"])
    make_member()
    give_password(client)
    new = {"password1": "krowa na zielonej łące", "password2": "krowa na zielonej łące"}

    response = client.post("/en/accounts/password/change/", {"oldpassword": PASSWORD} | new)

    assert "known from a data breach" in response.content.decode()


@pytest.mark.parametrize(
    "password",
    ["a" * 64 + " łąka", "wszystkie małe litery", "123456789012 345", "😀 emoji are characters"],
)
def test_long_password_of_any_characters_is_taken(client, password):
    make_member()
    give_password(client)

    client.post(
        "/en/accounts/password/change/",
        {"oldpassword": PASSWORD, "password1": password, "password2": password},
    )

    client.post(reverse("account_logout"))
    assert give_password(client, password=password).status_code == 302


def test_common_password_is_refused_without_any_list(client):
    make_member()
    give_password(client)

    response = client.post(
        "/en/accounts/password/change/",
        {"oldpassword": PASSWORD, "password1": "qwerty123456", "password2": "qwerty123456"},
    )

    assert "password1" in response.context["form"].errors


def test_rules_are_told_in_words():
    assert MaximumLengthValidator(256).get_help_text() == "At most 256 characters."
    assert "data breach" in BreachedPasswordValidator().get_help_text()
    with pytest.raises(ValidationError):
        MaximumLengthValidator(256).validate("x" * 257)


def test_compressed_list_is_refused_at_the_start(settings, tmp_path):
    path = tmp_path / "list.txt.gz"
    path.write_bytes(gzip.compress(b"AAAA\n"))
    settings.BREACHED_PASSWORDS_FILE = path

    assert [error.id for error in breached_passwords_file(None)] == ["accounts.E001"]
    settings.BREACHED_PASSWORDS_FILE = tmp_path / "nowhere"
    assert [error.id for error in breached_passwords_file(None)] == ["accounts.E001"]
    settings.BREACHED_PASSWORDS_FILE = None
    assert breached_passwords_file(None) == []
