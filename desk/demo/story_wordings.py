"""A wording that the administrator of the demonstration has begun to change."""

from datetime import timedelta

from django.utils import timezone

from accounts.models import User
from accounts.permissions import Role
from pup_portal.history import version_of
from pup_portal.tracking import acting
from registration.models import Layout, TemplateVersion
from registration.papers.versions import version_on
from registration.wordings import services

_HOURS_PL = "Na spotkanie proszę wziąć tę kartę i dokument tożsamości."
_HOURS_UK = "На зустріч візьміть, будь ласка, цю картку та документ, що посвідчує особу."


def word(staff: dict[Role, User]) -> int:
    """A consent being reworded, and a card that says more from next month; how many versions the office wrote."""
    administrator = staff[Role.ADMINISTRATOR]
    if not TemplateVersion.objects.filter(shipped_as="").exists():
        today = timezone.localdate()
        with acting(administrator):
            _reword(services.copy_version(version=version_on("consents", today), by=administrator))
            card = services.copy_version(version=version_on("personal-card", today), by=administrator)
            services.add_section(version=card, layout=Layout.TEXT, body_pl=_HOURS_PL, body_uk=_HOURS_UK)
            services.put_in_force(version=card, first_day=today + timedelta(days=30))
    return TemplateVersion.objects.filter(shipped_as="").count()


def _reword(draft: TemplateVersion) -> None:
    section = draft.sections.get(position=2)
    services.change_section(
        section=section,
        seen_version=version_of(section),
        body_pl=f"{section.body_pl}\n[ ] Zgadzam się, żeby urząd zapraszał mnie na spotkania z pracodawcami.",
        body_uk=f"{section.body_uk}\n[ ] Погоджуюся, щоб управління запрошувало мене на зустрічі з роботодавцями.",
    )
