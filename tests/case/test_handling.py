from itertools import product

import pytest

from sulh.case.handling import MEDIATOR, PROCESS, PUBLIC, Handling, strictest

UPLAND, LOWLAND = Handling("party:upland"), Handling("party:lowland")
MARKS = [PUBLIC, PROCESS, UPLAND, LOWLAND, MEDIATOR]


@pytest.mark.parametrize("word", ["", "Public", "party:", "party:a:b", "party:a b", "secret", "public\n"])
def test_other_words_are_refused(word: str) -> None:
    with pytest.raises(ValueError, match="is no handling; use public, process, party:ID or mediator"):
        Handling(word)


def test_the_order() -> None:
    visible = {(str(mark), str(to)) for mark, to in product(MARKS, MARKS) if mark.visible_to(to)}
    hidden = {(str(mark), str(to)) for mark, to in product(MARKS, MARKS)} - visible
    assert hidden == {
        ("process", "public"),
        ("party:upland", "public"),
        ("party:upland", "process"),
        ("party:upland", "party:lowland"),
        ("party:lowland", "public"),
        ("party:lowland", "process"),
        ("party:lowland", "party:upland"),
        ("mediator", "public"),
        ("mediator", "process"),
        ("mediator", "party:upland"),
        ("mediator", "party:lowland"),
    }


def test_join_is_the_least_upper_bound() -> None:
    for one, other in product(MARKS, MARKS):
        join = one.join(other)
        assert join == other.join(one)
        for audience in MARKS:
            both = one.visible_to(audience) and other.visible_to(audience)
            assert join.visible_to(audience) == both


def test_strictest() -> None:
    assert strictest([]) == PUBLIC
    assert strictest([PUBLIC, UPLAND, PROCESS]) == UPLAND
    assert strictest([UPLAND, LOWLAND]) == MEDIATOR


def test_the_party_of_a_mark() -> None:
    assert [mark.party for mark in MARKS] == [None, None, "upland", "lowland", None]
