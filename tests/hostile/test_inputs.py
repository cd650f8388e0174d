"""Ten thousand hostile values in every field of every form and every parameter of every address.

Forms and parameters are found by walking the pages and the url conf, so a new page is attacked without
anybody naming it here. A request carries a hostile value in each of its fields; each value counts as one.
"""

import time
from collections.abc import Iterator
from itertools import cycle
from random import Random
from typing import Any
from urllib.parse import quote, urldefrag, urlsplit

import pytest
from django.apps import apps
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.db import models, transaction
from django.db.utils import DatabaseError

from accounts.permissions import ROLE_ACTS, Act, Role
from pup_portal.encrypted_fields import EncryptedTextField
from tests.hostile import attacks
from tests.hostile.crawling import Found, Visitor, all_of, filled, name_of
from tests.hostile.office import NOBODY, open_office
from tests.hostile.pages import Page, body_of, text_of
from tests.test_access import PATTERNS

pytestmark = [pytest.mark.django_db, pytest.mark.sweep]

INPUTS = 10_000
STARTS = ("/pl/", "/pl/accounts/login/", "/pl/accounts/password/reset/", "/api/v1/offers")
TYPED = {"text", "search", "textarea", "email", "tel", "url", "hidden", "password"}
PATH_LENGTH = 1500
STATEMENT_SECONDS = 30  # the timeout of a statement in the settings
STORED = "'\"><xssprobe></textarea><script>xssprobe()</script>{{ 31337|add:31337 }}"
CODES = {
    "kind",
    "task",
    "code",
    "vocabulary",
    "unit",
    "language",
    "section",
    "field",
    "key",
    "state",
    "media_type",
}


def roles_with_most_rights() -> list[str]:
    """The fewest roles whose acts together are all acts, the mightiest first."""
    missing, chosen = set(Act), []
    while missing:
        best = max(ROLE_ACTS, key=lambda role: len(ROLE_ACTS[role] & missing))
        if not ROLE_ACTS[best] & missing:
            break  # what is left is granted to single people
        missing -= ROLE_ACTS[best]
        chosen.append(best.value)
    return chosen


class Attacker:
    """Sends hostile values where a visitor found forms and parameters, and counts them."""

    def __init__(self, visitor: Visitor, values: Iterator[str]) -> None:
        self.visitor, self.client, self.role = visitor, visitor.client, visitor.role
        self.values = values
        self.count = self.requests = 0
        self.faults: list[str] = []
        self.addresses = {name: urlsplit(url).path for name, url in visitor.opened.items()}
        self.parameters = {
            name: {"page", "next"} | visitor.parameters.get(name, set()) for name in self.addresses
        }
        for found in visitor.forms.values():
            if found.form.method == "get":
                self.parameters.setdefault(name_of(found.address), set()).update(found.form.names)

    def take(self, *, breaking: bool = False) -> str:
        """The next hostile value; ``breaking`` makes it one that shows as an element wherever nothing escapes it."""
        self.count += 1
        return attacks.BREAKER if breaking else next(self.values)

    def attack_forms(self, *, typed_only: bool) -> None:
        """Every field of every form; ``typed_only`` leaves what is chosen from lists as it should be, so that more
        of it is stored and shown, and types what would break out of any place in a page."""
        for found in self.visitor.forms.values():
            data = self._hostile(found, typed_only=typed_only)
            for name, value, _address in found.form.buttons[:1]:
                data |= {name: value} if name else {}
            self._send(found.form.method, found.address.partition("?")[0], data)

    def _hostile(self, found: Found, *, typed_only: bool) -> dict[str, Any]:
        data = filled(found.form)
        for control in found.form.fields:
            if control.kind == "file":
                data[control.name] = attacks.as_file(self.take(breaking=typed_only))
            elif not typed_only or (
                control.kind in TYPED and not (control.kind == "hidden" and control.value)
            ):
                data[control.name] = self.take(breaking=typed_only)
        return data

    def attack_queries(self) -> None:
        """Every parameter that a link or a form gives the address."""
        for name, address in self.addresses.items():
            for breaking in (False, True):
                data = {
                    parameter: self.take(breaking=breaking) for parameter in sorted(self.parameters[name])
                }
                self._send("get", address, data)

    def attack_paths(self) -> None:
        """A hostile text in place of every key of every address."""
        for _name, path, _pattern in PATTERNS:
            if "<" in path and "^" not in path:
                pieces = path.split("<")
                rest = [piece.partition(">")[2] for piece in pieces[1:]]
                keys = [quote(self.take()[:PATH_LENGTH], safe="") for _piece in rest]
                url = pieces[0] + "".join(key + piece for key, piece in zip(keys, rest, strict=True))
                self._send("get", f"/{url}", None)

    def attack_headers(self) -> None:
        for address in self.addresses.values():
            self._send("get", address, None, **attacks.headers_of(self.take))

    def _send(self, method: str, url: str, data: Any, **headers: Any) -> None:
        cache.clear()  # or the limits of rates would answer instead of the pages
        cookies = self.client.cookies.copy()
        self.requests += 1
        started = time.monotonic()
        with transaction.atomic():
            answer = getattr(self.client, method)(url, data, **headers)
            self._judge(f"{method} {url}", answer, started, data or headers)
            where = answer.headers.get("Location", "")
            if where.startswith("/") and not where.startswith("//") and method == "post":
                started = time.monotonic()
                landed = self.client.get(urldefrag(where).url)
                self._judge(f"{method} {url} → {where}", landed, started, data)
            transaction.set_rollback(True)
        self.client.cookies = cookies

    def _judge(self, what: str, answer: Any, started: float, data: Any) -> None:
        seconds = time.monotonic() - started
        for fault in self._faults(answer, seconds):
            self.faults.append(f"{self.role}: {what[:200]}: {fault} {shortened(data)}")

    def _faults(self, answer: Any, seconds: float) -> Iterator[str]:
        if answer.status_code >= 500:
            yield f"{answer.status_code} {answer.exc_info[1]!r:.300}" if answer.exc_info else "500"
        if seconds > STATEMENT_SECONDS:
            yield f"answered after {seconds:.0f} s"
        text = text_of(answer)
        if attacks.SUM_OF_TEMPLATE in text:
            yield "ran a template"
        if settings.SECRET_KEY in text:
            yield "shows the secret key"
        yield from _split_headers(answer)
        if answer.headers.get("Content-Type", "").startswith("text/html"):
            yield from Page(body_of(answer).decode()).what_would_run()


