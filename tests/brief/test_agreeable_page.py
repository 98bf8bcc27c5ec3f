from dataclasses import replace

import pytest
from tests.brief.talks import BLOCKED, OPEN, negotiation

from sulh.brief import agreeable, html, page, terminal
from sulh.brief.agreeable import Agreeable, Unanswered, answer
from sulh.brief.agreeable_page import section
from sulh.brief.assumed import NOTHING, Assumed
from sulh.brief.content import Content
from sulh.brief.page import Bars, Block, Figure, Scatter, Section, Table
from sulh.case import Handling
from sulh.table.diagram import TooLargeError


def answered(text: str = OPEN, assumed: Assumed = NOTHING) -> Agreeable:
    found = answer(negotiation(text), assumed)
    assert isinstance(found, Agreeable)
    return found


def shown(content: Content, found: Agreeable | Unanswered) -> str:
    """Return the part as a terminal shows it."""
    whole = page(replace(content, audience=Handling("mediator"), negotiation=found))
    return terminal.plain(replace(whole, sections=tuple(s for s in whole.sections if s.id == "agreeable")))


def blocks(part: Section) -> list[Block]:
    return [*part.blocks, *(block for inner in part.sections for block in blocks(inner))]


def test_what_could_be_agreed_in_words_and_figures(content: Content) -> None:
    text = shown(content, answered(assumed=Assumed(("upland",))))
    assert (
        text.split("\n\n", 1)[1]
        == """\
What could be agreed
  For the mediator only: this rests on the preferences of the parties.
  (assumed) Numbers of these parties are assumed, and so is all that follows: Upland Front
  • Packages: 4
  • Acceptable to every party: 3
  • Points of the Pareto frontier: 2

  Four solutions among these; none of them is a recommendation
    • A · Nash bargaining solution · Kalai–Smorodinsky solution · egalitarian (leximin); depends on the \
scales chosen
    • B · utilitarian; depends on the scales chosen
    A · Nash bargaining solution
    A · Kalai–Smorodinsky solution
    A · egalitarian (leximin); depends on the scales chosen
      ██████████░░░░░░░░░░ 4 (50%) · Lowland Council
      ████████████████████ 5 (100%) · Upland Front
    B · utilitarian; depends on the scales chosen
      ████████████████████ 8 (100%) · Lowland Council
      ████████░░░░░░░░░░░░ 2 (40%) · Upland Front
    Utility by party; in brackets the gain over the reservation value, and its share of the ideal gain:
      Lowland Council
        Reservation value: 2
        A: 6 (4, 50%)
        B: 10 (8, 100%)
        Largest in an acceptable package: 10
      Upland Front
        Reservation value: 1
        A: 6 (5, 100%)
        B: 3 (2, 40%)
        Largest in an acceptable package: 6
    What each package settles:
      Scope
        A · B: Wide
      watch
        A: none
        B: joint

  Pareto frontier: no acceptable package is better for one party without being worse for another
    Utility by party; in brackets the gain over the reservation value, and its share of the ideal gain:
      Lowland Council
        Reservation value: 2
        1: 10 (8, 100%)
        2: 6 (4, 50%)
        Largest in an acceptable package: 10
      Upland Front
        Reservation value: 1
        1: 3 (2, 40%)
        2: 6 (5, 100%)
        Largest in an acceptable package: 6
    What each package settles:
      Scope
        1 · 2: Wide
      watch
        1: joint
        2: none
"""
    )


def test_the_same_in_arabic(content: Content) -> None:
    text = shown(replace(content, language="ar"), answered(assumed=Assumed(("upland",), frame=True)))
    assert "\nما يمكن الاتفاق عليه\n" in text
    assert (
        "    • أ · حل ناش للمساومة · حل كالاي–سمورودنسكي · حل المساواة (ليكسيمين)؛ يتوقف على المقاييس" in text
    )
    assert "      ██████████░░░░░░░░░░ 4 (50%) · مجلس السهول\n" in text
    assert "        أ · ب: واسع\n" in text
    assert "بعض المسائل أو الخيارات أو القيود مفترض" in text


