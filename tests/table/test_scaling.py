from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.case.agreement import Choice, Issue, Option
from sulh.table.negotiation import Constraint, Interaction, Negotiation, Party, Preference
from sulh.table.scaling import scale

ISSUE = Issue("i", (Option("a"), Option("b")))


def one(*values: Fraction, reservation: Fraction = Fraction(0)) -> Negotiation:
    return Negotiation((Party("p", Preference((("i", values),), reservation=reservation)),), (ISSUE,))


@given(st.fractions(), st.fractions(), st.fractions())
def test_numbers_stand_for_the_exact_utilities(a: Fraction, b: Fraction, reservation: Fraction) -> None:
    scaled = scale(one(a, b, reservation=reservation))
    numbers = [option[0] for option in scaled.values[0]]
    assert [scaled.scales[0].exact(number) for number in numbers] == [a, b]
    assert [number >= scaled.floors[0] for number in numbers] == [a >= reservation, b >= reservation]


def test_a_common_unit_keeps_numbers_narrow() -> None:
    scaled = scale(one(Fraction(10**30), Fraction(10**30 + 10**18)))
    assert scaled.values == (((0,), (1,)),)
    assert not scaled.wide
    assert scale(one(Fraction(1, 3**80), Fraction(1, 2**80))).packages == 2


def test_what_has_no_common_unit_below_64_bits_is_wide() -> None:
    issues = (ISSUE, Issue("j", ISSUE.options))
    rows = (("i", (Fraction(0), Fraction(10**30))), ("j", (Fraction(0), Fraction(1))))
    assert scale(Negotiation((Party("p", Preference(rows)),), issues)).wide


def test_package_numbers_follow_the_options() -> None:
    issues = (ISSUE, Issue("j", (Option("x"), Option("y"), Option("z"))))
    scaled = scale(Negotiation((Party("p", Preference()),), issues))
    assert scaled.strides() == (3, 1)
    assert [scaled.options(number) for number in (0, 2, 3)] == [(0, 0), (0, 2), (1, 0)]


def test_an_interaction_without_conditions_applies_always() -> None:
    always = Interaction(Choice(()), Fraction(5))
    party = Party("p", Preference((("i", (Fraction(1), Fraction(2))),), (always,)))
    scaled = scale(Negotiation((party,), (ISSUE,)))
    assert scaled.scales[0].exact(scaled.values[0][1][0]) == 7


def test_what_does_not_fit_is_named() -> None:
    with pytest.raises(ValueError, match="no party"):
        scale(Negotiation((), (ISSUE,)))
    with pytest.raises(ValueError, match="no option 'c' of an issue 'i'"):
        scale(Negotiation((Party("p", Preference()),), (ISSUE,), (Constraint((Choice((("i", "c"),)),)),)))
    with pytest.raises(ValueError, match="values for issue 'i' do not fit"):
        scale(one(Fraction(1)))
