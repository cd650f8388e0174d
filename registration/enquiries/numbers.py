"""The number a person quotes: eight digits, which are said the same on the phone in every language.

The last one checks the others (Luhn), so that a misheard digit is noticed. A number opens nothing: whoever
quotes it is asked who they are.
"""

import re
import secrets

from stdnum import luhn

DIGITS = 8


def new_number() -> str:
    """Seven random digits and the check digit, the first not zero."""
    body = str(secrets.randbelow(9 * 10 ** (DIGITS - 2)) + 10 ** (DIGITS - 2))
    return body + luhn.calc_check_digit(body)


def spaced(number: str) -> str:
    """In two groups, as it is read aloud: ``4821 7736``."""
    return f"{number[:4]} {number[4:]}".strip()


def read(text: str) -> str:
    """The number somebody typed, however grouped; empty when it cannot be one."""
    digits = re.sub(r"[\s.-]", "", text)
    return digits if re.fullmatch(rf"[0-9]{{{DIGITS}}}", digits) and luhn.is_valid(digits) else ""
