from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.table.robust.program import Program, Row

NUMBERS = st.builds(Fraction, st.integers(-5, 5), st.integers(1, 3))


@st.composite
def systems(draw: st.DrawFn) -> tuple[int, list[Row]]:
    size = draw(st.integers(1, 4))
    box: list[Row] = [({variable: Fraction(1)}, Fraction(10)) for variable in range(size)]
    rows = [
        ({variable: draw(NUMBERS) for variable in range(size)}, draw(NUMBERS))
        for _ in range(draw(st.integers(0, 5)))
    ]
    return size, rows + box


@given(systems(), st.lists(st.lists(NUMBERS, min_size=4, max_size=4), min_size=1, max_size=3))
def test_an_optimum_is_met_and_proved_by_its_prices(
    system: tuple[int, list[Row]], objectives: list[list[Fraction]]
) -> None:
    size, rows = system
    program = Program(size, rows)
    if not program.feasible:
        return
    for objective in objectives:
        factors = dict(enumerate(objective[:size]))
        value, point, prices = program.maximise(factors)
        assert min(point) >= 0
        assert all(sum(f * point[v] for v, f in row.items()) <= bound for row, bound in rows)
        assert sum(f * point[v] for v, f in factors.items()) == value
        assert min(prices) >= 0
        assert sum(price * bound for price, (_, bound) in zip(prices, rows, strict=True)) == value
        for variable, factor in factors.items():
            paid = sum(price * row.get(variable, 0) for price, (row, _) in zip(prices, rows, strict=True))
            assert paid >= factor


@given(systems(), st.lists(st.integers(0, 10).map(Fraction), min_size=4, max_size=4))
def test_what_a_point_meets_is_feasible(system: tuple[int, list[Row]], point: list[Fraction]) -> None:
    size, rows = system
    if all(sum(f * point[v] for v, f in row.items()) <= bound for row, bound in rows):
        assert Program(size, rows).feasible


def test_nothing_meets_a_contradiction() -> None:
    program = Program(1, [({0: Fraction(-1)}, Fraction(-2)), ({0: Fraction(1)}, Fraction(1))])
    assert not program.feasible
    with pytest.raises(ValueError, match="nothing meets the rows"):
        program.maximise({0: Fraction(1)})


def test_what_grows_without_bound() -> None:
    with pytest.raises(ValueError, match="without bound"):
        Program(1, []).maximise({0: Fraction(1)})
