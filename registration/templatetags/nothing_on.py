"""What a person may say of an empty list of the intake."""

from django import template

from registration.intake.sections import NOTHING_ON
from registration.intake.vocabulary import AnsweredNone

register = template.Library()


@register.simple_tag(name="nothing_on")
def nothing_on(list_name: str) -> AnsweredNone | None:
    """The answer "nothing to put here" of ``list_name``; none where a number of it is asked for instead."""
    code = NOTHING_ON.get(list_name)
    return AnsweredNone(code) if code else None
