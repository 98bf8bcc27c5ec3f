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
        red_lines: the red lines, of parties and of their members.
        least_relaxation: None where the constraints alone admit no package.
        members: pairs of party and member whose reservation values belong to the conflict.
    """

    parties: tuple[str, ...]
    constraints: tuple[int, ...]
    red_lines: tuple[RedLine, ...]
    least_relaxation: Relaxation | None
    members: tuple[tuple[str, str], ...] = ()

    def __repr__(self) -> str:
        """Return how much of what is in conflict."""
        counts = {
            "reservation values": len(self.parties) + len(self.members),
            "red lines": len(self.red_lines),
            "constraints": len(self.constraints),
        }
        return "Blocked: " + ", ".join(f"{what} {count}" for what, count in counts.items() if count)

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
    reserved = [demand for demand in conflict if isinstance(demand, Reservation)]
    return Blocked(
        parties=tuple(demand.party for demand in reserved if demand.member is None),
        constraints=tuple(demand.index for demand in conflict if isinstance(demand, ConstraintAt)),
        red_lines=tuple(demand for demand in conflict if isinstance(demand, RedLine)),
        least_relaxation=least_relaxation(negotiation),
        members=tuple((demand.party, demand.member) for demand in reserved if demand.member is not None),
    )


def irreducible(
    demanded: Sequence[Demand], possible: Callable[[Sequence[Demand]], bool]
) -> tuple[Demand, ...]:
    """Return an irreducible part of demands that cannot all be met: the deletion filter.

    Each demand in its order is left out for good if the others still cannot be met (Chinneck and Dravnieks,
    Locating minimal infeasible constraint sets in linear programs, ORSA Journal on Computing 3, 1991). What
    can be left out together could have been left out one by one, so groups are tried first.
    """
    kept = tuple(demanded)
    groups = [kept]
    while groups:
        group = groups.pop()
        rest = tuple(other for other in kept if other not in group)
        if not possible(rest):
            kept = rest
        elif len(group) > 1:
            half = len(group) // 2
            groups += [group[half:], group[:half]]
    return kept
