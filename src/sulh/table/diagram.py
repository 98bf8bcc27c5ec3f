"""The packages that break nothing, as paths through a layered decision diagram.

Issues are settled one after the other. What was settled matters to the rest only through the links
(constraints, red lines, interactions) that reach into both parts, and of those only through whether they may
still come true: a link is a conjunction, so one option that is not in it makes it void. A node is the set of
the links that may still come true; it merges assignments of the boundary issues that no future can tell
apart.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log
from typing import Any

import numpy as np
import numpy.typing as npt

from sulh.table.scaling import SMALL, Link, Scaled

Numbers = npt.NDArray[Any]
"""Whole numbers: int64 where nothing can overflow, Python's own otherwise."""

MOST_NODES = 200_000


class TooLargeError(Exception):
    """The exact answer needs more work than was allowed; the message says what grew too large, and where."""


@dataclass(frozen=True, slots=True)
class Step:
    """One issue is settled. One entry of each array is one arc; arcs are in the order of their sources.

    Attributes:
        issue: its position.
        source: node before.
        option: position of the option.
        target: node after.
        gains: what the option adds for each party, interactions that it completes included.
        nodes: number of nodes before the step.
    """

    issue: int
    source: npt.NDArray[np.int64]
    option: npt.NDArray[np.int64]
    target: npt.NDArray[np.int64]
    gains: Numbers
    nodes: int


@dataclass(frozen=True, slots=True)
class Diagram:
    """Issues linked with each other, directly or through others; one node begins and one ends it."""

    steps: tuple[Step, ...]

    def best(self, weights: Numbers) -> list[Numbers]:
        """Return the largest weighted sums from each node to the end.

        Args:
            weights: a row for each party, a column for each sum.

        Returns:
            For each layer of nodes, the last one included, a row for each node.
        """
        layers: list[Numbers] = [np.zeros((1, weights.shape[1]), dtype=weights.dtype)]
        for step in reversed(self.steps):
            reach = step.gains @ weights + layers[-1][step.target]
            layers.append(np.maximum.reduceat(reach, first_of_each(step.source), axis=0))
        return layers[::-1]


def diagrams(scaled: Scaled) -> list[Diagram] | None:
    """Return a diagram for each set of linked issues, or None where no package breaks nothing.

    Raises:
        TooLargeError: if the issues are linked too densely.
    """
    if not all(scaled.sizes) or not all(link.options for link in scaled.links):
        return None
    found = []
    for issues in _components(scaled):
        diagram = _diagram(scaled, issues)
        if diagram is None:
            return None
        found.append(diagram)
    return found


