"""A document as all formats show it: what stands where, in which language, and what is marked in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, NamedTuple

from sulh.accord.clause import Note
from sulh.case.handling import Handling

Mark = Literal["", "bracket", "proposer", "cell"]
Change = Literal["", "inserted", "removed"]
Role = Literal["parties", "guarantors", "others"]


class Run(NamedTuple):
    """Words of which the same is to be said.

    Attributes:
        text: a line feed ends a line.
        mark: words in a bracket and its signs; names of its proposers; a bar that parts two cells.
        change: against an earlier draft.
    """

    text: str
    mark: Mark = ""
    change: Change = ""


Runs = tuple[Run, ...]


class Table(NamedTuple):
    """Rows of cells; the first row is a header where the text rules it off."""

    rows: tuple[tuple[Runs, ...], ...]
    header: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A clause without those under it.

    Attributes:
        id: of the clause.
        label: its number as it is written.
        level: of a heading, 1 to 6; 0 for a paragraph.
        depth: how many numbered paragraphs it stands under.
        nesting: how many clauses it stands under.
        heading: empty for a paragraph.
        body: its paragraphs and tables.
        notes: remarks beside it, where they are shown.
    """

    id: str
    label: Runs
    level: int
    depth: int
    nesting: int
    heading: Runs
    body: tuple[Runs | Table, ...]
    notes: tuple[Note, ...] = ()

    def opening(self) -> tuple[Runs, tuple[Runs | Table, ...]]:
        """Return the line that the number begins, heading or first paragraph, and what follows it."""
        first, rest = self.heading, self.body
        if not self.level and self.label and rest and not isinstance(rest[0], Table):
            first, rest = rest[0], rest[1:]
        between = (Run(" "),) if self.label and first else ()
        return (*self.label, *between, *first), rest


class Row(NamedTuple):
    """One clause in each language.

    Attributes:
        cells: None in a language that has it not.
        removed: whether it stood only in an earlier draft.
    """

    cells: tuple[Block | None, ...]
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language that a document adds to the text of the copies."""

    missing: str
    note: str
    name: str
    signature: str
    date: str
    parties: str
    guarantors: str
    others: str
    digest: str
    audience: str
    against: str
    as_it_stood: str
    deleted: str


@dataclass(frozen=True, slots=True)
class Side:
    """One copy in a document.

    Attributes:
        language: BCP 47 tag.
        right_to_left: whether the language is written so.
        name: of the copy.
        title: empty where it has none.
        details: lines under the title: place and date; of a draft, its version.
        digest: `sulh.accord.copies.copy_digest`.
        date: the day that the copy bears, ISO 8601; empty where it is not known to the day.
        labels: in its language.
    """

    language: str
    right_to_left: bool
    name: str
    title: str
    details: tuple[str, ...]
    digest: str
    date: str
    labels: Labels


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who is to sign.

    Attributes:
        role: `parties`, `guarantors`, or `others` who are said to have signed.
        names: in each language; None where a copy has it not.
        claims: in each language, sentences of what is said of its signature.
    """

    role: Role
    names: tuple[str | None, ...]
    claims: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A document in one language, or in two side by side.

    Attributes:
        sides: a language that runs from right to left first, so that it stands on the right.
        rows: in the order of the first copy that has the clause.
        signatories: parties, guarantors, others.
        draft: whether words are not agreed, changes are shown, or remarks stand beside the text.
        against: names of the drafts against which changes are shown.
        audience: who may see it.
        remarks: what a person has to check before anybody signs, in English.
    """

    sides: tuple[Side, ...]
    rows: tuple[Row, ...]
    signatories: tuple[Signatory, ...]
    draft: bool
    against: tuple[str, ...]
    audience: Handling
    remarks: tuple[str, ...] = ()

    def groups(self) -> Iterator[tuple[str, tuple[Signatory, ...]]]:
        """Yield who signs, under a title for each role that somebody has."""
        for role, group in groupby(self.signatories, lambda one: one.role):
            titles = dict.fromkeys(getattr(side.labels, role) for side in self.sides)
            yield " / ".join(titles), tuple(group)

    @property
    def title(self) -> str:
        """The titles of all languages, or the names of the copies where they have none."""
        titles = dict.fromkeys(side.title or side.name for side in self.sides)
        return " / ".join(titles)

    @property
    def against_line(self) -> str:
        """The words that name the earlier drafts, in each language; empty where there are none."""
        names = ", ".join(self.against)
        lines = dict.fromkeys(f"{side.labels.against} {names}" for side in self.sides if names)
        return " / ".join(lines)

    @property
    def signing_lines(self) -> tuple[str, str, str]:
        """The words under the lines on which somebody signs: name, signature, date."""
        found = (
            " / ".join(dict.fromkeys(getattr(side.labels, word) for side in self.sides))
            for word in ("name", "signature", "date")
        )
        name, signature, date = found
        return name, signature, date

    @property
    def draft_mark(self) -> str:
        """The words that each page of a draft bears, in both languages of the program."""
        return "مسودة / DRAFT" if self.draft else ""


def text_of(runs: Runs) -> str:
    """Return the words of `runs`."""
    return "".join(run.text for run in runs)


def remarks(block: Block, side: Side) -> Iterator[Runs]:
    """Yield the remarks beside a clause as paragraphs."""
    for note in block.notes:
        yield (
            Run(f"{side.labels.note} ({note.author}): " if note.author else f"{side.labels.note}: "),
            Run(note.text),
        )
