"""docs/security-events.md: the events by which the log tells of somebody trying."""

from pup_portal.security_events import ALARMING, LOGGER, MEANINGS

_HEAD = (
    f"# Security events\n\nMade from `pup_portal/security_events.py` by `manage.py write_docs`. Each is one JSON line of the logger "
    f"`{LOGGER}` with `event`, `timestamp` (UTC), `request_id`, and, of a request, `member` (number of the member of staff), `page` and "
    "`network` (the first 24 bits of an IPv4 address, 48 of IPv6). What was typed, names and secrets are never in it. "
    "**warning** lines are what an office should be told of.\n\n| event | level | when |\n|---|---|---|\n"
)


def page() -> str:
    return _HEAD + "".join(
        f"| `{event}` | {'**warning**' if event in ALARMING else 'info'} | {meaning} |\n"
        for event, meaning in MEANINGS.items()
    )
