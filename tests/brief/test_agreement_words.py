from datetime import UTC, datetime, timedelta, timezone

import pytest

from sulh.accord.agreement import Event
from sulh.accord.moment import After, Duration, Moment, Unit
from sulh.brief import Content
from sulh.brief.agreement_words import AgreementWords
from sulh.brief.page import flat
from sulh.case import Case, LocalText
from sulh.case.provenance import Provenance, Source

CASE = Case(title=LocalText((("en", "Two rivers"),)))
MORNING = datetime(2031, 5, 1, 9, 30, tzinfo=UTC)


def words(language: str = "en") -> AgreementWords:
    return AgreementWords(Content(CASE, (), (), language=language))


@pytest.mark.parametrize(
    ("offset", "label"),
    [
        (timedelta(), "1 May 2031, 09:30 UTC"),
        (timedelta(hours=3, minutes=30), "1 May 2031, 09:30 UTC+03:30"),
        (timedelta(hours=-4), "1 May 2031, 09:30 UTC−04:00"),
    ],
)
def test_an_instant_names_its_offset(offset: timedelta, label: str) -> None:
    assert flat((words().instant(MORNING.replace(tzinfo=timezone(offset))),)) == label


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        (None, None, "no date given"),
        (MORNING, MORNING, "1 May 2031, 09:30 UTC"),
        (MORNING, None, "1 May 2031, 09:30 UTC or later, or not at all"),
        (MORNING, MORNING + timedelta(hours=1), "between 1 May 2031, 09:30 UTC and 1 May 2031, 10:30 UTC"),
    ],
)
def test_times(first: datetime | None, last: datetime | None, label: str) -> None:
    assert flat(words().time(first, last)) == label


@pytest.mark.parametrize(
    ("count", "unit", "english", "arabic"),
    [
        (1, "hours", "1 hour", "ساعة واحدة"),
        (2, "weeks", "2 weeks", "أسبوعان"),
        (6, "months", "6 months", "6 أشهر"),
        (11, "days", "11 days", "11 يوماً"),
        (100, "years", "100 years", "100 سنة"),
    ],
)
def test_lengths(count: int, unit: Unit, english: str, arabic: str) -> None:
    assert words().length(Duration(count, unit)) == english
    assert words("ar").length(Duration(count, unit)) == arabic


def test_bounds() -> None:
    shown = words()
    assert flat((shown.bound("x", After("signature", Duration(1, "days"))),)) == "1 day after signature"
    assert flat((shown.bound("x", After("opening", Duration(1, "days"))),)) == "1 day after opening"
    assert flat((shown.bound("in the words", After("opening")),)) == "in the words"
    assert flat((shown.bound("x", Moment.at(MORNING)),)) == "1 May 2031, 09:30 UTC"
    assert flat((shown.bound("in the words", None),)) == "in the words"


def test_a_claim_with_all_that_it_may_have() -> None:
    claim = Event(
        "suspended",
        actor="Upland",
        parties=("Upland", "Lowland"),
        clause="fire",
        copy="a/b.md",
        by="Authority",
        asserted=False,
        title=LocalText((("en", "a loss"),)),
        provenance=Provenance((Source("statement", "news#s3"), Source("url", "https://news.example/1"))),
    )
    assert flat(words().dated(claim)) == (
        "no date given: denied by Authority: suspended · Upland · a loss · clause fire · copy b.md · "
        "for Upland, Lowland · news#s3 · news.example"
    )
    assert flat(words("ar").claim(claim)).startswith("نفيٌ من Authority: تعليق")
    assert flat(words().claim(Event("signed", asserted=False))) == "denied: signed"
    assert flat(words().claim(Event("resumed"))) == "resumed"
