"""Rules for dates that name a year, a month or a day of the month."""

from datetime import date
from typing import Final, Literal, NamedTuple

from sulh.text.calendars import Calendar, gregorian, named, occurrence, period
from sulh.text.date_pieces import Month, day_at, month_at, reference_at, year_at, year_number_at
from sulh.text.date_words import (
    AFTER_YEAR,
    BEFORE_MONTH,
    BEFORE_YEAR,
    BETWEEN,
    DAYS_IN_NAMES_AFTER,
    DIRECTIONS,
    ERAS,
    NOT_PLURAL,
    YEAR_WORDS,
    YEARS_WORDS,
)
from sulh.text.scan import Scan

Kind = Literal["day", "month", "year", "interval", "part", "weekday", "relative", "contradictory"]
Days = tuple[date | None, date | None]

UNKNOWN: Final[Days] = (None, None)
TO: Final = frozenset(("-", "–", "—", "الي", "حتي", "to", "until", "till", "through"))
AND: Final = frozenset(("و", "and"))
_SEPARATORS: Final = frozenset("-/.")
_SIZES_OF_NUMERIC: Final = {
    (4, 2, 2),
    (4, 1, 1),
    (4, 1, 2),
    (4, 2, 1),
    (2, 2, 4),
    (1, 1, 4),
    (1, 2, 4),
    (2, 1, 4),
}
_LAST_HIJRI_YEAR: Final = 1500
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_FIRST_BARE_YEAR, _LAST_BARE_YEAR = 1900, 2099


class Context(NamedTuple):
    """What the rules read, and what they resolve against.

    `day_first` says how 5/6/2017 is to be read; where it is False the date is found and stays unresolved.
    """

    scan: Scan
    published: date | None
    day_first: bool


class Found(NamedTuple):
    """A time expression over the pieces from `start` to before `end`; `explicit` if it names its own year."""

    start: int
    end: int
    days: Days
    kind: Kind
    explicit: bool = False


class Tail(NamedTuple):
    """What follows a month: a year, or which of its occurrences is meant (as for `occurrence`)."""

    end: int
    year: int | None = None
    calendar: Calendar | None = None
    direction: int | None = None


def numeric(context: Context, at: int) -> Found | None:
    """Read 27/12/2016, 2016-12-27, 27.12.2016; 12/27/2016 where no other order is possible."""
    scan, sign = context.scan, context.scan.word(at + 1)
    joined = all(map(scan.joined, range(at + 1, at + 5)))
    if sign not in _SEPARATORS or scan.word(at + 3) != sign or not joined:
        return None
    texts = [scan.word(index) for index in (at, at + 2, at + 4)]
    if tuple(map(len, texts)) not in _SIZES_OF_NUMERIC or not all(map(scan.digits, (at, at + 2, at + 4))):
        return None
    if _runs_on(scan, at, sign) or _runs_on(scan, at + 6, sign):
        return None
    one, two, three = map(int, texts)
    year_first = len(texts[0]) > len(texts[2])
    year, orders = (one, [(two, three)]) if year_first else (three, [(two, one), (one, two)])
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    hijri = ERAS.get(scan.word(at + 5)) == "hijri"
    calendar: Calendar = "hijri" if hijri else "gregorian"
    possible = list(dict.fromkeys(days for order in orders if (days := named(calendar, year, *order))))
    doubtful = year <= _LAST_HIJRI_YEAR and not hijri
    sure = not doubtful and (len(possible) == 1 or (possible and context.day_first))
    return Found(at, at + 5 + hijri, possible[0] if sure else UNKNOWN, "day", explicit=True)


def _runs_on(scan: Scan, at: int, sign: str) -> bool:
    """Tell whether the digits at `at` are joined by `sign` to digits before it."""
    joined = scan.joined(at) and scan.joined(at - 1)
    return joined and scan.word(at - 1) == sign and scan.digits(at - 2) and scan.digits(at)


def day_month(context: Context, at: int) -> Found | None:
    """Read 27 ديسمبر 2016, السابع والعشرين من كانون الأول/ديسمبر, 23 من الشهر الجاري, 23-24 January."""
    scan = context.scan
    first = day_at(scan, at)
    if not first:
        return None
    second = day_at(scan, first.end + 1) if scan.word(first.end) in TO | AND else None
    last = second or first
    inner = last.end + (scan.word(last.end) in ("من", "of"))
    inner += scan.word(inner) in ("شهر", "the")
    month = month_at(scan, inner)
    if month:
        tail = _tail_at(context, month.end)
        starts, ends = (resolved(context, month, day.number, tail) for day in (first, last))
        end, explicit = tail.end, tail.year is not None
        if tail.end == month.end and scan.word(at - 1) in DAYS_IN_NAMES_AFTER:
            starts = ends = UNKNOWN
    else:
        whole = _present_month(context, inner)
        if not whole:
            return None
        starts, ends = (_day_of(whole.days, day.number) for day in (first, last))
        end, explicit = whole.end, False
    if not second:
        return Found(at, end, starts, "day", explicit)
    if second.number <= first.number:
        return None
    listed = scan.word(first.end) in AND and scan.word(at - 1) not in BETWEEN
    if listed and second.number > first.number + 1:
        return Found(at, first.end, starts, "day", explicit)
    return Found(at, end, (starts[0], ends[1]), "interval", explicit)