def test_what_blocks_an_agreement_and_what_would_open_one(content: Content) -> None:
    text = shown(content, answered(BLOCKED))
    assert "  • Acceptable to every party: 0\n" in text
    assert (
        text.split("Pareto frontier: 0\n")[1]
        == """\
  No package is acceptable. These cannot all be met; without any one of them they can:
  • Lowland Council gets at least 7, its reservation value.
  • Upland Front never accepts this: Scope: Wide, watch: joint (red line 0, counted from 0).
  The least that would open an agreement:
  • Lowland Council accepts 6 instead of 7.
  Then this package is acceptable: Scope: Wide, watch: none.
"""
    )


def test_partial_knowledge_is_said(content: Content) -> None:
    partial = OPEN.replace("weights = {scope = 6, watch = 3}", "weights = {scope = [5, 7], watch = 3}")
    text = shown(content, answered(partial))
    assert "known only in part: Upland Front. What follows holds at a nominal point" in text
    assert "assumed" not in text


def test_members_raise_the_reservation_value_of_their_party(content: Content) -> None:
    inside = OPEN.replace(
        "reservation = 1\n", 'reservation = 1\nmembers = [{id = "guard", reservation = 5}]\n'
    )
    text = shown(content, answered(inside))
    assert "A party with members accepts what all of them accept" in text
    assert "        Reservation value: 5\n        A: 6 (1, 100%)\n" in text


def test_how_near_the_few_come_is_said(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agreeable, "FEW", 1)
    text = shown(content, answered())
    assert (
        "    Points in the table: 1. Whatever acceptable package is compared, one of these gives no" in text
    )
    assert "party less than it by more than 50.1% of the party's ideal gain.\n" in text
    assert "Points in the picture" not in text


def test_an_abandoned_frontier_is_said(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    def too_large(*_: object) -> None:
        raise TooLargeError

    monkeypatch.setattr("sulh.table.deals.frontier", too_large)
    monkeypatch.setattr("sulh.table.deals.count_acceptable", lambda _: None)
    text = shown(content, answered())
    assert "  • Acceptable to every party: not counted\n\n" in text
    assert "The exact frontier is too large to compute; what follows are acceptable packages near it." in text
    assert "        A: 6 (4)\n" in text
    assert "%" not in text
    monkeypatch.setattr("sulh.table.deals.solutions", too_large)
    nothing = replace(answered(), few=answered(BLOCKED).few)
    assert not section(content, nothing).sections


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Unanswered("unreadable"), "negotiation.toml could not be read; nothing is said of it"),
        (Unanswered("too large"), "the negotiation is too large to be answered"),
    ],
)
def test_what_cannot_be_answered_is_said(content: Content, found: Unanswered, said: str) -> None:
    assert shown(content, found).endswith(f"\nWhat could be agreed\n  ({said})\n")


def test_both_pictures_stand_beside_the_tables_that_say_the_same(content: Content) -> None:
    figures = [block for block in blocks(section(content, answered())) if isinstance(block, Figure)]
    assert [type(figure.chart) for figure in figures] == [Bars, Scatter]
    assert [figure.table.kind for figure in figures] == ["utilities", "utilities"]
    assert "worth less to both" not in figures[1].caption
    alone = OPEN.replace('[[party]]\nid = "upland"\nreservation = 1\nassumed = true\n', "")
    found = answered(alone[: alone.index("[preference.upland]")])
    kinds = [block.kind for block in blocks(section(content, found)) if isinstance(block, Table)]
    assert kinds == ["packages", "utilities", "packages"]


def test_a_third_party_explains_dots_that_seem_dominated(content: Content) -> None:
    third = OPEN.replace("[[issue]]", '[[party]]\nid = "harbour"\n[[issue]]', 1)
    figures = [block for block in blocks(section(content, answered(third))) if isinstance(block, Figure)]
    assert "worth less to both" in figures[1].caption


@pytest.mark.parametrize("audience", ["public", "process", "party:upland"])
def test_nobody_but_the_mediator_sees_any_of_it(content: Content, audience: str) -> None:
    without = replace(content, audience=Handling(audience))
    given = replace(without, negotiation=answered())
    assert page(given) == page(without)
    assert html.render(page(given)) == html.render(page(without))
    mediators = replace(given, audience=Handling("mediator"))
    assert "What could be agreed" in html.render(page(mediators))


def test_no_word_recommends(content: Content) -> None:
    found = html.render(page(replace(content, audience=Handling("mediator"), negotiation=answered())))
    assert "none of them is a recommendation" in found
    assert not {"fair", "should", "best", "optimal"} & set(found.lower().split())
