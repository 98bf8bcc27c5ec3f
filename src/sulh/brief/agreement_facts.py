"""What a brief says of one agreement: is it one text, who has seen it, who owes what, and is it in force."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime, timedelta
from typing import Final

from sulh.accord.agreement import Agreement
from sulh.accord.copies import Comparison, compare
from sulh.accord.counterpart import Circulation, Response
from sulh.accord.force import status
from sulh.accord.force.standing import Status
from sulh.accord.obligations import owed
from sulh.accord.obligations.obligation import Owed
from sulh.accord.review.cast import Cast
from sulh.accord.review.parties import bound, unconsulted
from sulh.case.actor import Adherence
from sulh.case.case import Case
from sulh.case.decision import Decision
from sulh.case.provenance import Provenance
from sulh.case.statement import Aspect, Statement

WINDOW_DAYS: Final = 7
"""How many days after the date of the brief something is due."""

_COMPARABLE: Final = 2
_UNAWARE: Final = frozenset({"knowledge", "involvement"})

Claim = Circulation | Response


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an agreement.

    Attributes:
        agreement: as the audience may see it.
        comparison: of its copies; None where there are fewer than two.
        claims: that somebody was given a copy or answered to it, each with the names of the copies.
        unconsulted: the parties of whom nothing says that they or a part of them saw a copy.
        denied: the words that an actor has not joined the instrument that the agreement is.
        owed: what each debtor owes.
        unmet: the decisions that meet no obligation.
        status: how it stands; None where no time was asked for.
    """

    agreement: Agreement
    comparison: Comparison | None
    claims: tuple[tuple[Claim, tuple[str, ...]], ...]
    unconsulted: tuple[str, ...]
    denied: tuple[Adherence, ...]
    owed: tuple[Owed, ...]
    unmet: tuple[Decision, ...]
    status: Status | None

    def provenances(self) -> Iterator[Provenance]:
        """Yield what the values of the agreement rest on."""
        return _provenances(self.agreement)

    def unaware(self, statements: Iterable[Statement]) -> tuple[tuple[Statement, Aspect], ...]:
        """Return the statements that deny knowledge of what these claims rest on, or part in it.

        Each stands with the aspect that it denies.
        """
        behind = {
            source.reference
            for claim, _ in self.claims
            for source in claim.provenance.sources
            if source.kind == "statement"
        }
        return tuple(
            (statement, denial.aspect)
            for statement in statements
            for denial in statement.denies
            if denial.aspect in _UNAWARE
            and (denial.statement in behind or f"{statement.document}#{denial.statement}" in behind)
        )


def facts(agreement: Agreement, case: Case, as_of: datetime | None) -> Facts:
    """Return what is known of an agreement.

    Args:
        agreement: as the audience may see it.
        case: likewise.
        as_of: at which time, with zone; None for what does not depend on it.
    """
    names = {actor.id: [name.text for name in actor.names] for actor in case.actors}
    copies, cast = agreement.copies, Cast(case, as_of.date() if as_of else None)
    obligations, unmet = owed(agreement, names, as_of, timedelta(days=WINDOW_DAYS))
    parties = bound(agreement, (), cast)
    return Facts(
        agreement,
        compare(copies, names) if len(copies) >= _COMPARABLE else None,
        _claims(agreement),
        tuple(one.actor for one in unconsulted(agreement, parties, cast) if one.actor),
        tuple(
            word
            for word in case.adherences
            if agreement.instrument and word.instrument == agreement.instrument and word.state == "denied"
        ),
        obligations,
        unmet,
        status(agreement, as_of) if as_of else None,
    )


def _claims(agreement: Agreement) -> tuple[tuple[Claim, tuple[str, ...]], ...]:
    """Return each claim once, with the copies that it is made of; those on one actor stand together."""
    found: dict[str, dict[Claim, list[str]]] = {}
    for copy in agreement.copies:
        claims: tuple[Claim, ...] = (*copy.front.circulated_to, *copy.front.responses)
        for claim in claims:
            found.setdefault(claim.actor, {}).setdefault(claim, []).append(copy.name)
    return tuple((claim, tuple(names)) for claims in found.values() for claim, names in claims.items())


def _provenances(value: object) -> Iterator[Provenance]:
    if isinstance(value, Provenance):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _provenances(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _provenances(getattr(value, field.name))
