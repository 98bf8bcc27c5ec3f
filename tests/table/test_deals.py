from typing import NoReturn

import pytest
from hypothesis import given, settings
from tests.table.conftest import Oracle, negotiations
from tests.table.small import additive, undominated

from sulh.table import deals as module
from sulh.table.deals import deals
from sulh.table.diagram import TooLargeError
from sulh.table.negotiation import Negotiation


@settings(max_examples=25)
@given(negotiations())
def test_the_answer_is_what_enumeration_finds(negotiation: Negotiation) -> None:
    oracle = Oracle(negotiation)
    found = [
        (oracle.utilities(package), dict(package.options))
        for package in oracle.packages()
        if oracle.acceptable(package)
    ]
    answer = deals(negotiation)
    expected = undominated(found)
    assert answer.acceptable == len(found)
    assert answer.packages == len(list(oracle.packages()))
    assert [(point.utilities, point.packages, dict(point.example)) for point in answer.points or ()] == [
        (vector, len(packages), packages[0]) for vector, packages in expected
    ]
    assert answer.frontier_size == len(expected)
    assert set(answer.named_solutions) == (
        {"nash", "kalai_smorodinsky", "egalitarian", "utilitarian"} if found else set()
    )
    assert (answer.blocked is None) == bool(found)


@settings(max_examples=15)
@given(negotiations())
def test_a_cover_of_many_points_is_the_frontier(negotiation: Negotiation) -> None:
    exact, covered = deals(negotiation), deals(negotiation, points=1000)
    assert covered.frontier is None
    assert list(covered.points or ()) == list(exact.frontier or ())
    assert covered.frontier_size == exact.frontier_size


def test_a_cover_of_few_points_does_not_know_the_size_of_the_frontier() -> None:
    answer = deals(additive(1, parties=3, issues=4, options=3), points=2)
    assert len(answer.points or ()) <= 2
    assert (answer.frontier_size, answer.abandoned, answer.blocked) == (None, None, None)
    assert repr(answer.cover).startswith("Cover of ")


def test_what_is_too_large_is_abandoned_with_the_reason() -> None:
    table = additive(1, parties=4, issues=8, options=4)
    answer = deals(table, most=100)
    assert answer.points is None
    assert answer.frontier_size is None
    assert answer.abandoned
    assert answer.blocked is None
    some = deals(table, points=20, most=100)
    assert some.abandoned
    assert len(some.points or ()) <= 20


def test_a_cover_that_is_abandoned_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def too_large(*_: object) -> NoReturn:
        message = "no grid"
        raise TooLargeError(message)

    monkeypatch.setattr(module, "cover", too_large)
    answer = deals(additive(1, parties=2, issues=2, options=2), points=2)
    assert (answer.points, answer.abandoned, answer.blocked) == (None, "no grid", None)
    assert answer.solutions
