"""Security events: the lines of the log by which the office sees somebody trying.

Each is one line of the logger ``security`` with the name of the event, the number of the member of staff, the page
and the network. What was typed is never in it: a name that is no account's may be a password in the wrong field.
The inventory in docs/security.md is made from ``MEANINGS``.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

import structlog
from django.http import HttpRequest

from pup_portal.callers import network_of

LOGGER = "security"  # for whoever sends these lines on; LOG_LEVEL does not silence it


class SecurityEvent(StrEnum):
    FACTOR_ACCEPTED = "factor_accepted"
    FACTOR_REFUSED = "factor_refused"
    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    SESSION_TOO_LONG = "session_too_long"
    CONFIRMED = "confirmed"
    CONFIRMATION_REFUSED = "confirmation_refused"
    ATTEMPTS_STOPPED = "attempts_stopped"
    LIMIT_HIT = "limit_hit"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - the name of an event
    PASSWORD_RESET_ASKED = "password_reset_asked"  # noqa: S105
    FACTOR_ADDED = "factor_added"
    FACTOR_REMOVED = "factor_removed"
    RECOVERY_CODES_RENEWED = "recovery_codes_renewed"
    ACCOUNT_ADDED = "account_added"
    ACCOUNT_CHANGED = "account_changed"
    ACCOUNT_RECOVERED = "account_recovered"
    INVITED = "invited"
    INVITATION_USED = "invitation_used"
    SESSIONS_ENDED = "sessions_ended"
    ACT_REFUSED = "act_refused"
    RECORD_REFUSED = "record_refused"
    RULE_BROKEN = "rule_broken"
    FOREIGN_FORM = "foreign_form"
    MALFORMED_REQUEST = "malformed_request"
    PLAIN_HTTP_REFUSED = "plain_http_refused"
    FILE_REFUSED = "file_refused"
    SCANNER_FOUND = "scanner_found"
    SCANNER_UNREACHABLE = "scanner_unreachable"
    SCANNER_FAILED = "scanner_failed"
    OUTBOUND_REFUSED = "outbound_refused"
    NOT_LOGGED = "not_logged"


E = SecurityEvent

MEANINGS: Mapping[SecurityEvent, str] = MappingProxyType(
    {
        E.FACTOR_ACCEPTED: "one step of a sign-in passed; `factor` says which: password, totp, webauthn, recovery_codes",
        E.FACTOR_REFUSED: "one step of a sign-in failed; without `member` the username is nobody's",
        E.SIGNED_IN: "all steps passed, a session begins",
        E.SIGNED_OUT: "somebody signed out",
        E.SESSION_TOO_LONG: "a session ended because it was as old as sessions may get",
        E.CONFIRMED: "somebody proved again who they are, before a sensitive act",
        E.CONFIRMATION_REFUSED: "that proof failed: perhaps a stranger at an open desk",
        E.ATTEMPTS_STOPPED: "too many wrong passwords or codes: none is looked at for five minutes",
        E.LIMIT_HIT: "a page was asked for more often than it allows (429)",
        E.PASSWORD_CHANGED: "a password was changed, set or reset; `how` says which",
        E.PASSWORD_RESET_ASKED: "a link for a new password was mailed",
        E.FACTOR_ADDED: "a second factor was added",
        E.FACTOR_REMOVED: "a second factor was removed",
        E.RECOVERY_CODES_RENEWED: "new recovery codes were made; the old ones are void",
        E.ACCOUNT_ADDED: "a member of staff was added",
        E.ACCOUNT_CHANGED: "role, abilities, address or the right to sign in changed; `fields` names the columns",
        E.ACCOUNT_RECOVERED: "an administrator forgave a lost factor or password",
        E.INVITED: "an invitation was mailed",
        E.INVITATION_USED: "a first password was set by an invitation",
        E.SESSIONS_ENDED: "an administrator ended all sessions of somebody",
        E.ACT_REFUSED: "a page was refused to a role (403)",
        E.RECORD_REFUSED: "a person's record was refused; the access log has the person",
        E.RULE_BROKEN: "a request broke a rule of the work that its page does not offer to break (409)",
        E.FOREIGN_FORM: "a form came without the mark of its page: from another site, or very old (403)",
        E.MALFORMED_REQUEST: "a request nobody's browser makes: a wrong host, a broken body, a forged cookie (400)",
        E.PLAIN_HTTP_REFUSED: "a program asked over plain HTTP (403)",
        E.FILE_REFUSED: "a file is not what may be taken; `kind` says why",
        E.SCANNER_FOUND: "the virus scanner knows the file",
        E.SCANNER_UNREACHABLE: "the virus scanner does not answer, so no file is taken",
        E.SCANNER_FAILED: "the virus scanner answered something else than yes or no",
        E.OUTBOUND_REFUSED: "the portal was about to ask a host the office has not named",
        E.NOT_LOGGED: "a page was kept back because the access log took no row (503)",
    }
)

# What an office should be told of; the rest is the course of a day.
ALARMING = frozenset(
    {
        E.FACTOR_REFUSED,
        E.CONFIRMATION_REFUSED,
        E.ATTEMPTS_STOPPED,
        E.LIMIT_HIT,
        E.ACCOUNT_RECOVERED,
        E.ACT_REFUSED,
        E.RECORD_REFUSED,
        E.RULE_BROKEN,
        E.FOREIGN_FORM,
        E.MALFORMED_REQUEST,
        E.PLAIN_HTTP_REFUSED,
        E.FILE_REFUSED,
        E.SCANNER_FOUND,
        E.SCANNER_UNREACHABLE,
        E.SCANNER_FAILED,
        E.OUTBOUND_REFUSED,
        E.NOT_LOGGED,
    }
)

type Fact = int | str | list[str] | None

log = structlog.get_logger(LOGGER)


def tell(event: SecurityEvent, request: HttpRequest | None = None, **facts: Fact) -> None:
    """Write one line. ``facts`` are codes and numbers, never what somebody typed."""
    about = _about(request) if request is not None else {}
    write = log.warning if event in ALARMING else log.info
    write(event.value, **(about | facts))


def _about(request: HttpRequest) -> dict[str, Fact]:
    """Only a user who is loaded already: a refusal must not ask a database that may be what failed."""
    user = getattr(request, "_cached_user", None)
    match = request.resolver_match
    return {
        "member": user.pk if user is not None and user.is_authenticated else None,
        "page": match.view_name if match is not None else "",
        "network": network_of(request),
    }
