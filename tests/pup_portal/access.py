"""Who may open what needs no app of ours: health, the front door, and the pages of signing in."""

from typing import Any

ACCESS: dict[str, str] = {
    "home": "public",
    "service:livez": "public",
    "service:readyz": "public",
    "service:metrics": "public",  # of this machine only, see test_metrics
    "service:robots": "public",
    "service:worker": "public",
    "service:sitemap": "public",
    "service:sitemap-section": "public",
    "account_login": "public",
    "account_logout": "public",
    "account_inactive": "public",
    "account_signup": "public",  # closed: it says so
    "account_reset_password": "public",
    "account_reset_password_done": "public",
    "account_reset_password_from_key": "public",
    "account_reset_password_from_key_done": "public",
    "account_change_password": "staff",
    "account_set_password": "staff",
    "account_reauthenticate": "staff",
    "mfa_index": "staff",
    "mfa_authenticate": "public",  # between password and desk; else it leads to the sign-in
    "mfa_reauthenticate": "staff",
    "mfa_activate_totp": "staff",
    "mfa_generate_recovery_codes": "staff",
    "mfa_list_webauthn": "staff",
    "mfa_add_webauthn": "staff",
    "mfa_reauthenticate_webauthn": "staff",
    # Only of one's own, and nobody here has one: see tests/accounts/test_second_factor.
    "mfa_deactivate_totp": "",
    "mfa_view_recovery_codes": "",
    "mfa_download_recovery_codes": "",
    "mfa_edit_webauthn": "",
    "mfa_remove_webauthn": "",
}


def make_kwargs(name: str) -> dict[str, Any]:
    return {
        "account_reset_password_from_key": {"uidb36": "1", "key": "no-such-key"},
        "mfa_edit_webauthn": {"pk": 1},
        "mfa_remove_webauthn": {"pk": 1},
        "service:sitemap-section": {"section": "pages"},
    }.get(name, {})
