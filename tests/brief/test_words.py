from datetime import date
from typing import get_args

import pytest

from sulh.brief.words import words
from sulh.case.actor import AdherenceState
from sulh.case.process import InstrumentKind
from sulh.case.statement import Aspect, Form, Modality, Role, Status, WithinKind
from sulh.case.when import Validity, When


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_word_of_the_vocabulary_has_its_own_wording(language: str) -> None:
    w = words(language)
    for vocabulary, named in (
        (Role, w.roles), (Modality, w.modalities), (Status, w.statuses), (Form, w.forms),
        (Aspect, w.aspects), (AdherenceState, w.adherence), (WithinKind, w.within),
        (WithinKind, w.unlisted), (InstrumentKind, w.instruments),
    ):  # fmt: skip
        assert tuple(named) == get_args(vocabulary)
        assert len(set(named.values())) == len(named)


@pytest.mark.parametrize(
    ("first", "last", "english", "arabic"),
    [
        ("2016-12-27", "2016-12-27", "27 December 2016", "27 كانون الأول/ديسمبر 2016"),
        ("2017-02-01", "2017-02-28", "February 2017", "شباط/فبراير 2017"),
        ("2017-01-01", "2017-12-31", "2017", "2017"),
        ("2017-01-01", "2017-01-20", "between 1 January 2017 and 20 January 2017",
         "بين 1 كانون الثاني/يناير 2017 و20 كانون الثاني/يناير 2017"),
        ("2017-01-01", "2017-02-28", "between 1 January 2017 and 28 February 2017",
         "بين 1 كانون الثاني/يناير 2017 و28 شباط/فبراير 2017"),
    ],
)  # fmt: skip
def test_a_date_is_worded_as_precisely_as_it_is_known(
    first: str, last: str, english: str, arabic: str
) -> None:
    when = When(date.fromisoformat(first), date.fromisoformat(last))
    assert words("en").when(when) == english
    assert words("ar").when(when) == arabic


@pytest.mark.parametrize(
    ("first", "last", "english", "arabic"),
    [
        ("2017-01-23", "2017-01-24", "23–24 January 2017", "23–24 كانون الثاني/يناير 2017"),
        ("2017-01-23", "2017-01-23", "23 January 2017", "23 كانون الثاني/يناير 2017"),
        ("2017-02-01", "2017-02-28", "February 2017", "شباط/فبراير 2017"),
        ("2017-01-31", "2017-02-02", "31 January 2017 – 2 February 2017",
         "31 كانون الثاني/يناير 2017 – 2 شباط/فبراير 2017"),
    ],
)  # fmt: skip
def test_the_days_of_a_meeting_are_all_of_them(first: str, last: str, english: str, arabic: str) -> None:
    when = When(date.fromisoformat(first), date.fromisoformat(last))
    assert words("en").days(when) == english
    assert words("ar").days(when) == arabic


def test_an_open_end_is_left_out() -> None:
    day = When.on(date(2017, 1, 2))
    w = words("en")
    assert w.validity(Validity()) == ""
    assert w.validity(Validity(day)) == "from 2 January 2017"
    assert w.validity(Validity(None, day)) == "until 2 January 2017"
    assert w.validity(Validity(day, day)) == "from 2 January 2017 until 2 January 2017"
