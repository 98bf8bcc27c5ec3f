import io
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from sulh.brief import page, terminal
from sulh.brief.content import Content
from sulh.case import RoleClaim
from sulh.case.statement import Within
from sulh.case.when import When

LINES = """\
Two rivers
Brief for the public
The case: from 1 March 2031 until 30 September 2031
2 dispatches · 5 statements
(machine-read, not confirmed) 2 statements were read by a program and confirmed by no person

Who is at the table, and by whose word

  First round
    May 2031, The Harbour
"""


def test_plain_text_has_one_paragraph_a_line(content: Content) -> None:
    text = terminal.plain(page(content))
    assert text.startswith(LINES)
    assert (
        "    Harbour · mediator · No word from: Harbour, Upland Front\n"
        "      By whose word: Lowland Council, 2 April 2031: prospective" in text
    )
    assert "    [2] Lowland Council, in the text: The Lowland Council" in text
    assert "      it knows nothing of the talks\n" in text
    assert "example.org <https://example.org/2>" in text
    assert "  Harbour News · 2 April 2031 · english\n    dispatches/english.txt · " in text
    assert not [line for line in text.splitlines() if line != line.rstrip()]


def test_what_is_nothing_takes_no_line_and_short_cells_stand_beside(content: Content) -> None:
    text = terminal.plain(page(content))
    assert "no contrary word" not in text
    assert "nobody is missing" not in text
    assert "    2 · Fire ceases\n" in text
    assert "  Upland Front · East bank\n    From and until: from 2 April 2031\n" in text
    assert "  1 June 2031 · Adherence · Upland Front · Truce · joined, by the word of Harbour\n" in text


def test_styled_text_has_the_same_words(content: Content) -> None:
    within = Within("agreement", "truce")
    more = RoleClaim("upland", "guarantor", "lowland", within=within, said=When.on(date(2031, 6, 9)))
    built = page(replace(content, roles=(*content.roles, more)))
    out = io.StringIO()
    terminal.show(built, Console(file=out, width=70, force_terminal=True, highlight=False))
    shown = out.getvalue()
    assert "\x1b[" in shown
    out = io.StringIO()
    terminal.show(built, Console(file=out, width=70, color_system=None))
    assert out.getvalue().split() == terminal.plain(built).split()
    assert "• " in out.getvalue()


@given(st.text())
def test_a_foreign_string_cannot_steer_the_terminal(text: str) -> None:
    shown = terminal.safe(text)
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for char in shown)


def test_escapes_and_line_breaks_are_made_harmless() -> None:
    assert terminal.safe("a\x1b[2Jb\nc\u202e") == "a\ufffd[2Jb c\u202e\u202c"
