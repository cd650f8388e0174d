"""Are the keys of the environment those that the database was written with?

The database keeps a known word sealed with every key it has met. A key that cannot open its word is a wrong
one, a word without its key means a lost one: the portal then does not start, and says which.
"""

from uuid import UUID

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, ProgrammingError, connection

from pup_portal import encryption
from pup_portal.models import KeyCanary

INDEX = "INDEX_KEY"  # no field key can be called so
_WORD = "canary"
_BINDING, _ROW = "pup_portal.keycanary.word", UUID(int=0)


def troubles() -> list[str]:
    """Sentences about keys that are missing or another than the database knows; empty when all is well."""
    told = (_trouble(canary) for canary in KeyCanary.objects.order_by("name"))
    return [sentence for sentence in told if sentence]


def verify() -> None:
    """Raise ``ImproperlyConfigured`` unless the keys are right; then let the database know new ones."""
    if found := troubles():
        raise ImproperlyConfigured(" ".join(found))
    KeyCanary.objects.bulk_create(
        [
            KeyCanary(name=INDEX, word=_index_word()),
            *(
                KeyCanary(name=name, word=encryption.seal_with(name, _WORD, binding=_BINDING, row=_ROW))
                for name in settings.FIELD_KEYS
            ),
        ],
        ignore_conflicts=True,
    )


def verify_at_start() -> None:
    """``verify`` for a process that starts, which ends with the sentence alone: it is for people to read.

    Celery and gunicorn let an exit through where they would bury another exception. A database that is not
    there yet is told by /readyz, not here.
    """
    try:
        verify()
    except ImproperlyConfigured as trouble:
        raise SystemExit(str(trouble)) from None
    except (OperationalError, ProgrammingError):
        return
    finally:
        connection.close()  # the web server forks after this


def forget(names: set[str]) -> None:
    """Strike keys that nothing is sealed with any more: they may leave FIELD_KEYS."""
    KeyCanary.objects.filter(name__in=names).delete()


def relearn_index() -> None:
    """Take the present INDEX_KEY for the right one; call when every index was made with it."""
    KeyCanary.objects.update_or_create(name=INDEX, defaults={"word": _index_word()})


def _trouble(canary: KeyCanary) -> str:
    if canary.name == INDEX:
        return (
            ""
            if canary.word == _index_word()
            else "INDEX_KEY is another key than the database was written with."
        )
    try:
        encryption.unseal(canary.word, binding=_BINDING, row=_ROW)
    except encryption.UnknownKey:
        return f"FIELD_KEYS lacks the key “{canary.name}”, which the database was written with."
    except encryption.CannotOpen:
        return f"The key “{canary.name}” of FIELD_KEYS is another one than the database was written with."
    return ""


def _index_word() -> str:
    return encryption.digest(_WORD, binding=_BINDING).hex()
