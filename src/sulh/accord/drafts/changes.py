"""What moved between two drafts of one agreement, clause by clause."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from sulh.accord.clause import Clause
from sulh.accord.copies.alignment import align, items_of
from sulh.accord.copies.canonical import canonical
from sulh.accord.copies.difference import Run, runs
from sulh.accord.counterpart import Copy
from sulh.accord.drafts.brackets import BracketChange, compare_wordings, pieces
from sulh.case.handling import Handling

ChangeKind = Literal["added", "removed", "moved", "renumbered", "reworded", "annotated"]
UNKNOWN: Final = "und"
"""The language tag of a text too short to tell (BCP 47)."""

CHANGE_KINDS: Final[tuple[ChangeKind, ...]] = (
    "added",
    "removed",
    "moved",
    "renumbered",
    "reworded",
    "annotated",
)


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """One clause that is not the same in both drafts.

    Attributes:
        before: the clause in the first draft; None where it is added.
        after: the clause in the second draft; None where it is removed.
        kinds: what changed, in the order of `CHANGE_KINDS`; empty where only brackets did; `reworded` is
            about words outside brackets.
        brackets: those that were opened, closed or changed; of a clause that is added, all of them.
        attributes: key, value before and value after of each attribute that changed.
    """

    before: Clause | None
    after: Clause | None
    kinds: tuple[ChangeKind, ...]
    brackets: tuple[BracketChange, ...] = ()
    attributes: tuple[tuple[str, str | None, str | None], ...] = ()

    @property
    def clause(self) -> Clause:
        """The clause in the second draft, else in the first."""
        clause = self.after or self.before
        if clause is None:
            msg = "a change is about a clause"
            raise ValueError(msg)
        return clause

    def words(self) -> tuple[Run, ...]:
        """Return the difference word by word, brackets as they are written; none where no word differs."""
        if self.before is None or self.after is None:
            return ()
        found = tuple(runs(self.before.text, self.after.text))
        return found if any(run.sign != "equal" for run in found) else ()


@dataclass(frozen=True, slots=True)
class Changes:
    """Two drafts and what moved between them.

    Attributes:
        clauses: in the order of the text, what the second draft adds after what stands before it.
        audience: who may see the answer: the join of the handling of both drafts.
    """

    before: Copy
    after: Copy
    clauses: tuple[ClauseChange, ...]
    audience: Handling


def changes(before: Copy, after: Copy) -> Changes:
    """Return what moved from one draft of an agreement to another.

    Raises:
        ValueError: the drafts are in two languages; what says the same in both is a question for `compare`.
    """
    languages = [copy.front.language.partition("-")[0] for copy in (before, after)]
    if len({*languages} - {UNKNOWN}) > 1:
        msg = (
            f"the drafts are in two languages ({', '.join(languages)}); compare two of one language, or use "
            "'sulh copies'"
        )
        raise ValueError(msg)
    side = align([items_of(before), items_of(after)], ["", ""])
    clauses = tuple(before.walk()), tuple(after.walk())
    found = list[ClauseChange]()
    for number, (old, new) in enumerate(side.rows):
        change = _change(
            (before, None if old is None else clauses[0][old]),
            (after, None if new is None else clauses[1][new]),
            moved=number in side.moved[1],
        )
        if change.kinds or change.brackets:
            found.append(change)
    audience = before.front.provenance.handling.join(after.front.provenance.handling)
    return Changes(before, after, tuple(found), audience)


def _change(
    before: tuple[Copy, Clause | None], after: tuple[Copy, Clause | None], *, moved: bool
) -> ClauseChange:
    old, new = before[1], after[1]
    if old is None or new is None:
        opened = tuple(BracketChange("opened", None, bracket) for bracket in (new.brackets if new else ()))
        return ClauseChange(old, new, ("added",) if old is None else ("removed",), opened)
    compared = compare_wordings(pieces(before[0], old), pieces(after[0], new))
    attributes = tuple(_attributes(old, new))
    labels = [
        clause.label.of(copy.text) if clause.label else ""
        for copy, clause in ((before[0], old), (after[0], new))
    ]
    happened = {
        "moved": moved,
        "renumbered": old.number != new.number or canonical(labels[0]) != canonical(labels[1]),
        "reworded": compared.reworded,
        "annotated": bool(attributes),
    }
    kinds = tuple(kind for kind in CHANGE_KINDS if happened.get(kind))
    return ClauseChange(old, new, kinds, compared.brackets, attributes)


def _attributes(old: Clause, new: Clause) -> Iterator[tuple[str, str | None, str | None]]:
    keys = dict.fromkeys(attribute.key for clause in (old, new) for attribute in clause.attributes)
    for key in keys:
        before, after = old.attribute(key), new.attribute(key)
        if before != after:
            yield key, before, after
