"""How titles are set: a pair such as "Operator/operatorka" may break behind its stroke, and nowhere else first."""

from typing import Any

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def breakable(title: Any) -> SafeString:
    return format_html_join(SafeString("/<wbr>"), "{}", ((part,) for part in str(title).split("/")))
