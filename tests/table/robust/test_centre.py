from math import sqrt

import pytest
from tests.table.robust.brute import is_admissible, sound

from sulh.table.negotiation import Negotiation, Party
from sulh.table.reading import parse

TWO = """\
[[party]]
id = "p"
[[issue]]
id = "i0"
options = ["o0", "o1"]
[[issue]]
id = "i1"
options = ["o0", "o1"]
[preference.p]
weights = {i0 = [0, 12], i1 = [0, 12]}
values.i0 = {o0 = 1, o1 = 0}
values.i1 = {o0 = 1, o1 = 0}
"""


def party(text: str) -> Party:
    negotiation, faults = parse(text, "n.toml")
    assert faults == ()
    assert negotiation is not None
    return negotiation.parties[0]


def weights(compare: str) -> tuple[float, ...]:
    one = party(f"{TWO}compare = [{compare}]\n")
    assert is_admissible(one, dict(one.preference.values))
    return tuple(float(worths[0]) for _, worths in one.preference.values)


def values(one: Party) -> list[list[str]]:
    return [list(map(str, worths)) for _, worths in one.preference.values]


FIRST = '{prefers = {i0 = "o0"}, to = {i1 = "o0"}}'
SECOND = '{prefers = {i1 = "o0"}, to = {i0 = "o0"}}'
HALF = FIRST.replace('i1 = "o0"', 'i1 = "o0", i0 = "o1"')


def test_comparisons_that_the_middle_meets_do_not_move_it() -> None:
    assert weights(FIRST) == (6.0, 6.0)
    assert weights(f"{FIRST}, {SECOND}") == (6.0, 6.0)


def test_the_centre_of_a_triangle() -> None:
    """Of the half of a square, the centre of its inscribed circle."""
    text = TWO.replace("i1 = [0, 12]", "i1 = [8, 20]") + f"compare = [{FIRST}]\n"
    one = party(text)
    radius = 4 / (2 + sqrt(2))
    first, second = (float(worths[0]) for _, worths in one.preference.values)
    assert abs(first - (12 - radius)) < 2e-6
    assert abs(second - (8 + radius)) < 2e-6
    assert all(worths[0] * 10**6 % 1 == 0 for _, worths in one.preference.values)


def test_a_segment_is_halved() -> None:
    """What must be equal leaves a segment, from 8 to 12."""
    one = party(TWO.replace("i1 = [0, 12]", "i1 = [8, 20]") + f"compare = [{FIRST}, {SECOND}]\n")
    assert values(one) == [["10", "0"], ["10", "0"]]


def test_a_point_that_no_decimal_says() -> None:
    text = TWO.replace("values.i0 = {o0 = 1,", "values.i0 = {o0 = 3,").replace(
        "i1 = [0, 12]", "i1 = [10, 10]"
    )
    text = text.replace("i0 = [0, 12]", "i0 = [0, 4]")
    one = party(f"{text}compare = [{FIRST}, {SECOND}]\n")
    assert values(one) == [["10", "0"], ["10", "0"]]


def test_a_corner_that_is_all_that_is_left() -> None:
    one = party(TWO.replace("i1 = [0, 12]", "i1 = [12, 20]") + f"compare = [{FIRST}]\n")
    assert values(one) == [["12", "0"], ["12", "0"]]


@pytest.mark.parametrize("negotiation", [n for c in (1, 2, 4) for n in sound(c, 8)])
def test_the_nominal_point_is_admissible(negotiation: Negotiation) -> None:
    for one in negotiation.parties:
        assert one.knowledge is None or is_admissible(one, dict(one.preference.values))
