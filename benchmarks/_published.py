"""Published domains in Genius XML: the frontier and the solutions of both sides, compared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import dist
from pathlib import Path
from typing import Any

from negmas.inout import Scenario
from negmas.preferences.ops import (
    kalai_points,
    ks_points,
    max_welfare_points,
    nash_points,
    pareto_frontier,
)
from rich.table import Table

from sulh.case.agreement import Choice
from sulh.table.feasible import utility
from sulh.table.frontier import frontier
from sulh.table.genius import imported
from sulh.table.genius_toml import Document
from sulh.table.markup import parse
from sulh.table.negotiation import Negotiation
from sulh.table.number import plain
from sulh.table.reading import parse as read
from sulh.table.solutions import solutions

NOISE = 1e-9
SOLUTIONS = {
    "nash": nash_points,
    "kalai_smorodinsky": ks_points,
    "egalitarian": kalai_points,
    "utilitarian": max_welfare_points,
}
NOTES = """\
Dominated: of the peer's points, those whose outcome is dominated in exact arithmetic. Twins: those with \
exactly the utilities of another. Missed: exact points that it does not have. Utilities are as the files \
give them, without discount.
The peer's Kalai-Smorodinsky point is where gains, as shares of ideal gains, differ least; sulh's is where \
the least share is largest. Of equals, the peer may name several and sulh takes the lexicographically \
largest utilities. Where every package is worth more to a party than its reservation value, the peer counts \
its gains from its worst package."""


@dataclass(frozen=True, slots=True)
class Domain:
    """A published domain as both sides read it."""

    ours: Negotiation
    theirs: Any

    def exact(self, outcome: Sequence[object]) -> tuple[Fraction, ...]:
        """Return the utilities of one of the peer's outcomes."""
        names = (issue.id for issue in self.ours.issues)
        package = Choice(tuple((name, str(option)) for name, option in zip(names, outcome, strict=True)))
        return tuple(utility(self.ours, party.preference, package) for party in self.ours.parties)


def compare(folder: Path) -> Table:
    """Return the comparison of the domains in the folders of a folder, one in each."""
    table = Table(title="published domains", caption=NOTES, caption_justify="left")
    for column in ("domain", "packages", "parties", "sulh", "NegMAS", "dominated", "twins", "missed"):
        table.add_column(column, justify="left" if column == "domain" else "right")
    table.add_column("solutions")
    for path in sorted(one for one in folder.iterdir() if one.is_dir()):
        table.add_row(path.name, *_compared(_domain(path)), end_section=True)
    return table


def _domain(path: Path) -> Domain:
    theirs = Scenario.from_genius_folder(path, ignore_discount=True)
    # The peer's order of the parties is that of the folder; ours becomes the same by name.
    profiles = [path / f"{function.name}.xml" for function in theirs.ufuns]
    domain = [file for file in path.glob("*.xml") if file not in profiles]
    documents = [Document(file.name, parse(file.read_bytes())) for file in (*domain, *profiles)]
    text, faults, _ = imported(documents)
    table = read(text or "", path.name).negotiation
    if table is None:
        message = "\n".join(map(str, faults))
        raise SystemExit(message)
    return Domain(table, theirs)


def _compared(domain: Domain) -> list[str]:
    ours = frontier(domain.ours)
    best = {point.utilities for point in ours}
    points, places = pareto_frontier(domain.theirs.ufuns)
    outcomes = list(domain.theirs.outcome_space.enumerate_or_sample())
    exact = [domain.exact(outcomes[place]) for place in places]
    dominated = sum(vector not in best for vector in exact)
    cells = (
        len(outcomes),
        len(domain.ours.parties),
        len(ours),
        len(points),
        dominated,
        len(exact) - len(set(exact)),
        len(best - set(exact)),
    )
    return [*(f"{cell:,}" for cell in cells), "\n".join(_differences(domain, points)) or "the same four"]


def _differences(domain: Domain, points: Sequence[tuple[float, ...]]) -> Iterator[str]:
    """Yield what to say of each solution that is not among the peer's."""
    found = solutions(domain.ours)
    for name, solve in SOLUTIONS.items() if found else ():
        mine = getattr(found, name).utilities
        space = domain.theirs.outcome_space
        theirs = [point for point, _ in solve(domain.theirs.ufuns, points, outcome_space=space)]
        if all(dist(map(float, mine), point) > NOISE for point in theirs):
            others = " or ".join(", ".join(f"{value:g}" for value in point) for point in theirs)
            yield f"{name}: {', '.join(map(plain, mine))}; NegMAS {others}"
