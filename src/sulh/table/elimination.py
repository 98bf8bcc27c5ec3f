"""Elimination of one issue at a time, keeping the partial sums from which something undominated can come.

Why a dominated partial sum may be dropped without harm to frontier points, their counts and their examples:
take two partial packages over the same issues that end in the same node (or two packages of a whole
component), with sums a ≥ b, a ≠ b. Whatever completes the second completes the first: the node says all that
the future needs to know of the past. The completed sums then differ by a − b as well, so each completion of
the second is strictly dominated by an acceptable package (acceptable, because its utilities are no lower and
it breaks nothing). So none of the packages dropped has the vector of a frontier point. Partial packages of
equal sums are never dropped but merged, and the counts of all completions are added.

A partial sum is also dropped where even its best completion misses a floor; that drops no acceptable package.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

import numpy as np
import numpy.typing as npt

from sulh.table.diagram import Diagram, Numbers, Step, TooLargeError
from sulh.table.filter import Block, merge
from sulh.table.halves import backwards, middle, whole
from sulh.table.scaling import Scaled

_TOGETHER = 1 << 14
"""Partial sums that are made in one step."""

_BATCH = 1 << 19
"""Partial sums that are held before they are filtered: some tens of megabytes."""

MOST_SUMS = 1_000_000
"""Partial sums that are kept at a time unless the caller allows more."""

_FITS = 1 << 60
"""Numbers below are added and compared in int64 without overflow."""

Cut = tuple[Sequence[int], int]
"""A weight for each party, none negative, and the least weighted sum of its numbers that a package must
reach."""

Layer = dict[int, Block]
"""The sums that end in each node."""


def weighted(scaled: Scaled, cuts: Sequence[Cut]) -> tuple[Numbers, Numbers]:
    """Return a column of weights and a floor for each cut, in int64 where no weighted sum can overflow it."""
    weights = np.array([row for row, _ in cuts], dtype=object).reshape(len(cuts), len(scaled.floors)).T
    least = np.array([floor for _, floor in cuts], dtype=object)
    reach = max((sum(map(abs, row)) for row, _ in cuts), default=0) * scaled.reach
    if reach >= _FITS:
        return weights, least
    # A floor beyond all reach stays so.
    return weights.astype(np.int64), np.clip(least, -_FITS, _FITS).astype(np.int64)


@dataclass(frozen=True, slots=True)
class Focus:
    """What of a package matters, where not all utilities do.

    Of packages that come to the same, any one is kept, and its count is the count of all.

    Attributes:
        columns: weighted sums that matter: a row for each party, a column for each sum.
        enough: by column, what it does not matter to exceed.
        counting: whether dominated sums are kept too, so that all packages are counted.
        beam: how many sums of a node are kept, the others being dropped unproved; for a first guess.
    """

    columns: Numbers
    enough: Numbers
    counting: bool = False
    beam: int | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells in which sums are not told apart, for a cover: they are rounded up, so that none is lost.

    Attributes:
        cells: length of the smallest cells, by party; they are doubled until few enough rows remain.
        above: number of rows up to which no grid is laid.
    """

    cells: Numbers
    above: int


@dataclass(frozen=True, slots=True)
class Eliminated:
    """All that an elimination kept.

    Attributes:
        layers: for each component, the layers after none, one, … of its issues.
        totals: the sums over the first, the first two, … components.
    """

    diagrams: tuple[Diagram, ...]
    layers: tuple[tuple[Layer, ...], ...]
    totals: tuple[Block, ...]

    @property
    def result(self) -> Block:
        """The undominated vectors of the packages that break nothing and reach every floor."""
        return self.totals[-1]


def floors(scaled: Scaled) -> list[Cut]:
    """Return the cuts that give each party its reservation value."""
    parties = range(len(scaled.floors))
    return [([int(other == party) for other in parties], scaled.floors[party]) for party in parties]


