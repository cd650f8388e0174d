"""Dots, as Polish offices write; spaces that do not break, so that a date stays on one line of a phone."""

DATE_FORMAT = "j\u00a0E\u00a0Y"
DATETIME_FORMAT = "j\u00a0E\u00a0Y, H:i"
SHORT_DATE_FORMAT = "d.m.Y"
SHORT_DATETIME_FORMAT = "d.m.Y\u00a0H:i"
