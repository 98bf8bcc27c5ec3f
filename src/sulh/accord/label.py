"""The number at the start of a clause: `1.`, `2.1`, `(a)`, `أ)`, `Article 3`, `المادة ٣`, `أولاً:`."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final, NamedTuple

from sulh.text.normal import Fold, fold

# Marks of direction stand before and after numbers in Arabic texts; they are no words.
_DIRECTION: Final = "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]*"
_DIGITS: Final = "[0-9٠-٩۰-۹]{1,3}"
_CLOSING: Final = r"(?:[ \t]?\)|\.|[ \t]?ـ?[-–—](?![ \t]*[0-9٠-٩۰-۹])|ـ+)"
_AFTER: Final = rf"(?={_DIRECTION}(?:\s|\Z|[\u0620-\u064a\[{{]))"

_WORDS: Final[Mapping[str, str]] = {
    "article": "article المادة مادة",
    "annex": "annex appendix الملحق ملحق المرفق مرفق",
    "part": "part الجزء الباب",
    "chapter": "chapter الفصل",
    "section": "section القسم",
    "paragraph": "paragraph الفقرة",
    "item": "item البند",
}
"""Words before a number, the outermost division first after annexes."""

WORDS: Final = ("annex", "part", "chapter", "section", "article", "paragraph", "item")
"""From the outermost division to the innermost."""

_UNITS: Final = (
    "أول أولى",
    "ثاني ثانية",
    "ثالث ثالثة",
    "رابع رابعة",
    "خامس خامسة",
    "سادس سادسة",
    "سابع سابعة",
    "ثامن ثامنة",
    "تاسع تاسعة",
    "عاشر عاشرة",
)
_ADVERBS: Final = "أولا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا عاشرا"
_ENGLISH: Final = "first second third fourth fifth sixth seventh eighth ninth tenth"

_DECIMAL: Final = re.compile(
    rf"(?P<open>\(?)(?P<number>{_DIGITS}(?:[.٫]{_DIGITS}){{0,7}})(?P<close>{_CLOSING})?{_AFTER}"
)
_LETTER: Final = re.compile(
    rf"(?P<open>\(?)(?P<number>[ivx]{{1,6}}|[IVX]{{1,6}}|([A-Za-z])\3?|[ء-غف-ي]ـ?)"
    rf"(?P<close>{_CLOSING}){_AFTER}"
)
_NAMED: Final = re.compile(
    rf"(?P<word>[^\W\d_]+)[ \t]+{_DIRECTION}"
    rf"(?:\(?[ \t]?(?P<number>{_DIGITS}(?:[.٫]{_DIGITS}){{0,7}}|[IVX]{{1,6}}|[A-Z])[ \t]?\)?(?![^\W_])"
    rf"|(?P<ordinal>[ء-ي\u064b-\u0652]+(?:[ \t]عشرة?)?))"
    rf"{_DIRECTION}(?:[ \t]*(?P<close>[:.،\-–—])(?=\s|\Z)|(?P<end>[ \t]*(?=\r?\n|\Z|\{{))|(?=[ \t]))"
)
_ORDINAL: Final = re.compile(r"(?P<word>[^\W\d_]+)[\u064b-\u0652]*[ \t]*(?P<close>[:.\-–—])(?=\s|\Z)")
_REPEATED: Final = 2  # (aa)
_ROMAN: Final = re.compile("x{0,3}(?:ix|iv|v?i{0,3})", re.IGNORECASE)


class Label(NamedTuple):
    """The number of a clause.

    Attributes:
        style: `decimal`, `letter`, `LETTER`, `roman`, `ROMAN`, `arabic`, `ordinal`, or one of `WORDS`.
        parts: its components, in ASCII digits or as letters of one form.
        length: in code points, as written.
        certain: whether a sign or the end of the line shows that it is a number and not the first word of a
            sentence.
        either: a single letter that may also be a Roman number.
        brackets: those of `(1)` or `1)`; the lists of `1.`, `1)` and `(1)` are different ones.
    """

    style: str
    parts: tuple[str, ...]
    length: int
    certain: bool
    either: bool = False
    brackets: str = ""


@cache
def _ordinals() -> Mapping[str, int]:
    """Return what the ordinals of Arabic after a word (المادة الثانية عشرة) mean, by their letters."""
    found = {}
    for value, words in enumerate(_UNITS, 1):
        for word in words.split():
            found[_letters("ال" + word)] = value
            for ten in ("عشر", "عشرة"):
                found[_letters(f"ال{word} {ten}")] = value + 10
    for value, word in ((11, "الحادي"), (11, "الحادية")):
        for ten in ("عشر", "عشرة"):
            found[_letters(f"{word} {ten}")] = value
    return found | {_letters("العشرون"): 20, _letters("العشرين"): 20}


@cache
def _adverbs() -> Mapping[str, int]:
    return _numbered(_ADVERBS.split()) | _numbered(_ENGLISH.split())


@cache
def _divisions() -> Mapping[str, str]:
    return {_letters(word): key for key, words in _WORDS.items() for word in words.split()}


def _numbered(words: Iterable[str]) -> dict[str, int]:
    return {_letters(word): value for value, word in enumerate(words, 1)}


def _letters(word: str) -> str:
    return fold(word, Fold.SEARCH)


def _digits(number: str) -> tuple[str, ...]:
    return tuple(str(int(part)) for part in re.split("[.٫]", number))


def read_label(line: str, *, heading: bool) -> Label | None:
    """Return the number that `line`, without blanks before it, begins with; None where there is none.

    Args:
        line: up to its end.
        heading: whether it is a heading, where a number needs no sign after it.
    """
    return (
        _decimal(line, heading=heading) or _letter(line) or _division(line, heading=heading) or _adverb(line)
    )


def _decimal(line: str, *, heading: bool) -> Label | None:
    found = _DECIMAL.match(line)
    if found is None:
        return None
    parts, close = _digits(found["number"]), found["close"] or ""
    if found["open"] and ")" not in close:
        return None
    if not close and not heading and len(parts) == 1:
        return None
    certain = bool(close) or heading
    return Label("decimal", parts, found.end(), certain, brackets=_brackets(found))


def _letter(line: str) -> Label | None:
    found = _LETTER.match(line)
    if found is None or (found["open"] and ")" not in found["close"]):
        return None
    number = found["number"]
    if number.isascii():
        style = "letter"
        if _ROMAN.fullmatch(number):
            style = "roman"
        elif len(set(number.lower())) > 1 or len(number) > _REPEATED:
            return None
        either = style == "roman" and len(number) == 1
        style = style.upper() if number.isupper() else style
        parts = (number.lower(),)
        return Label(style, parts, found.end(), certain=True, either=either, brackets=_brackets(found))
    return Label("arabic", (_arabic(number),), found.end(), certain=True, brackets=_brackets(found))


def _brackets(found: re.Match[str]) -> str:
    return "".join(sign for sign in found["open"] + (found["close"] or "") if sign in "()")


def _arabic(letter: str) -> str:
    """Return one form of a letter used as a number: أ for all of ا أ إ, ه for هـ."""
    return {"ا": "أ", "إ": "أ"}.get(letter[0], letter[0])


def _division(line: str, *, heading: bool) -> Label | None:
    found = _NAMED.match(line)
    word = _divisions().get(_letters(found["word"])) if found else None
    if found is None or word is None:
        return None
    certain = found["close"] is not None or found["end"] is not None
    if not certain and not heading:
        return None
    if (number := found["number"]) is not None:
        parts = _digits(number) if number[0].isdigit() else (_roman(number) or number.lower(),)
    elif (ordinal := _ordinals().get(_letters(found["ordinal"]))) is not None:
        parts = (str(ordinal),)
    else:
        return None
    return Label(word, parts, len(found.group().rstrip()), certain=True)


def _roman(number: str) -> str | None:
    """Return a Roman number in digits, or None where it is none."""
    if not _ROMAN.fullmatch(number):
        return None
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in number]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return str(sum(-value if value < after else value for value, after in pairs))


def _adverb(line: str) -> Label | None:
    found = _ORDINAL.match(line)
    value = _adverbs().get(_letters(found["word"])) if found else None
    return Label("ordinal", (str(value),), found.end(), certain=True) if found and value else None
