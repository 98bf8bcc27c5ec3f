from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.case.agreement import Choice
from sulh.case.folder.table import Page
from sulh.table.negotiation import Interaction
from sulh.table.partial import Interval
from sulh.table.preferences import Stated, stated
from sulh.table.sheet import Sheet, Space

OPTIONS = ("x", "y", "z")
SPACE = Space(frozenset({"p"}), {"a": OPTIONS, "b": ("x", "y")})


def read(text: str) -> tuple[Stated, list[tuple[int | None, str]]]:
    page = Page("n.toml", text)
    found = stated(Sheet(page, (), page.values, space=SPACE))
    return found, [(fault.line, fault.reason) for fault in page.faults()]


def valid(text: str) -> Stated:
    found, faults = read(text)
    assert faults == []
    return found


def values(numbers: list[Decimal]) -> str:
    return "{" + ", ".join(f"{option} = {n:f}" for option, n in zip(OPTIONS, numbers, strict=True)) + "}"


decimals = st.decimals(-(10**17), 10**17, allow_nan=False, places=3)


@given(decimals, st.lists(decimals, min_size=3, max_size=3))
def test_a_worth_is_weight_times_value(weight: Decimal, numbers: list[Decimal]) -> None:
    found = valid(f"weights = {{a = {weight:f}}}\nvalues.a = {values(numbers)}\n")
    assert found.is_exact
    assert found.nominal == {"a": tuple(Fraction(weight) * Fraction(number) for number in numbers)}


@given(decimals, decimals, st.lists(decimals, min_size=3, max_size=3))
def test_an_interval_is_known_in_part_and_counted_at_its_middle(
    one: Decimal, other: Decimal, numbers: list[Decimal]
) -> None:
    low, high = sorted((one, other))
    found = valid(f"weights = {{a = [{low:f}, {high:f}]}}\nvalues.a = {values(numbers)}\n")
    assert found.known["a"].weight == Interval(Fraction(low), Fraction(high))
    middle = (Fraction(low) + Fraction(high)) / 2
    assert found.nominal == {"a": tuple(middle * Fraction(number) for number in numbers)}
    assert found.is_exact == (low == high or not any(numbers))


@given(st.permutations(OPTIONS), st.integers(0, 10**17))
def test_a_ranking_falls_in_equal_steps_from_the_weight_to_nothing(order: list[str], weight: int) -> None:
    found = valid(f"weights = {{a = {weight}}}\nvalues.a = {order}\n")
    worths = dict(zip(OPTIONS, found.nominal["a"], strict=True))
    assert [worths[option] for option in order] == [weight, Fraction(weight, 2), 0]
    assert found.is_exact == (weight == 0)


def test_issues_are_in_the_order_of_the_file_and_others_are_worth_nothing() -> None:
    text = "weights = {b = 2, a = 1}\nvalues.a = {z = 1, y = 2, x = 3}\nvalues.b = {x = 1, y = 0}\n"
    assert valid(text).nominal == {"a": (3, 2, 1), "b": (2, 0)}
    assert list(valid(text).nominal) == ["a", "b"]
    assert valid("") == Stated()


def test_interactions_and_red_lines() -> None:
    found = valid(
        'interactions = [{when = {b = "y", a = "x"}, adds = -100000000000000001}]\nred_lines = [{a = "z"}]\n'
    )
    together = Choice((("a", "x"), ("b", "y")))
    assert found.interactions == (Interaction(together, Fraction(-(10**17) - 1)),)
    assert found.red_lines == (Choice((("a", "z"),)),)


KNOWN = 'weights = {a = [2, 6], b = 3}\nvalues.a = ["x", "y", "z"]\nvalues.b = {x = 1, y = 0}\n'


@pytest.mark.parametrize(
    ("one", "other"), [('a = "x"', 'b = "x"'), ('b = "x"', 'a = "x"'), ('a = "y"', 'b = "x"')]
)
def test_the_nominal_point_meets_the_comparisons(one: str, other: str) -> None:
    found = valid(f"{KNOWN}compare = [{{prefers = {{{one}}}, to = {{{other}}}}}]\n")
    worths = {
        (issue, option): worth
        for issue, row in found.nominal.items()
        for option, worth in zip(SPACE.issues[issue] or (), row, strict=True)
    }
    ((prefers, to),) = found.comparisons
    assert worths[prefers.options[0]] >= worths[to.options[0]]
    assert 2 <= worths["a", "x"] <= 6
    assert worths["a", "x"] >= worths["a", "y"] >= worths["a", "z"] == 0
    assert [worths["b", "x"], worths["b", "y"]] == [3, 0]


def test_comparisons_that_cannot_hold_are_faults_by_line() -> None:
    found, faults = read(f'{KNOWN}compare = [\n{{prefers = {{a = "z"}}, to = {{b = "x"}}}}]\n')
    assert [line for line, _ in faults] == [5]
    assert faults[0][1].startswith("the comparison contradicts the weights and values")
    assert found.comparisons


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("weights = {b = 1}", 1, "'b' has a weight and no values"),
        ("values.b = {x = 1, y = 0}", 1, "'b' has values and no weight"),
        ("weights = {b = 1}\nvalues.b = {x = 1}", 2, "'b' has no value for the option 'y'"),
        ('weights = {b = [-1, 1]}\nvalues.b = ["x", "y"]', 1, "'b': a ranking, best first, needs a weight"),
        ('weights = {b = 1}\nvalues.b = ["x"]', 2, "the ranking of 'b' leaves out 'y'"),
        ('weights = {b = 1}\nvalues.b = ["x", "y", "x"]', 2, "the ranking of 'b' names an option twice"),
        ('red_lines = [{a = "q"}]', 1, "unknown option 'q' of issue 'a'"),
        ('interactions = [{when = {a = "x"}}]', 1, "the key 'adds' is missing"),
        ('compare = [{prefers = {a = "x"}}]', 1, "the key 'to' is missing"),
    ],
)
def test_faults_are_located(text: str, line: int, reason: str) -> None:
    found, ((at, said),) = read(text)
    assert (at, said[: len(reason)]) == (line, reason)
    assert not found.nominal
