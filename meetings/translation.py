import pghistory
from modeltranslation.translator import TranslationOptions, register

from meetings.models import Meeting


@register(Meeting)
class MeetingTranslation(TranslationOptions):
    fields = ("title", "description", "venue", "cancel_reason")


# After the registration above, or the history would lack the translated columns.
pghistory.track()(Meeting)
