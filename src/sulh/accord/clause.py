"""The parts of an agreement: clauses, what is not agreed in them, what they oblige to, and notes beside them.

Every `Span` counts code points in the decoded file.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sulh.text.span import Span

PREAMBLE = "preamble"
"""The id of what stands before the first clause."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One of the wordings of a bracket.

    Attributes:
        proposers: who proposes it; none for the words as they stood before a proposal.
        span: the words in the file, without blanks around them; empty where they are to be deleted.
        text: the words, without notes and without the backslashes of escapes.
    """

    proposers: tuple[str, ...]
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Bracket:
    """Words that are not agreed: `[[A: wording | B, C: wording]]`.

    Attributes:
        span: with the brackets.
        wordings: at least one, in the order of the file; one alone is proposed against nothing.
    """

    span: Span
    wordings: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A remark beside the text, no part of the agreement: `{>> author: text <<}`.

    Attributes:
        span: with the braces.
        author: empty where the note names none.
        text: the remark.
    """

    span: Span
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class Attribute:
    """One `key=value` of the braces at the end of a clause's first line.

    Attributes:
        key: one of `KEYS`.
        value: without quotation marks; its meaning is not checked here.
        span: the whole of `key=value`.
    """

    key: str
    value: str
    span: Span


KEYS = (
    "by",
    "duty",
    "to",
    "from",
    "until",
    "within",
    "monitor",
    "guarantor",
    "exception",
    "trigger",
    "consequence",
    "suspends",
    "terminates",
)
"""The attributes of a clause, in the order in which documents explain them."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A heading or a numbered paragraph, with the paragraphs that follow it and the clauses under it.

    Attributes:
        id: the id given in braces; else the number path; else `preamble`, or `heading-N` for the N-th heading
            that has neither.
        named: whether the id is given in braces.
        number: the number path, such as `2.1`, `3.a` or `annex-1.2`, digits in ASCII; empty without number.
        span: all of it with its children, from the start of its first line; spans of siblings do not overlap.
        own: the same without the children.
        label: the number as it is written (`المادة ٣`); None where there is none.
        level: of a heading, 1 to 6; 0 for a paragraph.
        heading: the words of a heading in the file, without number, attributes, notes and the backslashes of
            escapes; empty for a paragraph.
        content: the words of its paragraphs in the file, in order, without children, layout, number,
            attributes, notes and the backslashes of escapes.
        text: heading and content as plain text, see `sulh.accord.plain`; brackets stand in it as they are
            written.
        brackets: what is not agreed in heading and content.
        notes: the remarks beside them.
        braces: where its id and attributes stand, with the braces; None where it has none.
        attributes: what it says of an obligation, in the order of the file; a key at most once.
        children: the clauses under it.
    """

    id: str
    named: bool
    number: str
    span: Span
    own: Span
    label: Span | None
    level: int
    heading: tuple[Span, ...]
    content: tuple[Span, ...]
    text: str
    brackets: tuple[Bracket, ...] = ()
    notes: tuple[Note, ...] = ()
    braces: Span | None = None
    attributes: tuple[Attribute, ...] = ()
    children: tuple["Clause", ...] = ()

    def walk(self) -> Iterator["Clause"]:
        """Yield this clause and all under it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def attribute(self, key: str) -> str | None:
        """Return the value of an attribute, or None where the clause has it not."""
        return next((attribute.value for attribute in self.attributes if attribute.key == key), None)