def first_of_each(ordered: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Return where each run of equal numbers begins."""
    return np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])


def _components(scaled: Scaled) -> list[list[int]]:
    """Return the sets of linked issues."""
    root = list(range(len(scaled.sizes)))

    def find(issue: int) -> int:
        while root[issue] != issue:
            issue = root[issue]
        return issue

    for link in scaled.links:
        first, *rest = link.options
        for issue in rest:
            root[find(issue)] = find(first)
    members: dict[int, list[int]] = {}
    for issue in root:
        members.setdefault(find(issue), [])
    for issue in range(len(root)):
        members[find(issue)].append(issue)
    return list(members.values())


def _order(scaled: Scaled, issues: Sequence[int], links: Sequence[Link]) -> list[int]:
    """Return the issues in an order that keeps the boundary small: greedily, from several starts."""
    of_issue = {issue: [link for link in links if issue in link.options] for issue in issues}

    def boundary(settled: set[int]) -> float:
        """Return the logarithm of a bound on the number of nodes after `settled`."""
        total = 0.0
        for issue in settled:
            live = {link.options[issue] for link in of_issue[issue] if link.options.keys() - settled}
            total += log(min(len(live) + 1, scaled.sizes[issue]))
        return total

    def grow(start: int) -> tuple[float, list[int]]:
        order, settled, most = [start], {start}, 0.0
        while len(order) < len(issues):
            near = sorted(
                {other for issue in order for link in of_issue[issue] for other in link.options} - settled
            )
            cost, chosen = min((boundary(settled | {issue}), issue) for issue in near)
            most = max(most, cost)
            order.append(chosen)
            settled.add(chosen)
        return most, order

    starts = sorted(issues, key=lambda issue: (len(of_issue[issue]), issue))[:8]
    return min(grow(start) for start in starts)[1]


def _diagram(scaled: Scaled, issues: Sequence[int]) -> Diagram | None:
    links = [link for link in scaled.links if next(iter(link.options)) in set(issues)]
    begun: set[int] = set()
    nodes = {0: 0}
    rows: list[list[tuple[int, int, int, tuple[int, ...]]]] = []
    order = _order(scaled, issues, links)
    for issue in order:
        begun.add(issue)
        arcs, following = [], dict[int, int]()
        rules = [_rules(links, begun, issue, option) for option in range(scaled.sizes[issue])]
        for mask, node in nodes.items():
            for option, rule in enumerate(rules):
                alive = mask & rule.keeps | rule.begins
                if alive & rule.forbidden:
                    continue
                gains = scaled.values[issue][option]
                if done := alive & rule.completes:
                    gains = _with(gains, (link for bit, link in enumerate(links) if done >> bit & 1))
                target = following.setdefault(alive & rule.live, len(following))
                arcs.append((node, option, target, gains))
        if len(following) > MOST_NODES and scaled.packages > SMALL:
            message = (
                f"the issues are linked too densely: settling {len(begun)} of {len(issues)} linked issues "
                f"leaves more than {MOST_NODES} situations to tell apart"
            )
            raise TooLargeError(message)
        rows.append(arcs)
        nodes = following
    return _without_dead_ends(scaled, order, rows)


@dataclass(frozen=True, slots=True)
class _Rule:
    """What settling an issue by one option does to links, as sets of bits."""

    keeps: int
    begins: int
    forbidden: int
    completes: int
    live: int


def _rules(links: Sequence[Link], begun: set[int], issue: int, option: int) -> _Rule:
    keeps = begins = forbidden = completes = live = 0
    for position, link in enumerate(links):
        bit = 1 << position
        settled = link.options.keys() & begun
        if link.options.get(issue, option) == option:
            keeps |= bit
            if settled == {issue}:
                begins |= bit
        if len(settled) < len(link.options):
            live |= bit
        elif issue in link.options and link.party is None:
            forbidden |= bit
        elif issue in link.options:
            completes |= bit
    return _Rule(keeps, begins, forbidden, completes, live)


def _with(gains: tuple[int, ...], links: Iterable[Link]) -> tuple[int, ...]:
    total = list(gains)
    for link in links:
        if link.party is not None:
            total[link.party] += link.adds
    return tuple(total)


def _without_dead_ends(
    scaled: Scaled, order: Sequence[int], rows: Sequence[list[tuple[int, int, int, tuple[int, ...]]]]
) -> Diagram | None:
    """Drop the arcs from which no package can be completed, and number the nodes anew."""
    dtype = object if scaled.wide else np.int64
    steps: list[Step] = []
    alive = {0: 0}
    for issue, arcs in zip(reversed(order), reversed(rows), strict=True):
        kept = [arc for arc in arcs if arc[2] in alive]
        if not kept:
            return None
        renamed: dict[int, int] = {}
        for source, *_ in kept:
            renamed.setdefault(source, len(renamed))
        steps.append(
            Step(
                issue,
                np.array([renamed[source] for source, *_ in kept]),
                np.array([option for _, option, *_ in kept]),
                np.array([alive[target] for _, _, target, _ in kept]),
                np.array([gains for *_, gains in kept], dtype=dtype),
                len(renamed),
            )
        )
        alive = renamed
    return Diagram(tuple(reversed(steps)))
