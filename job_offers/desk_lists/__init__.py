"""The desk's list of offers as a place of work: what waits, many at once, as a sheet, under a name."""
