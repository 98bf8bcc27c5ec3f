from dataclasses import replace
from datetime import date

from sulh.brief import instruments
from sulh.brief.content import Content
from sulh.brief.page import Paragraph, Section, Table, flat
from sulh.case import Case, Instrument, LocalText, Provenance, Source, When


def part(content: Content) -> Section:
    found = instruments.section(content)
    assert found
    return found


def tables(section: Section) -> list[list[list[str]]]:
    return [
        [[flat(cell[0]) for cell in row] for row in block.rows]
        for block in section.blocks if isinstance(block, Table)
    ]  # fmt: skip


def test_a_text_is_shown_with_its_kind_day_and_paragraphs(content: Content) -> None:
    truce = part(content).sections[0]
    assert (truce.id, flat(truce.heading)) == ("instrument-truce", "Truce")
    (about,) = (block for block in truce.blocks if isinstance(block, Paragraph))
    assert flat(about.line) == "agreement · 1 June 2031"
    assert tables(truce) == [[["2", "Fire ceases"]]]


def test_who_has_joined_stands_below_by_text_and_by_whose_word(content: Content) -> None:
    joined = part(content).sections[-1]
    assert joined.id == "adherence"
    (truce,) = joined.sections
    assert (truce.id, flat(truce.heading)) == ("adherence-truce", "Truce")
    assert tables(truce) == [
        [
            ["Upland Front", "joined, by the word of Harbour, 1 June 2031"],
            ["Upland Front", "denied having joined, by the word of Upland Front, 3 June 2031"],
        ]
    ]


def test_texts_stand_by_date_so_that_two_copies_of_one_day_are_neighbours(content: Content) -> None:
    day = When.on(date(2031, 5, 2))
    copies = tuple(Instrument(f"copy-{n}", "letter", LocalText((("en", f"Copy {n}"),)), day) for n in (1, 2))
    case = replace(content.case, instruments=(*content.case.instruments, *copies))
    assert [i.id for i in instruments.shown(replace(content, case=case))] == ["copy-1", "copy-2", "truce"]


def test_a_word_without_a_day_says_of_when_it_is_true_and_on_what_it_rests(content: Content) -> None:
    true = Provenance((Source("url", "https://example.org/3"),), as_of=When.on(date(2031, 6, 5)))
    word = replace(content.case.adherences[0], when=None, provenance=true)
    assert flat(instruments.adherence_line(content, word)) == (
        "joined, by the word of Harbour, as of 5 June 2031 · example.org"
    )


def test_since_keeps_a_text_of_which_something_was_said_later(content: Content) -> None:
    assert [i.id for i in instruments.shown(replace(content, since=date(2031, 6, 3)))] == ["truce"]
    later = replace(content, since=date(2031, 6, 4))
    assert instruments.shown(later) == ()
    assert instruments.section(later) is None


def test_a_text_alone_has_no_table_of_who_joined(content: Content) -> None:
    (only,) = part(replace(content, case=replace(content.case, adherences=()))).sections
    assert only.id == "instrument-truce"
    bare = replace(content.case.instruments[0], paragraphs=())
    case = replace(content.case, adherences=(), instruments=(bare,))
    (only,) = part(replace(content, case=case)).sections
    assert tables(only) == []


def test_a_case_without_texts_has_no_such_part() -> None:
    assert instruments.section(Content(Case(LocalText((("en", "x"),))), (), ())) is None
