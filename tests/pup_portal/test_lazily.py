"""Large libraries are loaded when something first asks for them, and by no process that only starts."""

import subprocess
import sys

import pytest

from pup_portal.lazily import lazily

LARGE = ("icalendar", "openpyxl", "pypdf", "weasyprint")
STARTED = """
import sys
import django
django.setup()
import pup_portal.urls
from django.conf import settings
loaded = [name for name in sys.argv[1:] if any(part.startswith(name + ".") for part in sys.modules)]
print(loaded)
"""


def test_starting_loads_no_large_library():
    done = subprocess.run([sys.executable, "-c", STARTED, *LARGE], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_module_is_loaded_with_the_first_thing_asked_of_it():
    sys.modules.pop("sched", None)

    sched = lazily("sched")

    assert "Event" not in object.__getattribute__(sched, "__dict__")
    assert sched.scheduler.__module__ == "sched"
    assert lazily("sched") is sched is sys.modules["sched"]


def test_library_that_is_not_installed_is_told_at_once():
    with pytest.raises(ModuleNotFoundError) as failure:
        lazily("nobody_installs_this")

    assert failure.value.name == "nobody_installs_this"
