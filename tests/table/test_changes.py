from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from tests.table.conftest import Oracle, negotiations

from sulh.case.agreement import Choice, Issue, Option
from sulh.table.changes import changes
from sulh.table.deals import deals
from sulh.table.negotiation import Constraint, Interaction, Negotiation, Party, Preference

SCOPE = Issue("scope", tuple(map(Option, "abc")))


def party(name: str, *worths: int) -> Party:
    return Party(name, Preference((("scope", tuple(map(Fraction, worths))),)))


TABLE = Negotiation((party("one", 3, 2, 2), party("two", 1, 2, 2)), (SCOPE,))


def by(**worths: int) -> dict[str, Fraction]:
    return {party: Fraction(worth) for party, worth in worths.items()}


def option(point_option: str) -> Choice:
    return Choice((("scope", point_option),))


@settings(max_examples=15)
@given(negotiations())
def test_nothing_changes_against_itself(negotiation: Negotiation) -> None:
    answer = deals(negotiation)
    found = changes(answer, answer, (), None)
    assert (found.new, found.gone) == ((), ())
    assert all(before == after for before, after in found.solutions().values())


@settings(max_examples=20)
@given(negotiations())
def test_higher_reservation_values_bring_nothing_new(negotiation: Negotiation) -> None:
    """What is left of a frontier above higher floors is undominated still."""
    raised = replace(
        negotiation,
        parties=tuple(
            replace(each, preference=replace(each.preference, reservation=each.preference.reservation + 1))
            for each in negotiation.parties
        ),
    )
    before, after = deals(negotiation), deals(raised)
    found = changes(before, after, (), None)
    assert before.frontier is not None
    floors = [each.reservation for each in raised.parties]
    expected = [
        point
        for point in before.frontier
        if any(worth < floor for worth, floor in zip(point.utilities, floors, strict=True))
    ]
    assert found.new == ()
    assert list(found.gone or ()) == expected


def test_a_point_stays_while_one_of_its_packages_does() -> None:
    closed = replace(TABLE, constraints=(Constraint((option("b"),)),))
    assert Oracle(closed).broken(option("b"))
    found = changes(deals(TABLE), deals(closed), (), None)
    assert (found.new, found.gone) == ((), ())


def test_a_package_that_is_worth_something_else_is_the_same_point() -> None:
    one, two = TABLE.parties
    richer = replace(
        one, preference=replace(one.preference, interactions=(Interaction(option("a"), Fraction(5)),))
    )
    found = changes(deals(TABLE), deals(replace(TABLE, parties=(richer, two))), (), None)
    assert (found.new, found.gone) == ((), ())
    assert found.solutions()["utilitarian"] == (by(one=3, two=1), by(one=8, two=1))


def test_without_a_party_points_come_and_go() -> None:
    found = changes(deals(TABLE), deals(replace(TABLE, parties=TABLE.parties[:1])), (), "two")
    assert found.new == ()
    assert [point.example["scope"] for point in found.gone or ()] == ["b"]
    assert found.solutions()["nash"] == (by(one=2, two=2), by(one=3))


def test_options_that_one_side_does_not_know_do_not_match() -> None:
    renamed = replace(TABLE, issues=(Issue("scope", tuple(map(Option, "xyz"))),))
    found = changes(deals(TABLE), deals(renamed), (), None)
    assert (len(found.new or ()), len(found.gone or ())) == (2, 2)


def test_without_both_frontiers_nothing_is_compared() -> None:
    answer = deals(TABLE)
    assert changes(answer, replace(answer, frontier=None), (), None).new is None
    assert changes(replace(answer, frontier=None), answer, (), None).gone is None


def test_a_side_without_agreement_has_no_solutions() -> None:
    none = deals(replace(TABLE, constraints=(Constraint((Choice(()),)),)))
    assert changes(deals(TABLE), none, (), None).solutions()["nash"] == (by(one=2, two=2), by())
