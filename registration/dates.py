"""Dates of which only a part is known: papers from a war are like that."""

import re
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format

from registration.vocabulary import DatePrecision

_WRITTEN = re.compile(r"(?:(?:(\d{1,2})[./-])?(\d{1,2})[./-])?(\d{4})\Z")
_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?\Z")
EARLIEST = 1900


@dataclass(frozen=True)
class PartialDate:
    """A date and how much of it is known; what is unknown stands at its first month or day."""

    value: date
    precision: DatePrecision

    def __str__(self) -> str:
        """As staff type it: ``12.03.1985``, ``03.1985`` or ``1985``."""
        pattern = {
            DatePrecision.DAY: "%d.%m.%Y",
            DatePrecision.MONTH: "%m.%Y",
            DatePrecision.YEAR: "%Y",
        }[self.precision]
        return self.value.strftime(pattern)

    def spoken(self) -> str:
        """In words of the active language."""
        formats = {
            DatePrecision.DAY: "DATE_FORMAT",
            DatePrecision.MONTH: "YEAR_MONTH_FORMAT",
            DatePrecision.YEAR: "Y",
        }
        return date_format(self.value, formats[self.precision])

    def agrees_with(self, other: "PartialDate") -> bool:
        """Whether both may be the same day, as far as both are known."""
        ranks = [DatePrecision.YEAR, DatePrecision.MONTH, DatePrecision.DAY]
        known = min(ranks.index(self.precision), ranks.index(other.precision))
        return self.value.timetuple()[: known + 1] == other.value.timetuple()[: known + 1]


def parse(text: str) -> PartialDate:
    """Read a full date, a month and year, or a year; raise ``ValueError`` for anything else."""
    text = "".join(text.split())
    if iso := _ISO.match(text):
        year, month, day = iso.groups()
    elif written := _WRITTEN.match(text):
        day, month, year = written.groups()
    else:
        raise ValueError("not a date")
    if int(year) < EARLIEST:
        raise ValueError("too long ago")
    precision = DatePrecision.DAY if day else DatePrecision.MONTH if month else DatePrecision.YEAR
    return PartialDate(date(int(year), int(month or 1), int(day or 1)), precision)
