from collections.abc import Iterator

import pytest

from tests.translations import engine_servers
from tests.translations.engine_servers import KEY, PASSWORD, Engines


@pytest.fixture(scope="session")
def _engines() -> Iterator[Engines]:
    with engine_servers.running() as server:
        yield server


@pytest.fixture
def engines(_engines, settings) -> Engines:
    """LibreTranslate, DeepL and eTranslation, all named in the settings; switch on what you need."""
    _engines.recover()
    settings.OUTBOUND_HOSTS = frozenset({_engines.host})
    settings.LIBRETRANSLATE_URL = settings.DEEPL_URL = settings.ETRANSLATION_URL = _engines.url
    settings.DEEPL_API_KEY = settings.LIBRETRANSLATE_API_KEY = KEY
    settings.ETRANSLATION_APPLICATION, settings.ETRANSLATION_PASSWORD = "PUP", PASSWORD
    return _engines
