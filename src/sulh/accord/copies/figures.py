"""Dates, lengths of time, numbers and references of a clause, by values that are the same in both languages.

What is relative to a day (tomorrow, next month) is resolved against two fixed days, so that two expressions
have one value only if they mean the same on both. A length of time is what it counts (10 days, 2 months); two
weeks are 14 days, and a year is 12 months.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Final

from sulh.accord.copies.canonical import canonical
from sulh.accord.copies.feature import Feature
from sulh.text.date_pieces import quantity_at
from sulh.text.date_words import UNITS
from sulh.text.dates import find_dates
from sulh.text.normal import fold, normalise
from sulh.text.number_words import number_clitics, number_words
from sulh.text.numbers import find_numbers, number_at
from sulh.text.scan import Scan, with_clitics
from sulh.text.span import Span

_DAYS: Final = (date(2000, 1, 1), date(2001, 2, 15))
_CLOCK: Final = re.compile(r"(?<![\d:])(\d{1,2}):(\d{2})(?![\d:])")
_IN_DAYS: Final = {"day": (1, "day"), "week": (7, "day"), "month": (1, "month"), "year": (12, "month")}
_CLOCK_UNITS: Final = {
    **dict.fromkeys(("hour", "hours", "ساعه", "ساعات"), "hour"),
    **dict.fromkeys(("minute", "minutes", "دقيقه", "دقايق"), "minute"),
}
_CLOCK_DUALS: Final = {"ساعتين": "hour", "ساعتان": "hour", "دقيقتين": "minute", "دقيقتان": "minute"}

# Folded words before a number, by what they refer to; translators do not agree on the smaller divisions.
_REFERRING: Final[Mapping[str, str]] = {
    "article": r"articles?|art\.|ماده|مواد|مادتين|مادتان|مادتي",
    "annex": r"annex(?:es)?|appendix|appendices|ملحق|ملاحق|مرفق|مرفقات|مرافق",
    "resolution": r"resolutions?|قرار|قرارات|قراري|قرارين",
    "protocol": r"protocols?|بروتوكول|بروتوكولات",
    "part": (
        r"clauses?|paragraphs?|paras?\.?|sections?|sub-?paragraphs?|chapters?|parts?|items?|points?|"
        r"بند|بنود|بندين|فقره|فقرات|فقرتين|قسم|فصل|باب|جزء|نقطه"
    ),
}
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_ORDINALS: Final = {
    fold(word): number
    for number, words in enumerate(
        (
            "الأولى الأول",
            "الثانية الثاني",
            "الثالثة الثالث",
            "الرابعة الرابع",
            "الخامسة الخامس",
            "السادسة السادس",
            "السابعة السابع",
            "الثامنة الثامن",
            "التاسعة التاسع",
            "العاشرة العاشر",
        ),
        1,
    )
    for word in words.split()
}
_COUNTED: Final = {
    word: n
    for n, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 1
    )
}
_LETTERS: Final = dict(zip("ابجدهوزحطي", "abcdefghij", strict=True))
_ONE: Final = (
    r"(?:\d+(?:[./]\d+)*(?:\s*\([^\s()]{1,4}\))*"
    r"|\(\s*[^\s()]{1,4}\s*\)(?:\s*\([^\s()]{1,4}\))*"
    rf"|(?:{'|'.join([*_ORDINALS, *_COUNTED])})\b|[ivx]{{1,4}}\b)"
)
_REFERENCE: Final = re.compile(
    r"\b(?:[وفبلك]|وب|ول|فب|فل)?(?:ال|لل?)?(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _REFERRING.items())
    + r")(?!\w)\s*(?:(?:no\.?|number|رقم|مجلس الامن)\s*)*"
    + rf"(?P<list>{_ONE}(?:\s*(?:,|،|\band\b|\bor\b|\bto\b|او|الي|و|-|–)\s*{_ONE})*)"
)
_SYMBOL: Final = re.compile(r"\b[as]/(?:res/)?\d+(?:/\d+)*")
_PARTS: Final = re.compile(r"\w+")
_EACH: Final = re.compile(_ONE)


def figures(text: str, language: str) -> list[Feature]:
    """Return the dates, lengths of time, references and numbers of `text`; they do not overlap.

    Args:
        text: plain text of a clause.
        language: BCP 47 tag; it decides how 5/6/2031 is read.
    """
    found: list[Feature] = []
    for features in (_references(text), _times(text), _dates(text, language), _numbers(text)):
        found += [one for one in features if not any(one.span.overlaps(other.span) for other in found)]
    return sorted(found, key=lambda feature: feature.span)


def _references(text: str) -> Iterator[Feature]:
    normal = normalise(text)
    for match in _SYMBOL.finditer(normal.text):
        yield Feature("reference", match.group(), normal.origin(Span(*match.span())))
    for match in _REFERENCE.finditer(normal.text):
        division = next(name for name in _REFERRING if match[name])
        start: int | None = match.start()
        for each in _EACH.finditer(normal.text, *match.span("list")):
            value = ".".join(map(_designator, _PARTS.findall(each.group())))
            stretch = Span(each.start() if start is None else start, each.end())
            yield Feature("reference", f"{division} {value}", normal.origin(stretch))
            start = None


def _designator(part: str) -> str:
    number = _ROMAN.get(part) or _ORDINALS.get(part) or _COUNTED.get(part)
    return str(number) if number else _LETTERS.get(part[0], part) if len(part) <= 2 else part  # noqa: PLR2004 - ه and هـ


def _times(text: str) -> Iterator[Feature]:
    """Yield times of the day and lengths of time."""
    for match in _CLOCK.finditer(text):
        yield Feature("date", f"{int(match[1])}:{int(match[2]):02}", Span(*match.span()))
    scan, done = Scan(text, _clitics()), 0
    for at, word in enumerate(scan.words):
        if at < done:
            continue
        length = _length(scan, at, word)
        if length:
            many, unit, done = length
            yield Feature("date", f"{many} {unit}", scan.span(at, done))


def _length(scan: Scan, at: int, word: str) -> tuple[int | Decimal, str, int] | None:
    if word in _CLOCK_DUALS:
        return 2, _CLOCK_DUALS[word], at + 1
    dual = not word.isascii() and UNITS.get(word, ("day", None))[1] == 2  # noqa: PLR2004 - يومين
    if not (dual or scan.digits(at) or word in number_words()):
        return None
    number = None if dual else number_at(scan, at)
    if number:
        hyphen = scan.word(number.end) == "-" and scan.joined(number.end + 1)
        noun = scan.word(number.end + hyphen)
        if noun in _CLOCK_UNITS:
            return number.value, _CLOCK_UNITS[noun], number.end + hyphen + 1
        if hyphen and noun in UNITS:
            times, unit = _IN_DAYS[UNITS[noun][0]]
            return number.value * times, unit, number.end + 2
    quantity = quantity_at(scan, at)
    if not quantity or quantity.many is None:
        return None
    times, unit = _IN_DAYS[quantity.unit]
    return quantity.many * times, unit, quantity.end


@cache
def _clitics() -> Mapping[str, tuple[int, str]]:
    return with_clitics([*UNITS, *_CLOCK_DUALS]) | dict(number_clitics())


def _dates(text: str, language: str) -> Iterator[Feature]:
    order = "ar" if language == "ar" else "en"  # of day and month in figures
    first = find_dates(text, published=_DAYS[0], language=order)
    again = (
        {other.span: other for other in find_dates(text, published=_DAYS[1], language=order)} if first else {}
    )
    for one in first:
        two = again.get(one.span, one)
        ends = [end for end in (one.first, one.last, two.first, two.last) if end]
        words = canonical(one.span.of(text)).casefold()
        yield Feature("date", " ".join(map(str, dict.fromkeys(ends))) or words, one.span)


def _numbers(text: str) -> Iterator[Feature]:
    for number in find_numbers(text):
        yield Feature("number", f"{number.value.normalize():f}", number.span)
