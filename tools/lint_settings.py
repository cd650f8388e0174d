"""The settings of the migration linter, which must be an installed app to run."""

# ruff: noqa: F403, F405
from pup_portal.settings import *

INSTALLED_APPS = [*INSTALLED_APPS, "django_migration_linter"]
