"""The pieces that dates are made of: each reader takes what begins at an index of a scan, or returns None."""

from typing import TYPE_CHECKING, Final, NamedTuple

from sulh.text.date_words import (
    DIRECTIONS,
    ENGLISH_DIRECTIONS,
    ERAS,
    FIRST_OF_TENS,
    GENERAL_AFTER,
    ORDINALS,
    RECENT,
    THIS,
    UNITS,
    VAGUE,
    WEEKDAYS,
    YEAR_WORDS,
    MonthName,
    month_names,
)
from sulh.text.number_words import number_words
from sulh.text.numbers import number_at

if TYPE_CHECKING:
    from sulh.text.calendars import Calendar, Unit
    from sulh.text.scan import Scan

_WITHIN_NUMBER: Final = frozenset(".,:/٫٬")
_PER_CENT: Final = frozenset("%٪")
_ARTICLES: Final = frozenset(("ال", "لل", "بال", "وال"))
_ENDINGS: Final = frozenset(("st", "nd", "rd", "th"))
_BETWEEN_NAMES: Final = frozenset("/-(")
_LAST_DAY: Final = 31
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_LONGEST_COUNT: Final = 4  # digits
_LARGEST_COUNT: Final = 10_000


class Day(NamedTuple):
    """A day of the month."""

    number: int
    end: int


class Month(NamedTuple):
    """A month, once or by two of its names; `needs` as in MonthName."""

    calendar: "Calendar"
    number: int
    needs: str
    end: int


class Year(NamedTuple):
    """A year; `calendar` where the text names one."""

    number: int
    calendar: "Calendar | None"
    end: int


class Reference(NamedTuple):
    """A week, month or year counted from that of the publication: العام المقبل is one year on."""

    unit: "Unit"
    offset: int
    end: int


class Quantity(NamedTuple):
    """So many units of time; `many` is None where there are only said to be several."""

    unit: "Unit"
    many: int | None
    end: int


def part_of_number(scan: "Scan", at: int) -> bool:
    """Tell whether the digits at `at` are a piece of a longer figure: 3.5, 10:30, 5%, 1/2."""
    after = scan.word(at + 1) if scan.joined(at + 1) else ""
    if after in _PER_CENT or (after in _WITHIN_NUMBER and scan.joined(at + 2) and scan.digits(at + 2)):
        return True
    joined = scan.joined(at) and scan.joined(at - 1)
    return joined and scan.word(at - 1) in _WITHIN_NUMBER and scan.digits(at - 2)


def article(scan: "Scan", at: int) -> int:
    """Return the index after an Arabic article written before digits (الـ27), else `at`."""
    return at + 1 if scan.word(at) in _ARTICLES and scan.joined(at + 1) and scan.digits(at + 1) else at


def day_at(scan: "Scan", at: int) -> Day | None:
    """Read a day of the month: 27, الـ27, 27th, السابع والعشرين."""
    at = article(scan, at)
    word = scan.word(at)
    if scan.digits(at):
        if len(word) > 2 or not 1 <= int(word) <= _LAST_DAY or part_of_number(scan, at):  # noqa: PLR2004 - digits
            return None
        return Day(int(word), at + 1 + (scan.word(at + 1) in _ENDINGS and scan.joined(at + 1)))
    ones = 1 if word == FIRST_OF_TENS else ORDINALS.get(word, 0)
    if not ones or word.isascii():
        return None
    if ones < 10 and scan.word(at + 1) == "عشر":  # noqa: PLR2004 - the tenth needs no second word
        return Day(ones + 10, at + 2)
    tens = ORDINALS.get(scan.word(at + 2), 0) if scan.word(at + 1) == "و" else 0
    if ones < 10 < tens and ones + tens <= _LAST_DAY:  # noqa: PLR2004 - السابع والعشرين
        return Day(ones + tens, at + 3)
    return Day(ones, at + 1) if word != FIRST_OF_TENS else None


def month_at(scan: "Scan", at: int) -> Month | None:
    """Read the name of a month, or two names of it: كانون الأول/ديسمبر, كانون الأول (ديسمبر)."""
    one = _month_name(scan, at)
    if not one:
        return None
    sign = scan.word(one.end)
    other = _month_name(scan, one.end + (sign in _BETWEEN_NAMES))
    if not other or (other.calendar, other.number) != (one.calendar, one.number):
        return one
    end = other.end
    if sign == "(":
        if scan.word(end) != ")":
            return one
        end += 1
    return Month(one.calendar, one.number, "", end)


def _month_name(scan: "Scan", at: int) -> Month | None:
    for second, name in month_names().get(scan.word(at), ()):
        if not second or scan.word(at + 1) == second:
            return Month(
                name.calendar,
                name.number,
                _needs(scan, at, name),
                _after_point(scan, at + (2 if second else 1), name),
            )
    return None


def _needs(scan: "Scan", at: int, name: MonthName) -> str:
    """Return what the name needs beside it: ab without its madda and march in small letters need figures."""
    if name.needs == "place" and (
        (scan.word(at) == "اب" and "آ" not in scan.original(at))
        or (scan.word(at).isascii() and not scan.original(at)[:1].isupper())
    ):
        return "figure"
    return name.needs


def _after_point(scan: "Scan", end: int, name: MonthName) -> int:
    """Return the index after the point of an abbreviation: Dec."""
    return end + (name.needs == "figure" and scan.word(end) == "." and scan.joined(end))


