from dataclasses import replace
from datetime import date

from sulh.brief import contested
from sulh.brief.content import Content
from sulh.brief.page import Card, Facing, Items, Paragraph, flat
from sulh.case import Denial


def facings(content: Content) -> list[Facing]:
    return [b for s in contested.section(content).sections for b in s.blocks if isinstance(b, Facing)]


def test_each_contest_says_exactly_what_is_denied(content: Content) -> None:
    assert [flat(facing.title) for facing in facings(content)] == [
        "Upland Front: denies knowledge of it, not that it happened",
        "Upland Front · attends · First round",
        "Harbour · guarantor · Truce",
        "Upland Front · Adherence · Truce",
    ]


def test_the_claim_stands_beside_the_denial_in_full(content: Content) -> None:
    facing = facings(content)[0]
    claim, denial = facing.claim[0], facing.denial[0]
    assert isinstance(claim, Card)
    assert isinstance(denial, Card)
    assert claim.text.text == "talks are under way"
    assert denial.text.text == "it knows nothing of the talks"
    assert claim.id is denial.id is None


def test_a_denial_of_what_no_text_says_is_listed_apart(content: Content) -> None:
    part = contested.section(content).sections[-1]
    assert flat(part.heading) == "Denials of what no text here says"
    assert [block.text.text for block in part.blocks if isinstance(block, Card)] == ["It is not so."]
    assert [s.id for s in contested.unanswering(content)] == ["statements.toml#call"]


def test_words_on_roles_and_adherence_stand_side_by_side(content: Content) -> None:
    sides = [(f.claim[0], f.denial[0]) for f in facings(content)[1:]]
    counted = [
        (len(a.items), len(b.items)) for a, b in sides if isinstance(a, Items) and isinstance(b, Items)
    ]
    assert counted == [(1, 1)] * 3


def test_since_keeps_an_old_claim_beside_a_new_denial(content: Content) -> None:
    english, call = content.statements[2], content.statements[4]
    old = replace(call, denies=(Denial("english#s2", "fact"),))
    later = replace(content, statements=(*content.statements[:2], english, old), since=date(2031, 5, 2))
    assert [(d.claim.id, d.aspect) for d in contested.denials(later)] == [("english#s2", "fact")]


def test_a_reference_to_nothing_tells_nothing(content: Content) -> None:
    call = replace(content.statements[4], denies=(Denial("hidden#s1", "authorship"),))
    alone = replace(content, statements=(call,))
    assert contested.denials(alone) == ()
    assert contested.unanswering(alone) == (call,)


def test_nothing_contested_is_said(content: Content) -> None:
    calm = replace(content, statements=content.statements[:1], roles=())
    calm = replace(calm, case=replace(content.case, roles=(), adherences=(), meetings=()))
    (block,) = contested.section(calm).blocks
    assert isinstance(block, Paragraph)
    assert flat(block.line) == "Nothing in the record is contested."
