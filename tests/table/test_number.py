import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.table.number import DIGITS, exact, plain

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20)


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (40, Fraction(40)),
        (-3, Fraction(-3)),
        (Decimal("0.2"), Fraction(1, 5)),
        (Decimal("0.30000000000000001"), Fraction(30000000000000001, 10**17)),
        (Decimal("-0.0"), Fraction(0)),
        (Decimal("1e18"), Fraction(10**18)),
        (Decimal("0e-5000"), Fraction(0)),
        ("16/19", Fraction(16, 19)),
        ("-4/2", Fraction(-2)),
        (10**DIGITS, Fraction(10**DIGITS)),
    ],
)
def test_a_number_is_what_was_written(value: object, number: Fraction) -> None:
    assert exact(value) == number


@pytest.mark.parametrize("value", [True, "0.2", "1/0", "1 / 2", "", "٣", [1], {}, None])
def test_other_values_are_no_numbers(value: object) -> None:
    with pytest.raises(ValueError, match="not a number"):
        exact(value)


@pytest.mark.parametrize("value", [Decimal("nan"), Decimal("-inf"), Decimal("Infinity")])
def test_a_number_is_finite(value: Decimal) -> None:
    with pytest.raises(ValueError, match="not a finite number"):
        exact(value)


@pytest.mark.parametrize(
    "value", [Decimal("1e999999"), Decimal("1e-999999"), Decimal("1e1001"), 10**DIGITS + 1, -(16**900)]
)
def test_a_number_has_a_length(value: object) -> None:
    with pytest.raises(ValueError, match="more than 1000 digits"):
        exact(value)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Fraction(133, 2), "66.5"),
        (Fraction(1, 400), "0.0025"),
        (Fraction(-1, 5), "-0.2"),
        (0, "0"),
        (100, "100"),
        (95367431640625, "95367431640625"),
        (Fraction(1, 3), "1/3"),
        (Fraction(-7, 30), "-7/30"),
    ],
)
def test_plain(number: Fraction | int, text: str) -> None:
    assert plain(number) == text


@given(DECIMALS)
def test_a_decimal_goes_round(value: Decimal) -> None:
    text = plain(exact(value))
    assert exact(Decimal(text)) == Fraction(value)
    assert re.fullmatch(r"0|-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?", text)
    assert text != "-0"


@given(st.fractions(max_denominator=10**6))
def test_a_fraction_goes_round(value: Fraction) -> None:
    text = plain(value)
    assert exact(text if "/" in text else Decimal(text)) == value
