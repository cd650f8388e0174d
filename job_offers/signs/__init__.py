"""„Zapytaj o pracę": the sign at a workplace that says one may come in and ask."""
