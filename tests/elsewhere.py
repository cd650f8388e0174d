"""A second person, or worker, at the same moment: work in a thread with a connection of its own."""

import threading
from collections.abc import Callable
from typing import Any

from django.db import connection, transaction
from django.db.models import Model

type Work = Callable[[], Any]

LONG_ENOUGH = 0.5  # seconds in which work that waits for nobody is over
PATIENCE = 10


def elsewhere(work: Work) -> tuple[threading.Thread, list[Any]]:
    """Begin ``work`` over a connection of its own; give the thread and the list its result comes into."""
    results: list[Any] = []

    def run() -> None:
        try:
            results.append(work())
        except Exception as error:  # handed to the test, which looks at it
            results.append(error)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread, results


def one_after_the_other(first: Work, second: Work) -> tuple[Any, Any]:
    """Begin ``second`` elsewhere while ``first`` is done and not committed; give what came of both.

    That the second waits proves little: it may wait to write what it has decided on old data. What came of it
    tells whether it waited before it read. Needs ``transaction=True``.
    """
    with transaction.atomic():
        done = first()
        thread, results = elsewhere(second)
        thread.join(LONG_ENOUGH)
        assert results == []
    thread.join(PATIENCE)
    (result,) = results
    return done, result


def while_held(row: Model, *, second: Work, written: Work) -> Any:
    """Begin ``second`` elsewhere while somebody holds ``row`` and has not ``written`` it yet; give what came of it.

    For work whose first statement waits for writers anyway, such as an INSERT that ignores conflicts.
    """
    with transaction.atomic():
        type(row)._default_manager.select_for_update().get(pk=row.pk)
        thread, results = elsewhere(second)
        thread.join(LONG_ENOUGH)
        assert results == []
        written()
    thread.join(PATIENCE)
    (result,) = results
    return result
