"""As Django writes them, with spaces that do not break: «р.» never stands alone on the next line."""

DATE_FORMAT = "j\u00a0E\u00a0Y\u00a0р."
DATETIME_FORMAT = "j\u00a0E\u00a0Y\u00a0р., H:i"
SHORT_DATETIME_FORMAT = "d.m.Y\u00a0H:i"
