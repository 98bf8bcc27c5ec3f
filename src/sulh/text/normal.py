"""Normal forms that know where they come from: every character keeps its range in the original text.

Presentation forms, ligatures and full-width characters follow Unicode Normalization Form KC (UAX #15). The
Arabic folds are the usual ones of Arabic retrieval (Larkey, Ballesteros and Connell, SIGIR 2002: alef, ya,
ta marbuta, diacritics, tatweel), each of them switchable.
"""

import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Flag, auto
from functools import lru_cache
from typing import Final

from sulh.text.span import Span


class Fold(Flag):
    """A difference of spelling that a normal form drops."""

    PRESENTATION = auto()
    """NFKC: presentation forms, ligatures, full-width characters, composition."""
    TATWEEL = auto()
    """The stretching character U+0640 is deleted."""
    DIACRITICS = auto()
    """Arabic vowel signs and Quranic marks are deleted; marks of other scripts stay."""
    INVISIBLE = auto()
    """Bidirectional controls, joiners, byte order mark and soft hyphen are deleted."""
    ALEF = auto()
    """أ إ آ ٱ → ا."""
    YA = auto()
    """ى and Farsi ی → ي."""
    TA_MARBUTA = auto()
    """ة → ه."""
    HAMZA = auto()
    """ؤ → و and ئ → ي; ء stays."""
    KAF = auto()
    """Farsi ک and swash ڪ → ك."""
    DIGITS = auto()
    """Arabic-Indic digits of both kinds → ASCII."""
    CASE = auto()
    """Full case folding (ß → ss)."""
    LETTER = PRESENTATION | TATWEEL | INVISIBLE
    """The same letters in another encoding."""
    SEARCH = LETTER | DIACRITICS | ALEF | YA | TA_MARBUTA | HAMZA | KAF | DIGITS | CASE
    """Everything."""


