from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from tests.table.conftest import Oracle, negotiations
from tests.table.small import undominated

from sulh.case.agreement import Choice, Issue, Option
from sulh.table.deals import deals
from sulh.table.inside import absent, inside
from sulh.table.negotiation import Member, Negotiation, Party, Preference

SCOPE = Issue("scope", (Option("all"), Option("part"), Option("none")))


def party(name: str, worths: tuple[int, int, int], *members: Member) -> Party:
    return Party(name, Preference((("scope", tuple(map(Fraction, worths))),)), members)


ALL = Choice((("scope", "all"),))
NORTH = Member("north", (ALL,))
SOUTH = Member("south", reservation=Fraction(2))
TABLE = Negotiation((party("a", (3, 2, 1), NORTH, SOUTH), party("b", (1, 2, 3))), (SCOPE,))


def test_each_member_with_what_it_rules_out() -> None:
    north, south = inside(deals(TABLE)) or ()
    assert (north.party, north.member, north.blocks) == ("a", "north", True)
    assert north.without
    assert north.without.solutions
    assert (north.without.acceptable, north.without.frontier_size) == (2, 2)
    assert north.without.solutions.utilitarian.example == {"scope": "all"}
    assert south.without
    assert (south.without.acceptable, south.without.frontier_size) == (2, 2)


def test_a_member_that_refuses_what_others_refuse_rules_out_nothing_alone() -> None:
    twins = replace(TABLE, parties=(party("a", (3, 2, 1), NORTH), party("b", (1, 2, 3), NORTH)))
    assert [member.blocks for member in inside(deals(twins)) or ()] == [False, False]


@settings(max_examples=20)
@given(negotiations(most_parties=3))
def test_without_a_member_there_is_what_enumeration_finds(negotiation: Negotiation) -> None:
    found = inside(deals(negotiation))
    assert found is not None
    oracle = Oracle(negotiation)
    count = len([package for package in oracle.packages() if oracle.acceptable(package)])
    for each in found:
        other = Oracle(absent(negotiation, each.party, each.member))
        vectors = [
            (other.utilities(package), dict(package.options))
            for package in other.packages()
            if other.acceptable(package)
        ]
        assert each.blocks == (len(vectors) > count)
        if each.without:
            assert (each.without.acceptable, each.without.frontier_size) == (
                len(vectors),
                len(undominated(vectors)),
            )


def test_what_is_too_large_is_left_out() -> None:
    answer = deals(TABLE)
    assert inside(replace(answer, abandoned="too large")) is None
    assert inside(replace(answer, acceptable=None)) is None
    assert inside(replace(deals(Negotiation((party("a", (1, 1, 1)),), (SCOPE,))), acceptable=None)) == ()
