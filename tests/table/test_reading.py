from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.case.agreement import Choice, Issue, Option
from sulh.case.local_text import LocalText
from sulh.table.negotiation import Constraint, Interaction, Member, Negotiation, Preference
from sulh.table.number import plain
from sulh.table.reading import parse

TEXT = """\
[[party]]
id = "upland"
reservation = 40.5
note = "their own figure"
[[party]]
id = "lowland"
[[issue]]
id = "scope"
title = {ar = "النطاق", en = "Scope"}
options = ["nationwide", {id = "local", title = "Local"}]
[[issue]]
id = "monitor"
options = ["un", "guarantors", "none"]
[[constraint]]
if = {scope = "local"}
then = {monitor = ["un", "guarantors"]}
assumed = true
[[constraint]]
forbid = {monitor = "un", scope = "local"}
[preference.upland]
weights = {scope = 60, monitor = 40}
values.scope = {nationwide = 1, local = 0.2}
values.monitor = {none = 0, un = 1, guarantors = "2/3"}
interactions = [{when = {scope = "nationwide", monitor = "none"}, adds = -15}]
red_lines = [{monitor = "none"}]
"""
FRAME = """\
[[party]]
id = "p"
[[issue]]
id = "a"
options = ["x", "y", "z"]
[[issue]]
id = "b"
options = ["x", "y"]
"""
PREFERENCE = FRAME + "[preference.p]\n"
"""The preference of p begins on line 10."""


def read(text: str) -> Negotiation:
    negotiation, faults = parse(text, "n.toml")
    assert faults == ()
    assert negotiation is not None
    return negotiation


def faults(text: str) -> list[tuple[int | None, str]]:
    negotiation, found = parse(text, "n.toml")
    assert negotiation is None
    assert {fault.file for fault in found} == {"n.toml"}
    return [(fault.line, fault.reason) for fault in found]


def choice(**options: str) -> Choice:
    return Choice(tuple(options.items()))


def test_everything_that_a_file_says() -> None:
    negotiation = read(TEXT)
    upland, lowland = negotiation.parties
    assert negotiation.issues == (
        Issue(
            "scope",
            (Option("nationwide"), Option("local", LocalText((("en", "Local"),)))),
            LocalText((("ar", "النطاق"), ("en", "Scope"))),
        ),
        Issue("monitor", (Option("un"), Option("guarantors"), Option("none"))),
    )
    assert upland.preference.values == (
        ("scope", (Fraction(60), Fraction(12))),
        ("monitor", (Fraction(40), Fraction(80, 3), Fraction(0))),
    )
    assert upland.preference.interactions == (
        Interaction(choice(scope="nationwide", monitor="none"), Fraction(-15)),
    )
    assert upland.preference.red_lines == (choice(monitor="none"),)
    assert upland.preference.reservation == Fraction(81, 2)
    assert lowland.preference == Preference()
    assert negotiation.constraints == (
        Constraint((choice(scope="local", monitor="none"),)),
        Constraint((choice(scope="local", monitor="un"),)),
    )
    assert not negotiation.nominal


def test_keys_of_other_commands_are_left_to_them() -> None:
    others = '[[obligation]]\nid = "x"\n[discount]\np = 0.9\n[[guarantee]]\nguarantor = "g"\n[[genius]]\n'
    assert read(FRAME + others) == read(FRAME)


@pytest.mark.parametrize(
    ("constraint", "forbidden"),
    [
        ('if = {a = "x"}\nthen = {b = "y"}', [choice(a="x", b="x")]),
        ('if = {}\nthen = {b = "y"}', [choice(b="x")]),
        ('if = {b = "y"}\nthen = {a = ["z", "x"]}', [choice(a="y", b="y")]),
        ('if = {a = "x"}\nthen = {a = "x"}', []),
        ('if = {a = "x"}\nthen = {a = "y", b = ["x", "y"]}', [choice(a="x")]),
        ('if = {a = "x"}\nthen = {a = ["y", "z"], b = "x"}', [choice(a="x"), choice(a="x", b="y")]),
        ('forbid = {b = "y", a = "x"}', [choice(a="x", b="y")]),
    ],
)
def test_constraints_become_what_they_forbid(constraint: str, forbidden: Sequence[Choice]) -> None:
    (read_constraint,) = read(f"{FRAME}[[constraint]]\n{constraint}\n").constraints
    assert read_constraint.forbidden == tuple(forbidden)


