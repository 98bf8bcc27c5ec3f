from dataclasses import replace
from datetime import date

from sulh.brief import dispatches
from sulh.brief.content import Content
from sulh.brief.page import Paragraph, Passage, flat


def test_the_text_is_the_body_letter_for_letter(content: Content) -> None:
    parts = dispatches.section(content, frozenset()).sections
    for part, dispatch in zip(parts, content.case.dispatches, strict=True):
        (passage,) = (block for block in part.blocks if isinstance(block, Passage))
        assert passage.text == dispatch.text[dispatch.body.start : dispatch.body.end]
        assert passage.offset == dispatch.body.start


def test_the_origin_is_given_and_what_is_missing_named(content: Content) -> None:
    parts = dispatches.section(content, frozenset()).sections
    lines = [flat(block.line) for part in parts for block in part.blocks if isinstance(block, Paragraph)]
    assert [flat(part.heading) for part in parts] == [
        "Harbour News · 2 April 2031 · english",
        "no outlet given · 1 May 2031 · arabic",
    ]
    assert lines == ["dispatches/english.txt · example.org", "dispatches/arabic.txt"]


def test_an_older_dispatch_is_there_when_the_page_leads_to_it(content: Content) -> None:
    later = replace(content, since=date(2031, 5, 1))
    assert [d.id for d in dispatches.shown(later, frozenset())] == ["arabic"]
    assert [d.id for d in dispatches.shown(later, frozenset({"english"}))] == ["english", "arabic"]


def test_the_undated_come_last_and_none_is_said(content: Content) -> None:
    first, second = content.case.dispatches
    case = replace(content.case, dispatches=(replace(first, published=None), second))
    assert [d.id for d in dispatches.shown(replace(content, case=case), frozenset())] == ["arabic", "english"]
    empty = replace(content, case=replace(content.case, dispatches=()))
    (block,) = dispatches.section(empty, frozenset()).blocks
    assert isinstance(block, Paragraph)
    assert flat(block.line) == "no dispatch in the record"
