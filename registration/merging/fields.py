"""What of two records is chosen one from the other: columns that only make sense together go together."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from registration.disclosure import masked
from registration.models import Client

KEEP, GONE, BOTH = "keep", "gone", "both"


@dataclass(frozen=True)
class Choice:
    """Columns chosen together, how people read them, and whether the texts of both may be kept."""

    key: str
    label: Promise | str
    columns: tuple[str, ...]
    shown: Callable[[Client], str]
    is_text: bool = False

    def is_empty(self, client: Client) -> bool:
        return not self.shown(client)

    def differs(self, one: Client, other: Client) -> bool:
        return self.values(one) != self.values(other)

    def values(self, client: Client) -> dict[str, Any]:
        return {column: getattr(client, column) for column in self.columns}

    def proposed(self, keep: Client, gone: Client) -> str:
        """What stands already, unless only the other record knows it."""
        return GONE if self.is_empty(keep) and not self.is_empty(gone) else KEEP


def _written(column: str) -> Callable[[Client], str]:
    return lambda client: str(getattr(client, column) or "")


def _label(column: str) -> Callable[[Client], str]:
    return lambda client: str(getattr(client, f"get_{column}_display")())


def _document(client: Client) -> str:
    if not client.document_number:
        return ""
    return f"{client.get_document_kind_display()} {masked(client.document_number)}"


def _pesel(client: Client) -> str:
    return masked(client.pesel) if client.pesel else ""


def _stay(client: Client) -> str:
    return ", ".join(filter(None, [client.stay, client.street_address]))


def _state(client: Client) -> str:
    since = f" ({client.registered_at:%d.%m.%Y})" if client.registered_at else ""
    return f"{client.get_state_display()}{since}"


CHOICES = (
    Choice(
        "cyrillic", _("Name in Cyrillic"), ("surname_cyrillic", "given_names_cyrillic"),
        lambda client: client.cyrillic_name,
    ),
    Choice("patronymic", _("Patronymic"), ("patronymic",), _written("patronymic")),
    Choice(
        "latin", _("Name in Latin, as in the document"), ("surname_latin", "given_names_latin"),
        lambda client: client.latin_name,
    ),
    Choice(
        "birth", _("Date of birth"), ("birth_date", "birth_date_precision"), lambda client: client.birth_text
    ),
    Choice("birth_place", _("Place of birth"), ("birth_place",), _written("birth_place")),
    Choice("sex", _("Sex"), ("sex",), _label("sex")),
    Choice(
        "citizenships", _("Citizenships"), ("citizenships",), lambda client: client.citizenship_text
    ),
    Choice("pesel", "PESEL", ("pesel", "no_pesel_reason"), _pesel),
    Choice(
        "document", _("Identity document"), ("document_kind", "document_number", "document_expires_on"), _document
    ),
    Choice("phone", _("Phone"), ("phone",), lambda client: client.phone_text),
    Choice("email", _("E-mail"), ("email",), _written("email")),
    Choice("language", _("Language of contact"), ("contact_language",), _label("contact_language")),
    Choice("contact", _("Preferred contact"), ("preferred_contact",), _label("preferred_contact")),
    Choice("stay", _("Place of stay"), ("place", "accommodation", "street_address"), _stay),
    Choice("state", _("Status"), ("state", "registered_at", "registered_by"), _state),
    Choice("looks_for", _("What the person looks for"), ("looks_for",), _written("looks_for"), is_text=True),
    Choice("notes", _("Notes"), ("notes",), _written("notes"), is_text=True),
)  # fmt: skip


def differing(keep: Client, gone: Client) -> list[Choice]:
    return [choice for choice in CHOICES if choice.differs(keep, gone)]


def taken(keep: Client, gone: Client, chosen: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    """The columns of ``keep`` that change, with their new values, when ``chosen`` is done."""
    for choice in differing(keep, gone):
        side = chosen.get(choice.key, KEEP)
        if side == GONE:
            yield from choice.values(gone).items()
        elif side == BOTH and choice.is_text:
            (column,) = choice.columns
            yield column, _joined(getattr(keep, column), getattr(gone, column), column)


def _joined(one: str, other: str, column: str) -> str:
    """Both texts, the kept record's first, each once, cut where the column ends."""
    longest = Client._meta.get_field(column).max_length  # type: ignore[union-attr]
    return "\n\n".join(dict.fromkeys(filter(None, [one.strip(), other.strip()])))[:longest]
