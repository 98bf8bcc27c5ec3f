from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.accord.moment import UNITS, After, Duration, Moment, duration, moment, time_in
from sulh.case.when import When

EAST = timezone(timedelta(hours=2))
NOON = datetime(2031, 1, 31, 12, tzinfo=EAST)
MOMENTS = st.integers(0, 40_000).map(lambda hours: NOON + timedelta(hours=hours))


def test_a_month_ends_where_its_days_end() -> None:
    assert Duration(1, "months").after(NOON) == datetime(2031, 2, 28, 12, tzinfo=EAST)
    assert Duration(14, "months").after(NOON) == datetime(2032, 3, 31, 12, tzinfo=EAST)
    assert Duration(1, "years").after(datetime(2032, 2, 29, tzinfo=UTC)) == datetime(2033, 2, 28, tzinfo=UTC)
    assert Duration(2, "weeks").after(NOON) == NOON + timedelta(days=14)


@given(st.builds(Duration, st.integers(1, 999), st.sampled_from(UNITS)), MOMENTS)
def test_what_is_written_is_read(length: Duration, start: datetime) -> None:
    assert duration(str(length)) == length
    assert length.after(start) > start


@pytest.mark.parametrize("words", ["10", "0 days", "ten days", "1000 days", "10 daies", ""])
def test_what_is_no_length(words: str) -> None:
    assert duration(words) is None


def test_a_day_anywhere_on_earth_and_in_one_offset() -> None:
    anywhere = Moment.on(When.on(date(2031, 5, 1)), None)
    here = Moment.on(When.on(date(2031, 5, 1)), EAST)
    assert anywhere.first == datetime(2031, 4, 30, 10, tzinfo=UTC)
    assert anywhere.last == datetime(2031, 5, 2, 12, tzinfo=UTC) - timedelta(microseconds=1)
    assert anywhere.first < here.first < here.last < anywhere.last


def test_before_after_and_cannot_tell() -> None:
    day = Moment.on(When.on(date(2031, 5, 1)), UTC)
    assert day.by(datetime(2031, 4, 30, tzinfo=UTC)) is False
    assert day.by(datetime(2031, 5, 1, 12, tzinfo=UTC)) is None
    assert day.by(datetime(2031, 5, 2, tzinfo=UTC)) is True


def test_the_morning_after() -> None:
    day = Moment.on(When.on(date(2031, 5, 1)), EAST)
    assert day.morning_after(1, time(0), EAST) == Moment.at(datetime(2031, 5, 2, tzinfo=EAST))


def test_in_words() -> None:
    assert str(Moment.on(When.on(date(2031, 5, 1)), None)) == "2031-05-01"
    assert str(Moment.at(NOON)) == "2031-01-31T12:00:00+02:00"
    assert str(Moment(NOON, NOON + timedelta(hours=1))).count("/") == 1
    assert str(After("signature", Duration(1, "days"))) == "1 day of signature"
    assert str(After("signature")) == "signature"


def test_an_interval_has_a_zone_and_an_order() -> None:
    with pytest.raises(ValueError, match="no interval"):
        Moment(NOON, NOON - timedelta(hours=1))
    with pytest.raises(ValueError, match="no interval"):
        Moment(datetime(2031, 1, 1), datetime(2031, 1, 2))  # noqa: DTZ001 - the fault


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (datetime(2031, 5, 1, 9), "2031-05-01T09:00:00+02:00"),  # noqa: DTZ001 - a local time of TOML
        ("2031-05-01T09:00:00Z", "2031-05-01T09:00:00+00:00"),
        (date(2031, 5, 1), "2031-05-01"),
        ("2031-05", "2031-05-01/2031-05-31"),
    ],
)
def test_times_of_a_file(value: object, found: str) -> None:
    assert str(moment(value, EAST)) == found


@pytest.mark.parametrize("value", [datetime(2031, 5, 1), 7, "soon", "0999-01-01", "9000-01-01"])  # noqa: DTZ001 - the fault
def test_what_is_no_time(value: object) -> None:
    with pytest.raises(ValueError, match=r"write|no date"):
        moment(value, None)


def test_times_in_a_text() -> None:
    assert time_in("10 days", None) == Duration(10, "days")
    assert time_in("10 days of signature", None) == After("signature", Duration(10, "days"))
    assert time_in("2 weeks after ceasefire-1", None) == After("ceasefire-1", Duration(2, "weeks"))
    assert time_in("2031-05-01", EAST) == Moment.on(When.on(date(2031, 5, 1)), EAST)
    assert time_in("promptly", None) is None
    assert time_in("promptly after signature", None) is None
