from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.case.agreement import Choice
from sulh.case.folder.table import Page
from sulh.case.handling import PUBLIC, Handling
from sulh.case.local_text import LocalText
from sulh.table.partial import Interval
from sulh.table.sheet import Sheet, Space

T = TypeVar("T")

OPTIONS: dict[str, tuple[str, ...] | None] = {"water": ("all", "half"), "border": ("open", "shut", "half")}
SPACE = Space(frozenset({"north"}), OPTIONS)


def asked(text: str, question: Callable[[Sheet], T], space: Space = SPACE) -> tuple[T, list[tuple[int, str]]]:
    """The answer of the sheet, and what is wrong with it by line."""
    page = Page("n.toml", text)
    sheet = Sheet(page, (), page.values, space=space)
    answer = question(sheet)
    faults = [(fault.line or 0, fault.reason) for fault in page.faults()]
    assert sheet.spoiled == bool(faults)
    return answer, faults


def fault(text: str, question: Callable[[Sheet], Any], space: Space = SPACE) -> tuple[int, str]:
    (found,) = asked(text, question, space)[1]
    return found


wide = st.integers(-(10**17) - 9, 10**17 + 9) | st.integers(-9, 9)


@given(wide, st.integers(-9, 0))
def test_decimals_are_exact(digits: int, exponent: int) -> None:
    text = f"{Decimal(digits).scaleb(exponent):f}"
    assert asked(f"n = {text}", lambda sheet: sheet.number("n")) == (Fraction(text), [])
    assert asked(f"n = {text}", lambda sheet: sheet.interval("n")) == (Interval(*[Fraction(text)] * 2), [])


@given(wide, wide, st.integers(1, 9))
def test_an_interval_has_its_ends_in_order(low: int, high: int, below: int) -> None:
    ends = Fraction(low, below), Fraction(high, below)
    answer, faults = asked(f'n = ["{low}/{below}", "{high}/{below}"]', lambda sheet: sheet.interval("n"))
    if ends[0] <= ends[1]:
        assert (answer, faults) == (ends, [])
    else:
        assert faults == [(1, "'n': the interval is upside down; write [low, high]")]


def test_no_number_is_nothing() -> None:
    assert asked("", lambda sheet: sheet.number("n")) == (Fraction(0), [])


@pytest.mark.parametrize("value", ["[]", "[1]", "[1, 2, 3]"])
def test_an_interval_has_two_ends(value: str) -> None:
    said = fault(f"n = {value}", lambda sheet: sheet.interval("n"))
    assert said == (1, "'n': an interval has two numbers; write [low, high]")


def test_an_end_that_is_no_number_is_located() -> None:
    line, said = fault("n = [1,\ntrue]", lambda sheet: sheet.interval("n"))
    assert line in (1, 2)
    assert said.startswith("'n': not a number")


@given(st.permutations([("water", "half"), ("border", "shut")]))
def test_a_choice_is_in_the_order_of_the_issues(pairs: list[tuple[str, str]]) -> None:
    text = "\n".join(f'{issue} = "{option}"' for issue, option in pairs)
    expected = Choice((("water", "half"), ("border", "shut")))
    assert asked(text, Sheet.chosen) == (expected, [])
    assert asked(text, Sheet.chosen_if_any) == (expected, [])


def test_only_a_choice_that_may_be_empty_is() -> None:
    assert asked("", Sheet.chosen_if_any) == (Choice(()), [])
    assert fault("", Sheet.chosen)[1].startswith("names no option")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('watr = "all"', "unknown issue 'watr'; did you mean 'water'? define it or correct the id"),
        ('water = "al"', "unknown option 'al' of issue 'water'; did you mean 'all'? define it or correct"),
        ("water = 3", "'water' has the wrong type; write the id of an option in quotation marks"),
        ('water = ["all"]', "'water': a list stands only in 'then'; name one option"),
    ],
)
def test_what_a_choice_may_not_name(text: str, reason: str) -> None:
    line, said = fault(f"\n{text}", Sheet.chosen)
    assert line == 2
    assert said.startswith(reason)


def test_several_options_where_any_will_do() -> None:
    several = asked('water = ["half", "all"]', lambda sheet: sheet.options("water"))
    assert several == (("half", "all"), [])
    assert asked('water = "half"', lambda sheet: sheet.options("water")) == (("half",), [])


def test_what_cannot_be_read_is_not_called_unknown() -> None:
    unread = Space(None, {"water": None}, complete=False)
    assert asked('water = "all"\nelse = "x"', Sheet.issue_keys, unread) == ((), [])


@pytest.mark.parametrize("said", ["public", "process", "party:north", "mediator"])
def test_handling(said: str) -> None:
    assert asked(f'handling = "{said}"', Sheet.said_handling) == (Handling(said), [])
    assert asked(f'handling = "{said}"', Sheet.remarks) == (None, [])


def test_a_wrong_handling_is_a_fault_once() -> None:
    assert asked('handling = "hidden"', Sheet.said_handling) == (PUBLIC, [])
    assert "is no handling" in fault('handling = "hidden"', Sheet.remarks)[1]
    assert asked("", Sheet.said_handling) == (PUBLIC, [])


@pytest.mark.parametrize("text", ["assumed = 1", 'as_of = "never"', "note = 3"])
def test_remarks_have_their_types(text: str) -> None:
    key = text.split(" ", maxsplit=1)[0]
    assert repr(key) in fault(text, Sheet.remarks)[1]


def test_an_id_is_new_or_a_fault() -> None:
    taken: set[str] = set()
    assert asked('id = "a"', lambda sheet: sheet.new_id("issue", taken)) == ("a", [])
    assert taken == {"a"}
    said = fault('id = "a"', lambda sheet: sheet.new_id("issue", taken))
    assert said == (1, "the id 'a' is taken by another issue; give this issue another id")


def test_wordings_and_empty_lists() -> None:
    assert asked('title = "Water"', Sheet.title) == (LocalText((("en", "Water"),)), [])
    assert asked("", Sheet.title) == (None, [])
    assert asked("a = []\nb = [1]", lambda sheet: [sheet.is_empty(key) for key in "abc"])[0] == [1, 0, 0]
    assert asked("b = 1\na = 2", Sheet.every_key)[0] == ("b", "a")
