from fractions import Fraction
from pathlib import Path

import pytest
from tests.brief.talks import BLOCKED, OPEN, negotiation
from tests.table.small import vector

from sulh.brief import agreeable
from sulh.brief.agreeable import Agreeable, Unanswered, answer, labelled
from sulh.brief.assumed import NOTHING, Assumed
from sulh.table import load
from sulh.table.diagram import TooLargeError

RIVERS = load(Path(__file__).parents[2] / "examples" / "two-rivers")
LETTERS = ("A", "B", "C", "D")


def answered(text: str = OPEN) -> Agreeable:
    found = answer(negotiation(text), NOTHING)
    assert isinstance(found, Agreeable)
    return found


def test_gains_are_shares_of_the_ideal_gain() -> None:
    found = answered()
    assert found.reservations == vector(2, 1)
    assert found.ideals == vector(10, 6)
    assert found.share(0, Fraction(6)) == Fraction(1, 2)
    assert found.share(1, Fraction(3)) == Fraction(2, 5)


def test_a_party_that_can_gain_nothing_has_no_share() -> None:
    found = answered(OPEN.replace("reservation = 2", "reservation = 10"))
    assert found.ideals == vector(10, 3)
    assert found.share(0, Fraction(10)) is None


def test_packages_that_several_solutions_choose_stand_once() -> None:
    columns = answered().solutions(LETTERS)
    assert [(column.label, column.point.utilities, column.names) for column in columns] == [
        ("A", vector(6, 6), ("nash", "kalai_smorodinsky", "egalitarian")),
        ("B", vector(10, 3), ("utilitarian",)),
    ]


def test_points_of_several_tables_share_their_labels() -> None:
    found = answered()
    columns = (*found.solutions(LETTERS), *found.numbered())
    assert [(point.utilities, label, len(shapes)) for point, label, shapes in labelled(columns)] == [
        (vector(6, 6), "A · 2", 3),
        (vector(10, 3), "B · 1", 1),
    ]


def test_a_large_frontier_is_thinned_and_the_thinning_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agreeable, "DRAWN", 10)
    found = answer(RIVERS, Assumed(frame=True), (2, 3))
    assert isinstance(found, Agreeable)
    points = found.deals.frontier
    assert points is not None
    assert len(points) > 10
    assert (found.axes, found.assumed.frame) == ((2, 3), True)
    for cover, most in ((found.few, agreeable.FEW), (found.drawn, 10)):
        assert 0 < len(cover.points) <= most
        assert 0 < cover.epsilon < 1
        for point in points:
            assert any(
                all(
                    member.utilities[party] >= worth - cover.epsilon * (ideal - reservation)
                    for party, (worth, ideal, reservation) in enumerate(
                        zip(point.utilities, found.ideals or (), found.reservations, strict=True)
                    )
                )
                for member in cover.points
            )


def test_a_blocked_negotiation_has_no_points() -> None:
    found = answered(BLOCKED)
    assert found.deals.blocked
    assert (found.ideals, found.few.points, found.solutions(LETTERS)) == (None, (), ())


def test_one_party_has_no_plane() -> None:
    alone = OPEN.replace('[[party]]\nid = "upland"\nreservation = 1\nassumed = true\n', "")
    assert answered(alone[: alone.index("[preference.upland]")]).axes is None


def test_too_large_is_said_and_an_abandoned_frontier_has_what_can_be_had(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def too_large(*_: object) -> None:
        raise TooLargeError

    monkeypatch.setattr("sulh.table.deals.frontier", too_large)
    found = answered()
    assert found.deals.frontier is None
    assert found.ideals is None
    assert [point.utilities for point in found.few.points] == [vector(10, 3), vector(6, 6)]
    monkeypatch.setattr(agreeable, "cover", too_large)
    assert answered().few.points == ()
    monkeypatch.setattr(agreeable, "deals", too_large)
    assert answer(negotiation(), NOTHING) == Unanswered("too large")
