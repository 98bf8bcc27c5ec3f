from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.table.conftest import negotiations
from tests.table.small import acceptable, additive, negotiation, undominated, vector

from sulh.case.agreement import Choice, Issue, Option
from sulh.table.diagram import TooLargeError
from sulh.table.frontier import Point, frontier
from sulh.table.negotiation import Constraint, Interaction, Negotiation, Party, Preference

ISSUES = (
    Issue("scope", (Option("all"), Option("part"))),
    Issue("monitor", (Option("un"), Option("none"))),
)


def party(name: str, scope: tuple[int, int], monitor: tuple[int, int]) -> Party:
    rows = (("scope", tuple(map(Fraction, scope))), ("monitor", tuple(map(Fraction, monitor))))
    return Party(name, Preference(rows))


TWO = Negotiation((party("a", (3, 0), (1, 1)), party("b", (0, 3), (1, 1))), ISSUES)


def check(table: Negotiation) -> None:
    points = frontier(table)
    expected = undominated(acceptable(table))
    assert [point.utilities for point in points] == [vector for vector, _ in expected]
    assert [point.packages for point in points] == [len(packages) for _, packages in expected]
    assert [point.example for point in points] == [packages[0] for _, packages in expected]
    assert [list(points.all_packages(point)) for point in points] == [packages for _, packages in expected]


def test_equal_utilities_are_one_point_with_all_its_packages() -> None:
    points = frontier(TWO)
    assert [(point.utilities, point.packages) for point in points] == [(vector(4, 1), 2), (vector(1, 4), 2)]
    assert points[0].example == {"scope": "all", "monitor": "un"}
    assert list(points.all_packages(points[1])) == [
        {"scope": "part", "monitor": "un"},
        {"scope": "part", "monitor": "none"},
    ]


@pytest.mark.parametrize("first", range(0, 600, 50))
def test_it_agrees_with_enumeration(first: int) -> None:
    for seed in range(first, first + 50):
        check(negotiation(seed))


@pytest.mark.slow
def test_it_agrees_with_enumeration_thousands_of_times() -> None:
    for seed in range(1_000, 6_000):
        check(negotiation(seed))


@given(negotiations())
@settings(max_examples=50)
def test_it_agrees_with_enumeration_of_any_negotiation(table: Negotiation) -> None:
    check(table)


@given(st.integers(0, 400), st.integers(1, 10**20))
def test_scale_changes_nothing_but_the_figures(seed: int, factor: int) -> None:
    table = negotiation(seed)

    def scaled(party: Party) -> Party:
        wants = party.preference
        return Party(
            party.id,
            Preference(
                tuple((issue, tuple(value * factor for value in row)) for issue, row in wants.values),
                tuple(Interaction(extra.when, extra.adds * factor) for extra in wants.interactions),
                wants.red_lines,
                wants.reservation * factor,
            ),
        )

    larger = frontier(replace(table, parties=tuple(map(scaled, table.parties))))
    assert [(tuple(value / factor for value in p.utilities), p.packages, p.example) for p in larger] == [
        tuple(point) for point in frontier(table)
    ]


def test_counts_and_sums_may_be_wider_than_64_bits() -> None:
    options = tuple(Option(f"o{number}") for number in range(10))
    issues = tuple(Issue(f"i{number}", options) for number in range(25))
    row = (Fraction(10**30),) * 9 + (Fraction(0),)
    wants = Preference(tuple((issue.id, row) for issue in issues))
    points = frontier(Negotiation((Party("a", wants), Party("b", Preference())), issues))
    assert [(point.utilities, point.packages) for point in points] == [(vector(25 * 10**30, 0), 9**25)]
    packages = points.all_packages(points[0])
    assert next(packages) == {issue.id: "o0" for issue in issues}
    assert next(packages) == {issue.id: "o1" if issue.id == "i24" else "o0" for issue in issues}


def test_points_can_be_sliced_and_counted_from_the_end() -> None:
    points = frontier(TWO)
    assert points[-1] == points[1]
    assert points[:1] == [points[0]]
    with pytest.raises(IndexError, match="has 2 points, there is none at 2"):
        points[2]


def test_nothing_acceptable_leaves_an_empty_frontier() -> None:
    everything = Constraint((Choice((("scope", "all"),)), Choice((("scope", "part"),))))
    points = frontier(replace(TWO, constraints=(everything,)))
    assert len(points) == 0
    assert "0 points" in repr(points)
    with pytest.raises(IndexError, match="0 points"):
        points[0]
    with pytest.raises(ValueError, match="not on this frontier"):
        next(points.all_packages(Point((Fraction(1), Fraction(1)), 1, {})))


def test_a_vector_between_the_points_has_no_packages() -> None:
    with pytest.raises(ValueError, match="not on this frontier"):
        next(frontier(TWO).all_packages(Point((Fraction(7, 2), Fraction(1)), 1, {})))


def test_it_shows_the_first_points_as_a_table() -> None:
    table = additive(1, 3, 8, 4)
    table = replace(table, parties=(replace(table.parties[0], id="<b>"), *table.parties[1:]))
    points = frontier(table)
    more = f"… and {len(points) - 20} more"
    assert repr(points).splitlines()[0] == f"Frontier: {len(points)} points"
    assert repr(points).splitlines()[-1] == more
    html = points._repr_html_()
    assert html.count("<tr>") == 21
    assert "&lt;b&gt;" in html
    assert more in html


def test_too_many_partial_sums_are_refused_with_the_reason() -> None:
    with pytest.raises(TooLargeError, match="more than 50 partial sums"):
        frontier(additive(2, 4, 8, 4), most=50)
