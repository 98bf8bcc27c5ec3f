"""Points in time as precise as they are known, lengths of time, and what is counted from an event.

A day without time zone is the time in which it is that day anywhere on earth, from UTC+14 to UTC−12, unless
the agreement says in which offset its days are counted.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime, time, timedelta, timezone, tzinfo
from typing import Final, Literal, get_args

from sulh.case.folder import dates
from sulh.case.when import When

Unit = Literal["hours", "days", "weeks", "months", "years"]
UNITS: Final[tuple[Unit, ...]] = get_args(Unit)

_EARLIEST: Final = timezone(timedelta(hours=14))
_LATEST: Final = timezone(timedelta(hours=-12))
_MONTHS: Final = 12
_INSTANT: Final = timedelta(microseconds=1)
_DURATION: Final = re.compile(r"([1-9][0-9]{0,2})\s+(hour|day|week|month|year)s?")
_AFTER: Final = re.compile(r"(?P<length>.+?)\s+(?:of|after)\s+(?P<anchor>[a-z0-9-]+)")
YEARS: Final = range(1000, 9000)
"""The years in which moments lie, so that a length of time can always be added."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time, in the unit in which it is written; `count` is 1 to 999."""

    count: int
    unit: Unit

    def after(self, start: datetime) -> datetime:
        """Return `start` and this length; months end on the last day where there is no such day."""
        if self.unit in {"months", "years"}:
            months = start.month - 1 + self.count * (_MONTHS if self.unit == "years" else 1)
            year, month = start.year + months // _MONTHS, months % _MONTHS + 1
            return start.replace(year=year, month=month, day=min(start.day, monthrange(year, month)[1]))
        return start + timedelta(**{self.unit: self.count})

    def __str__(self) -> str:
        """Return `10 days`, as `duration` reads it."""
        return f"{self.count} {self.unit if self.count > 1 else self.unit[:-1]}"


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time known to lie between two instants, both included.

    Attributes:
        first, last: with time zone; equal where the time is known.
        days: the date as it is written, where no time is.
    """

    first: datetime
    last: datetime
    days: When | None = None

    def __post_init__(self) -> None:
        """Refuse times without zone, and an interval that ends before it begins."""
        if self.first.tzinfo is None or self.last.tzinfo is None or self.last < self.first:
            msg = f"{self.first}/{self.last} is no interval of times with a zone"
            raise ValueError(msg)

    @classmethod
    def at(cls, instant: datetime) -> "Moment":
        """Return the one instant."""
        return cls(instant, instant)

    @classmethod
    def on(cls, days: When, zone: tzinfo | None) -> "Moment":
        """Return the day or days, counted in `zone`, or anywhere on earth."""
        first = datetime.combine(days.first, time.min, zone or _EARLIEST)
        last = datetime.combine(days.last, time.min, zone or _LATEST) + timedelta(days=1) - _INSTANT
        return cls(first, last, days)

    def by(self, instant: datetime) -> bool | None:
        """Tell whether this is at or before `instant`; None where that cannot be told."""
        return True if self.last <= instant else None if self.first <= instant else False

    def morning_after(self, days: int, at: time, zone: tzinfo) -> "Moment":
        """Return the time of day `at` in `zone`, `days` days after the day of this moment."""
        first, last = (
            datetime.combine(end.astimezone(zone).date() + timedelta(days=days), at, zone)
            for end in (self.first, self.last)
        )
        return Moment(first, last)

    def __str__(self) -> str:
        """Return the date as it was written, or the instant; an interval of two with `/`."""
        if self.days:
            return str(self.days)
        if self.first == self.last:
            return self.first.isoformat()
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


@dataclass(frozen=True, slots=True)
class After:
    """A time that is counted from something that has to happen first.

    Attributes:
        anchor: `signature`, `entry-into-force`, or the id of an event of the agreement.
        length: how long after it; None for at once.
        at: the time of the day; the length is then in days.
    """

    anchor: str
    length: Duration | None = None
    at: time | None = None

    def __str__(self) -> str:
        """Return `10 days of entry-into-force`."""
        return f"{self.length} of {self.anchor}" if self.length else self.anchor


def duration(text: str) -> Duration | None:
    """Return the length of time that `10 days` or `1 month` is, or None where the text is none."""
    found = _DURATION.fullmatch(text.strip())
    if found is None:
        return None
    return Duration(int(found[1]), next(unit for unit in UNITS if unit == found[2] + "s"))


def moment(value: object, zone: tzinfo | None) -> Moment:
    """Return the time that a TOML value or a text names: a date, an interval of dates, or RFC 3339.

    Raises:
        ValueError: it names none; the message says what to write.
    """
    if isinstance(value, str) and "T" in value:
        value = datetime.fromisoformat(value)
    if not isinstance(value, datetime):
        days = dates.when(value)
        if days.first.year not in YEARS or days.last.year not in YEARS:
            msg = f"{days} is out of reach; write a year from {YEARS[0]} to {YEARS[-1]}"
            raise ValueError(msg)
        return Moment.on(days, zone)
    value = value.replace(tzinfo=value.tzinfo or zone)
    if value.tzinfo is None or value.year not in YEARS:
        msg = f"{value} has no time zone; write one, such as 2031-05-01T12:00:00+02:00"
        raise ValueError(msg)
    return Moment.at(value)


def time_in(text: str, zone: tzinfo | None) -> Moment | Duration | After | None:
    """Return the time that `2031-05-01`, `10 days` or `10 days of signature` is, or None where it is none."""
    if length := duration(text):
        return length
    if (found := _AFTER.fullmatch(text.strip())) and (length := duration(found["length"])):
        return After(found["anchor"], length)
    try:
        return moment(text.strip(), zone)
    except ValueError:
        return None
