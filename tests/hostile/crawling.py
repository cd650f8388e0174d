"""Somebody who opens every link and sends every form, and writes down what is wrong with the answers."""

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import Resolver404, resolve
from django.utils import timezone

from tests.hostile.office import NOBODY, Office, squeeze
from tests.hostile.pages import Field, Form, Page, body_of, text_of
from tests.reference.files import picture
from tests.test_access import PATTERNS, WHO_MAY, roles_of

MOST_PAGES = 500
MOST_RECORDS = 9  # that are opened on one kind of page; the settings have hundreds of places and words
HOST = "http://testserver"
OPEN = {200, 206}
ACTS = {name: getattr(pattern.callback, "act", None) for name, _path, pattern in PATTERNS}


@dataclass(frozen=True)
class Found:
    """A form and the page it stands on."""

    page: str
    form: Form

    @property
    def address(self) -> str:
        return urldefrag(urljoin(HOST + self.page, self.form.action or self.page)).url.removeprefix(HOST)

    @property
    def key(self) -> tuple[object, ...]:
        return (self.form.method, name_of(self.address) or self.address, self.form.names)


class Visitor:
    """One member of staff, or nobody, with the faults met so far."""

    def __init__(self, office: Office, role: str, *, language: str = "pl") -> None:
        self.office, self.role, self.language = office, role, language
        self.client = Client(raise_request_exception=False)
        if role != NOBODY:
            self.client.force_login(office.staff[role])
        self.faults: list[str] = []
        self.count = 0
        self.met: set[str] = set()
        self.opened: dict[str, str] = {}
        self.parameters: dict[str, set[str]] = {}  # of each address, by its name
        self.forms: dict[tuple[object, ...], Found] = {}

    def ask(self, method: str, url: str, data: Any = None) -> Any:
        """Send one request and judge the answer; a POST leaves no trace."""
        self.count += 1
        cache.clear()  # or the limits of rates would end the walk
        answer = self.client.get(url, data) if method == "get" else self._ask_and_undo(url, data or {})
        self._judge(method, url, answer)
        return answer

    def _ask_and_undo(self, url: str, data: Any) -> Any:
        cookies = self.client.cookies.copy()
        with transaction.atomic():
            answer = self.client.post(url, data)
            body_of(answer)
            self._judge("after post", url, self._where_it_leads(answer))
            transaction.set_rollback(True)
        self.client.cookies = cookies
        return answer

    def _where_it_leads(self, answer: Any) -> Any:
        where = answer.headers.get("Location", "")
        if answer.status_code not in {301, 302, 303} or not where.startswith("/"):
            return None
        return self.client.get(urldefrag(where).url)

    def _judge(self, method: str, url: str, answer: Any) -> None:
        if answer is None:
            return
        name = name_of(url)
        what = f"{self.role}: {method} {url} ({name}) {answer.status_code}"
        if answer.status_code >= 500 and name != "service:readyz":
            self.faults.append(f"{what} {answer.exc_info[1]!r}" if answer.exc_info else what)
        if method != "after post" and answer.status_code in OPEN and not self._is_open(name):
            self.faults.append(f"{what} is not open to them")
        if answer.status_code in OPEN:
            self.opened.setdefault(name, url)
        self._listen(what, name, squeeze(text_of(answer)))

    def _is_open(self, name: str) -> bool:
        if name not in WHO_MAY:
            return name in {"", "front"}
        user = self.office.staff.get(self.role)
        granted = user is not None and ACTS.get(name) in user.granted_acts
        return granted or WHO_MAY[name] == "public" or self.role in roles_of(name)

    def _listen(self, what: str, name: str, text: str) -> None:
        for canary in self.office.canaries:
            if canary.sings_in(text):
                self.met.add(canary.of)
                nameless = self.role == "broker" and name.startswith("cv_builder:")
                elsewhere = bool(canary.only_at) and canary.only_at != name
                if self.role not in canary.roles or elsewhere or (canary.is_identity and nameless):
                    self.faults.append(f"{what} shows {canary.of}")

    def follow_links(self, *starts: str, by_name: bool = False) -> None:
        """Open whatever can be reached from ``starts``: each address once for each set of its parameters.

        ``by_name`` opens one record of each kind of page, which is enough to know the forms.
        """
        seen: set[tuple[str, tuple[str, ...]]] = set()
        records: Counter[tuple[str, tuple[str, ...]]] = Counter()
        queue = deque((start, "") for start in starts)
        while queue:
            url, origin = queue.popleft()
            parts = urlsplit(url)
            place = (name_of(url) or parts.path) if by_name else parts.path
            key = (place, tuple(sorted({name for name, _value in parse_qsl(parts.query)})))
            if key in seen:
                continue
            seen.add(key)
            records[name_of(url), key[1]] += 1
            if name_of(url) and records[name_of(url), key[1]] > MOST_RECORDS:
                continue
            self.parameters.setdefault(name_of(url), set()).update(key[1])
            assert records.total() < 2 * MOST_PAGES, f"{self.role} does not come to an end"
            answer = self.ask("get", url)
            if origin and answer.status_code in {403, 404, 405, 410}:
                self.faults.append(f"{self.role}: {origin} links to {url}: {answer.status_code}")
            if where := answer.headers.get("Location"):
                queue.extend((link, "") for link in self._ours([where], url))
            if answer.headers.get("Content-Type", "").startswith("text/html"):
                queue.extend((link, url) for link in self._read(url, answer))

    def try_record(self, name: str, key: str, url: str) -> None:
        """Ask for a record by the ``key`` of its address, with the method the address takes."""
        answer = self.ask("get", url)
        if answer.status_code == 405:
            answer = self.ask("post", url)
        allowed = self._is_open(name)
        hidden = self.office.closed[NOBODY if WHO_MAY[name] == "public" else self.role]
        refused = answer.status_code in {403, 404} or "/accounts/login/" in answer.headers.get("Location", "")
        # Moving an entry that the CV has not got does nothing and leads back to the CV, which is open.
        is_hidden = key != "entry_id" and any(public_id in url for public_id in hidden)
        if not refused and (is_hidden or not allowed):
            self.faults.append(
                f"{self.role}: {url} ({name}) of a record closed to them: {answer.status_code}"
            )

    def _read(self, url: str, answer: Any) -> list[str]:
        page = Page(body_of(answer).decode())
        self.faults += [f"{self.role}: {url} has {what}" for what in page.what_would_run()]
        is_whole = any(tag == "html" for tag, _values in page.elements)
        if (
            url.startswith(f"/{self.language}/desk/")
            and is_whole
            and not any("/logout/" in form.action for form in page.forms)
        ):
            self.faults.append(f"{self.role}: {url} does not offer to sign out")
        for form in page.forms:
            found = Found(url, form)
            self.forms.setdefault(found.key, found)
        return self._ours(page.links, url)

    def _ours(self, links: list[str], base: str) -> list[str]:
        """The links that stay on the site and in the language; a page in another language is the same page."""
        whole = [urldefrag(urljoin(HOST + base, link)).url for link in links if not link.startswith("data:")]
        paths = [url.removeprefix(HOST) for url in whole if url.startswith(f"{HOST}/")]
        others = tuple(f"/{code}/" for code in ("pl", "uk", "en") if code != self.language)
        return [path for path in paths if not path.startswith(("/static/", *others))]

    def send_forms(self) -> None:
        """Each form filled in, by each of its buttons, and once empty."""
        for found in list(self.forms.values()):
            method, form = found.form.method, found.form
            if method == "get":
                answer = self.ask("get", found.address.partition("?")[0], filled(form))
                if answer.headers.get("Content-Type", "").startswith("text/html"):
                    self._read(found.address, answer)
                continue
            for name, value, address in form.buttons or [("", "", "")]:
                where = urljoin(found.address, address) if address else found.address
                answer = self.ask("post", where, filled(form) | ({name: value} if name else {}))
                if form.buttons and answer.status_code in {403, 404, 405}:
                    self.faults.append(
                        f"{self.role}: the form of {found.page} to {where}: {answer.status_code}"
                    )
            self.ask("post", found.address, {})


