from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.table.conftest import Oracle, negotiations

from sulh.table.feasible import ConstraintAt, RedLine, Reservation, demands, meeting, utility
from sulh.table.negotiation import Negotiation


@settings(max_examples=60)
@given(negotiations(), st.data())
def test_a_package_meets_what_is_demanded_wherever_one_does(
    negotiation: Negotiation, data: st.DataObject
) -> None:
    some = {demand for demand in demands(negotiation) if data.draw(st.booleans())}
    oracle = Oracle(negotiation)
    holders = {(demand.party, demand.member) for demand in some if isinstance(demand, Reservation)}
    meet = [
        package
        for package in oracle.packages()
        if oracle.reserved(package, holders)
        and not some & {RedLine(*line) for line in oracle.crossed(package)}
        and not some & set(map(ConstraintAt, oracle.broken(package)))
    ]
    found = meeting(negotiation, some)
    assert (found in meet) if meet else (found is None)


@settings(max_examples=30)
@given(negotiations())
def test_utilities_are_sums_of_values_and_interactions(negotiation: Negotiation) -> None:
    oracle = Oracle(negotiation)
    for package in oracle.packages():
        worths = [utility(negotiation, party.preference, package) for party in negotiation.parties]
        assert tuple(worths) == oracle.utilities(package)
        assert all(isinstance(worth, Fraction) for worth in worths)
