from dataclasses import replace
from datetime import date

from sulh.brief import statements
from sulh.brief.content import Content
from sulh.brief.page import Badge, Card, Paragraph, flat
from sulh.case import Name, Validity, When


def cards(content: Content) -> list[Card]:
    return [b for s in statements.section(content).sections for b in s.blocks if isinstance(b, Card)]


def test_statements_stand_under_their_speakers(content: Content) -> None:
    parts = statements.section(content).sections
    assert [(flat(part.heading), len(part.blocks)) for part in parts] == [
        ("Lowland Council", 2), ("Upland Front", 2), ("مجلس المرافئ", 1),
    ]  # fmt: skip


def test_a_card_says_who_through_whom_to_whom_and_how_far_it_was_checked(content: Content) -> None:
    assert [flat(card.head) for card in cards(content)] == [
        "Lowland Council, in the text: The Lowland Council machine-read, not confirmed",
        (
            "Lowland Council, in the text: The Lowland Council, to reporters, "
            "via Harbour News ← Agency confirmed"
        ),
        "Upland Front, in the text: The Upland Front, movement denial machine-read, not confirmed",
        "Upland Front denial entered by a person",
        "مجلس المرافئ corrected",
    ]


def test_a_card_says_when_in_which_form_and_where_from(content: Content) -> None:
    assert [flat(card.foot) for card in cards(content)] == [
        "published 2 April 2031 · indirect speech · english",
        "published 2 April 2031 · indirect speech · english",
        "said 1 April 2031 · published 2 April 2031 · direct speech · english",
        "no date given · indirect speech · A. Aide",
        "said “أمس” · published 1 May 2031 · indirect speech · arabic",
    ]


def test_the_words_are_whole_and_in_their_own_language(content: Content) -> None:
    card = cards(content)[-1]
    assert (card.text.text, card.text.language) == ("المرفأ يعرض استضافة الجولة الأولى", "ar")
    assert [card.mark for card in cards(content)] == [s.status for s in content.shown]


def test_a_second_showing_has_no_id(content: Content) -> None:
    statement = content.shown[0]
    assert statements.card(content, statement).id == "said-english_23_s1"
    assert statements.card(content, statement, first=False).id is None


def test_relays_are_read_in_the_direction_of_the_language(content: Content) -> None:
    assert "عن طريق Harbour News → Agency" in flat(cards(replace(content, language="ar"))[1].head)


def test_no_statement_is_shown_as_missing(content: Content) -> None:
    section = statements.section(replace(content, statements=()))
    missing = Badge("missing", "no statement in the record")
    assert [missing in block.line for block in section.blocks if isinstance(block, Paragraph)] == [True]


def test_a_card_has_the_name_that_the_speaker_bore_on_the_day(content: Content) -> None:
    lowland, *others = content.case.actors
    later = Name("Lowland Government", "en", Validity(begins=When.on(date(2031, 4, 2))))
    earlier = Name("Lowland Council", "en", Validity(ends=When.on(date(2031, 4, 1))))
    case = replace(content.case, actors=(replace(lowland, names=(earlier, later)), *others))
    heading = statements.section(replace(content, case=case)).sections[0]
    assert flat(heading.heading) == "Lowland Council"
    assert flat(cards(replace(content, case=case))[0].head).startswith("Lowland Government, in the text:")
