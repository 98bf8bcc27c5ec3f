"""Days, weeks, months and years as intervals of days, in the Gregorian and the Hijri calendar."""

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

Calendar = Literal["gregorian", "hijri"]
Unit = Literal["day", "week", "month", "year"]


class Interval(NamedTuple):
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    def distance(self, day: date) -> int:
        """Return the number of days from `day` to the nearest day of the interval."""
        return max((self.first - day).days, (day - self.last).days, 0)


def on(day: date) -> Interval:
    """Return the interval of one day."""
    return Interval(day, day)


def later(day: date, days: int) -> date | None:
    """Return the day `days` after `day` (before it where negative), None outside the years 1 to 9999."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def gregorian(year: int, month: int | None = None, day: int | None = None) -> Interval | None:
    """Return the year, month or day of the proleptic Gregorian calendar, None where there is none."""
    try:
        if month is None:
            return Interval(date(year, 1, 1), date(year, 12, 31))
        if day is None:
            return Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        return on(date(year, month, day))
    except ValueError:
        return None


def hijri(year: int, month: int | None = None, day: int | None = None) -> Interval | None:
    """Return the days of a Hijri year, month or day in the Umm al-Qura calendar.

    Returns:
        None where the day does not exist, or outside 1343 to 1500 AH, which the tables of `hijridate` cover.
        A sighting of the moon elsewhere may differ from the tables by a day.
    """
    from hijridate import Hijri  # noqa: PLC0415 - few texts have Hijri dates; reading must start at once

    try:
        first = Hijri(year, month or 1, day or 1)
        last = Hijri(year, month or 12, 1)
        end = day or last.month_length()
        return Interval(
            date.fromordinal(first.to_gregorian().toordinal()),
            date.fromordinal(Hijri(year, last.month, end).to_gregorian().toordinal()),
        )
    except (ValueError, OverflowError):
        return None


def named(calendar: Calendar, year: int, month: int | None = None, day: int | None = None) -> Interval | None:
    """Return the year, month or day of `calendar`, None where there is none."""
    return hijri(year, month, day) if calendar == "hijri" else gregorian(year, month, day)


def years_around(calendar: Calendar, day: date) -> range:
    """Return the years of `calendar` near `day`, enough to hold the nearest occurrence of any date.

    29 February needs eight years on either side (1900 is no leap year); a Hijri year is 33/32 times shorter.
    """
    if calendar == "gregorian":
        return range(day.year - 8, day.year + 9)
    year = round((day.year - 622) * 33 / 32)
    return range(year - 2, year + 4)


def occurrence(
    calendar: Calendar, month: int, day: int | None, anchor: date, direction: int | None = None
) -> Interval | None:
    """Return the month or day without a year that is meant near `anchor`.

    Args:
        calendar: of `month`.
        month: 1 to 12.
        day: of the month, or None for the whole month.
        anchor: the day of publication.
        direction: None for the nearest (of two equally near, the past), -1 for the last that lies wholly
            before the anchor, 1 for the next that lies wholly after it, 0 for that of the same year.
    """
    found: Iterable[Interval | None] = (
        named(calendar, year, month, day) for year in years_around(calendar, anchor)
    )
    intervals = [interval for interval in found if interval]
    if direction == -1:
        intervals = [interval for interval in intervals if interval.last < anchor]
    elif direction == 1:
        intervals = [interval for interval in intervals if interval.first > anchor]
    elif direction == 0 and calendar == "gregorian":
        intervals = [interval for interval in intervals if interval.first.year == anchor.year]
    return min(intervals, key=lambda interval: interval.distance(anchor), default=None)


def period(unit: Unit, anchor: date, offset: int) -> Interval | None:
    """Return the day, ISO week (from Monday), month or year that is `offset` units from that of `anchor`."""
    if unit == "day":
        day = later(anchor, offset)
        return on(day) if day else None
    if unit == "week":
        monday = later(anchor, 7 * offset - anchor.weekday())
        sunday = later(monday, 6) if monday else None
        return Interval(monday, sunday) if monday and sunday else None
    if unit == "month":
        year, month = divmod(anchor.year * 12 + anchor.month - 1 + offset, 12)
        return gregorian(year, month + 1)
    return gregorian(anchor.year + offset)


def away(unit: Unit, anchor: date, count: int) -> date | None:
    """Return the day `count` units after `anchor` (before it where negative).

    Months and years keep the day of the month, or end on the last one there is.
    """
    if unit in ("day", "week"):
        return later(anchor, count * (7 if unit == "week" else 1))
    target = period("month", anchor, count * (12 if unit == "year" else 1))
    return target.first.replace(day=min(anchor.day, target.last.day)) if target else None


_SLACK: dict[Unit, int] = {"day": 0, "week": 3, "month": 15, "year": 182}


def about(unit: Unit, anchor: date, count: int) -> Interval | None:
    """Return what "`count` units ago" names: the day, or one unit's length centred on the day it counts to.

    Slack on either side: a week 3 days, a month 15, a year 182; nobody who says "a month ago" means one day.
    """
    day = away(unit, anchor, count)
    if day is None:
        return None
    first, last = later(day, -_SLACK[unit]), later(day, _SLACK[unit])
    return Interval(first, last) if first and last else None


def portion(whole: Interval, number: int, of: int) -> Interval:
    """Return the `number`-th of `of` equal parts of an interval.

    A Gregorian year is counted in whole months, all else in whole days, rounded down, so that the last part
    takes the rest: the thirds of a month of 31 days are 1-10, 11-20 and 21-31, those of an ISO week
    Monday-Tuesday, Wednesday-Thursday and Friday-Sunday.
    """
    if gregorian(whole.first.year) == whole:
        months = 12 // of
        first = date(whole.first.year, months * (number - 1) + 1, 1)
        return Interval(first, portion_end(first, months))
    days = (whole.last - whole.first).days + 1
    return Interval(
        whole.first + timedelta(days * (number - 1) // of), whole.first + timedelta(days * number // of - 1)
    )


def portion_end(first: date, months: int) -> date:
    """Return the last day of the `months` months that begin with `first`, all in one year."""
    month = first.month + months - 1
    return date(first.year, month, monthrange(first.year, month)[1])


def weekday(number: int, anchor: date, direction: int) -> date | None:
    """Return a day of the week (Monday 0) near `anchor`.

    Args:
        number: 0 for Monday to 6 for Sunday.
        anchor: the day of publication.
        direction: -2 the last before `anchor`, -1 the last on or before it, 0 the nearest (three days
            either way), 1 the first on or after it, 2 the first after it.
    """
    ahead = (number - anchor.weekday()) % 7
    behind = ahead - 7 if ahead else 0
    offset = {
        -2: behind or -7,
        -1: behind,
        0: ahead if ahead <= 3 else behind,  # noqa: PLR2004 - half a week
        1: ahead,
        2: ahead or 7,
    }[direction]
    return later(anchor, offset)
