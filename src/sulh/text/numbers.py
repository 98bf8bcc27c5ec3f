"""Numbers in Arabic and English text, in digits and in words, as exact decimals."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from typing import Final, NamedTuple

from sulh.text.number_words import (
    FIRST_HALVES,
    INDEFINITE,
    ORDINALS,
    NumberWord,
    number_clitics,
    number_words,
)
from sulh.text.scan import Scan
from sulh.text.span import Span

_EXACT: Final = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)
_FIGURES: Final = re.compile(
    r"""(?<![0-9][.,٫٬،])                                      # not within 1.2.3
    (?: [0-9]{1,3} (?: (?:,[0-9]{3})++ | (?:٬[0-9]{3})++ ) (?: [.٫][0-9]++ )?   # 1,234,567.8
      | [0-9]{1,3} (?: (?:\.[0-9]{3}){2,}+ | (?:،[0-9]{3}){2,}+ | ،000 )        # 1.234.567, 10،000
      | [0-9]++[.٫][0-9]++
    ) (?! [.,٫٬،]?[0-9] )
    | [0-9]++""",
    re.VERBOSE,
)
_GROUPING: Final = str.maketrans({",": None, "٬": None, "،": None, "٫": "."})
_LEADING: Final = frozenset(
    ["و", "ب", "ل", "ف", "ك", "ال", "وال", "بال", "لل", "ول", "وب"]
)  # may be attached before digits
_ORDINAL_ENDINGS: Final = frozenset(("st", "nd", "rd", "th"))
_MINUS: Final = frozenset("-−")
_OPENING: Final = frozenset("([{«\"“'‘")
_PRONOUN_AFTER: Final = frozenset(
    ["no", "any", "every", "each", "this", "that", "the", "which"]
)  # one as a pronoun
_PRONOUN_BEFORE: Final = frozenset(("of", "another"))
_SCALES: Final = frozenset(("scale", "dual", "plural"))
_ROUND: Final = _SCALES | {"hundred", "hundreds"}
_MULTIPLIERS: Final = frozenset(("hundred", "scale", "plural"))


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it stands; a per cent sign is neither in the span nor in the value."""

    span: Span
    value: Decimal


class Reading(NamedTuple):
    """A number and the pieces of a scan that it takes: from `start` to before `end`."""

    value: Decimal
    start: int
    end: int


def find_numbers(text: str) -> tuple[Number, ...]:
    """Return the numbers of `text`, in order.

    Digits are ASCII, Arabic-Indic or Eastern Arabic-Indic, with `.` or `٫` before decimals and `,` or `٬`
    between groups of three; `،` and `.` group only where nothing else can be meant (10،000; 1.234.567). A
    minus counts where it is attached and no range. Number words are read in both languages, also after
    digits (25 ألفا). Ordinals, indefinite plurals (مئات, hundreds) and digits inside a name (F-16) are no
    numbers.
    """
    scan, words, numbers, done = Scan(text, number_clitics()), number_words(), list[Number](), 0
    for at, word in enumerate(scan.words):
        if at < done or not (word.isdecimal() or word in words or word in FIRST_HALVES):
            continue
        reading = number_at(scan, at)
        if reading:
            done = reading.end
            numbers.append(Number(scan.span(reading.start, reading.end), reading.value))
    return tuple(numbers)


def number_at(scan: Scan, at: int) -> Reading | None:
    """Return the number whose first digits or word are the piece at `at`, or None."""
    if not _may_begin(scan, at):
        return None
    total, end, link = _Sum(), at, ""
    word, next_end = _word_at(scan, at)
    while word and total.take(word, link):
        end = next_end
        total.settle(end)
        link, start = _link(scan, end)
        word, next_end = _word_at(scan, start)
    if end == at:
        return None
    if word and not link and word.kind in _MULTIPLIERS:
        end = total.retreat(end)
    if scan.digits(at) and _has_minus(scan, at):
        return Reading(total.value.copy_negate(), at - 1, end)
    return Reading(total.value, at, end)


