"""``python -m pup_portal.embedded demo`` or ``demo-reset``; ``make`` calls it."""

import sys

from pup_portal.embedded import demo

COMMANDS = {"demo": demo.run, "demo-reset": demo.reset}

if __name__ == "__main__":
    COMMANDS[sys.argv[1]]()
