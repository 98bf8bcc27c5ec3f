"""Decisions of persons on statements that were read."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.case import Decision, Denial, RoleClaim, Statement
from sulh.case.decision import Verb
from sulh.record.decide import decide, extent
from sulh.text.span import Span

TEXT = "قال المجلس إن السد آمن. ونفت القرية علمها بالسد. وأضافت أنها ترفضه."


def statement(identifier: str, words: str, speaker: str) -> Statement:
    start = TEXT.index(words)
    return Statement(
        identifier, "d1", speaker, "organisation", words, "indirect", "affirm",
        content=(Span(start, start + len(words)),), confidence=0.8, construction="verb-first/that",
    )  # fmt: skip


SAFE = statement("s1", "السد آمن", "المجلس")
UNKNOWN = replace(
    statement("s2", "علمها بالسد", "القرية"), polarity="deny", denies=(Denial("s1", "knowledge"),)
)
REFUSED = statement("s3", "ترفضه", "القرية")
READ = (SAFE, UNKNOWN, REFUSED)
CLAIM = RoleClaim("القرية", "participant", "القرية", asserted=False, by_itself=True, statement="s2")


def decision(
    about: Statement, verb: Verb, what: str = "statement", value: str = "", span: Span | None = None
) -> Decision:
    when = datetime(2031, 4, 3, tzinfo=UTC)
    return Decision("record", "d1", span or extent(about), what, verb, value, "analyst", when, "", 2)


def test_without_decisions_nothing_changes() -> None:
    decided = decide(READ, (CLAIM,), (), TEXT)
    assert (decided.statements, decided.roles, decided.unmet) == (READ, (CLAIM,), ())


def test_confirm_marks_the_statement_and_nothing_else() -> None:
    decided = decide(READ, (), [decision(SAFE, "confirm")], TEXT)
    assert decided.statements == (replace(SAFE, status="confirmed", confidence=1.0), UNKNOWN, REFUSED)


def test_reject_takes_claims_and_links_along() -> None:
    decided = decide(READ, (CLAIM,), [decision(SAFE, "reject")], TEXT)
    assert [one.id for one in decided.statements] == ["s2", "s3"]
    assert decided.statements[0].denies == ()
    assert decide(READ, (CLAIM,), [decision(UNKNOWN, "reject")], TEXT).roles == ()


def test_a_later_row_brings_a_rejected_statement_back() -> None:
    decided = decide(READ, (CLAIM,), [decision(UNKNOWN, "reject"), decision(UNKNOWN, "confirm")], TEXT)
    assert [one.status for one in decided.statements] == ["machine-read", "confirmed", "machine-read"]
    assert decided.roles == (CLAIM,)


@pytest.mark.parametrize(
    ("what", "value", "expected"),
    [
        ("speaker", "مجلس القرية", "مجلس القرية"),
        ("speaker_id", "village", "village"),
        ("role", "", None),
        ("polarity", "deny", "deny"),
    ],
)
def test_correct_changes_one_field(what: str, value: str, expected: str | None) -> None:
    changed = decide(READ, (), [decision(SAFE, "correct", what, value)], TEXT).statements[0]
    assert getattr(changed, what) == expected
    assert changed.status == "corrected"
    assert changed.content == SAFE.content


def test_a_corrected_speaker_is_the_claimant_and_keeps_its_own_role() -> None:
    decided = decide(READ, (CLAIM,), [decision(UNKNOWN, "correct", "speaker", "مجلس القرية")], TEXT)
    (claim,) = decided.roles
    assert (claim.actor, claim.claimed_by, claim.by_itself) == ("مجلس القرية", "مجلس القرية", True)


def test_correct_content_gives_the_words_of_the_new_stretches() -> None:
    start = TEXT.index("السد آمن")
    value = f"{start}-{start + 4} {start + 5}-{start + 8}"
    changed = decide(READ, (), [decision(SAFE, "correct", "content", value)], TEXT).statements[0]
    assert changed.text == "السد … آمن"
    assert [span.of(TEXT) for span in changed.content] == ["السد", "آمن"]


def test_merge_joins_contents_and_lets_denials_point_at_what_is_left() -> None:
    denial = replace(REFUSED, polarity="deny", denies=(Denial("s2", "fact"),))
    span = extent(UNKNOWN)
    rows = [decision(SAFE, "merge", value=f"{span.start}-{span.end}")]
    decided = decide((SAFE, UNKNOWN, denial), (CLAIM,), rows, TEXT)
    assert [one.id for one in decided.statements] == ["s1", "s3"]
    assert decided.statements[0].text == "السد آمن … علمها بالسد"
    assert decided.statements[1].denies == (Denial("s1", "fact"),)
    assert decided.roles[0].statement == "s1"
    assert decided.roles[0].claimed_by == "المجلس"


def test_split_gives_one_statement_a_stretch() -> None:
    start = TEXT.index("السد آمن")
    rows = [decision(SAFE, "split", value=f"{start}-{start + 4} {start + 5}-{start + 8}")]
    decided = decide(READ, (), rows, TEXT)
    assert [(one.id, one.text) for one in decided.statements[:2]] == [("s1", "السد"), ("s1b", "آمن")]


def test_later_rows_prevail_and_may_name_the_new_stretch() -> None:
    start = TEXT.index("السد آمن")
    narrowed = Span(start, start + 4)
    rows = [
        decision(SAFE, "correct", "content", f"{narrowed.start}-{narrowed.end}"),
        decision(SAFE, "correct", "speaker", "مجلس", span=narrowed),
        decision(SAFE, "correct", "speaker", "المجلس البلدي"),
    ]
    changed = decide(READ, (), rows, TEXT).statements[0]
    assert (changed.speaker, changed.text) == ("المجلس البلدي", "السد")


def test_what_meets_no_statement_is_told() -> None:
    astray = decision(SAFE, "confirm", span=Span(0, 3))
    merge_astray = decision(SAFE, "merge", value="0-3")
    decided = decide(READ, (), [astray, merge_astray], TEXT)
    assert decided.unmet == (astray, merge_astray)
    assert decided.statements == READ


@given(
    st.permutations([decision(SAFE, "confirm"), decision(UNKNOWN, "reject"), decision(REFUSED, "confirm")])
)
def test_decisions_on_different_statements_commute(rows: list[Decision]) -> None:
    in_order = decide(READ, (CLAIM,), sorted(rows, key=lambda row: row.span), TEXT)
    assert decide(READ, (CLAIM,), rows, TEXT) == in_order
