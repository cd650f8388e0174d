"""Sessions in which two requests of one browser at the same time do not undo each other.

Django writes a session whole: of two requests that ran side by side, the later one takes back what the earlier
one had written, and here every request writes. Someone types in a search box and presses Enter: the request of
the typing and that of the Enter overlap, and the words of the search were gone. Here a request writes only what
it changed itself.
"""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.backends.base import UpdateError
from django.db import transaction


class SessionStore(db.SessionStore):
    """Django's store in the database; ``SESSION_ENGINE`` names this module."""

    # Django's own, which its stubs leave out.
    _session: dict[str, Any]
    _get_session_from_db: Callable[[], Any]

    def __init__(self, session_key: str | None = None) -> None:
        super().__init__(session_key)
        self._stored = ""  # the row as this request read it; empty for a session it made itself
        self._before: dict[str, Any] = {}  # what the row said

    def load(self) -> dict[str, Any]:
        row = self._get_session_from_db()
        return self._seen(row.session_data) if row else {}

    def save(self, must_create: bool = False) -> None:
        """Write what changed. Raises ``UpdateError`` when the session was ended meanwhile."""
        if must_create or not self._stored or self.session_key is None:
            self._stored = ""
            super().save(must_create)
            return
        with transaction.atomic():
            if not self._touched() and not self._swapped():
                self._joined()

    def _seen(self, stored: str) -> dict[str, Any]:
        said: dict[str, Any] = self.decode(stored)
        self._stored, self._before = stored, deepcopy(said)
        return said

    def _touched(self) -> bool:
        """Where nothing changed, only the end of the session moves."""
        if self._session != self._before:
            return False
        if not self._row().update(expire_date=self.get_expiry_date()):
            raise UpdateError
        return True

    def _swapped(self) -> bool:
        """Where nobody else wrote since it was read, what is here is all there is."""
        return self._written(self._row().filter(session_data=self._stored))

    def _joined(self) -> None:
        """Somebody else wrote: put our changes on top of theirs."""
        row = self._row().select_for_update().first()
        if row is None:
            raise UpdateError
        mine, before = self._session, self._before
        self._session_cache = joined(self._seen(row.session_data), before=before, mine=mine)
        self._written(self._row())

    def _written(self, rows: Any) -> bool:
        stored = self.encode(self._session)
        if not rows.update(session_data=stored, expire_date=self.get_expiry_date()):
            return False
        self._stored, self._before = stored, deepcopy(self._session)
        return True

    def _row(self) -> Any:
        return self.model.objects.filter(session_key=self.session_key)


def joined(theirs: dict[str, Any], *, before: dict[str, Any], mine: dict[str, Any]) -> dict[str, Any]:
    """``theirs`` with what ``mine`` changed since ``before``; a dict under a key is joined key by key."""
    whole = {name: value for name, value in theirs.items() if name in mine or name not in before}
    for name, value in mine.items():
        if name in before and before[name] == value:
            continue
        if isinstance(value, dict) and isinstance(whole.get(name), dict):
            earlier = before.get(name)
            value = joined(whole[name], before=earlier if isinstance(earlier, dict) else {}, mine=value)
        whole[name] = value
    return whole