def eliminate(
    scaled: Scaled,
    diagrams: Sequence[Diagram],
    cuts: Sequence[Cut],
    most: int = MOST_SUMS,
    focus: Focus | None = None,
) -> Eliminated:
    """Return the undominated sums of gains of all packages that break nothing and reach every cut.

    Args:
        scaled: the negotiation.
        diagrams: of its components.
        cuts: what every package has to reach.
        most: how many partial sums may be kept at a time.
        focus: what is compared, if not the utilities of all parties.

    Raises:
        TooLargeError: if more than `most` partial sums would have to be kept at a time.
    """
    run, reach, enough = _start(scaled, diagrams, cuts, most, focus)
    solved = [
        run.component(diagram, reach.layers(number), enough.layers(number))
        for number, diagram in enumerate(diagrams)
    ]
    fronts = [layers[-1].get(0, run.nothing) for layers in solved]
    spans = _spans([front.sums for front in fronts])
    # Linked issues first, which have long fronts; then what weighs most, so that bounds soon are close.
    order = sorted(range(len(solved)), key=lambda number: (len(diagrams[number].steps) == 1, -spans[number]))
    slack, cap = reach.total, enough.total
    totals = [run.reaching(run.unit, slack)]
    for number in order:
        slack = slack - reach.ideals[number]
        cap = cap - enough.ideals[number]
        totals.append(run.gathered(_each(_sums(totals[-1], fronts[number]), run, slack), cap))
        run.check(len(totals[-1].sums))
    return Eliminated(
        tuple(diagrams[number] for number in order),
        tuple(tuple(solved[number]) for number in order),
        tuple(totals),
    )


def halves(
    scaled: Scaled,
    diagrams: Sequence[Diagram],
    cuts: Sequence[Cut],
    most: int = MOST_SUMS,
    lens: Focus | Grid | None = None,
) -> list[tuple[Block, Block]]:
    """Return the undominated sums over the first and over the last issues, for each node where they meet.

    Every acceptable package is dominated by, or the same as, a pair of one entry; pairs may miss a cut.

    Args:
        scaled: the negotiation.
        diagrams: of its components.
        cuts: what every package has to reach.
        most: how many partial sums may be kept at a time.
        lens: what is compared, or how finely, if not the exact utilities of all parties.

    Raises:
        TooLargeError: if more than `most` partial sums would have to be kept at a time.
    """
    chain = whole(diagrams)
    cut = middle([scaled.sizes[step.issue] for step in chain.steps])
    ends = []
    for diagram, steps in ((chain, cut), (backwards(chain), len(chain.steps) - cut)):
        run, reach, enough = _start(scaled, [diagram], cuts, most, lens)
        part = Diagram(diagram.steps[:steps])
        ends.append(run.component(part, reach.layers(0), enough.layers(0))[-1])
    left, right = ends
    return [(block, right[node]) for node, block in left.items() if node in right]


def _start(
    scaled: Scaled,
    diagrams: Sequence[Diagram],
    cuts: Sequence[Cut],
    most: int,
    lens: Focus | Grid | None,
) -> tuple["_Run", "_Ahead", "_Ahead"]:
    """Return what an elimination needs, what can still be reached, and what is enough."""
    weights, least = weighted(scaled, cuts)
    columns, safe = (lens.columns, lens.enough) if isinstance(lens, Focus) else (weights, least)
    run = _Run(scaled, weights, lens, most, _unit(scaled))
    return run, _Ahead(diagrams, weights, -least), _Ahead(diagrams, -columns, safe)


class _Ahead:
    """The largest weighted sums that are still to come, plus a start."""

    def __init__(self, diagrams: Sequence[Diagram], weights: Numbers, start: Numbers) -> None:
        self.bests = [diagram.best(weights) for diagram in diagrams]
        self.ideals = [best[0][0] for best in self.bests]
        self.total = sum(self.ideals, start)

    def layers(self, component: int) -> list[Numbers]:
        """Return, by layer and node, what this component's rest and all other components can still add."""
        return [layer - self.ideals[component] + self.total for layer in self.bests[component]]


