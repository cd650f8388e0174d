"""The test database is made by the schema's owner; every test runs as the application's role."""

import io
import logging
import os
import time
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import connection
from django.test import TransactionTestCase
from django.test.utils import setup_databases, teardown_databases
from django.utils import translation
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, expect

from job_offers import snapshot
from job_offers.models import SignText
from job_offers.signs.starter import WORDING
from pup_portal import throttling
from pup_portal.db import as_owner, grant_to_application
from reference.starter import load_starter
from registration.consents.starter import texts
from registration.models import ConsentText
from registration.wordings.starter import load_starter as load_papers
from tests import browser as browsers
from tests.database import original
from tools import chromium
from translations.models import GlossaryTerm
from translations.starter import load_glossary

# How fast the machine is today says nothing about the code. "portal" draws the same examples at every run: a change is
# judged by what it changed. "searching" (--hypothesis-profile) draws new ones, and more of them.
settings.register_profile(
    "portal", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("searching", settings.get_profile("portal"), derandomize=False, max_examples=1_000)
settings.load_profile("portal")
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest,
    django_test_environment: None,
    django_db_blocker: pytest.FixtureRequest,
    django_db_modify_db_settings: None,
    django_db_keepdb: bool,
    django_db_createdb: bool,
) -> Iterator[None]:
    keepdb = django_db_keepdb and not django_db_createdb
    with django_db_blocker.unblock(), as_owner(), original() as name:  # type: ignore[attr-defined]
        connection.settings_dict["TEST"]["TEMPLATE"] = name
        databases = setup_databases(verbosity=0, interactive=False, keepdb=keepdb, serialized_aliases=[])
        grant_to_application(truncate=True)
    yield
    with django_db_blocker.unblock(), as_owner():  # type: ignore[attr-defined]
        if not keepdb:
            teardown_databases(databases, verbosity=0)


@pytest.fixture(scope="session", autouse=True)
def _starter_data_outlives_flush() -> Iterator[None]:
    """Tests with real transactions end by emptying every table; what migrations put there comes back."""
    empty = TransactionTestCase._fixture_teardown

    def empty_and_fill(case: TransactionTestCase) -> None:
        empty(case)
        load_starter(apps.get_model)
        load_glossary(GlossaryTerm)
        load_papers(apps.get_model)
        ConsentText.objects.bulk_create(ConsentText(**text) for text in texts())
        SignText.objects.create(**WORDING)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", empty_and_fill)
        yield


@pytest.fixture(autouse=True)
def _private_files(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Messages outside a request are compared in the language of the code."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    """What one test has cached, such as the office profile or the board, must not save another its query."""
    cache.clear()
    snapshot.forget()


@pytest.fixture(autouse=True)
def _windows_stand_still(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """No window of a rate limit ends between two requests of one test; tests that take minutes need new ones."""
    if not any(request.node.get_closest_marker(name) for name in ("browser", "sweep")):
        begun = time.time()
        monkeypatch.setattr(throttling, "time", SimpleNamespace(time=lambda: begun))


@pytest.fixture
def written_log() -> Iterator[io.StringIO]:
    """What the process writes to its log, as the production formatter writes it."""
    handler = next(handler for handler in logging.getLogger().handlers if handler.name == "stdout")
    stream = io.StringIO()
    kept = handler.setStream(stream)
    yield stream
    handler.setStream(kept)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    """Playwright's event loop runs in the thread of the tests, which Django would else refuse to query from."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    return browser_type_launch_args | chromium.launch_arguments()


@pytest.fixture(scope="session")
def _serving(django_db_setup: None, browser: Browser) -> Iterator[browsers.Site]:
    """Never before the browser: beside Playwright's event loop Django takes another connection, the tests' from then on."""
    with browsers.serving() as site:
        yield site


@pytest.fixture
def site(_serving: browsers.Site, db: None) -> Iterator[str]:
    """The address of the portal, answering from this test's transaction."""
    with _serving.portal.open():
        yield _serving.address
