"""Dates as they stand in a case folder: a day, a month, a year or an interval, and back."""

import re
from calendar import monthrange
from datetime import date, datetime
from typing import Final

from sulh.case.when import When

EXAMPLES: Final = 'a date such as 2031-05-01, "2031-05", "2031" or "2031-05-01/2031-05-20"'
_PARTIAL: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def _partial(text: str) -> When:
    match = _PARTIAL.fullmatch(text)
    if match is None:
        msg = f"{text!r} is not a date; write {EXAMPLES}"
        raise ValueError(msg)
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError as error:
        msg = f"there is no date {text!r} ({error}); correct it"
        raise ValueError(msg) from None
    if day:
        return When.on(first)
    last_month = month or 12
    return When(first, first.replace(month=last_month, day=monthrange(first.year, last_month)[1]))


def when(value: object) -> When:
    """Return the time that a TOML value names.

    Raises:
        ValueError: it names none; the message says what to write.
    """
    if isinstance(value, date) and not isinstance(value, datetime):
        return When.on(value)
    if not isinstance(value, str):
        msg = f"{value!s} is not a date; write {EXAMPLES}"
        raise ValueError(msg)  # noqa: TRY004 - one error for all that a person can mend
    begins, slash, ends = value.partition("/")
    first = _partial(begins)
    return When(first.first, _partial(ends).last) if slash else first


def plain(time: When) -> date | str:
    """Return `time` as a TOML value: a date, or the shortest string that `when` reads as the same."""
    if time.is_day:
        return time.first
    for short in (time.first.isoformat()[:4], time.first.isoformat()[:7]):
        if _partial(short) == time:
            return short
    return str(time)
