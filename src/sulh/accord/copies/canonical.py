"""The canonical text of a clause, and its digest: what two copies must share to be one text.

Folded is only what a printer, a keyboard or a program may change without changing what is read:

1. presentation forms and ligatures (U+FB00–FB06, U+FB50–FDFF, U+FE70–FEFC) and full-width ASCII
   (U+FF01–FF5E) become the letters that they show, by their compatibility decomposition (UAX #15);
2. tatweel, vowel signs and other marks of Arabic reading, characters of format without width (bidirectional
   controls, joiners, zero-width blanks, soft hyphen, byte order mark) and variation selectors are deleted;
3. double quotation marks of any shape become ", single ones ';
4. Arabic-Indic digits of both kinds become ASCII digits;
5. canonical equivalence is resolved by Normalization Form C;
6. every run of white space becomes one blank; blanks beside a punctuation mark are dropped, except where the
   mark stands between two digits (1, 2 is not 1,2); blanks at both ends are dropped.

Everything else counts: letters (ى and ي, ة and ه, أ and ا, capitals), other marks (hamza above and below, é),
digits, every punctuation mark. Steps 2 and 4 fold what a reader may still want to know of: `spelling` keeps
vowel signs and digits, so that what differs only there can be noted.
"""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from sulh.accord.counterpart import Copy
from sulh.text.span import Span