def name_of(url: str) -> str:
    """The name of an address with its namespace; empty for what is not ours."""
    try:
        return resolve(urlsplit(url).path).view_name
    except Resolver404:
        return ""


def filled(form: Form) -> dict[str, Any]:
    """What a person in a hurry would type: what stands there, else something that fits the kind of field."""
    values: dict[str, Any] = {}
    for control in form.fields:
        if control.kind == "checkbox":
            values.setdefault(control.name, []).append(control.value or "on")
        elif control.kind == "radio":
            if control.is_checked or control.name not in values:
                values[control.name] = control.value
        else:
            values[control.name] = plausible(control)
    return values


def plausible(control: Field) -> Any:
    if control.kind == "select":
        real = [option for option in control.options if option]
        return control.chosen or real[:1] or [""]
    return control.value or _EXAMPLES.get(control.kind, lambda: "Próba")()


def all_of(value: Any) -> Iterator[Any]:
    """One value, or each of a list."""
    if isinstance(value, list):
        yield from value
    else:
        yield value


_EXAMPLES: dict[str, Any] = {
    "email": lambda: "probny@example.org",
    "tel": lambda: "+48415550199",
    "number": lambda: "1",
    "url": lambda: "https://example.org/",
    "search": lambda: "Zqnazwisko",
    "date": lambda: (timezone.localdate() + timedelta(days=1)).isoformat(),
    "time": lambda: "10:00",
    "month": lambda: "2026-05",
    "datetime-local": lambda: (timezone.now() + timedelta(days=2)).strftime("%Y-%m-%dT%H:%M"),
    "password": lambda: "demo-pup-2026",
    "hidden": lambda: "",
    "file": lambda: SimpleUploadedFile("proba.png", picture(), "image/png"),
}
