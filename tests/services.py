"""The database of the tests where the environment names none: started once, shared by all test workers.

Imported by ``tests.settings`` before anything reads a setting, so that a bare ``pytest`` works.
"""

import atexit
import os
from base64 import b64encode
from contextlib import ExitStack

from pup_portal import embedded
from pup_portal.embedded.preparation import compile_stale_catalogues

KEYS = {
    "SECRET_KEY": "only-for-tests-0123456789-0123456789-0123456789",
    "FIELD_KEYS": f"test1:{b64encode(b'only-for-tests-fields-0123456789').decode()}",
    "INDEX_KEY": b64encode(b"only-for-tests-index--0123456789").decode(),
}


def start() -> None:
    stack = ExitStack()
    stack.enter_context(embedded.services(name="test-postgres", durable=False))
    stack.enter_context(embedded.defaults(**KEYS))
    atexit.register(stack.close)
    if "PYTEST_XDIST_WORKER" not in os.environ:
        compile_stale_catalogues()


start()