_INVISIBLE: Final = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\u0640"
)
_VOWEL_SIGNS: Final = (
    "\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
)
_DELETED: Final = re.compile(f"[{_INVISIBLE}]+")
_VOWELS: Final = re.compile(f"[{_VOWEL_SIGNS}]+")
_EXTENDS: Final = f"{_INVISIBLE}{_VOWEL_SIGNS}\u0300-\u036f\u0483-\u0487\u0653-\u0655"
_CLUSTER: Final = re.compile(f"[^{_EXTENDS}][{_EXTENDS}]*|[{_EXTENDS}]+")
_COMPATIBLE: Final = ((0xFB00, 0xFB07), (0xFB50, 0xFE00), (0xFE70, 0xFEFD), (0xFF01, 0xFF5F))
_QUOTES: Final = {'"': "«»“”„‟⹂〝〞〟＂", "'": "‘’‚‛‹›＇"}
_ARABIC_DIGITS: Final = dict(zip("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2, strict=True))
PUNCTUATION: Final = (
    r"!-/:-@\[-`{-~\u00a1-\u00a9\u00ab\u00ac\u00ae-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7"
    r"\u0606-\u060f\u061b\u061d-\u061f\u066a-\u066d\u06d4\u2010-\u2027\u2030-\u205e\u2190-\u22ff\u25a0-\u25ff"
)
"""Marks beside which a blank says nothing, as the inside of a character class."""
_BESIDE: Final = re.compile(rf"(?: ?[{PUNCTUATION}])+ ?")
_BLANKS: Final = re.compile(r"\s+")
_TOKEN: Final = re.compile(
    rf"(?:[^\s{PUNCTUATION}]|(?<=[0-9])\s*(?:[{PUNCTUATION}]\s*)++(?=[0-9]))+|[{PUNCTUATION}]"
)
_WORD: Final = re.compile(rf"[^\s{PUNCTUATION}]+")
_REMEMBERED: Final = 1 << 16

Token = tuple[str, Span]
"""A word, figure or punctuation mark in canonical form, and where it stands in the original."""


@lru_cache(maxsize=1 << 14)
def canonical(text: str) -> str:
    """Return the canonical text of `text`; that of a canonical text is itself."""
    return _close_up(_read(text))


@lru_cache(maxsize=1 << 10)
def spelling(text: str) -> str:
    """Return the canonical text but for vowel signs and kinds of digits, which are kept."""
    return _close_up(_letters(text))


def digest(text: str) -> str:
    """Return the SHA-256 of the canonical text in UTF-8, as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(canonical(text).encode("utf-8", "surrogatepass")).hexdigest()


def copy_digest(copy: Copy) -> str:
    """Return the SHA-256 of all clauses of a copy, as 64 lower-case hexadecimal digits.

    Hashed are the clauses in reading order, one line each in UTF-8, with a line feed after each: the number
    path, the number as it is written (`label_key`), and the canonical text of heading and content, with a tab
    between them. Ids, attributes, notes and the front matter are no part of the text.
    """
    hashed = hashlib.sha256()
    for clause in copy.walk():
        label = "" if clause.label is None else label_key(clause.label.of(copy.text))
        line = f"{clause.number}\t{label}\t{canonical(clause.text)}\n"
        hashed.update(line.encode("utf-8", "surrogatepass"))
    return hashed.hexdigest()


def label_key(label: str) -> str:
    """Return the words and figures of a clause's number as it is written: `(a)` and `a.` are `a`."""
    return " ".join(_WORD.findall(canonical(label)))


@lru_cache(maxsize=1 << 11)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the words, figures and punctuation marks of `text` in canonical form, each with its place.

    Two texts have the same canonical text if and only if their tokens are the same; digits that punctuation
    joins (1,000; 31.12.2016; 23:30) are one token.
    """
    if _read(text) == text:
        return tuple((_figure(found.group()), Span(*found.span())) for found in _TOKEN.finditer(text))
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for cluster in _CLUSTER.finditer(text):
        letters = _remembered(cluster.group())
        pieces.append(letters)
        starts += [cluster.start()] * len(letters)
        ends += [cluster.end()] * len(letters)
    return tuple(
        (_figure(found.group()), Span(starts[found.start()], ends[found.end() - 1]))
        for found in _TOKEN.finditer("".join(pieces))
    )


def _figure(token: str) -> str:
    """Return a token with single blanks; only figures joined by marks hold any."""
    return token if len(token) == 1 or token.isalnum() else _BLANKS.sub(" ", token)


def _read(text: str) -> str:
    """Return `text` as it is read, letter for letter, with its white space."""
    if text.isascii():
        return text
    letters = _VOWELS.sub("", _letters(text)).translate(_digits())
    return unicodedata.normalize("NFC", letters)  # a vowel sign may have kept a letter and its hamza apart


_remembered = lru_cache(maxsize=_REMEMBERED)(_read)


def _letters(text: str) -> str:
    """Return `text` with letters, quotation marks and composition folded."""
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text)
    return unicodedata.normalize("NFC", _DELETED.sub("", composed.translate(_shapes())))


def _close_up(text: str) -> str:
    """Return `text` with single blanks, and none where they say nothing."""
    blanks = _BLANKS.sub(" ", text).strip(" ")
    return _BESIDE.sub(_closed, blanks)


def _closed(run: re.Match[str]) -> str:
    found = run.group()
    if " " not in found:
        return found
    text, start, end = run.string, run.start(), run.end()
    before, after = text[start - 1 : start], text[end : end + 1]
    if (before.isdecimal() and after.isdecimal()) or (after and unicodedata.combining(after)):
        return found
    return found.replace(" ", "")


@cache
def _shapes() -> Mapping[int, str]:
    """Return what letters and quotation marks in a special shape stand for."""
    table = {code: chr(code) for code in range(0x700)}  # str.translate is slow on what it misses
    for first, end in _COMPATIBLE:
        for code in range(first, end):
            shown = unicodedata.normalize("NFKC", chr(code))
            # A mark that is shown alone stands on a blank, which is no part of the text.
            table[code] = shown.lstrip(" ") if unicodedata.combining(shown[-1]) else shown
    for plain, marks in _QUOTES.items():
        table |= dict.fromkeys(map(ord, marks), plain)
    return table


@cache
def _digits() -> Mapping[int, str]:
    return {code: chr(code) for code in range(0x700)} | {ord(a): b for a, b in _ARABIC_DIGITS.items()}
