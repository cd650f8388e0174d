"""The wording a sign starts with, until the administrator puts the office's own in force."""

from datetime import date

WORDING = {
    "number": 1,
    "heading_pl": "Zapytaj o pracę",
    "heading_uk": "Запитай про роботу",
    "text_pl": "Szukamy pracowników, także z Ukrainy. O pracę można zapytać w środku. To nic nie kosztuje.",
    "text_uk": "Шукаємо працівників, зокрема з України. Про роботу можна запитати всередині. Це безкоштовно.",
    "valid_from": date(2025, 6, 1),
}
