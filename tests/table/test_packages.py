from hypothesis import given, settings
from tests.table.conftest import Oracle, negotiations

from sulh.table.diagram import diagrams
from sulh.table.elimination import eliminate, floors
from sulh.table.frontier import package_of, points_at
from sulh.table.negotiation import Negotiation
from sulh.table.packages import packages
from sulh.table.scaling import scale


@settings(max_examples=40)
@given(negotiations())
def test_every_package_of_a_point_is_listed_once_in_option_order(table: Negotiation) -> None:
    oracle, scaled = Oracle(table), scale(table)
    parts = diagrams(scaled)
    done = eliminate(scaled, parts, floors(scaled)) if parts is not None else None
    acceptable = [package for package in oracle.packages() if oracle.acceptable(package)]
    assert bool(done and len(done.result.sums)) == bool(acceptable)
    for row in range(len(done.result.sums) if done else 0):
        assert done is not None
        (point,) = points_at(table, scaled, done.result, [row])
        found = [package_of(table, scaled, number) for number in packages(done, scaled.strides(), row)]
        same = [dict(each.options) for each in acceptable if oracle.utilities(each) == point.utilities]
        assert found == same
        assert len(found) == point.packages
        assert found[0] == point.example
