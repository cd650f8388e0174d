"""Taking the person out of free text, for the CV that is shown without a name."""

import re

from registration.models import Client

REMOVED = "…"
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w])\+?\d(?:[\s().-]{0,2}\d){8,}(?!\w)")
_SHORTEST_NAME = 3


def veil(text: str, client: Client) -> str:
    """``text`` without the client's names in any case ending, e-mail addresses and phone numbers.

    A safeguard for what somebody typed into a description, not a promise: the desk reads the CV as well.
    """
    text = _PHONE.sub(REMOVED, _EMAIL.sub(REMOVED, text))
    stems = "|".join(re.escape(stem) for stem in _stems(client))
    return re.sub(rf"\b(?:{stems})\w{{0,4}}\b", REMOVED, text, flags=re.IGNORECASE) if stems else text


def _stems(client: Client) -> list[str]:
    """Each word of the names without the vowel that changes with the case: Оксана, Оксани, Оксаною."""
    names = (
        client.given_names_latin,
        client.surname_latin,
        client.given_names_cyrillic,
        client.surname_cyrillic,
        client.patronymic,
    )
    words = {word for name in names for word in re.findall(r"[\w’'ʼ]+", name)}
    stems = {re.sub(r"(?<=\w{3})[aeiouyаеєиіїоуюяьй]{1,2}$", "", word, flags=re.IGNORECASE) for word in words}
    return sorted((stem for stem in stems if len(stem) >= _SHORTEST_NAME), key=len, reverse=True)
