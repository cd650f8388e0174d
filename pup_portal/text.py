"""Text as it arrives from a keyboard, made safe to keep and to compare."""

import unicodedata


def listed(text: str) -> list[str]:
    """The parts of ``text`` between semicolons, without blanks around them and without empty ones."""
    return [part.strip() for part in text.split(";") if part.strip()]


def one_line(text: str) -> str:
    """``text`` in composed letters, with every run of spaces, line ends and control signs as one space."""
    composed = unicodedata.normalize("NFC", text)
    shown = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in composed)
    return " ".join(shown.split())
