"""All packages of one vector of utilities, listed in option order without first making them all."""

from collections.abc import Iterator
from heapq import heappop, heappush
from itertools import count
from typing import NamedTuple

import numpy as np

from sulh.table.diagram import Numbers
from sulh.table.elimination import Eliminated
from sulh.table.filter import Block


class _Place(NamedTuple):
    """A row of a block: at a node of a layer, or among the sums over several components (node −1)."""

    component: int
    layer: int
    node: int
    row: int


def packages(eliminated: Eliminated, strides: tuple[int, ...], row: int) -> Iterator[int]:
    """Yield the number of each package that adds up to a row of the result, in ascending order.

    The search goes back through the elimination, the smallest number first. Every row knows the smallest
    number of what it stands for, so nothing is opened before its turn and nothing in vain.
    """
    start = _Place(len(eliminated.diagrams), 0, -1, row)
    order = count()
    open_: list[tuple[int, int, int, tuple[_Place, ...]]] = []

    def push(settled: int, places: tuple[_Place, ...]) -> None:
        first = settled + sum(int(_block(eliminated, place).firsts[place.row]) for place in places)
        heappush(open_, (first, next(order), settled, places))

    push(0, (start,))
    while open_:
        first, _, settled, places = heappop(open_)
        if not places:
            yield first
            continue
        *others, place = places
        for chosen, before in _before(eliminated, strides, place):
            push(settled + chosen, (*others, *before))


def _before(
    eliminated: Eliminated, strides: tuple[int, ...], place: _Place
) -> Iterator[tuple[int, tuple[_Place, ...]]]:
    """Yield each way to a row: what it adds to the package number, and the rows that it comes from."""
    sums = _block(eliminated, place).sums[place.row]
    component, layer, node, _ = place
    if not (component if node < 0 else layer):
        yield 0, ()
        return
    if node < 0:
        yield from _parts(eliminated, component - 1, sums)
        return
    step = eliminated.diagrams[component].steps[layer - 1]
    earlier = eliminated.layers[component][layer - 1]
    for arc in np.flatnonzero(step.target == node).tolist():
        source = int(step.source[arc])
        if source in earlier:
            row = earlier[source].row(sums - step.gains[arc])
            if row is not None:
                yield (
                    int(step.option[arc]) * strides[step.issue],
                    (_Place(component, layer - 1, source, row),),
                )


def _parts(eliminated: Eliminated, component: int, sums: Numbers) -> Iterator[tuple[int, tuple[_Place, ...]]]:
    layers = eliminated.layers[component]
    for number, part in enumerate(layers[-1][0].sums):
        row = eliminated.totals[component].row(sums - part)
        if row is not None:
            yield 0, (_Place(component, 0, -1, row), _Place(component, len(layers) - 1, 0, number))


def _block(eliminated: Eliminated, place: _Place) -> Block:
    if place.node < 0:
        return eliminated.totals[place.component]
    return eliminated.layers[place.component][place.layer][place.node]
