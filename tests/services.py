"""The database of the tests where the environment names none: started once, shared by all test workers.

Imported by ``tests.settings`` before anything reads a setting, so that a bare ``pytest`` works.
"""

import atexit
import os
from contextlib import ExitStack

from pup_portal import embedded
from pup_portal.embedded.preparation import compile_stale_catalogues


def start() -> None:
    stack = ExitStack()
    stack.enter_context(embedded.services(name="test-postgres", durable=False))
    stack.enter_context(embedded.defaults(SECRET_KEY="only-for-tests-0123456789-0123456789-0123456789"))
    atexit.register(stack.close)
    if "PYTEST_XDIST_WORKER" not in os.environ:
        compile_stale_catalogues()


start()
