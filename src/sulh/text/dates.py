"""Dates and other time expressions in Arabic and English, resolved against the day of publication."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from sulh.text.date_absolute import (
    AND,
    TO,
    Context,
    Found,
    Kind,
    day_month,
    month_alone,
    month_day,
    numeric,
    year_alone,
    year_named,
)
from sulh.text.date_relative import ago, counted, directed_month, fraction, part, reference, several
from sulh.text.date_weekdays import english_direction, weekday_day
from sulh.text.date_words import (
    BETWEEN,
    COUNTED,
    DAY_PARTS,
    DAY_PHRASES,
    ENGLISH_DIRECTIONS,
    FIRST_OF_TENS,
    FRACTIONS,
    ORDINALS,
    PORTIONS,
    THIS,
    UNITS,
    VAGUE,
    WEEKDAYS,
    YEAR_WORDS,
    YEARS_WORDS,
    month_names,
)
from sulh.text.number_words import number_clitics, number_words
from sulh.text.scan import Scan, with_clitics
from sulh.text.span import Span

Rule = Callable[[Context, int], Found | None]

_DIGITS: Final = (numeric, day_month, ago, year_alone)
_ARABIC_LETTER: Final = re.compile("[ء-ي]")
_RANGED: Final = frozenset(("day", "month", "year"))
_THROUGH: Final = TO - {"الي", "to"}  # these two also say where to


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A time expression and the days that it names.

    Attributes:
        span: the expression without the preposition before it; "two days ago" and قبل يومين keep theirs.
        first: the first day it may mean; None if that is open, or not known.
        last: the last day, included; None likewise.
        kind: `day`, `month` and `year` of a calendar; `interval` with two ends; `part` of a week, month or
            year; `weekday` and `relative` to the publication; `contradictory` where a weekday and a day do
            not agree: the days then cover both.
    """

    span: Span
    first: date | None
    last: date | None
    kind: Kind


def find_dates(
    text: str, *, published: date | None = None, language: str | None = None
) -> tuple[DateExpression, ...]:
    """Return the time expressions of `text`, in order; they do not overlap.

    Days and months without a year are those nearest to the publication, past or future. A weekday alone is
    the last one on or before it, or the first on or after it where the sentence speaks of the future; with
    "last" and "next" (الماضي, المقبل) it is never the day of publication. Weeks are those of ISO 8601, from
    Monday. "Early", "mid" and "late" are thirds (`calendars.portion`). "A week ago" is about a week ago
    (`calendars.about`), "within" begins with the publication. Hijri dates follow the Umm al-Qura calendar,
    1343 to 1500 AH.

    Args:
        text: Arabic, English or both.
        published: what relative expressions count from; without it they are found and stay unresolved.
        language: "ar" reads 5/6/2017 as 5 June; "en" leaves it unresolved, for it may be 6 May. None: "ar"
            if there are Arabic letters.

    Returns:
        An expression that is read and cannot be resolved (no publication, no such day, counted from an event)
        has neither end.
    """
    rules = _rules()
    scan = Scan(text, _clitics())
    arabic = language == "ar" if language else bool(_ARABIC_LETTER.search(text))
    context = Context(scan, published, arabic)
    expressions, done = list[DateExpression](), 0
    for at, word in enumerate(scan.words):
        if at < done:
            continue
        found = _read(context, at) if word in rules or word.isdecimal() else None
        if found:
            found = _range(context, found)
            done = found.end
            expressions.append(DateExpression(scan.span(found.start, found.end), *found.days, found.kind))
    return tuple(expressions)


@cache
def opening_words() -> frozenset[str]:
    """Return the folded words with one of which a time expression begins, if with no digit.

    A reader that has the words of a sentence at hand need not look for times where none of them is.
    """
    return frozenset(_rules()) | frozenset(_clitics())


def _read(context: Context, at: int) -> Found | None:
    """Return the first time expression that begins with the piece at `at` in the order of the rules."""
    word = context.scan.word(at)
    for rule in _DIGITS if word.isdecimal() else _rules().get(word, ()):
        found = rule(context, at)
        if found:
            return found
    return None


def _range(context: Context, one: Found) -> Found:
    """Return the interval that begins with `one`, if one does: بين 23 يناير و5 فبراير, from 2011 to 2016."""
    scan, sign, at = context.scan, context.scan.word(one.end), one.end + 1
    between = scan.word(one.start - 1) in BETWEEN or scan.word(one.start) in YEARS_WORDS
    if one.kind not in _RANGED or not (sign in _THROUGH or (between and sign in TO | AND)):
        return one
    if one.kind == "year":
        two = year_named(context, at) or year_alone(context, at, placed=True)
    else:
        two = _read(context, at)
    if not two or two.kind not in _RANGED or (one.kind == "year") != (two.kind == "year"):
        return one
    first, last = one.days[0], two.days[1]
    if not one.explicit and two.days[0] and (two.explicit or not first or first > two.days[0]):
        again = _read(context._replace(published=two.days[0]), one.start)  # its year is that of the second
        first = again.days[0] if again else None
    if first and last and first >= last:
        return one
    return Found(one.start, two.end, (first, last), "interval", one.explicit)


@cache
def _rules() -> Mapping[str, tuple[Rule, ...]]:
    """Return the rules to try on each word that may begin a time expression."""
    rules: dict[str, tuple[Rule, ...]] = {}
    table: tuple[tuple[Iterable[str], tuple[Rule, ...]], ...] = (
        (["شهر", "الشهر"], (month_alone,)),
        (month_names(), (month_day, month_alone)),
        ([*WEEKDAYS, *DAY_PARTS, *(phrase[0] for phrase in DAY_PHRASES)], (weekday_day,)),
        (
            [FIRST_OF_TENS, *(word for word in ORDINALS if not word.isascii()), "ال", "بال", "لل"],
            (day_month, several),
        ),
        ([*YEAR_WORDS, *YEARS_WORDS], (year_named,)),
        ([*COUNTED, "في"], (counted,)),
        (PORTIONS, (part,)),
        ([*FRACTIONS, *ORDINALS, "last"], (fraction,)),
        ([*number_words(), *VAGUE, "a", "an"], (ago,)),
        (ENGLISH_DIRECTIONS, (english_direction, directed_month, several, reference)),
        ([*THIS, *("ال" + unit for unit in UNITS if not unit.isascii())], (several, reference)),
    )
    for words, more in table:
        for word in words:
            rules[word] = tuple(dict.fromkeys(rules.get(word, ()) + more))
    return rules


@cache
def _clitics() -> Mapping[str, tuple[int, str]]:
    """Return the words with clitics attached in which a date, or a number of days, may begin."""
    forms = with_clitics(_rules())
    return {form: forms[form] for form in forms.keys() - number_words().keys()} | dict(number_clitics())