@dataclass(frozen=True, slots=True)
class _Run:
    """What stays the same in one elimination."""

    scaled: Scaled
    weights: Numbers
    lens: Focus | Grid | None
    most: int
    unit: Block

    @property
    def nothing(self) -> Block:
        """The block without a row."""
        return self.unit.take(slice(0, 0))

    def component(self, diagram: Diagram, slack: Sequence[Numbers], cap: Sequence[Numbers]) -> list[Layer]:
        """Eliminate the issues of one component."""
        strides = self.scaled.strides()
        layers: list[Layer] = [{0: self.unit}]
        for number, step in enumerate(diagram.steps, 1):
            layer: Layer = {}
            size = 0
            by_target = np.argsort(step.target, kind="stable")
            for arcs in np.split(by_target, np.flatnonzero(np.diff(step.target[by_target])) + 1):
                target = int(step.target[arcs[0]])
                moved = _moved(layers[-1], step, arcs, strides[step.issue])
                pieces = _each(moved, self, slack[number][target])
                block = self.gathered(pieces, cap[number][target], ordered=len(arcs) == 1)
                if len(block.sums):
                    layer[target] = block
                size += len(block.sums)
                self.check(size)
            layers.append(layer)
        return layers

    def reaching(self, block: Block, slack: Numbers) -> Block:
        """Return the rows that can reach every cut with what is still to come."""
        reached: npt.NDArray[np.bool_] = np.all(block.sums @ self.weights + slack >= 0, axis=1)
        return block if reached.all() else block.take(reached)

    def gathered(self, pieces: Iterable[Block], cap: Numbers, *, ordered: bool = False) -> Block:
        """Put pieces into one block, with not many more rows at a time than it will have.

        Args:
            pieces: blocks of rows in any order.
            cap: what it does not matter to exceed.
            ordered: whether there is only one piece, in order and without dominated rows.
        """
        held: list[Block] = []
        size, limit = 0, _BATCH
        for piece in pieces:
            if not len(piece.sums):
                continue
            held.append(piece)
            size += len(piece.sums)
            if size > limit:
                held = [self.merged(held, cap)]
                size = len(held[0].sums)
                limit = max(_BATCH, 2 * size)
        if not held:
            return self.nothing
        if not ordered or isinstance(self.lens, Focus):
            held = [self.merged(held, cap)]
        return self.coarse(self.narrowed(held[0]))

    def coarse(self, block: Block) -> Block:
        """Return a block of few enough rows, each rounded up to its cell of the grid."""
        grid = self.lens
        if isinstance(grid, Grid):
            cells = grid.cells
            while len(block.sums) > grid.above:
                block = merge([rounded(block, cells)])
                cells = cells * 2
        return block

    def narrowed(self, block: Block) -> Block:
        """Return the rows of the beam: those that fall least behind the others in what they lack most."""
        beam = self.lens.beam if isinstance(self.lens, Focus) else None
        if beam is None or len(block.sums) <= beam:
            return block
        reached = (block.sums @ self.weights).astype(np.float64)
        behind = ((reached.max(axis=0) - reached) / (np.ptp(reached, axis=0) + 1)).max(axis=1)
        return block.take(np.sort(np.argsort(behind, kind="stable")[:beam]))

    def merged(self, pieces: Sequence[Block], cap: Numbers) -> Block:
        """Merge pieces, with an eye only to what matters."""
        focus = self.lens
        if not isinstance(focus, Focus):
            return merge(pieces)
        return merge(pieces, lambda sums: np.minimum(sums @ focus.columns, cap), every=focus.counting)

    def check(self, size: int) -> None:
        """Refuse to go on with too many partial sums."""
        if size > self.most:
            message = f"more than {self.most:,} partial sums would have to be kept at a time"
            raise TooLargeError(message)


def rounded(block: Block, cells: Numbers) -> Block:
    """Return a block with its sums rounded up to whole cells."""
    return Block(-(-block.sums // cells) * cells, block.counts, block.firsts)


def _each(pieces: Iterable[Block], run: _Run, slack: Numbers) -> Iterator[Block]:
    for piece in pieces:
        yield run.reaching(piece, slack)


def _moved(layer: Layer, step: Step, arcs: npt.NDArray[np.int64], stride: int) -> Iterator[Block]:
    """Yield what the arcs make of the sums at their sources."""
    for source, group in groupby(arcs.tolist(), key=lambda arc: int(step.source[arc])):
        block = layer.get(source)
        if block is not None:
            chosen = list(group)
            firsts = [option * stride for option in step.option[chosen].tolist()]
            ones = np.ones(len(chosen), dtype=block.counts.dtype)
            yield from _sums(block, Block(step.gains[chosen], ones, np.array(firsts, block.firsts.dtype)))


def _sums(left: Block, right: Block) -> Iterator[Block]:
    """Yield the sums of each row of one block and all of the other, in no order where they come together."""
    together = max(1, _TOGETHER // max(1, len(left.sums)))
    for start in range(0, len(right.sums), together):
        some = right.take(slice(start, start + together))
        yield Block(
            (some.sums[:, None] + left.sums).reshape(-1, left.sums.shape[1]),
            (some.counts[:, None] * left.counts).ravel(),
            (some.firsts[:, None] + left.firsts).ravel(),
        )


def _spans(fronts: Sequence[Numbers]) -> list[float]:
    """Return how much depends on each front, as shares of the parties' sums."""
    spans = [np.ptp(front, axis=0).tolist() if len(front) else [] for front in fronts]
    whole = [sum(column) or 1 for column in zip(*spans, strict=False)]
    return [float(sum(map(Fraction, span, whole))) for span in spans]


def _unit(scaled: Scaled) -> Block:
    """Return the block of the package of no issue."""
    kind = np.int64 if scaled.packages <= np.iinfo(np.int64).max else object
    sums = np.zeros((1, len(scaled.floors)), dtype=object if scaled.wide else np.int64)
    return Block(sums, np.ones(1, dtype=kind), np.zeros(1, dtype=kind))
