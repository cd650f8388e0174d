"""Text as it arrives from a keyboard, made safe to keep and to compare."""

import unicodedata

# Marks that turn the direction of what follows, also beyond the text they were typed in; nothing here needs them.
_TURNING = dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), None)


def straight(text: str) -> str:
    """``text`` in composed letters, without marks of direction; its lines stay."""
    return unicodedata.normalize("NFC", text).translate(_TURNING)


def listed(text: str) -> list[str]:
    """The parts of ``text`` between semicolons, without blanks around them and without empty ones."""
    return [part.strip() for part in text.split(";") if part.strip()]


def one_line(text: str) -> str:
    """``text`` in composed letters, with every run of spaces, line ends and control signs as one space."""
    composed = unicodedata.normalize("NFC", text)
    shown = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in composed)
    return " ".join(shown.split())
