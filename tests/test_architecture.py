"""The rules of the house that a machine can check. Those of imports are import-linter's, in pyproject.toml."""

import ast
import inspect
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver

from pup_portal.background import OwedWork, models_of_owed_work
from pup_portal.celery import app as celery_app

ROOT = Path(__file__).parent.parent
APPS = [app.name for app in apps.get_app_configs() if (ROOT / app.name).is_dir()]
WRITES = {
    "save",
    "create",
    "update",
    "delete",
    "bulk_create",
    "bulk_update",
    "get_or_create",
    "update_or_create",
}
# The only places that may ask the process environment; everybody else asks pup_portal.env.
READ_THE_ENVIRONMENT = {
    "manage.py",
    "pup_portal/celery.py",
    "pup_portal/env.py",
    "pup_portal/wsgi.py",
}


@cache
def source(path: Path) -> str:
    return path.read_text()


def python_files(*, with_tests: bool = False) -> list[Path]:
    folders = [*APPS, "tools", "deploy", *(["tests"] if with_tests else [])]
    found = [file for folder in folders for file in (ROOT / folder).rglob("*.py")]
    return sorted(file for file in [ROOT / "manage.py", *found] if "migrations" not in file.parts)


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def view_modules(resolver: URLResolver) -> Iterator[str]:
    """The modules of ours in which some address has its view."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            view = getattr(entry.callback, "view_class", None) or inspect.unwrap(entry.callback)
            if view.__module__.split(".")[0] in APPS:
                yield view.__module__
        else:
            yield from view_modules(entry)


VIEW_MODULES = sorted(set(view_modules(get_resolver())))


@pytest.mark.parametrize("module", VIEW_MODULES)
def test_views_never_write(module):
    tree = ast.parse(inspect.getsource(sys.modules[module]))

    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]

    writes = [call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr in WRITES]
    assert [f"{module}:{call.lineno} {ast.unparse(call.func)}" for call in writes] == []


# Services that a page may ask which is only looked at.
READ_ONLY = {"services.missing_translations", "record_miss"}


def views(resolver: URLResolver) -> Iterator[Callable[..., object]]:
    """Every view function of ours that some address leads to, without its decorators."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from views(entry)
            continue
        view = inspect.unwrap(entry.callback)
        is_ours = view.__module__.split(".")[0] in APPS
        if is_ours and inspect.isfunction(view) and not hasattr(entry.callback, "view_class"):
            yield view


VIEWS = sorted(set(views(get_resolver())), key=lambda view: (view.__module__, view.__name__))


def methods_of(view: Callable[..., object]) -> str:
    """What the decorator says that names the methods of ``view``."""
    (function,) = ast.parse(inspect.getsource(view)).body
    said = [ast.unparse(one) for one in function.decorator_list]
    return next((one for one in said if one.startswith("require_") or one == "GET_POST"), "")


def called_services(view: Callable[..., object]) -> list[str]:
    module, found = sys.modules[view.__module__], []
    for node in ast.walk(ast.parse(inspect.getsource(view))):
        if isinstance(node, ast.Call):
            of = node.func.value if isinstance(node.func, ast.Attribute) else node.func
            named = getattr(module, of.id, None) if isinstance(of, ast.Name) else None
            home = named.__name__ if inspect.ismodule(named) else getattr(named, "__module__", "")
            if re.search(r"(\.|_)services(\.|$)", home):
                found.append(ast.unparse(node.func))
    return found


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.__module__}.{view.__name__}")
def test_a_view_names_its_methods_and_asks_services_only_where_a_form_may_be_sent(view):
    methods = methods_of(view)

    assert methods
    if "POST" not in methods:
        assert set(called_services(view)) <= READ_ONLY


def test_every_constraint_is_met_in_a_test():
    tests = "\n".join(source(file) for file in (ROOT / "tests").rglob("*.py"))
    models = [model for model in apps.get_models() if model._meta.app_config.name in APPS]

    names = {constraint.name for model in models for constraint in model._meta.constraints}

    of_owed_work = {  # one rule under many names; met with messages
        constraint.name % {"class": model._meta.model_name}
        for model in models_of_owed_work()
        for constraint in OwedWork.Meta.constraints
    }
    assert {name for name in names - of_owed_work if name not in tests} == set()


def variables_read() -> set[str]:
    calls = re.compile(r"""\benv\.(?:required|optional)\(\s*["'](\w+)["']""")
    return {name for file in python_files() for name in calls.findall(source(file))}


