from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.case.folder.dates import plain, when
from sulh.case.when import When


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2032-02", date(2032, 2, 1), date(2032, 2, 29)),
        ("2031", date(2031, 1, 1), date(2031, 12, 31)),
        ("2031-02-03", date(2031, 2, 3), date(2031, 2, 3)),
        ("2031-02-03/2031-04", date(2031, 2, 3), date(2031, 4, 30)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
    ],
)
def test_forms(text: str, first: date, last: date) -> None:
    assert when(text) == When(first, last)


@pytest.mark.parametrize(
    "text", ["", "2031-2", "٢٠٣١", "2031-13", "2031-02-30", "0000", "2031-05/2031-04", "2031/", "2031-01-01 "]
)
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a date|no date|ends before"):
        when(text)


@given(st.tuples(st.dates(), st.dates()))
def test_there_and_back(pair: tuple[date, date]) -> None:
    time = When(min(pair), max(pair))
    assert when(plain(time)) == time


def test_the_shortest_form() -> None:
    assert [plain(when(text)) for text in ("2031", "2031-05", "2031-05-02/2031-05-31")] == [
        "2031",
        "2031-05",
        "2031-05-02/2031-05-31",
    ]
    assert plain(when("2031-05-02")) == date(2031, 5, 2)
