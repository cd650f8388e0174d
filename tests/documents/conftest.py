import pytest

from tests.documents import factories


@pytest.fixture(autouse=True)
def _specimen(settings, monkeypatch):
    settings.TEMPLATES = [
        settings.TEMPLATES[0] | {"DIRS": [*settings.TEMPLATES[0]["DIRS"], factories.TEMPLATES]}
    ]
    factories.printed.clear()
