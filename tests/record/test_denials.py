from dataclasses import replace

import pytest

from sulh.case.statement import Statement
from sulh.record.denials import aspects, link
from sulh.record.lexicon import arabic

LEXICON = arabic()


def _said(identifier: str, speaker: str, text: str, *, denies: bool = False) -> Statement:
    return Statement(
        identifier, "a", speaker, "organisation", text, "indirect", "deny" if denies else "affirm"
    )


def _links(*statements: Statement) -> list[set[str]]:
    linked = link(statements, LEXICON, LEXICON.concepts)
    return [{one.statement for one in statement.denies} for statement in linked]


TALKS = _said("s1", "سالم الوادي", "المحادثات مع الحركة جارية")
BRIDGE = _said("s2", "كريم دانا", "الجسر سليم")
DENIAL = _said("s3", "حركة الضفة", "أي علم لها بالمفاوضات مع الحركة", denies=True)


def test_a_denial_is_about_what_shares_its_terms() -> None:
    assert _links(TALKS, BRIDGE, DENIAL) == [set(), set(), {"s1"}]
    assert _links(TALKS, BRIDGE) == [set(), set()]


def test_a_denial_that_leads_is_about_later_words() -> None:
    headline = replace(DENIAL, id="s0")
    assert _links(headline, TALKS) == [{"s1"}, set()]
    assert _links(BRIDGE, DENIAL, replace(TALKS, id="s4")) == [set(), set(), set()]


def test_nobody_denies_himself() -> None:
    assert _links(replace(TALKS, speaker="حركة الضفة"), DENIAL) == [set(), set()]


def test_a_denial_that_names_a_speaker_is_about_his_words_only() -> None:
    other = _said("s4", "كريم دانا", "المحادثات مع الحركة انتهت")
    naming = replace(DENIAL, text="أي علم لها بالمفاوضات مع الحركة التي تحدث عنها الوادي")
    assert _links(TALKS, other, naming) == [set(), set(), {"s1"}]
    minister = replace(TALKS, role="وزير الري البيروفي")
    state = replace(DENIAL, text="أي علم لها بالمفاوضات مع الحركة التي تحدثت عنها ليما")
    assert _links(minister, other, state) == [set(), set(), {"s1"}]


def test_this_matter_is_that_of_the_denial_before() -> None:
    again = _said("s4", "ليلى دانا", "لا صلة للهيئة بهذا الأمر", denies=True)
    assert _links(TALKS, DENIAL, again) == [set(), {"s1"}, {"s1"}]
    assert _links(again) == [set()]
    assert _links(TALKS, DENIAL, replace(again, text="كلام آخر")) == [set(), {"s1"}, set()]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("أي علم لها، أو مشاركتها، بالمحادثات", ("knowledge", "involvement")),
        ("لا صلة للهيئة به", ("involvement",)),
        ("التصريحات المنسوبة إليه", ("authorship",)),
        ("قبولها الاتفاق", ("endorsement",)),
        ("وقوع الهجوم", ("fact",)),
    ],
)
def test_a_denial_denies_one_aspect_or_more(text: str, denied: tuple[str, ...]) -> None:
    assert aspects(_said("s1", "حركة الضفة", text, denies=True), LEXICON) == denied
