"""The invented members of staff. Their password is no secret: the demonstration prints it."""

from accounts.models import User
from accounts.permissions import Act, Role

PASSWORD = "demo-pup-2026"  # noqa: S105 - for the demonstration only, where nothing real is kept

_STAFF = {
    Role.COORDINATOR: ("koordynator", "Oksana Wzorcowa", [Act.REVIEW_TRANSLATIONS.value]),
    Role.ADVISER: ("doradca", "Barbara Przykładna", []),
    Role.BROKER: ("posrednik", "Marek Próbny", []),
    Role.COUNSELLOR: ("doradca-zawodowy", "Ewa Zmyślona", []),
    Role.MANAGER: ("kierownik", "Tomasz Pokazowy", []),
    Role.ADMINISTRATOR: ("administrator", "Jan Ćwiczebny", []),
}


def create_staff() -> dict[Role, User]:
    """One member of staff for each role; those who are there already are left as they are."""
    return {role: _member(role, *facts) for role, facts in _STAFF.items()}


def _member(role: Role, username: str, full_name: str, acts: list[str]) -> User:
    user = User.objects.filter(username=username).first()
    if user is None:
        user = User.objects.create_user(
            username,
            PASSWORD,
            full_name=full_name,
            role=role,
            granted_acts=acts,
            email=f"{username}@example.org",
        )
    return user
