"""The pages about security that are made from the code tell what the code does."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command

from accounts.field_access import CLIENT, FIELD_ACTS, MASKED, withheld_from
from accounts.permissions import Role
from desk import data_ranks, event_docs, limit_docs, rule_docs
from desk.data_ranks import PROTECTION, Rank, rank_of, ranked
from pup_portal.security_events import SecurityEvent
from registration.models import Client
from tests.factories import UserFactory
from tests.test_architecture import APPS

ROOT = Path(__file__).parents[2]


def test_rules_name_every_constraint():
    page = rule_docs.page()

    missing = [
        constraint.name
        for model in apps.get_models()
        if model._meta.app_label in rule_docs.APPS and not hasattr(model, "pgh_tracked_model")
        for constraint in model._meta.constraints
        if f"`{constraint.name}`" not in page
    ]
    assert missing == []
    assert len(re.findall(r"^- `", page, re.MULTILINE)) > 100


def test_rules_tell_what_a_field_takes():
    page = rule_docs.page()

    assert re.search(r"\| `surname_latin` \| Char, at most \d+ characters, may be empty \|", page)
    assert "-9223372036854775808" not in page


def test_rules_cover_every_app_with_tables():
    assert {app.label for app in apps.get_app_configs() if app.label in APPS and list(app.get_models())} == {
        *rule_docs.APPS,
        "pup_portal",
    }


def test_limits_follow_the_settings(settings):
    before = limit_docs.page()
    settings.SESSION_COOKIE_AGE = 60 * 7
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": "7/2h/key"}

    page = limit_docs.page()

    assert "| 7 minutes |" in page
    assert "| 7 in 2 hours per account, known or not |" in page
    assert page != before


def test_limits_name_every_page_that_counts():
    decorated = sum(
        file.read_text().count("@rate_limited(") for app in APPS for file in (ROOT / app).rglob("*.py")
    )
    told = re.findall(r"^\| `(\w+:[\w-]+)` \|", limit_docs.page(), re.MULTILINE)

    two_addresses_of_one_view = {"engine_answers:failure"}
    assert len(set(told) - two_addresses_of_one_view) == decorated


def test_events_are_all_told():
    assert re.findall(r"^\| `(\w+)`", event_docs.page(), re.MULTILINE) == [
        event.value for event in SecurityEvent
    ]


def test_every_rank_says_how_it_is_protected():
    assert set(PROTECTION) == set(Rank)
    assert {rank for _model, _column, rank in ranked()} == set(Rank) - {Rank.OFFICE}


def test_sealed_is_what_nobody_is_shown_whole():
    sealed = {column for model, column, rank in ranked() if model is Client and rank is Rank.SEALED}

    assert MASKED[CLIENT] <= sealed
    assert {column for column in sealed - MASKED[CLIENT] if FIELD_ACTS[CLIENT][column] is not None} == set()


@pytest.mark.django_db
def test_what_brokers_are_not_shown_ranks_higher():
    withheld = withheld_from(UserFactory(role=Role.BROKER), CLIENT)

    ranks = {column: rank_of(Client, column) for column in withheld}
    assert {column for column, rank in ranks.items() if rank < Rank.CLOSE} == set()
    assert rank_of(Client, "street_address") is Rank.CLOSE
    assert rank_of(Client, "surname_latin") is Rank.PERSONAL


def test_rank_of_what_is_nobodys_is_the_offices():
    assert rank_of(apps.get_model("accounts.User"), "email") is Rank.OFFICE
    assert "accounts.user" in data_ranks.page()


@pytest.mark.parametrize("name", ["data-ranks.md", "validation.md", "limits.md", "security-events.md"])
def test_page_about_security_is_current(settings, tmp_path, name):
    settings.BASE_DIR = tmp_path
    (tmp_path / "docs").mkdir()

    call_command("write_docs")

    assert (tmp_path / "docs" / name).read_text("utf-8") == (ROOT / "docs" / name).read_text("utf-8")


def test_page_of_security_names_only_what_there_is():
    """Addresses of other pages, settings, events and files in docs/security.md exist."""
    page = (ROOT / "docs" / "security.md").read_text()
    settings_source = (ROOT / "pup_portal" / "settings.py").read_text() + (ROOT / ".env.example").read_text()

    links = re.findall(r"\]\(([\w./-]+\.md|\.\./[\w./-]+)(?:#[\w-]+)?\)", page)
    named = re.findall(r"`([A-Z][A-Z0-9_]{4,})`", page)
    assert [link for link in links if not (ROOT / "docs" / link).exists()] == []
    assert [name for name in named if name not in settings_source] == []
    assert len(named) > 15


def test_inventory_tells_use_and_life_of_every_key():
    """Each key the settings read stands in the table of what it is for, and in the one of when it changes."""
    source = (ROOT / "pup_portal" / "settings.py").read_text()
    keys = set(re.findall(r'env\.\w+\("(\w*KEYS?)"', source))
    section = (
        (ROOT / "docs" / "security.md").read_text().split("## Keys and cryptography")[1].split("\n## ")[0]
    )

    uses, life = section.split("**Life of a key**")

    assert keys == {
        "SECRET_KEY",
        "FIELD_KEYS",
        "INDEX_KEY",
        "ACCESS_LOG_KEY",
        "DEEPL_API_KEY",
        "LIBRETRANSLATE_API_KEY",
    }
    assert {key for key in keys if f"`{key}`" not in uses} == set()
    assert {key for key in keys if f"| `{key}` |" not in life} == set()


def test_ways_of_signing_in_name_every_factor_there_is(settings):
    words = {"totp": "code of the application", "webauthn": "passkey", "recovery_codes": "recovery code"}
    section = (ROOT / "docs" / "security.md").read_text().split("## Ways of signing in")[1].split("\n## ")[0]

    assert set(settings.MFA_SUPPORTED_TYPES) == set(words)
    assert not settings.MFA_PASSKEY_LOGIN_ENABLED
    assert [word for word in words.values() if word not in section.lower()] == []
    assert (
        len(re.findall(r"^\| [a-z ]+ \| [^|]+ \| [^|]+ \|$", section, re.MULTILINE)) == 5
    )  # with its heading


def test_times_to_repair_libraries_are_written_down():
    section = (ROOT / "SECURITY.md").read_text().split("## Libraries")[1].split("\n## ")[0]

    assert re.findall(r"\| (\d+ days|next release)", section) == [
        "3 days",
        "14 days",
        "30 days",
        "next release",
    ]
    assert "make audit" in section
