"""The answer of `sulh deals` as plain data for JSON; numbers are decimals in strings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from typing import TYPE_CHECKING, Any

from sulh.case.agreement import Choice
from sulh.table.absence import Absence
from sulh.table.changes import Changes
from sulh.table.conflict import Blocked
from sulh.table.cover import rounded_up
from sulh.table.deals import Deals
from sulh.table.explain import Explanation
from sulh.table.feasible import RedLine, utility
from sulh.table.frontier import Point
from sulh.table.inside import Inside, Without
from sulh.table.negotiation import Negotiation
from sulh.table.number import plain
from sulh.table.partial import Interval

if TYPE_CHECKING:
    from sulh.table.robust import Robust


@dataclass(frozen=True, slots=True)
class Answer:
    """All that `sulh deals` was asked.

    Attributes:
        deals: what could be agreed.
        members: who is inside the parties; None where that is too hard to find out.
        absence: what a party that was left out would lose or gain.
        changes: against the file as it stands.
        package: how one package stands.
        robust: what holds whatever the unknown part of the preferences is.
    """

    deals: Deals
    members: tuple[Inside, ...] | None = ()
    absence: Absence | None = None
    changes: Changes | None = None
    package: Explanation | None = None
    robust: "Robust | None" = None


def data(answer: Answer, limit: int | None = None) -> dict[str, Any]:
    """Return the answer.

    Args:
        answer: all that was asked.
        limit: how many points of a frontier are written out; all where it is None.
    """
    deals = answer.deals
    shown: dict[str, Any] = {
        "audience": "mediator",
        "parties": [party.id for party in deals.negotiation.parties],
        "nominal": deals.negotiation.nominal,
        "packages": plain(deals.packages),
        "acceptable": _count(deals.acceptable),
        "frontier": _points(deals.points, limit),
        "frontier_size": deals.frontier_size,
        "frontier_abandoned": deals.abandoned,
        "solutions": _solutions(deals.named_solutions),
        "blocked_by": _blocked(deals.blocked) if deals.blocked else None,
        "members": None if answer.members is None else [_member(member) for member in answer.members],
    }
    if deals.cover:
        shown["cover"] = {
            "epsilon": plain(rounded_up(deals.cover.epsilon)),
            "size": len(deals.cover.points),
        }
    if answer.absence:
        shown["without"] = _absence(answer.absence)
    if answer.changes:
        shown["changes"] = _changes(answer.changes, limit)
    if answer.package:
        shown["package"] = _package(answer.package)
    if answer.robust is not None:
        from sulh.table.robust.plain import data as robust_data  # noqa: PLC0415 - numerical work only here

        shown["robust"] = robust_data(answer.robust)
    return shown


def _count(number: int | None) -> str | None:
    return None if number is None else plain(number)


def _points(points: Iterable[Point] | None, limit: int | None) -> list[dict[str, Any]] | None:
    return None if points is None else [_point(point) for point in islice(points, limit)]


def _point(point: Point) -> dict[str, Any]:
    return {**_solution(point), "packages": plain(point.packages)}


def _solution(point: Point) -> dict[str, Any]:
    return {"utilities": list(map(plain, point.utilities)), "example": dict(point.example)}


def _solutions(named: Mapping[str, Point]) -> dict[str, Any] | None:
    return {name: _solution(point) for name, point in named.items()} or None


def _blocked(blocked: Blocked) -> dict[str, Any]:
    relaxation = blocked.least_relaxation
    return {
        "parties": list(blocked.parties),
        "members": [{"party": party, "member": member} for party, member in blocked.members],
        "constraints": list(blocked.constraints),
        "red_lines": [_red_line(line) for line in blocked.red_lines],
        "least_relaxation": relaxation
        and {
            "lifted": [_red_line(line) for line in relaxation.lifted],
            "reservations": {party: plain(value) for party, value in relaxation.reservations},
            "members": [
                {"party": party, "member": member, "reservation": plain(value)}
                for party, member, value in relaxation.members
            ],
        },
        "opens": dict(blocked.opens.options) if blocked.opens else None,
    }


def _red_line(line: RedLine) -> dict[str, Any]:
    member = {} if line.member is None else {"member": line.member}
    return {"party": line.party, "index": line.index, **member}


def _member(inside: Inside) -> dict[str, Any]:
    return {
        "party": inside.party,
        "member": inside.member,
        "blocks": inside.blocks,
        "without": inside.without and _without(inside.without),
    }


def _without(without: Without) -> dict[str, Any]:
    return {
        "acceptable": plain(without.acceptable),
        "frontier_size": without.frontier_size,
        "solutions": _solutions(without.solutions._asdict() if without.solutions else {}),
    }


def _absence(absence: Absence) -> dict[str, Any]:
    return {
        "party": absence.party,
        "reservation": plain(absence.reservation),
        "solutions": {
            name: {
                **_reach(fate.utility, absence.reservation),
                "packages": plain(fate.packages),
                "acceptable_to_it": _count(fate.accepted),
                "present": None
                if fate.present is None
                else {"utility": plain(fate.present), "gain": plain(fate.present - absence.reservation)},
            }
            for name, fate in absence.solutions.items()
        }
        or None,
        "frontier": absence.frontier and _reach(absence.frontier, absence.reservation),
    }


def _reach(utility: Interval, reservation: Fraction) -> dict[str, list[str]]:
    return {
        "utility": list(map(plain, utility)),
        "gain": [plain(end - reservation) for end in utility],
    }


def _changes(changes: Changes, limit: int | None) -> dict[str, Any]:
    before, after = changes.before, changes.after
    return {
        "set": [edited._asdict() for edited in changes.edited],
        "without": changes.without,
        "acceptable": {"before": _count(before.acceptable), "after": _count(after.acceptable)},
        "frontier_size": {"before": before.frontier_size, "after": after.frontier_size},
        "new": _points(changes.new, limit),
        "gone": _points(changes.gone, limit),
        "solutions": {
            name: {
                "before": {party: plain(worth) for party, worth in was.items()} or None,
                "after": {party: plain(worth) for party, worth in now.items()} or None,
            }
            for name, (was, now) in changes.solutions().items()
        },
    }


def _package(explanation: Explanation) -> dict[str, Any]:
    negotiation, better = explanation.negotiation, explanation.dominated_by
    return {
        "package": dict(explanation.package.options),
        "acceptable": explanation.acceptable,
        "parties": [
            {
                "party": standing.party,
                "utility": plain(standing.utility),
                "reservation": plain(standing.reservation),
                "gain": plain(standing.gain),
            }
            for standing in explanation.standings
        ],
        "constraints": [
            {"index": index, "forbids": dict(part.options)} for index, part in explanation.broken
        ],
        "red_lines": [{**_red_line(line), "never": dict(part.options)} for line, part in explanation.crossed],
        "members": [
            {"party": party.id, "member": member.id, "reservation": plain(member.floor(worth))}
            for party, member, worth in explanation.short_members
        ],
        "dominated_by": better
        and {"utilities": list(map(plain, better.utilities)), "example": dict(better.package.options)},
        "smallest_change": explanation.smallest_change
        and _change(negotiation, explanation.package, explanation.smallest_change),
    }


def _change(negotiation: Negotiation, package: Choice, mended: Choice) -> dict[str, Any]:
    kept = set(package.options)
    return {
        "changed": {issue: option for issue, option in mended.options if (issue, option) not in kept},
        "package": dict(mended.options),
        "utilities": [plain(utility(negotiation, party.preference, mended)) for party in negotiation.parties],
    }
