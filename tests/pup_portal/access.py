"""Who may open what needs no app of ours: health, the front door, and the pages of signing in."""

from typing import Any

ACCESS: dict[str, str] = {
    "home": "public",
    "service:livez": "public",
    "service:readyz": "public",
    "service:metrics": "public",  # of this machine only, see test_metrics
    "service:robots": "public",
    "service:sitemap": "public",
    "service:sitemap-section": "public",
    "account_login": "public",
    "account_confirm_login_code": "public",
    "account_logout": "public",
    "account_inactive": "public",
    "account_signup": "public",  # closed: it says so
    "account_reset_password": "public",
    "account_reset_password_done": "public",
    "account_reset_password_from_key": "public",
    "account_reset_password_from_key_done": "public",
    "account_confirm_email": "public",
    "account_email_verification_sent": "public",
    "account_email": "staff",
    "account_change_password": "staff",
    "account_set_password": "staff",
    "account_reauthenticate": "staff",
}


def make_kwargs(name: str) -> dict[str, Any]:
    return {
        "account_reset_password_from_key": {"uidb36": "1", "key": "no-such-key"},
        "service:sitemap-section": {"section": "pages"},
        "account_confirm_email": {"key": "no-such-key"},
    }.get(name, {})
