from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.brief.content import Content, anchor, web
from sulh.brief.page import Badge, Link, Note, Text, Verbatim, flat
from sulh.case import LocalText, Provenance, RoleClaim, Source, Validity, When
from sulh.text.span import Span


@given(st.text(max_size=8), st.text(max_size=8))
def test_anchors_differ_for_different_names(one: str, other: str) -> None:
    assert (anchor("at", one) == anchor("at", other)) == (one == other)
    assert anchor("at", one).replace("-", "").replace("_", "").isalnum()
    assert anchor("at", one).isascii()


def test_statements_are_numbered_by_actor_then_time(content: Content) -> None:
    assert [s.id for s in content.shown] == [
        "english#s1", "english#s2", "english#s3", "statements.toml#call", "arabic#s1",
    ]  # fmt: skip
    assert content.numbers["english#s3"] == 3


def test_since_keeps_what_is_later_or_bears_no_date(content: Content) -> None:
    later = replace(content, since=date(2031, 4, 20))
    assert [s.id for s in later.shown] == ["statements.toml#call", "arabic#s1"]


def test_an_imprecise_date_is_kept_while_it_may_be_late_enough(content: Content) -> None:
    later = replace(content, since=date(2031, 5, 20))
    assert later.recent(When(date(2031, 5, 1), date(2031, 5, 31)))
    assert not later.recent(When(date(2031, 4, 1), date(2031, 4, 30)))


def test_a_reference_may_be_bare_where_it_is_unique(content: Content) -> None:
    found = content.statement("call")
    assert found
    assert found.id == "statements.toml#call"
    assert content.statement("s1") is None
    assert content.statement(None) is None
    assert content.statement("nothing#s9") is None


def test_names_come_from_the_case_in_the_language_of_the_page(content: Content) -> None:
    assert content.name("upland") == Verbatim("Upland Front", "en")
    assert replace(content, language="ar").name("upland") == Verbatim("جبهة المرتفعات", "ar")
    assert content.name("Nobody Known") == Verbatim("Nobody Known")


def test_a_title_without_a_wording_in_the_language_says_which_one_it_has(content: Content) -> None:
    assert content.title(LocalText((("ar", "هدنة"),))) == Verbatim("هدنة", "ar")


def test_a_missing_date_is_named_as_missing(content: Content) -> None:
    assert content.day(None) == content.days(None) == (Badge("missing", "no date given"),)


def test_the_date_of_which_a_value_is_true_stands_in_for_a_missing_one(content: Content) -> None:
    said, true = When.on(date(2031, 4, 2)), When.on(date(2031, 4, 5))
    assert flat(content.day_or_state(said, true)) == "2 April 2031"
    assert flat(content.day_or_state(None, true)) == "as of 5 April 2031"
    assert flat(content.day_or_state(None, None)) == "no date given"


def test_a_name_that_the_case_does_not_know_has_the_language_of_its_text(content: Content) -> None:
    assert content.name("مجلس المرافئ") == Verbatim("مجلس المرافئ", "ar")
    claim = RoleClaim("فصائل", "observer", "lowland", statement="arabic#s1")
    assert replace(content, roles=(claim,)).name("فصائل") == Verbatim("فصائل", "ar")
    assert content.claimed_in(replace(claim, statement=None)) is None


def test_every_kind_of_source_is_shown(content: Content) -> None:
    day = When.on(date(2031, 4, 2))
    sources = (
        Source("dispatch", "english", Span(40, 45)),
        Source("dispatch", "arabic"),
        Source("dispatch", "not-there"),
        Source("statement", "call"),
        Source("statement", "not-there"),
        Source("url", "https://www.example.org/a?b"),
        Source("row", "roles.csv:3"),
        Source("person", "A. Aide"),
    )
    line = content.sources(
        Provenance(sources, assumed=True, as_of=day, note=LocalText((("en", "why"),))), "english#s1"
    )
    assert [(p.label.text, p.href) for p in line if isinstance(p, Link)] == [
        ("[1]", "#at-english_23_s1"),
        ("english", "#at-english_40_40-45"),
        ("arabic", "#text-arabic"),
        ("[4]", "#said-statements_2e_toml_23_call"),
        ("example.org", "https://www.example.org/a?b"),
    ]
    assert {Verbatim("roles.csv:3"), Verbatim("A. Aide"), Note("why")} <= set(line)
    assert Badge("assumed", "assumed") in line
    assert Badge("assumed", "assumed, no source") in content.sources(Provenance(assumed=True))
    assert "as of 2 April 2031" in flat(line)
    assert content.sources(Provenance(as_of=day), dated=False) == ()


def test_a_statement_outside_the_time_of_the_brief_is_named_by_its_dispatch(content: Content) -> None:
    later = replace(content, since=date(2031, 6, 1))
    by_id = {s.id: s for s in content.statements}
    assert later.link(by_id["english#s1"]) == Link(Verbatim("english"), "#at-english_23_s1", "english")
    call = replace(by_id["statements.toml#call"], id="x#y")
    assert later.link(call) == Verbatim("Upland Front")
    assert content.link(by_id["statements.toml#call"]) == Link(
        Text("[4]"), "#said-statements_2e_toml_23_call"
    )


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x"])
def test_only_addresses_of_the_web_become_links(url: str) -> None:
    assert web(url) == Verbatim(url)


def test_a_claim_without_a_date_takes_that_of_its_source(content: Content) -> None:
    mediator = next(c for c in content.roles if c.role == "mediator")
    assert content.claimed(mediator) == When.on(date(2031, 4, 2))
    bare = replace(mediator, statement=None)
    assert content.claimed(bare) == When.on(date(2031, 4, 2))
    assert content.claimed(replace(bare, provenance=Provenance())) is None
    assert bare.validity == Validity()


def test_highlights_are_the_statements_and_other_sources_of_a_dispatch(content: Content) -> None:
    english = content.case.dispatch_by_id["english"]
    found = content.highlights(english)
    assert [h.number for h in found] == [1, 2, 3, None, None]
    texts = [h.spans[0].of(english.text) for h in found]
    assert texts == [
        "the harbour will mediate", "talks are under way", "it knows nothing of the talks",
        "the harbour will mediate", "under way",
    ]  # fmt: skip
