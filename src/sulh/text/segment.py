"""Sentences and quotations of Arabic and English texts, in linear time."""

import re
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from sulh.text.span import Span

_BREAKS: Final = "\n\r\v\f\x85\u2028\u2029"
_PARAGRAPH: Final = re.compile(rf"(?=\S)[^{_BREAKS}]*[^\s{_BREAKS}]")

# Quotation marks: the family of marks that close each other, and 1 for one that opens as a rule, -1 for one
# that closes, 0 for one that does either.
_DOUBLE, _SINGLE = '"', "'"
_MARKS: Final = {
    **dict.fromkeys("“„‟", (_DOUBLE, 1)),
    **dict.fromkeys("”″", (_DOUBLE, -1)),
    **dict.fromkeys('"＂', (_DOUBLE, 0)),
    **dict.fromkeys("‘‚", (_SINGLE, 1)),
    **dict.fromkeys("’′", (_SINGLE, -1)),
    "'": (_SINGLE, 0),
    "«": ("«", 1),
    "»": ("«", -1),
    "‹": ("‹", 1),
    "›": ("‹", -1),
}
_MARK: Final = re.compile(f"[{''.join(_MARKS)}]")
_CLOSED_BY_AN_OPENER: Final = frozenset("„”»›")  # „…“ and the reversed ”…“, »…«
_BEFORE_OPENING: Final = frozenset('([{<«“„‘‹":=/—–-')
_AFTER_CLOSING: Final = frozenset(")]}>.,;:!?،؛؟۔…»”\"’'″′›/—–-")
_INVISIBLE: Final = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_ARABIC_PREFIX: Final = re.compile(r"(?<!\w)[وف]?[بلك]?(?:ال|ل)?ـ*\Z")
_PREFIX_LENGTH: Final = 8
_POSSESSIVE: Final = re.compile(r"(?<=s)[’'](?= [a-z])(?=(?:[^‘’']|(?<=\w)[’'](?=\w))*(?<=\S)[’'](?!\w))")

_BRACKET: Final = re.compile(r"[()\[\]{}]")
_PARTNER: Final = {")": "(", "]": "[", "}": "{"}

_CLOSING: Final = ")]}»”’"
_TERMINAL: Final = re.compile(rf"[.!?؟۔…]+[{re.escape(_CLOSING)}]*")
_FULL_STOP_CLOSED: Final = re.compile(r"[.…][^\w\s.…]+\Z")
_WORD: Final = re.compile(r"[\w.ـ]+\Z")
_NEXT: Final = re.compile(r"\s*(\S)")
_RUN_ON: Final = re.compile(r"[ء-ي]{3}\.[ء-ي]{3}")
_DOTTED: Final = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_BEFORE_A_NAME: Final = re.compile(
    "mrs?|ms|messrs|dr|prof|gen|col|maj|lt|sgt|capt|cmdr|adm|brig|sen|rep|gov|st|amb|rev|hon|pres|mt|vs",
    re.IGNORECASE,
)
_BEFORE_A_NUMBER: Final = re.compile(
    "nos?|arts?|fig|paras?|vol|pp?|ca|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec", re.IGNORECASE
)
_LONGEST_WORD: Final = 16  # code points before a full stop that are looked at


_Pair = tuple[Span, Span, bool]


class Quotation(NamedTuple):
    """A stretch between quotation marks.

    Attributes:
        outer: with its marks.
        inner: without them.
        depth: the number of quotations around it.
        closed: False where no mark closes it; it then ends with the quotation around it or the paragraph.
    """

    outer: Span
    inner: Span
    depth: int
    closed: bool


@lru_cache(maxsize=4)  # sentences look for the quotations that a reader has just asked for
def quotations(text: str) -> tuple[Quotation, ...]:
    """Return the quotations of `text` in the order in which they open.

    Marks pair within one paragraph (line). Those of one family close each other whatever their shape
    (“…", „…“, ”…“, “…″), straight marks by the white space beside them and, where that does not come out
    even, by turns. Single marks that do not pair are apostrophes.
    """
    found: list[Quotation] = []
    ends: list[int] = []
    for paragraph in _PARAGRAPH.finditer(text):
        span = Span(*paragraph.span())
        for outer, inner, closed in sorted(_pairs(text, span)):
            while ends and ends[-1] <= outer.start:
                ends.pop()
            found.append(Quotation(outer, inner, len(ends), closed))
            ends.append(outer.end)
    return tuple(found)


def sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of `text`, without the white space around them.

    Every character other than white space is in exactly one. A paragraph (line) ends a sentence; so do
    . ! ? ؟ … ۔ where they stand in no quotation or bracket and end no abbreviation, initial, list number or
    part of a number or address. A quotation that itself ends with a full stop ends the sentence around it.
    """
    enclosures = deque(_enclosures(text))
    found = []
    for paragraph in _PARAGRAPH.finditer(text):
        start, stop = paragraph.span()
        at = start
        while terminal := _TERMINAL.search(text, at, stop):
            while enclosures and enclosures[0].end <= terminal.start():
                enclosures.popleft()
            enclosed = enclosures.popleft() if enclosures and enclosures[0].start < terminal.start() else None
            at = max(terminal.end(), enclosed.end if enclosed else 0)
            if enclosures:  # what looks like a closing mark may open the next quotation
                at = min(at, enclosures[0].start)
            following = _NEXT.match(text, at, stop)
            if following is None:
                break
            if _complete(text, start, enclosed, following) if enclosed else _ends(start, terminal, following):
                found.append(Span(start, at))
                start = at = following.start(1)
        found.append(Span(start, stop))
    return tuple(found)


@dataclass(slots=True)
class _Open:
    """A quotation that is not closed yet, or, without a mark, the paragraph itself."""

    start: int
    mark: str = ""
    family: str = ""
    single: int | None = None
    """Where a single mark opened directly inside."""


@dataclass(slots=True)
class _Pairing:
    """The pairing of the marks of one paragraph."""

    stack: list[_Open]
    held: Counter[str] = field(default_factory=Counter)
    pairs: list[_Pair] = field(default_factory=list)
    faults: int = 0
    """Marks without a partner."""

    def close(self, text: str, at: int, family: str) -> None:
        """Close the innermost quotation of `family`, and cut off at `at` those that are open inside it."""
        cut = at
        while text[cut - 1].isspace():
            cut -= 1
        while self.stack[-1].family != family:
            self.cut(cut)
        self.held[family] -= 1
        start = self.stack.pop().start
        self.pairs.append((Span(start, at + 1), Span(start + 1, at), True))

    def cut(self, at: int) -> None:
        """End the innermost quotation at `at` without a mark."""
        opened = self.stack.pop()
        self.held[opened.family] -= 1
        self.faults += 1
        if opened.start + 1 < at:
            self.pairs.append((Span(opened.start, at), Span(opened.start + 1, at), False))


def _pairs(text: str, paragraph: Span) -> list[_Pair]:
    pairing = _pair(text, paragraph, by_turns=False)
    if pairing.faults:
        other = _pair(text, paragraph, by_turns=True)
        if other.faults < pairing.faults:
            return other.pairs
    return pairing.pairs


def _pair(text: str, paragraph: Span, *, by_turns: bool) -> _Pairing:
    """Pair the marks of a paragraph; `by_turns` lets straight marks open and close alternately."""
    pairing = _Pairing([_Open(paragraph.start)])
    stack, held = pairing.stack, pairing.held
    for match in _MARK.finditer(text, *paragraph):
        at, mark = match.start(), match.group()
        family, usual = _MARKS[mark]
        side = _side(text, at, paragraph)
        inner = stack[-1]
        if family == _SINGLE:
            if side > 0 and usual >= 0:
                inner.single = at
            elif side < 0 and inner.single is not None and not _POSSESSIVE.match(text, at, paragraph.end):
                pairing.pairs.append((Span(inner.single, at + 1), Span(inner.single + 1, at), True))
                inner.single = None
            continue
        inside = inner.family == family
        if usual > 0:
            closes = held[family] and (
                side < 0 or (inside and not side and inner.mark in _CLOSED_BY_AN_OPENER)
            )
            opens = side >= 0
        elif usual < 0:
            closes = held[family] > 0
            opens = side > 0
        else:
            closes = (inside and (by_turns or side <= 0)) or (held[family] > 0 and side < 0)
            opens = by_turns or side >= 0
        if closes:
            pairing.close(text, at, family)
        elif opens:
            stack.append(_Open(at, mark, family))
            held[family] += 1
        else:
            pairing.faults += 1
    while len(stack) > 1:
        pairing.cut(paragraph.end)
    return pairing


def _side(text: str, at: int, paragraph: Span) -> int:
    """Tell what the neighbours of the mark at `at` say: 1 it opens, -1 it closes, 0 neither or both."""
    left = at - 1
    while left >= paragraph.start and _INVISIBLE.match(text[left]):
        left -= 1
    right = at + 1
    while right < paragraph.end and _INVISIBLE.match(text[right]):
        right += 1
    before = text[left] if left >= paragraph.start else " "
    after = text[right] if right < paragraph.end else " "
    starts = (
        before.isspace()
        or before in _BEFORE_OPENING
        or _ARABIC_PREFIX.search(text, max(paragraph.start, left - _PREFIX_LENGTH), left + 1) is not None
    )
    opens = starts and not after.isspace() and after not in _AFTER_CLOSING
    closes = not before.isspace() and before not in "([{" and (after.isspace() or after in _AFTER_CLOSING)
    return opens - closes


def _enclosures(text: str) -> list[Span]:
    """Return the stretches in closed quotation marks or brackets, overlapping ones joined."""
    spans = [quotation.outer for quotation in quotations(text) if quotation.closed]
    spans += (
        span for paragraph in _PARAGRAPH.finditer(text) for span in _brackets(text, Span(*paragraph.span()))
    )
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return joined


def _brackets(text: str, paragraph: Span) -> Iterator[Span]:
    stack: list[tuple[str, int]] = []
    held: Counter[str] = Counter()
    for match in _BRACKET.finditer(text, *paragraph):
        partner = _PARTNER.get(match.group())
        if partner is None:
            stack.append((match.group(), match.start()))
            held[match.group()] += 1
        elif held[partner]:
            while True:
                bracket, start = stack.pop()
                held[bracket] -= 1
                if bracket == partner:
                    break
            yield Span(start, match.end())


def _complete(text: str, start: int, enclosed: Span, following: re.Match[str]) -> bool:
    """Tell whether the sentence from `start` is over with the quotation or bracket that it ends with."""
    return (
        _FULL_STOP_CLOSED.search(text, enclosed.start, enclosed.end) is not None
        and (text[enclosed.end - 1] not in ")]}" or enclosed.start == start)
        and _may_begin(following)
    )


def _ends(start: int, terminal: re.Match[str], following: re.Match[str]) -> bool:
    """Tell whether the sentence from `start` ends with `terminal`."""
    text, at = terminal.string, terminal.start()
    marks = terminal.group().rstrip(_CLOSING)
    if following.start(1) == following.start():
        return "؟" in marks or "۔" in marks or _RUN_ON.fullmatch(text, at - 3, at + 4) is not None
    if marks == ".." or not _may_begin(following):
        return False
    word = _WORD.search(text, max(start, at - _LONGEST_WORD), at)
    if marks != "." or word is None:
        return True
    name = word.group()
    if _DOTTED.fullmatch(name):
        return name.islower()  # "5 p.m. The …", but "the U.N. Security Council"
    number_follows = following.group(1).isdecimal()
    return not (
        _BEFORE_A_NAME.fullmatch(name)
        or (number_follows and _BEFORE_A_NUMBER.fullmatch(name))
        or (name.isalpha() and len(name) == 1)
        or (name.isdecimal() and word.start() == start)
    )


def _may_begin(following: re.Match[str]) -> bool:
    """Tell whether white space follows, and then neither a small letter nor punctuation."""
    character = following.group(1)
    return (
        following.start(1) > following.start()
        and not character.islower()
        and character not in ",،;؛:.…!?؟)]}»”"
    )
