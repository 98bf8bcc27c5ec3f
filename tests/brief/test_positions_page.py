from dataclasses import replace
from datetime import date

import pytest

from sulh.brief import html, terminal
from sulh.brief.content import Content
from sulh.brief.positions import sheet
from sulh.brief.positions_page import page
from sulh.case import Issue, LocalText, Option, Position, Provenance, Source, When
from sulh.text.span import Span

APRIL = When.on(date(2031, 4, 1))
ASKED = LocalText((("ar", "رصد مشترك"), ("en", "joint monitoring")))
SHARES = Option("half", LocalText((("ar", "نصف لكل طرف"), ("en", "a half each"))))


@pytest.fixture
def known(content: Content) -> Content:
    words = Source("dispatch", "english", Span(97, 106))
    case = replace(
        content.case,
        issues=(
            Issue(
                "talks",
                (),
                LocalText((("ar", "المحادثات"), ("en", "The talks"))),
                Provenance(note=LocalText((("en", "As the case names it."),))),
            ),
            Issue("water", (SHARES, Option("as-now"))),
        ),
        positions=(
            Position("lowland", "talks", "accepts", statement="english#s2"),
            Position("upland", "talks", "denied", statement="english#s3"),
            Position("upland", "water", "accepts", "as-now", said=APRIL, provenance=Provenance(assumed=True)),
            Position("upland", "water", "amends", "half", ASKED, said=When.on(date(2031, 4, 3)),
                     provenance=Provenance((words, Source("url", "https://example.org/9")))),
            Position("upland", "water", "rejects", "half",
                     provenance=Provenance((Source("statement", "statements.toml#call"),))),
        ),
    )  # fmt: skip
    return replace(content, case=case)


def shown(content: Content, language: str = "en", as_of: date | None = None) -> str:
    content = replace(content, language=language)
    return terminal.plain(page(content, sheet(content, as_of)))


def test_each_position_stands_with_its_words_and_what_others_deny(known: Content) -> None:
    assert (
        shown(known).partition("\n\n")[2]
        == """\
The talks
  last changed 2 April 2031
  — As the case names it.
  Lowland Council · accepts, 2 April 2031
    said: Lowland Council: talks are under way · english:97-116 (confirmed)
    denial: Upland Front: denies knowledge of it, not that it happened · english#s3
  Upland Front · denies knowledge or part, 1 April 2031
    said: Upland Front: it knows nothing of the talks · english:141-170 (denial) (machine-read, not confirmed)
    denial: answers Lowland Council: denies knowledge of it, not that it happened

water
  last changed 3 April 2031
  Upland Front · asks for changes: a half each, 3 April 2031 · proposes: joint monitoring
    said: talks are · english:97-106
    rests on: example.org <https://example.org/9>
    before: accepts: as-now, 1 April 2031
  Upland Front · rejects: a half each, (no date given)
    said: Upland Front: It is not so. · statements.toml#call (denial) (entered by a person)
  (no position known): Lowland Council
"""
    )


def test_the_page_says_of_which_day_it_is_and_what_it_leaves_out(known: Content) -> None:
    head, talks, water = shown(known, as_of=APRIL.first).split("\n\n")
    assert head.endswith(
        "Only what was said by 1 April 2031\n"
        "1 position is left out: its date does not tell whether it was taken by then"
    )
    assert "no position known): Lowland Council" in talks
    assert "Upland Front · accepts: as-now, 1 April 2031" in water
    assert "rests on: (assumed, no source)" in water
    assert "asks for changes" not in water


def test_in_arabic(known: Content) -> None:
    text = shown(known, "ar")
    assert "المحادثات\n  آخر تغيير: 2 نيسان/أبريل 2031" in text
    assert "جبهة المرتفعات · طلب تعديل: نصف لكل طرف، 3 نيسان/أبريل 2031 · ما يُقترح: رصد مشترك" in text
    assert "(لا موقف معروفا): مجلس السهول" in text


def test_html_holds_the_same(known: Content) -> None:
    rendered = html.render(page(known, sheet(known)))
    assert 'class="positions"' in rendered
    assert "asks for changes" in rendered


def test_a_case_without_issues(content: Content) -> None:
    assert shown(content).endswith("\n\nPositions\n  (no issue in the case)\n")
