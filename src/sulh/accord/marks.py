r"""The marks of a text: brackets `[[…]]`, notes `{>>…<<}`, braces `{#id key=value}`, escapes such as `\|`.

A mark ends before the next empty line, so that one that is not closed spoils its own paragraph only.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import itemgetter
from typing import Final, NamedTuple, TypeVar

from sulh.accord.clause import KEYS, Attribute, Bracket, Note, Wording
from sulh.accord.plain import join
from sulh.case.folder.table import suggestion
from sulh.case.reference import is_id
from sulh.text.span import Span

T = TypeVar("T")

_TOKEN: Final = re.compile(
    r"""(?P<escape>\\\S)
      | (?P<blank>\n(?:[ \t\r]*\n)+)
      | (?P<braces>\{[ \t]*(?:\#|[A-Za-z_-]+=)(?:"[^"\n]*+"|[^"{}\n])*+\})
      | (?P<sign>\[\[|\]\]|[|:]|\{>>|<<\}|\{\#)""",
    re.VERBOSE,
)
_ITEM: Final = re.compile(
    r'[ \t]*+(?:#(?P<id>[^\s"]*)|(?P<key>[^\s="]+)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]*)))'
)
_ESCAPE: Final = re.compile(r"\\(\S)")
_BETWEEN_NAMES: Final = re.compile("[,،;؛]")
_AROUND: Final = " \t\r\n"

_NESTED: Final = "a bracket within a bracket; close the outer one with ]] before it"
_OPEN: Final = "the bracket [[ is not closed; close it with ]] in the same paragraph"
_STRAY: Final = r"]] closes no bracket; open it with [[, or write \]] for the characters themselves"
_OPEN_NOTE: Final = "the note {>> is not closed; close it with <<} in the same paragraph"
_OPEN_BRACES: Final = (
    r"the braces {# are not closed, or a quotation mark in them is missing; write {#id key=value "
    r'key="several words"}, or \{# for the characters themselves'
)
_NO_PROPOSER: Final = r"a wording has no proposer; write [[A: wording | B, C: wording]], \: within a wording"
_ATTRIBUTES: Final = 'the braces say {}, which is no attribute; write {{#id key=value key="several words"}}'


class Braces(NamedTuple):
    """The braces of a clause.

    Attributes:
        span: with the braces.
        id: empty where none is given.
        attributes: without those that have a fault.
    """

    span: Span
    id: str
    attributes: tuple[Attribute, ...]


@dataclass(slots=True)
class Marks:
    """The marks of one text, each kind in the order of the file.

    Attributes:
        hidden: stretches that are not words: notes, braces, and the backslash of each escape.
        faults: offsets and what is wrong there.
    """

    text: str
    brackets: list[Bracket] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    braces: list[Braces] = field(default_factory=list)
    hidden: list[Span] = field(default_factory=list)
    faults: list[tuple[int, str]] = field(default_factory=list)

    def words(self, span: Span) -> Iterator[Span]:
        """Yield the stretches of `span` that are words: not hidden, no line ends, no blanks beside those.

        Of two blanks around a hidden stretch one is left.
        """
        pieces = [piece for piece in self._visible(span) if piece.of(self.text).strip()]
        breaks = ["\n" in self.text[before.end : after.start] for before, after in pairwise(pieces)]
        begins, blank = True, True
        for piece, ends in zip(pieces, [*breaks, True], strict=False):  # no pieces, no breaks
            yield trimmed(self.text, piece, left=begins or blank, right=ends)
            begins, blank = ends, self.text[piece.end - 1].isspace()

    def _visible(self, span: Span) -> Iterator[Span]:
        """Yield the pieces of lines of `span` between hidden stretches."""
        before = bisect_left(self.hidden, span.start, key=itemgetter(0))
        start = max(span.start, self.hidden[before - 1].end) if before else span.start
        for hidden in (*within(self.hidden, span, itemgetter(0)), Span(span.end, span.end)):
            while (end := self.text.find("\n", start, hidden.start)) >= 0:
                yield Span(start, end)
                start = end + 1
            yield Span(start, hidden.start)
            start = hidden.end


def within(items: Sequence[T], inside: Span, start: Callable[[T], int]) -> Sequence[T]:
    """Return those of `items`, in the order of their `start`, that begin in `inside`."""
    first = bisect_left(items, inside.start, key=start)
    return items[first : bisect_left(items, inside.end, lo=first, key=start)]


def trimmed(text: str, span: Span, *, left: bool = True, right: bool = True) -> Span:
    """Return `span` without the blanks at its ends."""
    words = span.of(text)
    start = span.start + (len(words) - len(words.lstrip(_AROUND)) if left else 0)
    end = span.end - (len(words) - len(words.rstrip(_AROUND)) if right else 0)
    return Span(min(start, end), end)


def unescape(words: str) -> str:
    """Return `words` without the backslashes of escapes."""
    return _ESCAPE.sub(r"\1", words)


def find_marks(text: str, body: Span) -> Marks:
    """Find the marks of `body` and everything that is wrong with them, in one pass."""
    finder = _Finder(text)
    for token in _TOKEN.finditer(text, *body):
        finder.take(token)
    finder.blank()
    return finder.marks


class _Finder:
    """Reads the tokens of a text one after the other."""

    def __init__(self, text: str) -> None:
        self.marks = Marks(text)
        self._note: int | None = None
        self._open: list[int] = []  # where each bracket begins that is not closed
        self._nested = False
        self._bars: list[int] = []
        self._colons: list[int] = []

    def _fault(self, at: int, reason: str) -> None:
        self.marks.faults.append((at, reason))

    def take(self, token: re.Match[str]) -> None:
        """Read one token."""
        kind, at = token.lastgroup, token.start()
        if kind == "blank":
            self.blank()
        elif self._note is not None:
            if token.group() == "<<}":
                self._closes_note(token.end())
        elif kind == "escape":
            self.marks.hidden.append(Span(at, at + 1))
        elif kind == "braces":
            span = Span(*token.span())
            self.marks.hidden.append(span)
            self.marks.braces.append(self._braces(span))
        else:
            self._sign(token.group(), at)

    def _sign(self, sign: str, at: int) -> None:
        match sign:
            case "[[":
                self._opens(at)
            case "]]":
                self._closes(at)
            case "|":
                self._bars.append(at)
            case ":":
                self._colons.append(at)
            case "{>>":
                self._note = at
            case "{#":
                self._fault(at, _OPEN_BRACES)

    def blank(self) -> None:
        """End what should have ended before an empty line."""
        if self._note is not None:
            self._fault(self._note, _OPEN_NOTE)
        if self._open:
            self._fault(self._open[0], _OPEN)
        self._note, self._open = None, []

    def _closes_note(self, end: int) -> None:
        span = Span(self._note or 0, end)
        self._note = None
        author, colon, words = span.of(self.marks.text)[3:-3].partition(":")
        if not colon:
            author, words = "", author
        self.marks.notes.append(Note(span, unescape(author).strip(), unescape(words).strip()))
        self.marks.hidden.append(span)

    def _opens(self, at: int) -> None:
        if self._open:
            self._fault(at, _NESTED)
        else:
            self._bars, self._colons = [], []
        self._nested = bool(self._open)
        self._open.append(at)

    def _closes(self, at: int) -> None:
        if not self._open:
            self._fault(at, _STRAY)
            return
        start = self._open.pop()
        if self._open or self._nested:
            return
        edges = [start + 1, *self._bars, at]
        parts = [Span(first + 1, last) for first, last in pairwise(edges)]
        wordings = tuple(wording for part in parts if (wording := self._wording(part)))
        names = [name for wording in wordings for name in wording.proposers or ("",)]
        twice = {name for name, times in Counter(names).items() if times > 1}
        for name in sorted(twice):
            self._fault(start, f"{name!r} proposes two wordings of one bracket; leave one")
        if len(wordings) == len(parts):
            self.marks.brackets.append(Bracket(Span(start, at + 2), wordings))

    def _wording(self, part: Span) -> Wording | None:
        place = bisect_left(self._colons, part.start)
        colon = self._colons[place] if place < len(self._colons) else part.end
        if colon >= part.end:
            self._fault(part.start, _NO_PROPOSER)
            return None
        names = _BETWEEN_NAMES.split(self._plain(Span(part.start, colon)))
        proposers = tuple(name.strip() for name in names if name.strip())
        span = trimmed(self.marks.text, Span(colon + 1, part.end))
        return Wording(proposers, span, self._plain(span))

    def _plain(self, span: Span) -> str:
        return join(self.marks.text, self.marks.words(span)).text

    def _braces(self, span: Span) -> Braces:
        end, at, identifier = span.end - 1, span.start + 1, ""
        attributes: dict[str, Attribute] = {}
        while rest := self.marks.text[at:end].strip():
            item = _ITEM.match(self.marks.text, at, end)
            if item is None:
                self._fault(at, _ATTRIBUTES.format(repr(rest)))
                break
            at = item.end()
            if item["id"] is not None:
                identifier = self._identifier(item, identifier)
            elif attribute := self._attribute(item, attributes):
                attributes[attribute.key] = attribute
        return Braces(span, identifier, tuple(attributes.values()))

    def _identifier(self, item: re.Match[str], before: str) -> str:
        word = item["id"]
        if before:
            self._fault(item.start(), f"a second id {word!r} in the same braces; leave one")
            return before
        if not is_id(word):
            reason = f"the id {word!r} has signs other than lower-case a-z, 0-9 and hyphen; rename it"
            self._fault(item.start(), reason)
            return ""
        return str(word)

    def _attribute(self, item: re.Match[str], before: dict[str, Attribute]) -> Attribute | None:
        key, value = item["key"], (item["quoted"] or item["bare"] or "").strip()
        reason = ""
        if key not in KEYS:
            reason = f"unknown attribute {key!r}{suggestion(key, KEYS)} use one of {', '.join(KEYS)}"
        elif key in before:
            reason = f'{key!r} stands twice in the same braces; write {key}="one, another"'
        elif not value:
            reason = f"{key!r} is empty; fill it in or leave it out"
        if reason:
            self._fault(item.start(), reason)
            return None
        start = item.start() + len(item.group()) - len(item.group().lstrip(" \t"))
        return Attribute(key, value, Span(start, item.end()))
