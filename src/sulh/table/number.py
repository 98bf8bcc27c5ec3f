"""Exact numbers: as a person writes them in TOML, and as plain decimals for people and programs."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

DIGITS: Final = 1000
"""The most digits that a number may be written out with, before and after the point."""

_FRACTION: Final = re.compile(r"[+-]?[0-9]+/[0-9]+")


def exact(value: object) -> Fraction:
    """Return the number that a TOML value says: an integer, a decimal, or a fraction in quotation marks.

    Raises:
        ValueError: it is none of these, is not finite, or has too many digits.
    """
    match value:
        case bool():
            number = None
        case int():
            number = Fraction(value)
        case Decimal() if not value.is_finite():
            msg = "not a finite number; write a number"
            raise ValueError(msg)
        case Decimal():
            within = -DIGITS <= value.adjusted() <= DIGITS and len(value.as_tuple().digits) <= DIGITS
            number = Fraction(value) if within or not value else Fraction(10) ** (DIGITS + 1)
        case str() if _FRACTION.fullmatch(value) and len(value) <= 2 * DIGITS:
            above, below = map(int, value.split("/"))
            number = Fraction(above, below) if below else None
        case _:
            number = None
    if number is None:
        msg = 'not a number; write one such as 40, 0.2 or "16/19"'
        raise ValueError(msg)
    if abs(number) > 10**DIGITS:
        msg = f"a number of more than {DIGITS} digits; write a shorter one"
        raise ValueError(msg)
    return number


def plain(number: Fraction | int) -> str:
    """Return a decimal without exponent, trailing zeros or −0, or `p/q` for what no finite decimal says."""
    number = Fraction(number)
    twos = (number.denominator & -number.denominator).bit_length() - 1
    rest, fives = number.denominator >> twos, 0
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return f"{number.numerator}/{number.denominator}"
    places = max(twos, fives)
    digits = str(abs(number.numerator) * 10**places // number.denominator).rjust(places + 1, "0")
    sign = "-" if number < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"