def _split_headers(answer: Any) -> Iterator[str]:
    headers = dict(answer.headers)
    if "X-Probe" in headers or "probe" in answer.cookies:
        yield "has a header of the attacker"
    if any(sign in f"{name}{value}" for name, value in headers.items() for sign in "\r\n\x00"):
        yield "has a broken header"
    host = urlsplit(headers.get("Location", "")).netloc
    if host and host != "testserver":
        yield f"leads to {host}"


def shortened(data: Any) -> str:
    return str({name: str(value)[:60] for name, value in (data or {}).items()})[:1500]


def hostile_values(count: int) -> list[str]:
    """The written attacks over and over among as many generated texts, in an order that is always the same."""
    generated = attacks.generated(count // 2)
    written = [text for text, _turn in zip(cycle(attacks.FIXED), range(count // 2), strict=False)]
    values = generated + written
    Random(2022).shuffle(values)
    return values


def test_ten_thousand_hostile_inputs_break_and_run_nothing(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    office = open_office()
    values = cycle(hostile_values(INPUTS))
    attackers = []
    for role in [*roles_with_most_rights(), NOBODY]:
        visitor = Visitor(office, role)
        visitor.follow_links(*STARTS, *(() if role == NOBODY else ("/pl/desk/",)), by_name=True)
        attackers.append(Attacker(visitor, values))

    while sum(attacker.count for attacker in attackers) < INPUTS:
        for attacker in attackers:
            attacker.attack_forms(typed_only=False)
            attacker.attack_forms(typed_only=True)
            attacker.attack_queries()
        for attacker in (
            attackers[0],
            attackers[-1],
        ):  # what stands before the pages is the same for all roles
            attacker.attack_paths()
            attacker.attack_headers()

    faults = [fault for attacker in attackers for fault in attacker.faults]
    assert sum(attacker.count for attacker in attackers) >= INPUTS
    assert faults == []
    assert [
        file for file in tmp_path.rglob("*") if file.is_file() and tmp_path / "media" not in file.parents
    ] == []
    assert list(tmp_path.rglob(f"*{attacks.CANARY_FILE}*")) == []
    assert [letter for letter in mail.outbox if "evil.invalid" in str(letter.message())] == []


def test_stored_markup_stays_text_on_every_page():
    office = open_office()
    filled_columns = fill_columns(STORED)
    faults = []
    for role in [*roles_with_most_rights(), NOBODY]:
        visitor = Visitor(office, role)
        visitor.follow_links(*STARTS, *(() if role == NOBODY else ("/pl/desk/",)), by_name=True)
        faults += [fault for fault in visitor.faults if " has <" in fault or ") 500 " in fault]

    assert len(filled_columns) > 60
    assert faults == []


def fill_columns(text: str) -> list[str]:
    """Put ``text`` into every column of free text that takes it, past all forms; give the columns' names."""
    taken = []
    for model in apps.get_models():
        if model._meta.app_label in {"contenttypes", "sessions", "usersessions", "mfa", "account"}:
            continue
        for column in model._meta.concrete_fields:
            if is_free_text(column):
                value = text[: column.max_length] if column.max_length else text
                try:
                    with transaction.atomic():
                        model._default_manager.update(**{column.name: value})
                    taken.append(f"{model._meta.label}.{column.name}")
                except DatabaseError:
                    continue  # a constraint keeps it out
    return taken


def is_free_text(column: Any) -> bool:
    return (
        isinstance(column, models.CharField | models.TextField)
        and not isinstance(column, EncryptedTextField)
        and not (column.unique or column.choices or column.name in CODES)
        and (column.max_length or 1000) >= 40
        and not column.name.endswith(("_hash", "_key", "_index", "password"))
    )


@pytest.mark.parametrize("times", [2, 50])
def test_parameters_sent_twice_break_nothing(times):
    visitor = Visitor(open_office(), Role.COORDINATOR)
    visitor.follow_links("/pl/desk/", "/pl/offers/", by_name=True)
    visitor.faults.clear()

    for found in visitor.forms.values():
        values = {name: list(all_of(value)) * times for name, value in filled(found.form).items()}
        visitor.ask(found.form.method, found.address.partition("?")[0], values)

    assert visitor.faults == []