OPTIONS = {"a": ("x", "y", "z"), "b": ("x", "y")}


@given(
    given=st.fixed_dictionaries({}, optional={i: st.sampled_from(o) for i, o in OPTIONS.items()}),
    wanted=st.fixed_dictionaries(
        {}, optional={i: st.lists(st.sampled_from(o), min_size=1) for i, o in OPTIONS.items()}
    ).filter(bool),
)
def test_if_and_then_forbid_exactly_what_breaks_them(
    given: dict[str, str], wanted: dict[str, list[str]]
) -> None:
    condition = ", ".join(f'{issue} = "{option}"' for issue, option in given.items())
    then = ", ".join(f"{issue} = {options!r}" for issue, options in wanted.items())
    text = f"{FRAME}[[constraint]]\nif = {{{condition}}}\nthen = {{{then}}}\n"
    (constraint,) = read(text).constraints
    for a, b in product(*OPTIONS.values()):
        package = {"a": a, "b": b}
        breaks = given.items() <= package.items() and any(
            package[issue] not in options for issue, options in wanted.items()
        )
        assert breaks == any(set(part.options) <= package.items() for part in constraint.forbidden)


@given(
    weight=st.decimals(allow_nan=False, allow_infinity=False, places=6),
    values=st.lists(st.decimals(allow_nan=False, allow_infinity=False, places=8), min_size=3, max_size=3),
)
def test_worth_is_exact_in_the_decimals_written(weight: Decimal, values: list[Decimal]) -> None:
    table = ", ".join(f"{option} = {value:f}" for option, value in zip("xyz", values, strict=True))
    (party,) = read(f"{PREFERENCE}weights = {{a = {weight:f}}}\nvalues.a = {{{table}}}\n").parties
    ((_, worths),) = party.preference.values
    assert worths == tuple(Fraction(weight) * Fraction(value) for value in values)
    assert all(Fraction(plain(worth)) == worth for worth in worths)


def test_partial_knowledge_is_read_as_its_nominal_point() -> None:
    text = (
        f'{PREFERENCE}weights = {{a = [20, 40], b = 10}}\nvalues.a = ["z", "x", "y"]\nvalues.b = ["y", "x"]\n'
    )
    negotiation = read(text)
    assert negotiation.nominal
    assert negotiation.parties[0].preference.values == (
        ("a", (Fraction(15), Fraction(0), Fraction(30))),
        ("b", (Fraction(0), Fraction(10))),
    )
    interval = f"{PREFERENCE}weights = {{b = [-1, 2]}}\nvalues.b = {{x = 1, y = 0}}\n"
    assert read(interval).nominal
    assert read(interval).parties[0].preference.values == (("b", (Fraction(1, 2), Fraction(0))),)
    point = f"{PREFERENCE}weights = {{b = [2, 2]}}\nvalues.b = {{x = 1, y = 0}}\n"
    assert not read(point).nominal


RANKED = (
    PREFERENCE + 'weights = {a = [20, 40], b = 18}\nvalues.a = ["x", "y", "z"]\nvalues.b = {x = 1, y = -1}\n'
)


@pytest.mark.parametrize(
    ("prefers", "to", "reason"),
    [
        ('a = "x"', 'b = "x"', None),
        ('b = "y"', 'b = "x"', "contradicts the weights and values"),
        ('a = "z"', 'a = "x"', "contradicts the weights and values"),
        ('b = "y"', 'a = "x", b = "x"', "contradicts the weights and values"),
    ],
)
def test_comparisons(prefers: str, to: str, reason: str | None) -> None:
    text = f"{RANKED}compare = [\n{{prefers = {{{prefers}}}, to = {{{to}}}}}]\n"
    if reason is None:
        (party,), (without,) = read(text).parties, read(RANKED).parties
        assert party.preference == without.preference
        assert party.knowledge is not None
        assert len(party.knowledge.comparisons) == 1
    else:
        ((line, said),) = faults(text)
        assert line == 14
        assert reason in said


