from dataclasses import replace
from datetime import date

from sulh.brief import presence
from sulh.brief.content import Content
from sulh.brief.page import Table, flat
from sulh.case import Presence, Provenance, When


def rows(content: Content) -> list[list[str]]:
    found = presence.section(content)
    assert found
    (table,) = found.blocks
    assert isinstance(table, Table)
    return [[flat(cell[0]) for cell in row] for row in table.rows]


def test_who_is_where_from_when_and_by_whose_word(content: Content) -> None:
    assert rows(content) == [["Upland Front", "East bank", "from 2 April 2031", "Lowland Council · english"]]


def test_an_own_word_and_the_day_of_which_it_is_true_are_said(content: Content) -> None:
    day = Provenance(as_of=When.on(date(2031, 4, 5)))
    case = replace(content.case, presences=(Presence("upland", "East bank", "upland", provenance=day),))
    assert rows(replace(content, case=case)) == [
        ["Upland Front", "East bank", "as of 5 April 2031", "Upland Front its own word"],
    ]


def test_since_leaves_out_what_began_before(content: Content) -> None:
    assert presence.section(replace(content, since=date(2031, 4, 3))) is None
