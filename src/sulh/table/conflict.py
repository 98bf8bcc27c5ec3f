"""Why no package is acceptable: an irreducible conflict of demands, and what would open an agreement."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sulh.case.agreement import Choice
from sulh.table.feasible import ConstraintAt, Demand, RedLine, Reservation, demands, meeting
from sulh.table.negotiation import Negotiation
from sulh.table.relaxation import Relaxation, least_relaxation


@dataclass(frozen=True, slots=True)
class Blocked:
    """What stands in the way of an agreement.

    `parties`, `red_lines` and `constraints` are one irreducible conflict: together they admit no package,
    without any one of them they do.

    Attributes:
        parties: ids of those whose reservation values belong to the conflict.
        constraints: places of the constraints, from 0.
        red_lines: the red lines.
        least_relaxation: None where the constraints alone admit no package.
    """

    parties: tuple[str, ...]
    constraints: tuple[int, ...]
    red_lines: tuple[RedLine, ...]
    least_relaxation: Relaxation | None

    @property
    def opens(self) -> Choice | None:
        """The package that the least relaxation makes acceptable."""
        return self.least_relaxation.opens if self.least_relaxation else None


def blocked_by(negotiation: Negotiation) -> Blocked | None:
    """Return what stands in the way of an agreement, or None where a package is acceptable."""
    everything = demands(negotiation)
    if meeting(negotiation, everything) is not None:
        return None
    conflict = irreducible(everything, lambda some: meeting(negotiation, some) is not None)
    return Blocked(
        parties=tuple(demand.party for demand in conflict if isinstance(demand, Reservation)),
        constraints=tuple(demand.index for demand in conflict if isinstance(demand, ConstraintAt)),
        red_lines=tuple(demand for demand in conflict if isinstance(demand, RedLine)),
        least_relaxation=least_relaxation(negotiation),
    )


def irreducible(
    demanded: Sequence[Demand], possible: Callable[[Sequence[Demand]], bool]
) -> tuple[Demand, ...]:
    """Return an irreducible part of demands that cannot all be met: the deletion filter.

    Each demand in its order is left out for good if the others still cannot be met (Chinneck and Dravnieks,
    Locating minimal infeasible constraint sets in linear programs, ORSA Journal on Computing 3, 1991).
    """
    kept = tuple(demanded)
    for demand in demanded:
        rest = tuple(other for other in kept if other != demand)
        if not possible(rest):
            kept = rest
    return kept