@pytest.mark.parametrize(
    ("comparisons", "lines"),
    [
        ([('a = "y"', 'b = "x"'), ('a = "z"', 'a = "y"')], (14, 15)),
        ([('a = "y"', 'b = "y"'), ('a = "y"', 'b = "x"'), ('a = "z"', 'a = "y"')], (15, 16)),
        ([('a = "z"', 'a = "y"'), ('a = "y"', 'b = "x"'), ('a = "y"', 'b = "y"')], (14, 15)),
    ],
)
def test_comparisons_that_contradict_each_other(
    comparisons: list[tuple[str, str]], lines: tuple[int, ...]
) -> None:
    said = ",\n".join(f"{{prefers = {{{prefers}}}, to = {{{to}}}}}" for prefers, to in comparisons)
    found = faults(f"{RANKED}compare = [\n{said}]\n")
    numbers = ", ".join(str(line - 13) for line in lines)
    reason = f"the comparisons {numbers} of this party cannot all hold with its weights and values"
    assert tuple(line for line, _ in found) == lines
    assert all(text.startswith(reason) for _, text in found)


@pytest.mark.parametrize(
    ("weights", "comparison", "exact"),
    [
        ("{a = 3, b = 2}", 'prefers = {a = "x"}, to = {b = "x"}', True),
        ("{a = 3, b = [1, 2]}", 'prefers = {a = "x"}, to = {b = "x"}', False),
    ],
)
def test_comparisons_of_what_is_known_exactly(weights: str, comparison: str, *, exact: bool) -> None:
    values = "values.a = {x = 1, y = 0, z = 0}\nvalues.b = ['x', 'y']"
    (party,) = read(f"{PREFERENCE}weights = {weights}\n{values}\ncompare = [{{{comparison}}}]\n").parties
    assert (party.knowledge is None) is exact


def test_an_empty_file_says_what_is_missing() -> None:
    assert faults("") == [
        (1, "there is no [[issue]]; add at least one"),
        (1, "there is no [[party]]; add at least one"),
    ]
    assert faults("party = []\n\nissue = []\n") == [
        (1, "there is no [[party]]; add at least one"),
        (3, "there is no [[issue]]; add at least one"),
    ]


def test_a_file_that_is_no_toml() -> None:
    ((line, reason),) = faults("a = 1\nb = \n")
    assert line == 2
    assert reason.startswith("not valid TOML")


def test_a_number_that_nothing_can_hold() -> None:
    text = FRAME + "# 1e1\n[preference.p]\nweights = {a = 1e99999999999999999999}\n"
    assert faults(text) == [(11, "a number has too many digits; write a shorter one")]


def test_every_fault_at_once() -> None:
    assert faults(
        """\
colour = "red"
[[party]]
id = "p"
reservation = nan
[[party]]
id = "p"
reservation = "1/0"
membres = []
[[issue]]
id = "a"
options = ["x", "y", "x"]
[[issue]]
id = "b"
options = []
[[issue]]
id = " "
options = ["x", {id = "y", tilte = "Y"}]
[[constraint]]
forbid = {a = "q"}
then = {a = "x"}
[[constraint]]
forbid = {}
[[constraint]]
if = {a = ["x"]}
then = {a = []}
handling = "secret"
[preference.p]
weights = {a = [3, 1], c = 2}
values.a = {x = true, y = inf}
red_lines = [{a = 3}]
interactions = [{when = {a = "x"}}]
[preference.r]
wieghts = 3
"""
    ) == [
        (1, "unknown key 'colour'; correct or remove it"),
        (4, "'reservation': not a finite number; write a number"),
        (6, "the id 'p' is taken by another party; give this party another id"),
        (7, "'reservation': not a number; write one such as 40, 0.2 or \"16/19\""),
        (8, "unknown key 'membres'; did you mean 'members'? correct or remove it"),
        (11, "the id 'x' is taken by another option; give this option another id"),
        (14, "the issue 'b' has no options; add at least one"),
        (16, "'id' is empty; fill it in or leave it out"),
        (17, "unknown key 'tilte'; did you mean 'title'? correct or remove it"),
        (18, "a constraint has either 'forbid', or 'if' and 'then'; correct it"),
        (19, "unknown option 'q' of issue 'a'; define it or correct the id"),
        (22, 'names no option; write at least one issue = "option"'),
        (24, "'a': a list stands only in 'then'; name one option"),
        (25, "'then' names no option; write issue = \"option\", or a list of options"),
        (26, "'secret' is no handling; use public, process, party:ID or mediator"),
        (28, "'a': the interval is upside down; write [low, high]"),
        (28, "unknown issue 'c'; define it or correct the id"),
        (29, "'x': not a number; write one such as 40, 0.2 or \"16/19\""),
        (29, "'y': not a finite number; write a number"),
        (30, "'a' has the wrong type; write the id of an option in quotation marks"),
        (31, "the key 'adds' is missing; add it"),
        (32, "unknown party 'r'; define it or correct the id"),
        (33, "unknown key 'wieghts'; did you mean 'weights'? correct or remove it"),
    ]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("weights = {a = 1}", 10, "'a' has a weight and no values; add values.a, or take the weight out"),
        ("values.b = {x = 1, y = 0}", 10, "'b' has values and no weight; add it to 'weights', or take"),
        ("weights = {b = 1}\nvalues.b = {x = 1}", 11, "'b' has no value for the option 'y'; add it"),
        ("weights = {b = 1}\nvalues.b = {x = 1, y = 0, z = 0}", 11, "unknown option 'z' of issue 'b'"),
        ("weights = {b = 1}\nvalues.b = 3", 11, "'b' has the wrong type; write a table"),
        ("weights = {a = 1}\nvalues.a = ['x', 'y']", 11, "the ranking of 'a' leaves out 'z'"),
        ("weights = {b = 1}\nvalues.b = ['x', 'y', 'y']", 11, "the ranking of 'b' names an option twice"),
        ("weights = {b = 1}\nvalues.b = ['x', 'q']", 11, "unknown option 'q' of issue 'b'"),
        (
            "weights = {b = [-1, 3]}\nvalues.b = ['x', 'y']",
            10,
            "'b': a ranking, best first, needs a weight of 0",
        ),
        ("weights = {b = [1, 2, 3]}\nvalues.b = {x = 1, y = 0}", 10, "'b': an interval has two numbers"),
        ("weights = {b = [1, '1/x']}\nvalues.b = {x = 1, y = 0}", 10, "'b': not a number"),
        ("compare = [{prefers = {a = 'x'}}]", 10, "the key 'to' is missing"),
        ("red_lines = [{}]", 10, "names no option"),
    ],
)
def test_faults_of_preferences(text: str, line: int, reason: str) -> None:
    ((found, said),) = faults(PREFERENCE + text + "\n")
    assert (found, said.startswith(reason)) == (line, True), said