def _present_month(context: Context, at: int) -> Found | None:
    """Read what stands for a month after a day: الشهر المقبل, الجاري alone, "this month"."""
    reference, published = reference_at(context.scan, at), context.published
    if reference and reference.unit == "month":
        offset, end = reference.offset, reference.end
    elif DIRECTIONS.get(context.scan.word(at)) == 0:
        offset, end = 0, at + 1
    else:
        return None
    return Found(at, end, (published and period("month", published, offset)) or UNKNOWN, "relative")


def _day_of(month: Days, day: int) -> Days:
    first = month[0]
    return (first and gregorian(first.year, first.month, day)) or UNKNOWN


def month_day(context: Context, at: int) -> Found | None:
    """Read December 27, 2016; Dec. 27; January 23-24."""
    scan, month = context.scan, month_at(context.scan, at)
    first = day_at(scan, month.end) if month and scan.word(at).isascii() else None
    if not month or not first:
        return None
    second = day_at(scan, first.end + 1) if scan.word(first.end) in TO | AND else None
    if second and (second.number <= first.number or month_at(scan, second.end)):
        second = None
    last = second or first
    tail = _tail_at(context, last.end)
    if not scan.original(at)[:1].isupper() and tail.year is None:
        return None
    starts, ends = (resolved(context, month, day.number, tail) for day in (first, last))
    return Found(at, tail.end, (starts[0], ends[1]), "interval" if second else "day", tail.year is not None)


def month_alone(context: Context, at: int, *, placed: bool = False) -> Found | None:
    """Read كانون الأول 2016, شهر آذار, ديسمبر الماضي; `placed` if what stands before it makes it a month."""
    scan = context.scan
    worded = scan.word(at) in ("شهر", "الشهر")
    month = month_at(scan, at + worded)
    if not month:
        return None
    tail = _tail_at(context, month.end)
    placed = month.needs == "place" and (placed or scan.word(at - 1) in BEFORE_MONTH)
    if month.needs and not worded and not placed and tail.end == month.end:
        return None
    return Found(at, tail.end, resolved(context, month, None, tail), "month", tail.year is not None)


def _tail_at(context: Context, at: int) -> Tail:
    """Read what follows a month: 2016, الماضي, من العام المقبل, last year."""
    scan, published = context.scan, context.published
    year = year_at(scan, at)
    if year:
        return Tail(year.end, year.number, year.calendar)
    if scan.word(at) in DIRECTIONS:
        return Tail(at + 1, direction=DIRECTIONS[scan.word(at)])
    reference = reference_at(scan, at + (scan.word(at) in ("من", "of")))
    if reference and reference.unit == "year":
        return Tail(reference.end, published.year + reference.offset if published else None)
    return Tail(at)


def resolved(context: Context, month: Month, day: int | None, tail: Tail) -> Days:
    """Return the days that a month, or a day of it, names with what follows it."""
    if tail.year is None:
        published = context.published
        return (
            published and occurrence(month.calendar, month.number, day, published, tail.direction)
        ) or UNKNOWN
    calendar = tail.calendar or ("gregorian" if tail.year > _LAST_HIJRI_YEAR else month.calendar)
    if calendar == month.calendar:
        return named(calendar, tail.year, month.number, day) or UNKNOWN
    days = occurrence("hijri", month.number, day, date(tail.year, 7, 1))  # رمضان 2016
    fits = calendar == "gregorian" and days and days.first.year == tail.year
    return days if days and fits else UNKNOWN


def year_named(context: Context, at: int) -> Found | None:
    """Read عام 2016, سنة 1438 هـ, year 2016; of عامي 2015 و2016 the first."""
    worded = context.scan.word(at) in YEAR_WORDS | YEARS_WORDS
    return _year(context, at, at + 1) if worded else None


def year_alone(context: Context, at: int, *, placed: bool = False) -> Found | None:
    """Read 1438هـ; 2016 after a preposition, where no noun follows that it could count."""
    scan, year = context.scan, year_number_at(context.scan, at)
    if not year:
        return None
    placed = (
        placed or scan.word(at - 1) in BEFORE_YEAR
    ) and _FIRST_BARE_YEAR <= year.number <= _LAST_BARE_YEAR
    return _year(context, at, at) if year.calendar or (placed and not _counts(scan, year.end)) else None


def _year(context: Context, start: int, at: int) -> Found | None:
    year = year_number_at(context.scan, at)
    if not year:
        return None
    # عام 1438 without its era may be of either calendar.
    doubtful = (
        not year.calendar and year.number <= _LAST_HIJRI_YEAR and not context.scan.word(start).isascii()
    )
    days = None if doubtful else named(year.calendar or "gregorian", year.number)
    return Found(start, year.end, days or UNKNOWN, "year", explicit=True)


def _counts(scan: Scan, at: int) -> bool:
    """Tell whether the word at `at` is an indefinite noun that the number before it may count."""
    word = scan.word(at)
    if not word.isalpha() or word in AFTER_YEAR:
        return False
    if word.isascii():
        return word.endswith("s") and word not in NOT_PLURAL and scan.original(at).islower()
    return not word.startswith(("ال", "و", "بال", "لل"))