def variables_explained() -> set[str]:
    return set(re.findall(r"^([A-Z][A-Z0-9_]*)=", source(ROOT / ".env.example"), flags=re.M))


def test_every_variable_that_is_read_is_explained():
    assert variables_read() - variables_explained() == set()


def test_every_variable_that_is_explained_is_read():
    others = [*ROOT.glob("docker-compose*.yml"), *ROOT.glob("Dockerfile"), *(ROOT / "deploy").rglob("*")]
    text = "\n".join(source(file) for file in others if file.is_file() and file.suffix != ".pyc")

    unread = variables_explained() - variables_read()

    assert {name for name in unread if not re.search(rf"\b{name}\b", text)} == set()


def test_only_one_module_reads_the_environment():
    readers = {
        name_of(file) for file in python_files() if re.search(r"\bos\.(environ|getenv)\b", source(file))
    }

    outside = {name for name in readers if not name.startswith(("pup_portal/embedded/", "tools/", "deploy/"))}

    assert outside <= READ_THE_ENVIRONMENT


# Modules that open connections, and who may import them: the way out, and what asks our own servers.
OPEN_CONNECTIONS = {
    "aiohttp", "ftplib", "http.client", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket", "telnetlib",
    "urllib.request", "urllib3", "xmlrpc",
}  # fmt: skip
MAY_OPEN_CONNECTIONS = {
    "messaging/transport.py",  # the mail server of EMAIL_HOST
    "deploy/healthcheck.py",  # asks this machine's own web server
    "pup_portal/antivirus.py",  # the scanner of CLAMD_URL
    "pup_portal/outbound.py",
}


def imported(file: Path) -> set[str]:
    """Every module ``file`` imports, with the modules around it."""
    names = set()
    for node in ast.walk(ast.parse(source(file))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    parts = [name.split(".") for name in names]
    return {".".join(part[:length]) for part in parts for length in range(1, len(part) + 1)}


def test_only_one_module_speaks_to_the_world():
    outside = [
        file for file in python_files() if not name_of(file).startswith(("pup_portal/embedded/", "tools/"))
    ]

    openers = {name_of(file) for file in outside if imported(file) & OPEN_CONNECTIONS}

    assert openers <= MAY_OPEN_CONNECTIONS


def test_no_python_file_is_longer_than_400_lines():
    lengths = {name_of(file): source(file).count("\n") for file in python_files()}

    assert {name: length for name, length in lengths.items() if length > 400} == {}


def test_no_template_is_longer_than_120_lines():
    lengths = {name_of(file): source(file).count("\n") for file in (ROOT / "templates").rglob("*.html")}

    assert {name: length for name, length in lengths.items() if length > 120} == {}


def test_own_javascript_is_at_most_1200_lines():
    files = [file for file in (ROOT / "static").rglob("*.js") if "vendor" not in file.parts]

    assert sum(source(file).count("\n") for file in files) <= 1200


def test_threat_model_names_tests_that_exist():
    written = source(ROOT / "docs" / "threat-model.md")
    tests = "\n".join(source(file) for file in (ROOT / "tests").rglob("test_*.py"))

    names = set(re.findall(r"`(test_\w+)`", written))
    places = re.findall(r"`(tests/[\w/.*]+)`", written)

    assert names
    assert places
    assert {name for name in names if f"def {name}(" not in tests} == set()
    assert [place for place in places if not list(ROOT.glob(place))] == []


def test_nothing_is_left_to_do():
    mark = re.compile(r"\b(TO" + "DO|FIX" + r"ME)\b")
    files = [*python_files(with_tests=True), *(ROOT / "templates").rglob("*.html")]

    assert [name_of(file) for file in files if mark.search(source(file))] == []


def test_templates_hold_no_script_and_no_style():
    inline = re.compile(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|javascript:", flags=re.I)
    printed = {"documents"}  # pages that become PDFs and never reach a browser
    files = [file for file in (ROOT / "templates").rglob("*.html") if not printed & set(file.parts)]

    assert [name_of(file) for file in files if inline.search(source(file))] == []


def test_migrations_are_named_by_hand():
    names = [file.stem for app in APPS for file in (ROOT / app / "migrations").glob("0*.py")]

    assert [name for name in names if "_auto_" in name or "merge" in name] == []


def test_every_task_of_owed_work_exists():
    celery_app.loader.import_default_modules()

    assert {model.task for model in models_of_owed_work()} <= set(celery_app.tasks)
