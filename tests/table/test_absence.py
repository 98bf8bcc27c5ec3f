from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from tests.table.conftest import Oracle, negotiations

from sulh.table import absence as module
from sulh.table.absence import absence, without
from sulh.table.deals import Deals, deals
from sulh.table.negotiation import Negotiation
from sulh.table.partial import Interval


def others_of(negotiation: Negotiation, party: str) -> tuple[Deals, Deals]:
    return deals(negotiation), deals(without(negotiation, party))


@settings(max_examples=20)
@given(negotiations(most_parties=3))
def test_what_is_lost_or_gained_is_what_enumeration_finds(negotiation: Negotiation) -> None:
    assume(len(negotiation.parties) > 1)
    absent = negotiation.parties[0]
    full, rest = others_of(negotiation, absent.id)
    found = absence(full, absent.id, rest)
    oracle, others = Oracle(negotiation), Oracle(rest.negotiation)
    packages = [package for package in others.packages() if others.acceptable(package)]
    for name, point in rest.named_solutions.items():
        at = [package for package in packages if others.utilities(package) == point.utilities]
        worths = [oracle.utility(absent, package) for package in at]
        fate = found.solutions[name]
        assert fate.utility == Interval(min(worths), max(worths))
        assert (fate.packages, fate.accepted) == (len(at), sum(map(oracle.acceptable, at)))
        present = full.named_solutions.get(name)
        assert fate.present == (present.utilities[0] if present else None)
    assert found.reservation == absent.reservation
    assert rest.frontier is not None
    vectors = {point.utilities for point in rest.frontier}
    worths = [oracle.utility(absent, package) for package in packages if others.utilities(package) in vectors]
    assert found.frontier == (Interval(min(worths), max(worths)) if worths else None)


@settings(max_examples=10)
@given(negotiations(most_parties=2))
def test_a_range_that_is_too_large_is_left_out(negotiation: Negotiation) -> None:
    assume(len(negotiation.parties) == 2)
    full, rest = others_of(negotiation, "p1")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "MOST", 0)
        assert absence(full, "p1", rest).frontier is None
    assert absence(full, "p1", replace(rest, frontier=None)).frontier is None


@settings(max_examples=10)
@given(negotiations(most_parties=1))
def test_a_table_needs_a_party_that_is_there_and_another(negotiation: Negotiation) -> None:
    with pytest.raises(ValueError, match="'p0' is the only party"):
        without(negotiation, "p0")
    with pytest.raises(ValueError, match="no party 'p9'; the parties are p0"):
        without(negotiation, "p9")
