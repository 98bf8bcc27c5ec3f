from fractions import Fraction
from random import Random

import pytest
from tests.table.robust.brute import corners, is_admissible, sound

from sulh.table.negotiation import Negotiation
from sulh.table.robust.polytope import Factors, dot
from sulh.table.robust.sampling import knowledge, options_of


@pytest.mark.parametrize("negotiation", [n for c in (0, 1, 3) for n in sound(c, 6)])
def test_the_largest_value_is_that_of_a_corner(negotiation: Negotiation) -> None:
    rng = Random(3)  # noqa: S311 - cases, not secrets
    for party in negotiation.parties:
        worths = knowledge(party, options_of(negotiation))
        if worths is None:
            continue
        points = corners(party)
        assert all(is_admissible(party, point) for point in points)
        for _ in range(4):
            factors: Factors = {
                i: [rng.randint(-3, 3) for _ in known.values] for i, known in worths.known.items()
            }
            values = [sum(dot(row, point[i]) for i, row in factors.items()) for point in points]
            best = worths.best(factors)
            assert best.value == worths.most(factors) == max(values)
            assert is_admissible(party, best.point)
            assert sum(dot(row, best.point[i]) for i, row in factors.items()) == best.value
            priced = {
                i: [
                    f
                    + sum(
                        (p * cut.get(i, zeros)[n] for p, cut in zip(best.prices, worths.cuts, strict=True)),
                        Fraction(0),
                    )
                    for n, f in enumerate(row)
                ]
                for i, row in factors.items()
                for zeros in [[0] * len(row)]
            }
            relaxed = sum(max(dot(row, corner) for corner in worths.corners[i]) for i, row in priced.items())
            assert relaxed == best.value
