"""Read all dispatches of a case, with what was entered by hand and what persons decided."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sulh.case.case import Case
from sulh.case.fault import Fault
from sulh.case.statement import Denial, RoleClaim, Statement
from sulh.record.decide import decide
from sulh.record.read import read_dispatch
from sulh.text.names import Likeness, resolve
from sulh.text.span import Span

_SAME_STRETCH = 0.5  # share of all characters of two stretches that they have in common


@dataclass(frozen=True, slots=True)
class CaseReading:
    """What the dispatches and the hand-entered statements of a case say.

    Attributes:
        statements: in the order of the dispatches, each with the id `DOCUMENT#ID`.
        roles: claims of role read in them; actors are ids of the case where it knows them, else names.
        notices: what was not read, and decisions that no longer meet a statement.
    """

    statements: tuple[Statement, ...] = ()
    roles: tuple[RoleClaim, ...] = ()
    notices: tuple[Fault, ...] = ()


def read_case(case: Case) -> CaseReading:
    """Read every dispatch of `case`, apply the decisions of persons, and name actors by their ids.

    A statement entered by hand takes the place of one that was read in the same stretch of its dispatch.
    """
    statements: list[Statement] = []
    roles: list[RoleClaim] = []
    notices: list[Fault] = []
    for dispatch in case.dispatches:
        by_hand = [one for one in case.statements if one.document == dispatch.id]
        reading = read_dispatch(dispatch)
        kept = [one for one in reading.statements if not any(_same_stretch(one, hand) for hand in by_hand)]
        ids = {one.id for one in kept}
        decisions = [one for one in case.decisions if one.room == "record" and one.document == dispatch.id]
        decided = decide(
            tuple(kept), tuple(one for one in reading.roles if one.statement in ids), decisions, dispatch.text
        )
        statements += _qualified(decided.statements, ids)
        statements += _qualified(by_hand, ids)
        roles += (replace(one, statement=f"{dispatch.id}#{one.statement}") for one in decided.roles)
        notices += (
            Fault("decisions.csv", one.line, "no statement stands there any more") for one in decided.unmet
        )
        if not by_hand:
            notices += (Fault(dispatch.path, None, notice) for notice in reading.notices)
    documents = {dispatch.id for dispatch in case.dispatches}
    statements += _qualified((one for one in case.statements if one.document not in documents), frozenset())
    names = _Names(case)
    return CaseReading(
        tuple(replace(one, speaker_id=one.speaker_id or names.id_of(one.speaker)) for one in statements),
        tuple(names.claim(one) for one in roles),
        tuple(notices),
    )


def _qualified(statements: Iterable[Statement], local: Iterable[str]) -> list[Statement]:
    """Write ids as `DOCUMENT#ID`; references among `local` ids likewise."""
    known = frozenset(local)
    return [
        replace(
            one,
            id=f"{one.document}#{one.id}",
            denies=tuple(
                Denial(
                    f"{one.document}#{denial.statement}" if denial.statement in known else denial.statement,
                    denial.aspect,
                )
                for denial in one.denies
            ),
        )
        for one in statements
    ]


def _same_stretch(one: Statement, other: Statement) -> bool:
    """Tell whether the contents of two statements are the same stretch, but for its edges."""
    if not other.content:
        return False
    shared = sum(
        max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.content for b in other.content
    )
    return shared >= _SAME_STRETCH * (_length(one.content) + _length(other.content) - shared)


def _length(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)


class _Names:
    """The actors of a case by the names that texts give them."""

    def __init__(self, case: Case) -> None:
        self._names: Mapping[str, tuple[str, ...]] = {
            actor.id: tuple(dict.fromkeys(name.text for name in actor.names)) for actor in case.actors
        }
        self._known: dict[str, str | None] = {}

    def id_of(self, name: str) -> str | None:
        """Return the one actor that `name` names whole, in any spelling of its script, or None."""
        if name not in self._known:
            found = {
                candidate.id
                for candidate in resolve(name, self._names)
                if candidate.extent == "whole" and candidate.match.level >= Likeness.SPELLING
            }
            self._known[name] = found.pop() if len(found) == 1 else None
        return self._known[name]

    def claim(self, claim: RoleClaim) -> RoleClaim:
        """Return the claim with ids for the names that the case knows."""
        actor = self.id_of(claim.actor) or claim.actor
        claimant = self.id_of(claim.claimed_by) or claim.claimed_by
        return replace(claim, actor=actor, claimed_by=claimant, by_itself=actor == claimant)
