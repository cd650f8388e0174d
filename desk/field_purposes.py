"""What a personal column is kept for and on what basis: the shape of the data, and the bases that recur."""

from dataclasses import dataclass

from accounts.permissions import Act

DUTY = "GDPR art. 6(1)(c); act of 20.03.2025, art. 55(3)"
TASK = "GDPR art. 6(1)(e); article of the act not confirmed"
CONSENT = "GDPR art. 6(1)(a) beyond what the act asks for"
RIGHTS = "GDPR art. 6(1)(c) with art. 15–18"
PROOF = "GDPR art. 6(1)(c) with art. 5(2)"
CONTACTS = (
    "GDPR art. 6(1)(c); act of 20.03.2025: contact every 90 days, 30 under a plan; article not confirmed"
)
AGREED = "GDPR art. 7(1) and 7(3)"


@dataclass(frozen=True)
class Purpose:
    """Columns kept for one reason. ``seen_with`` is for models of which field_access says nothing."""

    columns: str
    purpose: str
    basis: str
    seen_with: Act | None = None
