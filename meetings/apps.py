from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from accounts.addresses import leads_to_a_person
from documents import kinds
from pup_portal import person_data


class MeetingsConfig(AppConfig):
    name = "meetings"
    verbose_name = _("Meetings")

    def ready(self) -> None:
        from meetings import interest_poster, personal, sheet, telling  # noqa: PLC0415 - models are not there before
        from meetings.models import Attendance, Meeting  # noqa: PLC0415

        person_data.register(
            Attendance,
            export=personal.export,
            erase=personal.erase,
            merge=personal.merge,
            retention=person_data.WITH_THE_PERSON,
        )
        telling.connect()
        kinds.register(
            sheet.KIND,
            subject=Meeting,
            template="meetings/attendance_sheet.html",
            title=sheet.title,
            context=sheet.context,
            guard=sheet.guard,
            home=sheet.home,
            people=sheet.people,
        )
        interest_poster.connect()
        leads_to_a_person(
            "attendance_id",
            lambda public_id: [line.subject for line in Attendance.objects.filter(public_id=public_id)],
        )
