"""A page as a stranger's program sees it: its links, its forms, and what would run in a browser."""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

from pypdf import PdfReader

LINKS = {"href", "src", "action", "formaction", "hx-get", "data-url"}
PLUGINS = {"xssprobe", "iframe", "object", "embed", "base", "applet"}
LOADING = {"script", "link", "img", "source", "video", "audio", "track", "input"}
NOT_LOADED = {"canonical", "alternate"}
ADDRESSES = {"href", "src", "action", "formaction", "poster", "data", "xlink:href"}


@dataclass
class Field:
    """One control of a form: what it is, what it holds, what it offers."""

    kind: str
    name: str
    value: str = ""
    options: list[str] = field(default_factory=list)
    chosen: list[str] = field(default_factory=list)
    is_checked: bool = False


@dataclass
class Form:
    method: str
    action: str
    fields: list[Field] = field(default_factory=list)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)  # name, value, own address

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(sorted({control.name for control in self.fields}))


class Page(HTMLParser):
    """``links``, ``forms`` and ``elements`` of one answer. Elements are (tag, attributes, text inside)."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []
        self.forms: list[Form] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.scripts: list[str] = []
        self._by_id: dict[str, Form] = {}
        self._orphans: list[tuple[str, Field | tuple[str, str, str]]] = []
        self._form: Form | None = None
        self._select: Field | None = None
        self._textarea: Field | None = None
        self._script = False
        self.feed(text)
        self.close()
        for owner, control in self._orphans:
            if owner in self._by_id:
                self._put(self._by_id[owner], control)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.elements.append((tag, values))
        self.links += [values[name] for name in LINKS - {"action", "formaction"} if values.get(name)]
        if handler := getattr(self, f"_{tag}_starts", None):
            handler(values)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._select = None
        elif tag == "textarea":
            self._textarea = None
        elif tag in {"script", "style"}:
            self._script = False

    def handle_data(self, data: str) -> None:
        if self._textarea is not None:
            self._textarea.value += data
        if self._script:
            self.scripts[-1] += data

    def _form_starts(self, values: dict[str, str]) -> None:
        self._form = Form(values.get("method", "get").lower(), values.get("action") or "")
        if self._form.method != "dialog":  # closes a dialog of the page and is sent nowhere
            self.forms.append(self._form)
        if values.get("id"):
            self._by_id[values["id"]] = self._form

    def _input_starts(self, values: dict[str, str]) -> None:
        kind = values.get("type", "text").lower()
        if kind in {"submit", "image"}:
            self._button(values)
        elif kind not in {"button", "reset"}:
            checked = "checked" in values
            control = Field(kind, values.get("name", ""), values.get("value", ""), is_checked=checked)
            self._add(control, values)

    def _button_starts(self, values: dict[str, str]) -> None:
        if values.get("type", "submit") == "submit":
            self._button(values)

    def _button(self, values: dict[str, str]) -> None:
        button = (values.get("name", ""), values.get("value", ""), values.get("formaction", ""))
        if "form" in values:
            self._orphans.append((values["form"], button))
        elif self._form is not None:
            self._form.buttons.append(button)

    def _select_starts(self, values: dict[str, str]) -> None:
        self._select = Field("select", values.get("name", ""))
        self._add(self._select, values)

    def _option_starts(self, values: dict[str, str]) -> None:
        if self._select is not None and "value" in values:
            self._select.options.append(values["value"])
            if "selected" in values:
                self._select.chosen.append(values["value"])

    def _textarea_starts(self, values: dict[str, str]) -> None:
        self._textarea = Field("textarea", values.get("name", ""))
        self._add(self._textarea, values)

    def _script_starts(self, values: dict[str, str]) -> None:
        self._script = True
        self.scripts.append("")

    _style_starts = _script_starts

    def _add(self, control: Field, values: dict[str, str]) -> None:
        if not control.name:
            return
        if "form" in values:
            self._orphans.append((values["form"], control))
        elif self._form is not None:
            self._form.fields.append(control)

    @staticmethod
    def _put(form: Form, control: Any) -> None:
        (form.fields if isinstance(control, Field) else form.buttons).append(control)

    def what_would_run(self) -> Iterator[str]:
        """Whatever a browser would run, or load from elsewhere, that no template of ours writes."""
        for tag, values in self.elements:
            if tag in PLUGINS:
                yield f"<{tag}>"
            if tag in LOADING and values.get("rel") not in NOT_LOADED:
                address = values.get("src") or values.get("href") or ""
                if urlsplit(address).netloc not in {"", "testserver"}:
                    yield f"<{tag}> loads {address[:60]}"
            yield from (
                f"<{tag} {name}={value[:40]}>" for name, value in values.items() if _runs(name, value)
            )
        for script in self.scripts:
            if "xssprobe" in script and not _is_data(script):
                yield "<script> with xssprobe"


def _runs(name: str, value: str) -> bool:
    """Whether an attribute is an event handler, a page inside the page, a script's address or somebody else's."""
    if name in ADDRESSES:
        return "".join(value.split()).lower().startswith(("javascript:", "vbscript:", "data:text/html"))
    return name.startswith("on") or name == "srcdoc" or (name.startswith("hx-") and "evil" in value)


def _is_data(script: str) -> bool:
    """Whether the text inside ``<script type=application/ld+json>`` is nothing but data."""
    try:
        json.loads(script)
    except ValueError:
        return False
    return True


def text_of(answer: Any) -> str:
    """All that a person could read in the answer, whatever its kind, and in its headers."""
    body = body_of(answer)
    headers = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
    return f"{headers}\n{_readable(answer.headers.get('Content-Type', ''), body)}"


def body_of(answer: Any) -> bytes:
    """The whole body; a stream is read once and kept."""
    if not hasattr(answer, "whole_body"):
        answer.whole_body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return answer.whole_body


def _readable(kind: str, body: bytes) -> str:
    if kind.startswith("application/pdf") and len(body) > 1000:
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages)
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    text = body.decode("utf-8", "replace")
    if "json" in kind:
        return json.dumps(json.loads(text), ensure_ascii=False)
    return unescape(text)
