"""What the files for an installation promise: every variable is known, no secret is written down."""

import ast
import re
import subprocess
from pathlib import Path

import pytest
import yaml
from django.conf import settings

from tests.embedded.conftest import ROOT

ONLY_COMPOSE = {
    "POSTGRES_PASSWORD",
    "PUP_OWNER_PASSWORD",
    "PUP_APP_PASSWORD",
    "REDIS_PASSWORD",
    "WEB_PORT",
    "PUP_VERSION",
}
SECRETS = {
    "SECRET_KEY",
    "FIELD_KEYS",
    "INDEX_KEY",
    "POSTGRES_PASSWORD",
    "PUP_OWNER_PASSWORD",
    "PUP_APP_PASSWORD",
    "REDIS_PASSWORD",
}


def listed() -> set[str]:
    return set(re.findall(r"^([A-Z0-9_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))


def read_by(path: Path) -> set[str]:
    """The names that ``env.required``, ``env.optional`` and ``os.environ.get`` are called with."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            called = ast.unparse(node.func)
            if called in {"env.required", "env.optional", "os.environ.get"}:
                names.add(ast.literal_eval(node.args[0]))
    return names


def compose() -> dict:
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text())


def test_example_lists_exactly_what_is_read():
    read = read_by(ROOT / "pup_portal" / "settings.py") | read_by(ROOT / "deploy" / "gunicorn.conf.py")

    assert listed() == read | ONLY_COMPOSE


def test_compose_reads_nothing_the_example_does_not_list():
    used = set(re.findall(r"\$\{([A-Z0-9_]+)", (ROOT / "docker-compose.yml").read_text()))

    assert used <= listed()


@pytest.mark.parametrize("name", sorted(SECRETS))
def test_compose_stops_without_a_secret_and_has_none_itself(name):
    written = re.findall(rf"\$\{{{name}([^}}]*)", (ROOT / "docker-compose.yml").read_text())

    assert written
    assert all(rest == f":?set {name} in .env" for rest in written)


def test_compose_keeps_the_owner_away_from_the_running_portal():
    services = compose()["services"]

    assert "DATABASE_OWNER_URL" in services["migrate"]["environment"]
    for name in ("web", "worker", "beat"):
        assert "DATABASE_OWNER_URL" not in services[name]["environment"]
        assert "migrate" in services[name]["depends_on"]
        assert services[name]["read_only"] is True
        assert services[name]["cap_drop"] == ["ALL"]


def test_compose_has_a_health_check_for_all_that_stays():
    services = compose()["services"]

    assert [name for name, service in services.items() if "healthcheck" not in service] == ["web"]
    assert "HEALTHCHECK" in (ROOT / "Dockerfile").read_text()
    assert services["libretranslate"]["profiles"] == ["libretranslate"]


def test_compose_asks_no_worker_for_an_answer_it_does_not_give():
    checks = [str(service.get("healthcheck")) for service in compose()["services"].values()]

    assert settings.CELERY_WORKER_ENABLE_REMOTE_CONTROL is False
    assert [check for check in checks if "inspect" in check] == []


@pytest.mark.parametrize("script", [".ci/run", "deploy/postgres/10-roles.sh"])
def test_scripts_are_executable_and_whole(script):
    path = ROOT / script

    assert path.stat().st_mode & 0o111
    assert subprocess.run(["bash", "-n", str(path)], check=False).returncode == 0