_INVISIBLE: Final = (
    "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"  # as a class of characters
)
_TRAILING_INVISIBLE: Final = re.compile(f"[{_INVISIBLE}]+$")
_DELETED: Final = {
    Fold.TATWEEL: "\u0640",
    Fold.DIACRITICS: (
        "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
        "\u0898-\u089f\u08ca-\u08e1\u08e3-\u08ff"
    ),
    Fold.INVISIBLE: _INVISIBLE,
    # What is left of a hamza or madda beside a folded alef would compose with it again.
    Fold.ALEF: "\u0653-\u0655",
    Fold.HAMZA: "\u0653-\u0655",
}
_REPLACED: Final = {
    Fold.ALEF: ("أإآٱ", "اااا"),
    Fold.YA: ("ىی", "يي"),
    Fold.TA_MARBUTA: ("ة", "ه"),
    Fold.HAMZA: ("ؤئ", "وي"),
    Fold.KAF: ("کڪ", "كك"),
    Fold.DIGITS: ("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789"),
}
# Characters that NFKC keeps and that never join what stands before them: no need to look at them. The list
# need not be complete, only true; the ordinary letters of these scripts make it fast.
_PLAIN: Final = (
    "\x00-\x7f¡-§©«-®°±¶·»¿-ÿĀ-ıĴ-ľŁ-ňŊ-žΑ-ΡΣ-ώЀ-ҁҊ-ԯא-ת،؍؛؞-ؿـ-ي٠-٭ٮٯٱ-ٴٹ-۔ەۮ-ۿ"
    "\u2010\u2012-\u2016\u2018-\u2023\u2027\u2030-\u2032\u2039\u203a\u4e00-\u9fff\uac00-\ud7a3"
)
_UNCERTAIN: Final = re.compile(f"[^{_PLAIN}]+")
_SHORT: Final = 64  # code points; longer texts are not kept in a cache

Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Normal:
    """A normal form and where each of its characters comes from.

    Attributes:
        text: the normal form.
        starts: for each character of `text`, the start of the stretch of the original that it stands for.
        ends: likewise the end, exclusive. Both never decrease.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def __len__(self) -> int:
        """Return the number of characters of the normal form."""
        return len(self.text)

    def origin(self, span: Span) -> Span:
        """Return the least span of the original that covers `span` of the normal form.

        An empty span becomes the empty span before the character at its place, or after the last one.

        Raises:
            ValueError: if `span` is not within the normal form.
        """
        start, end = span
        if not 0 <= start <= end <= len(self.text):
            msg = f"{start}–{end} is not within the {len(self.text)} characters of the normal form"
            raise ValueError(msg)
        if start < end:
            return Span(self.starts[start], self.ends[end - 1])
        if start < len(self.text):
            return Span(self.starts[start], self.starts[start])
        last = self.ends[-1] if self.text else 0
        return Span(last, last)


def normalise(text: str, folds: Fold = Fold.SEARCH) -> Normal:
    """Return the normal form of `text` under `folds`, with the origin of each character.

    Deleted marks and tatweel belong to the character before them; deleted invisible characters belong to
    none. Normalising a normal form changes nothing.
    """
    deleted, table = _plan(folds)
    normal = _compose(Normal(text, range(len(text)), range(1, len(text) + 1)), folds)
    while True:
        before = normal.text
        if deleted:
            normal = _splice(normal, _deletions(normal.text, deleted))
        if table:
            normal = Normal(normal.text.translate(table), normal.starts, normal.ends)
        if Fold.CASE in folds:
            normal = _casefold(normal)
        folded = normal
        # Deleting may bring together what composes, and case folding takes apart what NFKC composes.
        normal = _compose(folded, folds)
        if normal is folded or normal.text == before:
            return normal


def fold(text: str, folds: Fold = Fold.SEARCH) -> str:
    """Return `normalise(text, folds).text`, faster: without offsets, and remembered for short texts."""
    return _remembered(text, folds) if len(text) <= _SHORT else _fold(text, folds)


def _fold(text: str, folds: Fold) -> str:
    deleted, table = _plan(folds)
    composed = unicodedata.normalize("NFKC", text) if Fold.PRESENTATION in folds else text
    while True:
        before = composed
        folded = deleted.sub("", before) if deleted else before
        folded = folded.translate(table) if table else folded
        folded = folded.casefold() if Fold.CASE in folds else folded
        composed = unicodedata.normalize("NFKC", folded) if Fold.PRESENTATION in folds else folded
        if composed in (folded, before):
            return composed


_remembered = lru_cache(maxsize=1 << 16)(_fold)


@lru_cache(maxsize=64)
def _plan(folds: Fold) -> tuple[re.Pattern[str] | None, dict[int, int]]:
    """Return the pattern of what is deleted and the table of what is replaced one for one."""
    deleted = "".join(characters for fold, characters in _DELETED.items() if fold in folds)
    table: dict[int, int] = {}
    for one, (old, new) in _REPLACED.items():
        if one in folds:
            table |= str.maketrans(old, new)
    if table:
        # str.translate is several times faster on a character that it finds than on one that it misses.
        table = {code: code for code in range(0x700)} | table
    return re.compile(f"[{deleted}]+") if deleted else None, table


def _splice(normal: Normal, edits: Iterable[Edit]) -> Normal:
    """Return `normal` with each stretch replaced; the new characters stand for all of the stretch."""
    edits = list(edits)
    if not edits:
        return normal
    old_starts, old_ends = array("I", normal.starts), array("I", normal.ends)
    pieces: list[str] = []
    starts, ends, done = array("I"), array("I"), 0
    for start, end, new in edits:
        pieces += normal.text[done:start], new
        starts += old_starts[done:start]
        ends += old_ends[done:start]
        if new:
            starts += old_starts[start : start + 1] * len(new)
            ends += old_ends[end - 1 : end] * len(new)
        done = end
    pieces.append(normal.text[done:])
    return Normal("".join(pieces), starts + old_starts[done:], ends + old_ends[done:])


def _compose(normal: Normal, folds: Fold) -> Normal:
    if Fold.PRESENTATION not in folds or unicodedata.is_normalized("NFKC", normal.text):
        return normal
    return _splice(normal, _compositions(normal.text))


def _compositions(text: str) -> Iterator[Edit]:
    """Yield the clusters that NFKC changes."""
    for run in _UNCERTAIN.finditer(text):
        start = run.start()
        if start and not _begins(text[start]):
            start -= 1
        while start < run.end():
            end = start + 1
            while end < run.end() and not _begins(text[end]):
                end += 1
            old = text[start:end]
            new = unicodedata.normalize("NFKC", old)
            if new != old:
                yield start, end, new
            start = end


@lru_cache(maxsize=1 << 12)
def _begins(character: str) -> bool:
    """Tell whether NFKC certainly never joins or moves `character` across what stands before it.

    So it is if its decomposition begins with a starter that composes with nothing before it. Such
    composing starters are spacing marks, the conjoining Hangul letters and Kirat Rai vowel signs only.
    """
    first = unicodedata.normalize("NFKD", character)[0]
    return not (
        unicodedata.combining(first)
        or unicodedata.category(first).startswith("M")
        or "\u1160" <= first <= "\u11ff"
        or "\U00016d40" <= first <= "\U00016d7f"
    )


def _deletions(text: str, deleted: re.Pattern[str]) -> Iterator[Edit]:
    for run in deleted.finditer(text):
        start, end = run.span()
        invisible = _TRAILING_INVISIBLE.search(run.group())
        attached = start + invisible.start() if invisible else end
        if start and start < attached:
            yield start - 1, attached, text[start - 1]
            start = attached
        if start < end:
            yield start, end, ""


def _casefold(normal: Normal) -> Normal:
    folded = normal.text.casefold()
    if len(folded) > len(normal.text):
        each = ((at, at + 1, character.casefold()) for at, character in enumerate(normal.text))
        normal = _splice(normal, (edit for edit in each if len(edit[2]) > 1))
    return Normal(folded, normal.starts, normal.ends)
