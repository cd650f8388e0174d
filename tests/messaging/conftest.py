from collections.abc import Iterator

import pytest

from tests.messaging.smtp import Sink, running_sink


@pytest.fixture
def sink(settings) -> Iterator[Sink]:
    """A mail server that this process sends to."""
    with running_sink() as server:
        settings.MAILERS = {
            "default": {
                "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
                "OPTIONS": {"host": "127.0.0.1", "port": server.port, "timeout": 10},
            }
        }
        yield server