class _Sum:
    """A number as far as it is read: complete scales (thousands) in `_total`, the rest in `_current`."""

    def __init__(self) -> None:
        self._total = self._current = Decimal(0)
        self._ceiling = Decimal("Infinity")  # the next scale must be smaller
        self._last: NumberWord | None = None
        self._settled: tuple[Decimal, int] | None = None

    @property
    def value(self) -> Decimal:
        return _EXACT.add(self._total, self._current)

    def settle(self, end: int) -> None:
        """Remember the value at a hundred or a scale, where the number may turn out to end."""
        if self._last and self._last.kind in _ROUND:
            self._settled = self.value, end

    def retreat(self, end: int) -> int:
        """Go back to where the number was last round: one hundred and two | hundred."""
        if self._settled:
            (self._total, end), self._current = self._settled, Decimal(0)
        return end

    def take(self, word: NumberWord, link: str) -> bool:
        """Add `word`, which `link` ("", "and", "-") joins to what stands before; False if it does not fit."""
        last = self._last
        if last and {last.language, word.language} == {"ar", "en"}:
            return False
        taken = self._multiply(word, link) if word.kind in _SCALES else self._add(word, link)
        if taken:
            self._last = word if word.language or not last else word._replace(language=last.language)
        return taken

    def _begins(self, link: str) -> bool:
        """Tell whether a new summand may come after `link`."""
        return not self._last or (link == "and" and self._last.kind != "figures")

    def _multiply(self, word: NumberWord, link: str) -> bool:
        if word.value >= self._ceiling:
            return False
        if self._current and not link and word.kind != "dual":
            times = self._current
        elif self._begins(link) and not self._current and word.kind != "plural":
            times = Decimal(2 if word.kind == "dual" else 1)
        else:
            return False
        self._total = _EXACT.add(self._total, _EXACT.multiply(times, word.value))
        self._current, self._ceiling = Decimal(0), word.value
        return True

    def _add(self, word: NumberWord, link: str) -> bool:
        before, current, english = (
            self._last.kind if self._last else None,
            self._current,
            word.language == "en",
        )
        if word.kind == "hundred" and not link and before in ("unit", "teen", "figures"):
            self._current = _EXACT.multiply(current, 100)
            return current < 100  # noqa: PLR2004 - two hundred, fifteen hundred
        if word.kind == "figures":
            fits = not before or (link == "and" and before in _SCALES and word.value < self._ceiling)
        elif english and word.kind == "unit" and before == "tens":
            fits = link != "and"  # twenty-five
        elif not english and before == "unit":
            fits = (word.kind, link) in {("ten", ""), ("tens", "and")}  # خمسة عشر, خمسة وعشرون
        else:
            room = 1000 if word.kind in {"hundred", "hundreds"} else 100
            begins = self._begins(link) or (english and not link and before in _ROUND)
            fits = begins and current % room == 0
        if fits:
            self._current = _EXACT.add(current, word.value)
        return fits


def _word_at(scan: Scan, at: int) -> tuple[NumberWord | None, int]:
    """Return the digits or the number word at `at`, None if there is none, and the index after it."""
    if scan.digits(at):
        figures = next(_FIGURES.finditer(scan.folded, scan.starts[at]))
        text, end = figures.group(), figures.end()
        value = Decimal(text.replace(".", "") if text.count(".") > 1 else text.translate(_GROUPING))
        return NumberWord("figures", value, ""), bisect_left(scan.starts, end, at)
    words, word = number_words(), scan.word(at)
    if word in FIRST_HALVES:
        value, second = Decimal(FIRST_HALVES[word]), _second_half(scan, at + 1)
        if second == "ten":
            return NumberWord("teen", value + 10, "ar"), at + 2
        if second == "tens":
            return NumberWord("unit", value, "ar"), at + 1
    return words.get(word), at + 1


def _second_half(scan: Scan, at: int) -> str | None:
    """Return "ten" where عشر stands at `at`, "tens" where و and tens do."""
    words = number_words()
    ten, tens = words.get(scan.word(at)), words.get(scan.word(at + 1))
    if ten and ten.kind == "ten":
        return "ten"
    return "tens" if scan.word(at) == "و" and tens and tens.kind == "tens" else None


def _link(scan: Scan, at: int) -> tuple[str, int]:
    """Return how the piece at `at` is joined to the number before it, and where the next word is."""
    word = scan.word(at)
    if word in ("and", "و"):
        return "and", at + 1
    if word == "واحد" and _second_half(scan, at + 1):  # وأحد عشر
        return "and", at
    if word == "-" and scan.joined(at) and scan.joined(at + 1):
        return "-", at + 1
    return "", at


def _may_begin(scan: Scan, at: int) -> bool:
    """Tell whether what surrounds a digit or number word leaves it a number of its own."""
    before, after = scan.word(at - 1), scan.word(at + 1)
    if scan.digits(at):
        if scan.joined(at + 1) and after in _ORDINAL_ENDINGS:
            return False
        owner = at - 2 if before in _MINUS and scan.joined(at - 1) else at - 1  # F-16
        name = scan.word(owner) if scan.joined(at) else ""
        long = len(name) > 3 and not name.isascii()  # noqa: PLR2004 - القرار2254 lacks a space, ميغ29 does not
        return not name.isalpha() or name in _LEADING or long
    word = number_words().get(scan.word(at))
    if not word:
        return True
    if word.kind == "ten" and word.language == "ar":
        return before not in ORDINALS
    if word.kind in _MULTIPLIERS:
        return before not in INDEFINITE
    return word.value != 1 or (before not in _PRONOUN_AFTER and after not in _PRONOUN_BEFORE)


def _has_minus(scan: Scan, at: int) -> bool:
    """Tell whether a minus is attached to the digits at `at` and to nothing before it."""
    if scan.word(at - 1) not in _MINUS or not scan.joined(at):
        return False
    return not scan.digits(at - 2) and (not scan.joined(at - 1) or scan.word(at - 2) in _OPENING)