def test_a_ranking_needs_two_options() -> None:
    text = FRAME.replace('["x", "y"]', '["x"]') + "[preference.p]\nweights = {b = 1}\nvalues.b = ['x']\n"
    assert faults(text) == [(11, "'b' has one option, which no ranking can value; give its value")]


@pytest.mark.parametrize(
    "damage",
    [
        ('id = "a"', "id = 3"),
        ('options = ["x", "y", "z"]', 'options = ["x", 3]'),
        ('options = ["x", "y", "z"]', "options = 3"),
        ('id = "p"', "id = 3"),
    ],
)
def test_references_to_what_cannot_be_read_are_not_called_unknown(damage: tuple[str, str]) -> None:
    text = PREFERENCE + 'weights = {a = 1}\nvalues.a = {x = 1, y = 1, z = 1}\nred_lines = [{a = "x"}]\n'
    assert read(text)
    assert len(faults(text.replace(*damage))) == 1


MEMBERS = FRAME.replace('id = "p"\n', 'id = "p"\nreservation = 3\nmembers = [{}]\n', 1)


def test_members_of_a_party() -> None:
    said = '{id = "north", reservation = "7/2", red_lines = [{b = "y"}], assumed = true}, {id = "south"}'
    (party,) = read(MEMBERS.replace("{}", said)).parties
    assert party.members == (
        Member("north", (choice(b="y"),), Fraction(7, 2)),
        Member("south"),
    )
    assert (party.reservation, party.preference.reservation) == (Fraction(7, 2), Fraction(3))
    assert party.red_lines == (choice(b="y"),)
    assert read(MEMBERS.replace("{}", '{id = "n", reservation = 2}')).parties[0].reservation == 3


def test_faults_of_members() -> None:
    said = (
        '{id = "north", reservation = nan}, {id = "north"}, {reserve = 2, id = "x"}, '
        '{id = "y", red_lines = [{b = "q"}, {}]}, {}'
    )
    reasons = {reason for _, reason in faults(MEMBERS.replace("{}", said, 1))}
    assert reasons == {
        "'reservation': not a finite number; write a number",
        "the id 'north' is taken by another member; give this member another id",
        "unknown key 'reserve'; did you mean 'reservation'? correct or remove it",
        "unknown option 'q' of issue 'b'; define it or correct the id",
        'names no option; write at least one issue = "option"',
        "the key 'id' is missing; add it",
    }
