from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.case.when import ALWAYS, Validity, When

MAY = When(date(2031, 5, 1), date(2031, 5, 31))
days = st.dates(date(2031, 1, 1), date(2031, 3, 1))
whens = st.tuples(days, days).map(lambda pair: When(min(pair), max(pair)))


def test_an_interval_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="2031-05-02/2031-05-01 ends before it begins"):
        When(date(2031, 5, 2), date(2031, 5, 1))


def test_as_text() -> None:
    assert str(MAY) == "2031-05-01/2031-05-31"
    assert str(When.on(date(2031, 5, 1))) == "2031-05-01"
    assert (When.on(date(2031, 5, 1)).is_day, MAY.is_day) == (True, False)


def test_imprecise_ends_are_certain_only_inside() -> None:
    validity = Validity(MAY, When.on(date(2031, 7, 1)))
    expected = {
        date(2031, 4, 30): (False, False),
        date(2031, 5, 1): (False, True),
        date(2031, 5, 31): (True, True),
        date(2031, 7, 1): (True, True),
        date(2031, 7, 2): (False, False),
    }
    assert {
        day: (validity.certainly_covers(day), validity.possibly_covers(day)) for day in expected
    } == expected


@given(st.none() | whens, st.none() | whens, days)
def test_certain_is_what_holds_whatever_the_ends_turn_out_to_be(
    begins: When | None, ends: When | None, day: date
) -> None:
    validity = Validity(begins, ends)
    first = [day - timedelta(1)] if begins is None else [begins.first, begins.last]
    last = [day + timedelta(1)] if ends is None else [ends.first, ends.last]
    outcomes = [low <= day <= high for low in first for high in last]
    assert validity.certainly_covers(day) == all(outcomes)
    assert validity.possibly_covers(day) == any(outcomes)


def test_open_ends_hold_always() -> None:
    assert ALWAYS.certainly_covers(date.min)
    assert ALWAYS.certainly_covers(date.max)
