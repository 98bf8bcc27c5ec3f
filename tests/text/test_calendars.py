from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.text.calendars import (
    Interval,
    Unit,
    about,
    away,
    gregorian,
    hijri,
    later,
    occurrence,
    on,
    period,
    portion,
    weekday,
)

DAY = date(2016, 12, 27)
UNITS: tuple[Unit, ...] = ("day", "week", "month", "year")


def test_hijri_days_are_those_of_umm_al_qura() -> None:
    assert hijri(1438, 3, 5) == on(date(2016, 12, 4))
    assert hijri(1438) == Interval(date(2016, 10, 2), date(2017, 9, 20))
    assert hijri(1343, 1, 1) == on(date(1924, 8, 1))
    assert hijri(1500, 12, 30) == on(date(2077, 11, 16))


@pytest.mark.parametrize("day", [(1342, 1, 1), (1501, 1, 1), (1438, 13, 1), (1438, 1, 31)])
def test_hijri_days_that_are_not_there(day: tuple[int, int, int]) -> None:
    assert hijri(*day) is None


@given(st.integers(1343, 1500), st.integers(1, 12))
def test_hijri_months_follow_one_another(year: int, month: int) -> None:
    days = hijri(year, month)
    assert days
    assert hijri(year, month, 1) == on(days.first)
    after = hijri(year + month // 12, month % 12 + 1)
    assert not after or (after.first - days.last).days == 1


def test_gregorian_days_that_are_not_there() -> None:
    assert gregorian(2016, 2, 30) is gregorian(0) is gregorian(2016, 13) is None


def test_occurrence_is_the_nearest_or_the_one_asked_for() -> None:
    assert occurrence("gregorian", 1, 23, DAY) == on(date(2017, 1, 23))
    assert occurrence("gregorian", 1, 23, DAY, -1) == on(date(2016, 1, 23))
    assert occurrence("gregorian", 12, 27, DAY, 1) == on(date(2017, 12, 27))
    assert occurrence("gregorian", 1, None, DAY, 0) == gregorian(2016, 1)
    assert occurrence("gregorian", 2, 29, date(1898, 1, 1)) == on(date(1896, 2, 29))
    assert occurrence("gregorian", 2, 30, DAY) is None
    assert occurrence("hijri", 9, 1, DAY) == on(date(2017, 5, 27))


def test_periods() -> None:
    assert period("week", DAY, 0) == Interval(date(2016, 12, 26), date(2017, 1, 1))
    assert period("month", DAY, 1) == gregorian(2017, 1)
    assert period("day", DAY, -1) == on(date(2016, 12, 26))
    assert period("year", DAY, -20_000) is None


@given(st.dates(), st.sampled_from(UNITS), st.integers(-200_000, 200_000))
def test_counting_days_never_fails(day: date, unit: Unit, count: int) -> None:
    target, near, days = away(unit, day, count), about(unit, day, count), period(unit, day, count)
    assert not near or (target and near.first <= target <= near.last)
    assert not days or days.first <= days.last
    assert count or (target == day and days and days.distance(day) == 0)


def test_months_end_on_the_last_day_there_is() -> None:
    assert away("month", date(2017, 1, 31), 1) == date(2017, 2, 28)
    assert away("year", date(2016, 2, 29), -1) == date(2015, 2, 28)


def test_nothing_lies_beyond_the_calendar() -> None:
    assert later(date.max, 1) is None
    assert away("year", DAY, 10_000) is None
    assert period("week", date.max, 0) is period("day", date.max, 1) is about("week", date.max, 0) is None


@given(st.dates(), st.sampled_from(("week", "month", "year")), st.integers(2, 4))
def test_portions_make_up_the_whole(day: date, unit: Unit, of: int) -> None:
    whole = period(unit, day, 0)
    if whole:
        parts = [portion(whole, number, of) for number in range(1, of + 1)]
        assert sum((part.last - part.first).days + 1 for part in parts) == (whole.last - whole.first).days + 1
        assert (parts[0].first, parts[-1].last) == whole


@given(st.dates(date(2, 1, 1), date(9998, 1, 1)), st.integers(0, 6))
def test_weekdays_are_those_named(day: date, number: int) -> None:
    before, latest, nearest, first, after = (weekday(number, day, direction) for direction in range(-2, 3))
    assert before
    assert latest
    assert nearest
    assert first
    assert after
    assert {one.weekday() for one in (before, latest, nearest, first, after)} == {number}
    assert before < day < after
    assert latest <= day <= first
    assert abs((nearest - day).days) <= 3
