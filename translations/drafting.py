"""The machine's draft of what is still untranslated."""

from pup_portal.background import leased
from translations.models import Translation


def draft(translation_id: int) -> bool:
    """Draft the empty segments of one translation if that is still owed; say whether this call did it."""
    with leased(Translation, translation_id) as translation:
        return translation is not None
