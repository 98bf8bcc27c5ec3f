from fractions import Fraction

import numpy as np
import pytest
from tests.table.robust.brute import Corner, is_admissible, sound
from tests.table.robust.test_centre import FIRST, SECOND, TWO

from sulh.table.negotiation import Negotiation
from sulh.table.reading import parse
from sulh.table.robust.sampling import Samples, draw


def points(negotiation: Negotiation, samples: Samples, party: int) -> list[Corner]:
    found = []
    for row in samples.worths[party]:
        worths = [Fraction(int(number)) * samples.units[party] for number in row]
        point, start = {}, 0
        for issue in negotiation.issues:
            point[issue.id] = tuple(worths[start : start + len(issue.options)])
            start += len(issue.options)
        found.append(point)
    return found


@pytest.mark.parametrize("negotiation", [n for c in (0, 1, 3) for n in sound(c, 6)])
def test_samples_are_admissible(negotiation: Negotiation) -> None:
    samples = draw(negotiation, 40, 1)
    for number, party in enumerate(negotiation.parties):
        found = points(negotiation, samples, number)
        if party.knowledge is None:
            assert len(found) == 1
        else:
            assert len(found) == 40
            assert all(is_admissible(party, point) for point in found)


def read(text: str) -> Negotiation:
    negotiation, faults = parse(text, "n.toml")
    assert faults == ()
    assert negotiation is not None
    return negotiation


def firsts(text: str, samples: int = 4000) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """The worths of the first options of both issues."""
    drawn = draw(read(text), samples, 5)
    return np.asarray(drawn.worths[0][:, [0, 2]].astype(np.float64) * float(drawn.units[0]))


def test_intervals_are_uniform() -> None:
    found = firsts(TWO)
    assert np.allclose(found.mean(axis=0), 6, atol=0.2)
    assert np.allclose(found.var(axis=0), 12, atol=0.5)


def test_rejection_keeps_what_is_left_uniform() -> None:
    """Over the triangle below the diagonal the means are a third of the sides away."""
    assert np.allclose(firsts(f"{TWO}compare = [{FIRST}]\n").mean(axis=0), (8, 4), atol=0.2)


def test_hit_and_run_on_a_segment_and_a_sliver() -> None:
    segment = firsts(f"{TWO}compare = [{FIRST}, {SECOND}]\n", 400)
    assert (segment[:, 0] == segment[:, 1]).all()
    assert abs(segment.mean() - 6) < 0.8
    sliver = TWO.replace("i1 = [0, 12]", "i1 = [11.9, 12]")
    found = firsts(f"{sliver}compare = [{FIRST}]\n", 1000)
    assert (found[:, 0] >= found[:, 1]).all()
    assert np.allclose(found.mean(axis=0), (11.9 + 0.2 / 3, 11.9 + 0.1 / 3), atol=0.005)


def test_a_ranking_is_uniform_over_its_polytope() -> None:
    text = TWO.replace('["o0", "o1"]', '["o0", "o1", "o2"]', 1).replace(
        "values.i0 = {o0 = 1, o1 = 0}", 'values.i0 = ["o1", "o0", "o2"]'
    )
    drawn = draw(read(text), 4000, 2)
    found = drawn.worths[0][:, :3].astype(np.float64) * float(drawn.units[0])
    assert np.allclose(found.mean(axis=0), (4, 8, 0), atol=0.2)


def test_numbers_that_only_python_holds() -> None:
    negotiation = read(TWO.replace("values.i0 = {o0 = 1,", "values.i0 = {o0 = 1234567.123456789123,"))
    samples = draw(negotiation, 20, 0)
    assert samples.worths[0].dtype == object
    assert all(is_admissible(negotiation.parties[0], point) for point in points(negotiation, samples, 0))
