"""Who prints and who only orders: the engine takes seconds to load and some 60 MB, in every process that loads it."""

import subprocess
import sys

from documents import press, render

STARTED = """
import os, sys
import django
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pup_portal.settings")
django.setup()
from django.urls import get_resolver
import {module}
get_resolver().url_patterns
print("weasyprint" in sys.modules)
"""


def is_engine_loaded_with(module: str) -> str:
    code = STARTED.format(module=module)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_a_process_that_serves_pages_does_not_load_the_engine():
    assert is_engine_loaded_with("pup_portal.wsgi") == "False"


def test_a_worker_loads_the_engine_before_it_is_asked():
    assert is_engine_loaded_with("documents.tasks") == "True"


def test_the_version_of_the_look_follows_the_engine_and_the_fonts(monkeypatch, tmp_path):
    before = press.engine_version()
    press.engine_version.cache_clear()
    monkeypatch.setattr(press, "version", lambda package: "0.0")
    other_engine = press.engine_version()
    press.engine_version.cache_clear()
    monkeypatch.undo()
    (tmp_path / "New.ttf").write_bytes(b"another font")
    monkeypatch.setattr(press, "FONTS", tmp_path)
    other_fonts = press.engine_version()
    press.engine_version.cache_clear()

    assert render.weasyprint.__version__ == press.version("weasyprint")
    assert len({before, other_engine, other_fonts}) == 3
