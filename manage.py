#!/usr/bin/env python
"""Run a management command, on the configured servers or on the embedded ones."""

import os
import sys

from django.core.management import execute_from_command_line

from pup_portal import embedded


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pup_portal.settings")
    with embedded.services():
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
