"""From copies to a document: clauses side by side, changes against earlier drafts, who signs."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from sulh.accord.clause import Clause
from sulh.accord.copies.alignment import align, items_of
from sulh.accord.copies.canonical import copy_digest
from sulh.accord.counterpart import Copy
from sulh.accord.documents.display import body, changed, clean, is_right_to_left, redlined, runs_of
from sulh.accord.documents.document import Block, Change, Document, Labels, Row, Run, Runs, Side
from sulh.accord.documents.labels import day, labels, messages
from sulh.accord.documents.signing import Namer, signatories
from sulh.case.handling import strictest

_TWO = 2


def document(
    copies: Sequence[Copy],
    against: Sequence[Copy] = (),
    *,
    notes: bool = False,
    name: Namer = lambda actor, _: actor,
) -> Document:
    """Make a document of one copy, or of two in two languages.

    Args:
        copies: one or two; only what the reader may see.
        against: earlier drafts, each in the language of one of the copies.
        notes: whether remarks beside the text are shown.
        name: how actors are called.

    Raises:
        ValueError: there are more copies, or two in one language; or a draft is in a language of none.
    """
    languages = [copy.front.language for copy in copies]
    drafts = {draft.front.language: draft for draft in against}
    if not 1 <= len(copies) <= _TWO or len(set(languages)) < len(languages):
        msg = "a document has one copy, or two copies in two languages"
        raise ValueError(msg)
    if len(drafts) < len(against) or set(drafts) - set(languages):
        msg = "an earlier draft has to be in the language of one of the copies, one draft for each"
        raise ValueError(msg)
    ordered = sorted(copies, key=lambda copy: not _runs_left(copy))
    texts = [_Text(copy, drafts.get(copy.front.language), notes=notes) for copy in ordered]
    rows, remarks = _rows(ordered, texts)
    signing, doubts = signatories(ordered, name)
    is_draft = bool(
        against
        or any(True for copy in copies for _ in copy.brackets())
        or any(block and block.notes for row in rows for block in row.cells)
    )
    return Document(
        sides=tuple(_side(copy, is_draft=is_draft) for copy in ordered),
        rows=rows,
        signatories=signing,
        draft=is_draft,
        against=tuple(draft.name for draft in against),
        audience=strictest(copy.front.provenance.handling for copy in (*copies, *against)),
        remarks=(*remarks, *doubts),
    )


def _runs_left(copy: Copy) -> bool:
    words = copy.front.title.within(copy.front.language) if copy.front.title else ""
    words += "".join(clause.text for clause in copy.clauses[:3])
    return is_right_to_left(words, otherwise=False)


def _side(copy: Copy, *, is_draft: bool) -> Side:
    front, m = copy.front, messages(copy.front.language)
    place = front.place.within(front.language) if front.place else ""
    where = m.gettext(", ").join(filter(None, [place, day(front.date)]))
    version = front.version if is_draft else None
    details = [where, m.pgettext("document", "Version {version}").format(version=version) if version else ""]
    return Side(
        language=front.language,
        right_to_left=_runs_left(copy),
        name=clean(copy.name),
        title=clean(front.title.within(front.language)) if front.title else "",
        details=tuple(clean(line) for line in details if line),
        digest=copy_digest(copy),
        date=str(front.date) if front.date and front.date.is_day else "",
        labels=labels(m),
    )


class _Words(NamedTuple):
    """The words of a clause before they are cut into lines."""

    clause: Clause
    depth: int
    nesting: int
    label: Runs
    heading: Runs
    content: Runs


class _Text:
    """The clauses of one copy as blocks.

    Attributes:
        blocks: in reading order.
        removed: clauses that stood only in the earlier draft, by the index of the clause before them.
    """

    def __init__(self, copy: Copy, draft: Copy | None, *, notes: bool) -> None:
        self._notes = notes
        own = labels(messages(copy.front.language))
        words = list(_words(copy, own))
        self.removed: Mapping[int, list[Block]] = {}
        if draft is None:
            self.blocks = [self._block(one) for one in words]
            return
        before = list(_words(draft, own))
        alignment = align([items_of(copy), items_of(draft)], [copy.front.language] * 2)
        old: dict[int, _Words] = {}
        removed: dict[int, list[Block]] = defaultdict(list)
        last = -1
        for new, index in alignment.rows:
            if new is not None:
                last = new
            if index is not None and new is not None:
                old[new] = before[index]
            elif index is not None:
                removed[last].append(self._block(_only(before[index], "removed")))
        self.removed = removed
        self.blocks = [
            self._block(_compared(old[index], one) if index in old else _only(one, "inserted"))
            for index, one in enumerate(words)
        ]

    def _block(self, words: _Words) -> Block:
        return Block(
            id=words.clause.id,
            label=words.label,
            level=words.clause.level,
            depth=words.depth,
            nesting=words.nesting,
            heading=words.heading,
            body=body(words.content),
            notes=tuple(
                replace(note, author=clean(note.author), text=clean(note.text)) for note in words.clause.notes
            )
            if self._notes
            else (),
        )


def _only(words: _Words, change: Change) -> _Words:
    """Return a clause that one of two drafts has not."""
    label, heading, content = (changed(runs, change) for runs in words[-3:])
    return words._replace(label=label, heading=heading, content=content)


def _compared(old: _Words, new: _Words) -> _Words:
    """Return a clause with the changes between two drafts."""
    label = new.label
    if old.label != new.label:
        label = (*changed(old.label, "removed"), *changed(new.label, "inserted"))
    heading, content = redlined(old.heading, new.heading), redlined(old.content, new.content)
    return new._replace(label=label, heading=heading, content=content)


def _words(copy: Copy, own: Labels) -> Iterator[_Words]:
    def walk(clauses: Sequence[Clause], depth: int, nesting: int) -> Iterator[_Words]:
        for clause in clauses:
            label = clean(clause.label.of(copy.text).strip()) if clause.label else ""
            yield _Words(
                clause,
                depth,
                nesting,
                (Run(label),) if label else (),
                runs_of(copy, clause, clause.heading, own),
                runs_of(copy, clause, clause.content, own),
            )
            yield from walk(clause.children, depth + (not clause.level), nesting + 1)

    return walk(copy.clauses, 0, 0)


def _rows(copies: Sequence[Copy], texts: Sequence[_Text]) -> tuple[tuple[Row, ...], list[str]]:
    """Return the clauses side by side, and what a person has to check."""
    alignment = align([items_of(copy) for copy in copies], [copy.front.language for copy in copies])
    remarks = []
    rows = list(_removed(texts, [-1] * len(texts)))
    for number, indices in enumerate(alignment.rows):
        cells = tuple(
            None if index is None else text.blocks[index] for text, index in zip(texts, indices, strict=True)
        )
        rows.append(Row(cells))
        for copy, cell, moved in zip(copies, cells, alignment.moved, strict=True):
            if cell is None:
                remarks.append(f"{copy.name} has no clause {_id(cells)}")
            elif number in moved:
                remarks.append(f"clause {_id(cells)} stands at another place in {copy.name}")
        ids = {cell.id for cell in cells if cell}
        if len(ids) > 1:
            remarks.append(f"side by side only by their place in the text: {' = '.join(sorted(ids))}")
        rows += _removed(texts, indices)
    return tuple(rows), remarks


def _removed(texts: Sequence[_Text], after: Sequence[int | None]) -> Iterator[Row]:
    """Yield rows for what stood after clauses in earlier drafts only; `after` has one index for each text."""
    alone: list[Block | None] = [None] * (len(texts) - 1)
    for n, (text, index) in enumerate(zip(texts, after, strict=True)):
        for block in () if index is None else text.removed.get(index, ()):
            yield Row((*alone[:n], block, *alone[n:]), removed=True)


def _id(cells: Sequence[Block | None]) -> str:
    return next(cell.id for cell in cells if cell)
