from dataclasses import replace
from fractions import Fraction

from sulh.case.agreement import Issue, Option
from sulh.cli.robust_page import robustness
from sulh.table.negotiation import Negotiation, Party, Preference
from sulh.table.robust.analysis import Acceptability, Regret, Robust
from sulh.table.robust.ask import Question
from sulh.text.messages import translator

TABLE = Negotiation((Party("upland", Preference()),), (Issue("scope", (Option("all"), Option("part"))),))
PACKAGES = ({"scope": "all"}, {"scope": "part"})
FOUND = Robust(
    samples=2000,
    seed=1,
    agreeable=1999 / 2000,
    possible=PACKAGES,
    possible_count=2,
    necessary=PACKAGES[:1],
    necessary_count=1,
    necessary_complete=False,
    acceptability=tuple(Acceptability(package, 0.5, 0.57, 0.0112) for package in PACKAGES),
    regret=Regret(PACKAGES[0], Fraction(1, 3)),
    ask=Question("upland", ("scope", "all"), ("scope", "part"), Fraction(1, 4)),
    no_ask=None,
)


def lines(robust: Robust, limit: int = 20) -> list[str]:
    said: list[str] = []
    for part in robustness(robust, TABLE, limit, translator("en"), {"upland": "Upland Assembly"}):
        said += [part] if isinstance(part, str) else [*map(" ".join, part.cells), *part.below]
    return said


def test_what_holds_whatever_is_not_known() -> None:
    assert lines(FOUND) == [
        "",
        "Over all preferences that agree with what is known (2000 samples drawn, seed 1):",
        "• Some package is acceptable in 99.9% of the samples.",
        "• Packages possibly on the frontier: at least 2 (those that a sample showed).",
        "• Packages proved acceptable and on the frontier whatever the preferences are: 1.",
        (
            "• Least largest regret: ≈ 0.333333, in the sum of the parties' shares of their ideal gains. "
            "Package: scope: all."
        ),
        (
            "• The question to ask next: is scope: all worth at least as much to Upland Assembly as scope: "
            "part? After the worse answer the least largest regret is 0.25."
        ),
        "1 50.0% ± 1.1% 57.0%",
        "2 50.0% ± 1.1% 57.0%",
        "For example, where a line does not say otherwise: scope: all.",
        "1: all as said above",
        "2: scope: part",
    ]


def test_nothing_is_made_up_where_there_is_nothing_to_say() -> None:
    little = replace(
        FOUND, necessary_complete=True, regret=None, ask=None, no_ask="too many", acceptability=()
    )
    assert lines(little)[4:] == [
        "• Packages acceptable and on the frontier whatever the preferences are: 1.",
        "• There is no question to ask: too many.",
    ]
    assert lines(replace(little, no_ask=None))[5:] == []


def test_the_limit_bounds_what_is_listed() -> None:
    assert lines(FOUND, limit=1)[-2:] == ["All of these have: scope: all.", "1 package more; see --limit"]
    assert lines(FOUND, limit=0)[-1] == "2 packages more; see --limit"
