"""Names of columns that exist in several languages."""

from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

_IN_LANGUAGE = {"pl": _("in Polish"), "uk": _("in Ukrainian")}


def name_in_language(verbose_name: Any, language: str) -> Any:
    """The label of the ``language`` column of a translated field: "title (in Polish)"."""
    return format_lazy("{} ({})", verbose_name, _IN_LANGUAGE[language])
