"""Rules for what is counted from the day of publication, and for imprecise parts of months and years."""

from datetime import date

from sulh.text.calendars import Interval, about, away, named, period, portion
from sulh.text.date_absolute import (
    UNKNOWN,
    Context,
    Days,
    Found,
    Tail,
    month_alone,
    resolved,
    year_alone,
    year_named,
)
from sulh.text.date_pieces import (
    Quantity,
    month_at,
    quantity_at,
    reference_at,
    several_at,
    year_number_at,
)
from sulh.text.date_words import COUNTED, ENGLISH_DIRECTIONS, FRACTIONS, LAST, ORDINALS, PORTIONS, Portion


def reference(context: Context, at: int, *, bare: bool = False) -> Found | None:
    """Read الأسبوع المقبل, هذا العام, العام الجاري 2017, next month; العام alone if `bare`."""
    found, published = reference_at(context.scan, at, bare=bare), context.published
    if not found:
        return None
    year = year_number_at(context.scan, found.end) if found.unit == "year" else None
    if year:
        days = named(year.calendar or "gregorian", year.number)
        return Found(at, year.end, days or UNKNOWN, "year", explicit=True)
    days = period(found.unit, published, found.offset) if published else None
    return Found(at, found.end, days or UNKNOWN, "relative")


def directed_month(context: Context, at: int) -> Found | None:
    """Read next January, last May."""
    scan, direction = context.scan, ENGLISH_DIRECTIONS.get(context.scan.word(at))
    month = month_at(scan, at + 1) if direction is not None else None
    if not month or not scan.word(at + 1).isascii() or not scan.original(at + 1)[:1].isupper():
        return None
    return Found(at, month.end, resolved(context, month, None, Tail(month.end, direction=direction)), "month")


def several(context: Context, at: int) -> Found | None:
    """Read الأيام العشرة المقبلة, the last two weeks: up to the publication, or from it."""
    found = several_at(context.scan, at)
    if not found:
        return None
    quantity, direction = found
    return Found(at, quantity.end, _stretch(context.published, quantity, direction), "relative")


def counted(context: Context, at: int) -> Found | None:
    """Read قبل يومين, منذ ثلاثة أيام, بعد شهر, خلال 10 أيام, within two weeks, in 10 days."""
    scan, published = context.scan, context.published
    inner = at + 1 + (scan.word(at) == "في" and scan.word(at + 1) == "غضون")
    direction = COUNTED.get(scan.word(inner - 1))
    inner += scan.word(inner) == "the" and scan.word(inner + 1) in ENGLISH_DIRECTIONS
    inner += direction == "within" and ENGLISH_DIRECTIONS.get(scan.word(inner)) == 1
    quantity = quantity_at(scan, inner) if direction else None
    if not quantity or not published:
        return Found(at, quantity.end, UNKNOWN, "relative") if quantity else None
    if direction == "within":
        days = _stretch(published, quantity, 1)
    elif scan.word(quantity.end) in ("من", "علي", "of") or (scan.word(at) == "بعد" and quantity.many is None):
        # counted from an event, as بعد أيام nearly always is
        days = UNKNOWN
    else:
        days = _away(published, quantity, -1 if direction == "before" else 1)
    return Found(at, quantity.end, days, "relative")


def ago(context: Context, at: int) -> Found | None:
    """Read two days ago, a week ago."""
    quantity = quantity_at(context.scan, at)
    if not quantity or context.scan.word(quantity.end) != "ago":
        return None
    days = _away(context.published, quantity, -1) if context.published else UNKNOWN
    return Found(at, quantity.end + 1, days, "relative")


def _stretch(published: date | None, quantity: Quantity, direction: int) -> Days:
    """Return the days from the publication to so many units on, or back; open where they are not counted."""
    if not published:
        return UNKNOWN
    end = None if quantity.many is None else away(quantity.unit, published, direction * quantity.many)
    return (published, end) if direction > 0 else (end, published)


def _away(published: date, quantity: Quantity, direction: int) -> Days:
    if quantity.many is None:
        return _stretch(published, quantity, direction)
    return about(quantity.unit, published, direction * quantity.many) or UNKNOWN


def part(context: Context, at: int) -> Found | None:
    """Read مطلع العام المقبل, أواخر كانون الثاني, mid-January, late 2016: thirds."""
    third = PORTIONS.get(context.scan.word(at))
    return _part(context, at, at + 1, third) if third else None


def fraction(context: Context, at: int) -> Found | None:
    """Read النصف الأول من 2017, the second quarter of 2017, الربع الأخير من العام."""
    first, second = context.scan.word(at), context.scan.word(at + 1)
    noun, which = (first, second) if first in FRACTIONS and not first.isascii() else (second, first)
    size = FRACTIONS.get(noun, 0)
    number = size if which in LAST else ORDINALS.get(which, 0)
    return _part(context, at, at + 2, Portion(number, size)) if 1 <= number <= size else None


def _part(context: Context, at: int, inner: int, which: Portion) -> Found | None:
    """Return the part of the week, month or year at `inner`."""
    inner += context.scan.word(inner) in ("من", "of", "-", "in")
    after_article = inner + (context.scan.word(inner) == "the")
    whole = (
        reference(context, inner, bare=True)
        or month_alone(context, inner, placed=True)
        or directed_month(context, inner)
        or year_named(context, after_article)
        or year_alone(context, inner, placed=True)
    )
    if not whole:
        return None
    first, last = whole.days
    days = portion(Interval(first, last), *which) if first and last else UNKNOWN
    return Found(at, whole.end, days, "part", whole.explicit)
