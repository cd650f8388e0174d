"""Ukrainian text as it is printed."""

import re
import unicodedata

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['`´ʼ](?=[яюєїЯЮЄЇ])")


def printed(text: str) -> str:
    """``text`` in one line, with composed letters and the apostrophe ’."""
    return _APOSTROPHE.sub("’", re.sub(r"\s*[\r\n]+\s*", " ", unicodedata.normalize("NFC", text)))
