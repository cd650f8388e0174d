"""What files can be about: each app registers its models that hold uploads from its ``AppConfig.ready()``."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Model

if TYPE_CHECKING:  # this module is loaded before any model
    from accounts.models import User

type Guard = "Callable[[User, Any], bool]"


@dataclass(frozen=True)
class Holder:
    """Who may see the files of a record, and who may add, replace and remove them."""

    may_see: Guard
    may_change: Guard


_holders: dict[str, Holder] = {}


def register(model: type[Model], *, may_see: Guard, may_change: Guard) -> None:
    """Let records of ``model`` hold files. Both guards get ``(user, record)``."""
    _holders[model._meta.label_lower] = Holder(may_see, may_change)


def may_see(user: "User", subject: Model | None) -> bool:
    """Whether ``user`` may open files about ``subject``. A vanished subject opens to nobody."""
    holder = _holder_of(subject)
    return holder is not None and holder.may_see(user, subject)


def may_change(user: "User", subject: Model | None) -> bool:
    holder = _holder_of(subject)
    return holder is not None and holder.may_see(user, subject) and holder.may_change(user, subject)


def _holder_of(subject: Model | None) -> Holder | None:
    return _holders.get(subject._meta.label_lower) if subject is not None else None
