"""What a review finds."""

from dataclasses import dataclass

from sulh.accord.clause import Clause
from sulh.accord.counterpart import Acceptance, Copy, Rule
from sulh.text.span import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """One place that a rule asks about.

    Attributes:
        rule: which rule.
        copy: name of the copy.
        line: in its file, from 1; None where it is about the copy as a whole.
        clause: id of the clause; None where it is about none.
        actor: id or name of the actor that it is about; None where it is about none.
        details: what the sentence about it names, by the names of its places.
        accepted: who accepts it, and why; None where nobody does.
    """

    rule: Rule
    copy: str
    line: int | None = None
    clause: str | None = None
    actor: str | None = None
    details: tuple[tuple[str, str], ...] = ()
    accepted: Acceptance | None = None


def at_clause(
    rule: Rule,
    copy: Copy,
    clause: Clause,
    *,
    span: Span | None = None,
    actor: str | None = None,
    **details: str,
) -> Finding:
    """Return a finding about a clause, at the line of `span` or of its first words."""
    place = span or clause.label or next(iter((*clause.heading, *clause.content)), clause.span)
    line = copy.text.count("\n", 0, place.start) + 1
    return Finding(rule, copy.name, line, clause.id, actor, tuple(details.items()))
