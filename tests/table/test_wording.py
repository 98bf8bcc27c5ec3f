from fractions import Fraction

from sulh.case.agreement import Choice, Issue, Option
from sulh.table.conflict import blocked_by
from sulh.table.negotiation import Constraint, Member, Negotiation, Party, Preference
from sulh.table.wording import conflict
from sulh.text.messages import translator

SCOPE = Issue("scope", (Option("all"), Option("part")))
ALL, PART = (Choice((("scope", option),)) for option in ("all", "part"))
LABELS = {"upland": "Upland", "north": "Northerners"}


def party(reservation: int, *members: Member, red_lines: tuple[Choice, ...] = ()) -> Party:
    values = (("scope", (Fraction(3), Fraction(1))),)
    return Party(
        "upland", Preference(values, red_lines=red_lines, reservation=Fraction(reservation)), members
    )


def said(table: Negotiation, language: str = "en") -> list[tuple[str, list[str]]]:
    blocked = blocked_by(table)
    assert blocked is not None
    m = translator(language)
    return [
        (lead.within(m, LABELS), [item.within(m, LABELS) for item in items])
        for lead, items in conflict(table, blocked)
    ]


def test_a_conflict_inside_a_party() -> None:
    table = Negotiation((party(0, Member("north", (ALL,)), red_lines=(PART,)),), (SCOPE,))
    assert said(table) == [
        (
            "No package is acceptable. These cannot all be met; without any one of them they can:",
            [
                "Northerners, of Upland, never accepts this: scope: all (red line 0, counted from 0).",
                "Upland never accepts this: scope: part (red line 0, counted from 0).",
            ],
        ),
        (
            "The least that would open an agreement:",
            [
                "Northerners, of Upland, lifts its red line 0 (counted from 0): scope: all.",
            ],
        ),
        ("Then this package is acceptable: scope: all.", []),
    ]
    arabic = said(table, "ar")
    assert "يرفع العضو Northerners من الطرف Upland خطه الأحمر 0" in arabic[1][1][0]


def test_a_party_lifts_its_own_red_line() -> None:
    table = Negotiation((party(2, red_lines=(ALL,)),), (SCOPE,))
    assert said(table)[1:] == [
        (
            "The least that would open an agreement:",
            ["Upland accepts 1 instead of 2."],
        ),
        ("Then this package is acceptable: scope: part.", []),
    ]
    both = Negotiation((party(0, red_lines=(ALL, PART)),), (SCOPE,))
    assert said(both)[1][1] == ["Upland lifts its red line 0 (counted from 0): scope: all."]


def test_reservation_values_of_members() -> None:
    table = Negotiation((party(0, Member("north", reservation=Fraction(9, 2))),), (SCOPE,))
    assert [items for _, items in said(table)] == [
        ["Upland gets at least 4.5, the reservation value of its member Northerners."],
        ["Northerners, of Upland, accepts 3 instead of 4.5."],
        [],
    ]


def test_constraints_are_never_relaxed() -> None:
    table = Negotiation((party(0),), (SCOPE,), (Constraint((ALL,)), Constraint((PART,))))
    assert said(table)[1:] == [
        ("The constraints alone admit no package, and constraints are never relaxed.", [])
    ]