def year_number_at(scan: "Scan", at: int) -> Year | None:
    """Read a year of four digits from 1000 to 2199, with the era if there is one: 2016, 1438هـ."""
    word = scan.word(at)
    if len(word) != 4 or not scan.digits(at) or not _FIRST_YEAR <= int(word) <= _LAST_YEAR:  # noqa: PLR2004 - digits
        return None
    if part_of_number(scan, at):
        return None
    era = ERAS.get(scan.word(at + 1))
    glued = scan.joined(at + 1)
    if era and (glued or scan.word(at + 1) != "م"):  # "2000 م" may be metres
        return Year(int(word), era, at + 2)
    return None if glued and scan.word(at + 1).isalpha() else Year(int(word), None, at + 1)


def year_at(scan: "Scan", at: int) -> Year | None:
    """Read a year after a month or a part of it: 2016, `, 2016`, من عام 2016."""
    if scan.word(at) == "," or (
        scan.word(at) in ("من", "of") and (scan.word(at + 1) in YEAR_WORDS or scan.word(at) == "of")
    ):
        at += 1
    if scan.word(at) in YEAR_WORDS:
        at += 1
    return year_number_at(scan, at)


def reference_at(scan: "Scan", at: int, *, bare: bool = False) -> Reference | None:
    """Read a week, month or year counted from now: هذا العام, العام المقبل, next year.

    Args:
        scan: the text.
        at: where it begins.
        bare: accept العام and "the year" alone.
    """
    offset = ENGLISH_DIRECTIONS.get(scan.word(at))
    if scan.word(at) == "the" and (bare or scan.word(at + 1) in ENGLISH_DIRECTIONS):
        at += 1
        offset = ENGLISH_DIRECTIONS.get(scan.word(at), 0)
    if offset is not None:
        at += scan.word(at) in ENGLISH_DIRECTIONS
        unit, count = UNITS.get(scan.word(at), ("day", None))
        return (
            Reference(unit, offset, at + 1)
            if count == 1 and unit != "day" and scan.word(at).isascii()
            else None
        )
    this = scan.word(at) in THIS
    at += this
    word = scan.word(at)
    unit, count = UNITS.get(word[2:], ("day", None)) if word[:2] == "ال" else ("day", None)
    if count != 1 or unit == "day" or (word == "العام" and scan.word(at - 1) in GENERAL_AFTER):
        return None
    direction = DIRECTIONS.get(scan.word(at + 1))
    if direction is not None:
        return Reference(unit, direction, at + 2)
    return Reference(unit, 0, at + 1) if this or bare else None


def quantity_at(scan: "Scan", at: int) -> Quantity | None:
    """Read so many units of time: يومين, ثلاثة أيام, بضعة أسابيع, 10 days, a week."""
    if scan.word(at) in ("a", "an", "the") and scan.word(at + 1) not in VAGUE:
        at += 1
        unit, count = UNITS.get(scan.word(at), ("day", None))
        return Quantity(unit, 1, at + 1) if count == 1 else None
    at += scan.word(at) == "a"
    if scan.word(at) in VAGUE:
        return _counted(scan, at + 1, None)
    if scan.word(at) in UNITS:
        unit, count = UNITS[scan.word(at)]
        after = scan.word(at + 1)
        names = (
            scan.digits(at + 1) or after in WEEKDAYS or after in month_names()
        )  # منذ عام 2011, خلال شهر آذار
        return None if scan.word(at).isascii() or names else Quantity(unit, count, at + 1)
    if scan.digits(at):
        plain = len(scan.word(at)) <= _LONGEST_COUNT and not part_of_number(scan, at)
        return _counted(scan, at + 1, int(scan.word(at))) if plain else None
    number = number_at(scan, at) if scan.word(at) in number_words() else None
    return (
        _counted(scan, number.end, int(number.value)) if number and number.value <= _LARGEST_COUNT else None
    )


def _counted(scan: "Scan", at: int, count: int | None) -> Quantity | None:
    unit = UNITS.get(scan.word(at))
    return Quantity(unit[0], count, at + 1) if unit else None


def several_at(scan: "Scan", at: int) -> tuple[Quantity, int] | None:
    """Read several units before or after now, and which of the two: الأيام العشرة المقبلة, the last weeks."""
    if scan.word(at) in ENGLISH_DIRECTIONS:
        quantity = quantity_at(scan, at + 1)
        if not quantity and scan.word(at + 1) in UNITS and UNITS[scan.word(at + 1)][1] is None:
            quantity = Quantity(UNITS[scan.word(at + 1)][0], None, at + 2)
        toward = ENGLISH_DIRECTIONS[scan.word(at)]
        return (quantity, toward) if quantity and toward else None
    start = article(scan, at)
    number = number_at(scan, start) if start > at else None
    at = number.end if number else at
    word = scan.word(at).removeprefix("ال")
    unit, count = UNITS.get(word, ("day", 1))
    if count == 1 or (scan.word(at) == word and not number):
        return None
    at += 1
    if count is None and not number:
        start = article(scan, at)
        number = number_at(scan, start) if start > at or scan.word(at)[:2] == "ال" else None
        at = number.end if number else at
    at += scan.word(at) in VAGUE
    direction = -1 if scan.word(at) in RECENT else DIRECTIONS.get(scan.word(at))
    if number and (number.value > _LARGEST_COUNT or number.value != int(number.value)):
        return None
    return (Quantity(unit, int(number.value) if number else count, at + 1), direction) if direction else None
