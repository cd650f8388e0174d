"""Columns that hold sealed values: plain text in Python, never in the database.

A row's model needs a ``public_id``, which the sealed value is bound to. Equality is asked of the blind index
beside the column, since two seals of one text differ.
"""

from collections.abc import Callable
from typing import Any, cast

from django.db import models
from django.db.models.query_utils import DeferredAttribute

from pup_portal import encryption

# What may be asked of the stored form: is there a value, how does the seal look, did it change (for triggers).
_LOOKUPS = frozenset({"isnull", "exact", "regex", "df", "ndf"})


class PlainTextRefused(TypeError):
    """Plain text was about to reach the database in place of a sealed value."""


class Sealed:
    """A value as it is stored; opened when the attribute is read."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return "<Sealed>"


class _Opening(DeferredAttribute):
    """Gives the plain text, decrypting it the first time somebody asks."""

    field: "EncryptedTextField"

    def __get__(self, instance: Any, cls: Any = None) -> Any:
        value = super().__get__(instance, cls)
        if isinstance(value, Sealed):
            plain = self.field.unseal(value.text, instance.public_id)
            instance.__dict__[self.field.memo] = (plain, instance.public_id, value)
            instance.__dict__[self.field.attname] = value = plain
        return value

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class EncryptedTextField(models.TextField):
    """Text sealed with AES-256-GCM for the column ``binding`` and the row's ``public_id``.

    ``binding`` names the column for good ("registration.client.pesel"): the event table of the model keeps the
    same, so that its copies open too. Written by save, bulk_create and COPY; ``update()`` is refused. The
    validators run before sealing, as the database cannot look inside.
    """

    descriptor_class = _Opening

    def __init__(self, *args: Any, binding: str = "", **kwargs: Any) -> None:
        self.binding = binding
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"binding": self.binding}

    @property
    def memo(self) -> str:
        return f"_sealed_{self.attname}"

    def get_lookup(self, lookup_name: str) -> Any:
        return super().get_lookup(lookup_name) if lookup_name in _LOOKUPS else None

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> Any:
        return Sealed(value) if value else value

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = model_instance.__dict__.get(self.attname)
        if isinstance(value, Sealed):
            if encryption.key_of(value.text) == encryption.writing_key():
                return value
            value = getattr(model_instance, self.attname)
        if not value:
            return None if self.null else ""
        return self._kept(value, model_instance) or self._sealed(value, model_instance)

    def get_prep_value(self, value: Any) -> Any:
        if isinstance(value, Sealed):
            return value.text
        if value:
            raise PlainTextRefused(f"{self.binding} is only written by saving and searched by its index")
        return value

    def unseal(self, text: str, row: Any) -> str:
        return encryption.unseal(text, binding=self.binding, row=row)

    def seal(self, text: str, row: Any) -> str:
        return encryption.seal(text, binding=self.binding, row=row)

    def _kept(self, value: str, instance: Any) -> Sealed | None:
        """The seal the row came with, when it is still right: saving again must not look like a change."""
        seal: Sealed | None
        plain, row, seal = instance.__dict__.get(self.memo, (None, None, None))
        is_right = seal is not None and (plain, row) == (value, instance.public_id)
        if is_right and encryption.key_of(seal.text) == encryption.writing_key():
            return seal
        return None

    def _sealed(self, value: str, instance: Any) -> Sealed:
        self.run_validators(value)
        seal = Sealed(self.seal(value, instance.public_id))
        instance.__dict__[self.memo] = (value, instance.public_id, seal)
        return seal


class BlindIndexField(models.BinaryField):
    """HMAC of the column ``of``, by which its sealed values are found and kept unique.

    ``normalise`` brings the spellings of one value together first. As with ``SortKeyField``,
    ``save(update_fields=[…])`` must name this field beside its source.
    """

    def __init__(
        self, of: str = "", binding: str = "", normalise: Callable[[str], str] = str, **kwargs: Any
    ) -> None:
        self.of, self.binding, self.normalise = of, binding, normalise
        defaults: dict[str, Any] = {"null": True, "editable": False}
        super().__init__(**defaults | kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        told = {"of": self.of, "binding": self.binding, "normalise": self.normalise, "null": self.null}
        return name, path, args, kwargs | told

    def pre_save(self, model_instance: models.Model, add: bool) -> bytes | None:
        digest = self.digest(getattr(model_instance, self.of))
        setattr(model_instance, self.attname, digest)
        return digest

    def digest(self, text: str | None) -> bytes | None:
        """What the column holds for ``text``; nothing for nothing."""
        return encryption.digest(self.normalise(text), binding=self.binding) if text else None


def index_of(model: type[models.Model], column: str, text: str) -> bytes | None:
    """What the blind index ``column`` of ``model`` holds for ``text``."""
    return cast("BlindIndexField", model._meta.get_field(column)).digest(text)


def opened(model: type[models.Model], row: dict[str, Any]) -> dict[str, Any]:
    """A row of ``values()`` with its sealed values in plain text; it must hold the ``public_id``."""
    return {
        name: cast("EncryptedTextField", model._meta.get_field(name)).unseal(value.text, row["public_id"])
        if isinstance(value, Sealed)
        else value
        for name, value in row.items()
    }
