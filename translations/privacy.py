"""What of a text must not be remembered: the memory holds sentences, never persons."""

import re

from translations.mentions import Kind, mentions

# Eleven digits in a row, also with spaces: a PESEL, or something as private.
_LIKE_A_PESEL = re.compile(r"(?<!\d)\d(?:[ \N{NO-BREAK SPACE}-]?\d){10}(?!\d)")
_REACHES_A_PERSON = frozenset({Kind.PHONE, Kind.EMAIL})


def is_about_a_person(text: str, *, is_personal: bool) -> bool:
    """Whether ``text`` holds a number like a PESEL; of a personal subject also a phone or an e-mail address.

    An employer's phone in an offer is no person's secret; in a client's paper it is.
    """
    found = mentions(text)
    reaching = [mention for mention in found if mention.kind in _REACHES_A_PERSON]
    if is_personal and reaching:
        return True
    return any(
        not any(mention.start <= match.start() and match.end() <= mention.end for mention in reaching)
        for match in _LIKE_A_PESEL.finditer(text)
    )
