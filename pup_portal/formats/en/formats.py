"""As people in Europe write in English, day first; spaces that do not break keep a date on one line of a phone."""

DATE_FORMAT = "j\u00a0F\u00a0Y"
DATETIME_FORMAT = "j\u00a0F\u00a0Y, H:i"
SHORT_DATE_FORMAT = "d/m/Y"
SHORT_DATETIME_FORMAT = "d/m/Y\u00a0H:i"
TIME_FORMAT = "H:i"
