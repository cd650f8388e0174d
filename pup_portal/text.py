"""Text as it arrives from a keyboard, made safe to keep and to compare."""

import unicodedata


def one_line(text: str) -> str:
    """``text`` in composed letters, with every run of spaces, line ends and control signs as one space."""
    composed = unicodedata.normalize("NFC", text)
    shown = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in composed)
    return " ".join(shown.split())
