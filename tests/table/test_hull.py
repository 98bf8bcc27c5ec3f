from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.table.conftest import Oracle, negotiations

from sulh.table.diagram import diagrams
from sulh.table.hull import Floats, Hull
from sulh.table.negotiation import Negotiation
from sulh.table.scaling import scale


def vertices(table: Negotiation) -> list[tuple[int, ...]]:
    """The numbers of the packages that break nothing."""
    oracle, scaled = Oracle(table), scale(table)
    return [
        tuple(
            int((worth - each.offset) / each.unit)
            for worth, each in zip(oracle.utilities(package), scaled.scales, strict=True)
        )
        for package in oracle.packages()
        if not oracle.broken(package) and not oracle.crossed(package)
    ]


def hull(table: Negotiation) -> Hull | None:
    parts = diagrams(scale(table))
    return None if parts is None else Hull(parts, len(table.parties))


@settings(max_examples=40)
@given(negotiations(), st.lists(st.integers(-5, 5), min_size=4, max_size=4))
def test_the_highest_is_a_package_of_the_largest_weighted_sum(table: Negotiation, weights: list[int]) -> None:
    seeker, packages = hull(table), vertices(table)
    assert (seeker is None) == (not packages)
    if seeker is not None:
        row = weights[: len(table.parties)]
        found = tuple(map(int, seeker.highest(np.array(row, dtype=np.float64)).tolist()))
        assert found in packages
        assert np.dot(found, row) == max(np.dot(package, row) for package in packages)


@settings(max_examples=25)
@given(negotiations(most_parties=3), st.data())
def test_the_top_comes_as_near_as_frank_and_wolfe_promise(table: Negotiation, data: st.DataObject) -> None:
    """The measure is minus half the squared distance from a lottery between two packages."""
    seeker, packages = hull(table), vertices(table)
    if seeker is None:
        return
    two = [np.array(data.draw(st.sampled_from(packages)), dtype=np.float64) for _ in range(2)]
    goal: Floats = two[0] + (two[1] - two[0]) * float(
        data.draw(st.sampled_from([Fraction(0), Fraction(1, 3)]))
    )
    widest = max(
        sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) for one in packages for other in packages
    )
    gap = seeker.top(lambda numbers: goal - numbers) - goal
    assert float(gap @ gap) / 2 <= 2 * widest / 152 + 1e-9
