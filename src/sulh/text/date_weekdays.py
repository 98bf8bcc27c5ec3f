"""Rules for weekdays and the days around today."""

from datetime import date
from typing import Final

from sulh.text.calendars import later, period, weekday
from sulh.text.date_absolute import UNKNOWN, Context, Days, Found, day_month, month_day, numeric
from sulh.text.date_words import (
    DAY_PARTS,
    DAY_PHRASES,
    DIRECTIONS,
    ENGLISH_DIRECTIONS,
    FUTURE,
    NOT_FUTURE,
    NOT_TODAY_AFTER,
    NOT_TODAY_BEFORE,
    NOT_WEEKDAY_AFTER,
    OUTLETS,
    REPORTING,
    WEEKDAYS,
)
from sulh.text.scan import Scan

_STOPS: Final = frozenset(".!?؟؛;")
_LOOK_BACK: Final = 10  # pieces in which a word about the future may stand before a weekday
_BEFORE_DATE: Final = frozenset((",", "،", "(", "الموافق"))


def weekday_day(context: Context, at: int) -> Found | None:
    """Read weekdays, days around today, and both together, with a date: مساء أمس الثلاثاء (27 ديسمبر)."""
    scan, inner = context.scan, at
    while inner < at + 3 and scan.word(inner) in DAY_PARTS:
        inner += 1
    offset, end = _day_word(scan, inner)
    number = WEEKDAYS.get(scan.word(end))
    if number is not None and scan.word(end - 1) in NOT_WEEKDAY_AFTER:
        number = None
    if offset is None:
        return _weekday_alone(context, at, end, number, night=inner > at) if number is not None else None
    if number is None and _is_other_day(scan, inner, end):
        return None
    day = later(context.published, offset) if context.published else None
    if number is None:
        return _dated(context, Found(at, end, (day, day), "relative"))
    return _dated(context, Found(at, end + 1, _against(day, number), "weekday"))


def _weekday_alone(context: Context, at: int, end: int, number: int, *, night: bool) -> Found:
    """Return the weekday `number`, which stands at `end` with no أمس or the like before it."""
    scan, after = context.scan, end + 1
    if scan.word(after) in DIRECTIONS:
        return Found(at, after + 1, near(context, number, DIRECTIONS[scan.word(after)]), "weekday")
    following = after + (scan.word(after) in ("-", "/", "و"))
    if night and WEEKDAYS.get(scan.word(following)) == (number + 1) % 7:  # ليل الثلاثاء الأربعاء
        second = _latest(context, (number + 1) % 7, -1)
        return Found(at, following + 1, (later(second, -1) if second else None, second), "weekday")
    day = _latest(context, number, 1 if _in_future(scan, at) else -1)
    return _dated(context, Found(at, after, (day, day), "weekday"), number)


def near(context: Context, number: int, direction: int) -> Days:
    """Return the last (-1) or next (1) such weekday, never the day of publication, or this week's (0)."""
    if direction:
        day = _latest(context, number, 2 * direction)
    else:
        week = period("week", context.published, 0) if context.published else None
        day = later(week.first, number) if week else None
    return (day, day)


def _latest(context: Context, number: int, direction: int) -> date | None:
    return weekday(number, context.published, direction) if context.published else None


def _day_word(scan: Scan, at: int) -> tuple[int | None, int]:
    """Read أول من أمس, بعد غد, tomorrow: the days from today (None if none of them) and the index after."""
    words = tuple(scan.word(at + ahead) for ahead in range(3))
    for length in (3, 2, 1):
        offset = DAY_PHRASES.get(words[:length])
        if offset is not None:
            return offset, at + length
    return None, at


def _is_other_day(scan: Scan, at: int, end: int) -> bool:
    """Tell whether today is no date here: اليوم التالي, ذلك اليوم, USA Today, قناة روسيا اليوم."""
    word, before = scan.word(at), scan.word(at - 1)
    if word.isascii():
        return (
            all(scan.original(index)[:1].isupper() for index in (at, at - 1) if index >= 0)
            and before.isalpha()
        )
    if word not in ("اليوم", "الليله", "الغد"):
        return False
    outlet = before in OUTLETS or scan.word(at - 2) in OUTLETS
    return outlet or before in NOT_TODAY_AFTER or scan.word(end) in NOT_TODAY_BEFORE


def _in_future(scan: Scan, at: int) -> bool:
    """Tell whether the nearest verb or the like before `at`, in its sentence, speaks of the future."""
    for index in range(at - 1, max(at - 1 - _LOOK_BACK, -1), -1):
        word = scan.words[index]
        if word in _STOPS or word in REPORTING or word[0] == "\n":
            return False
        if word in FUTURE or _is_future_verb(word.removeprefix("و").removeprefix("ف")):
            return True
    return False


def _is_future_verb(word: str) -> bool:
    return word.startswith(("سي", "ست", "سن")) and len(word) > 3 and word not in NOT_FUTURE  # noqa: PLR2004 - سيعقد


def _dated(context: Context, one: Found, number: int | None = None) -> Found:
    """Return a weekday or a day from now together with the date that follows it, if one does.

    The date decides which one a weekday `number` that stands alone is.
    """
    scan, sign = context.scan, context.scan.word(one.end)
    inner = one.end + (sign in _BEFORE_DATE)
    found = day_month(context, inner) or numeric(context, inner) or month_day(context, inner)
    if not found or found.kind != "day" or (sign == "(" and scan.word(found.end) != ")"):
        return _agreed(one)
    first, last = one.days
    day, days = found.days[0], found.days
    if number is not None:
        days = _against(day, number)
    elif day and first and last:
        days = (min(day, first), max(day, last))
    return _agreed(Found(one.start, found.end + (sign == "("), days, "day", found.explicit))


def _agreed(found: Found) -> Found:
    """Return `found`, called contradictory where its words name different days."""
    return found if found.days[0] == found.days[1] else found._replace(kind="contradictory")


def _against(day: date | None, number: int) -> Days:
    """Return `day`, or the days from it to the nearest weekday `number` where it is not one."""
    other = weekday(number, day, 0) if day else None
    return (min(day, other), max(day, other)) if day and other else UNKNOWN


def english_direction(context: Context, at: int) -> Found | None:
    """Read next Tuesday, this Friday."""
    scan = context.scan
    direction, number = ENGLISH_DIRECTIONS.get(scan.word(at)), WEEKDAYS.get(scan.word(at + 1))
    if direction is None or number is None:
        return None
    return Found(at, at + 2, near(context, number, direction), "weekday")
