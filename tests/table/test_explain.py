from collections import deque
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.table.conftest import Oracle, negotiations

from sulh.case.agreement import Choice, Issue, Option
from sulh.case.local_text import LocalText
from sulh.table.explain import Explanation, explain
from sulh.table.feasible import RedLine
from sulh.table.negotiation import Constraint, Member, Negotiation, Party, Preference
from sulh.table.solutions import solutions
from sulh.text.messages import translator


def title(ar: str, en: str) -> LocalText:
    return LocalText((("ar", ar), ("en", en)))


def package(scope: str, monitor: str) -> Choice:
    return Choice((("scope", scope), ("monitor", monitor)))


def party(name: str, scope: tuple[int, int], monitor: tuple[int, int], reservation: int) -> Party:
    values = (("scope", tuple(map(Fraction, scope))), ("monitor", tuple(map(Fraction, monitor))))
    return Party(name, Preference(values, reservation=Fraction(reservation)))


LOCAL = Choice((("scope", "local"),))
NEGOTIATION = Negotiation(
    (party("upland", (6, 2), (4, 0), 7), party("lowland", (1, 3), (1, 1), 2)),
    (
        Issue("scope", (Option("all", title("كله", "all")), Option("local")), title("النطاق", "Scope")),
        Issue("monitor", (Option("joint"), Option("none"))),
    ),
)


def said(explanation: Explanation, language: str = "en") -> list[str]:
    labels = {"upland": "Upland"}
    return [each.within(translator(language), labels) for each in explanation.sentences()]


def changes(one: Choice, other: Choice) -> int:
    return sum(a != b for a, b in zip(one.options, other.options, strict=True))


def fewest_changes(oracle: Oracle, start: Choice) -> int | None:
    """Breadth first over changes of one issue."""
    issues = oracle.negotiation.issues
    queue, seen = deque([(start, 0)]), {start}
    while queue:
        current, distance = queue.popleft()
        if oracle.acceptable(current):
            return distance
        for n, issue in enumerate(issues):
            for option in issue.options:
                options = list(current.options)
                options[n] = (issue.id, option.id)
                changed = Choice(tuple(options))
                if changed not in seen:
                    seen.add(changed)
                    queue.append((changed, distance + 1))
    return None


@settings(max_examples=35)
@given(negotiations(), st.data())
def test_an_explanation_is_what_enumeration_finds(negotiation: Negotiation, data: st.DataObject) -> None:
    oracle = Oracle(negotiation)
    packages = list(oracle.packages())
    start = data.draw(st.sampled_from(packages))
    explanation = explain(negotiation, start)
    worths = oracle.utilities(start)
    assert explanation.acceptable == oracle.acceptable(start)
    assert tuple(standing.utility for standing in explanation.standings) == worths
    assert {index for index, _ in explanation.broken} == set(oracle.broken(start))
    assert tuple((line.party, line.index, line.member) for line, _ in explanation.crossed) == oracle.crossed(
        start
    )

    better = [
        found
        for each in packages
        if oracle.acceptable(each)
        and (found := oracle.utilities(each)) != worths
        and all(a >= b for a, b in zip(found, worths, strict=True))
    ]
    dominating = explanation.dominated_by
    assert (dominating.utilities if dominating else None) == (max(better) if better else None)
    if dominating:
        assert oracle.utilities(dominating.package) == dominating.utilities

    mended = explanation.smallest_change
    expected = fewest_changes(oracle, start)
    if explanation.acceptable or expected is None:
        assert mended is None
    else:
        assert mended is not None
        assert oracle.acceptable(mended)
        assert changes(start, mended) == expected
        alike = [each for each in packages if oracle.acceptable(each) and changes(start, each) == expected]
        assert oracle.utilities(mended) == max(map(oracle.utilities, alike))


def test_an_acceptable_package_that_nothing_betters() -> None:
    assert said(explain(NEGOTIATION, package("all", "joint"))) == [
        (
            "The package is acceptable: constraints broken: 0, red lines crossed: 0, parties below their "
            "reservation values: 0."
        ),
        "Upland gets 10: a gain of 3 over its reservation value 7.",
        "lowland gets 2: exactly its reservation value 2.",
        "No acceptable package gives nobody less and somebody more.",
    ]


def test_a_party_that_falls_short_and_what_mends_it() -> None:
    explanation = explain(NEGOTIATION, package("all", "none"))
    assert [standing.party for standing in explanation.short] == ["upland"]
    assert said(explanation) == [
        (
            "The package is not acceptable: constraints broken: 0, red lines crossed: 0, parties below their "
            "reservation values: 1."
        ),
        "Upland gets 6: 1 below its reservation value 7.",
        "lowland gets 2: exactly its reservation value 2.",
        "An acceptable package gives nobody less and somebody more: Scope: all, monitor: joint.",
        "There Upland gets 10, 4 more.",
        "The fewest issues to change so that it becomes acceptable: 1.",
        "monitor: joint instead of none.",
        "Upland then gets 10; its reservation value is 7.",
        "lowland then gets 2; its reservation value is 2.",
    ]


def test_constraints_and_red_lines_are_named_by_their_places() -> None:
    upland, lowland = NEGOTIATION.parties
    crossing = replace(lowland, preference=replace(lowland.preference, red_lines=(LOCAL,)))
    bound = replace(NEGOTIATION, parties=(upland, crossing), constraints=(Constraint((LOCAL,)),))
    explanation = explain(bound, package("local", "joint"))
    assert explanation.broken == ((0, LOCAL),)
    assert explanation.crossed == ((RedLine("lowland", 0), LOCAL),)
    assert said(explanation)[1:3] == [
        "Constraint 0 (counted from 0) forbids this: Scope: local.",
        "lowland never accepts this: Scope: local (red line 0, counted from 0).",
    ]


def test_where_no_package_is_acceptable_nothing_mends_it() -> None:
    hopeless = replace(NEGOTIATION, constraints=(Constraint((LOCAL, Choice((("scope", "all"),)))),))
    explanation = explain(hopeless, package("all", "joint"))
    assert explanation.smallest_change is None
    assert said(explanation)[-1] == "No package at all is acceptable."


def test_the_sentences_exist_in_arabic() -> None:
    arabic = said(explain(NEGOTIATION, package("all", "none")), "ar")
    assert arabic[1] == "يحصل الطرف Upland على 6: دون قيمة التحفظ لديه 7 بـ 1."
    assert "النطاق: كله، monitor: joint" in arabic[3]


def test_the_order_of_the_issues_in_a_package_does_not_matter() -> None:
    turned = Choice((("monitor", "joint"), ("scope", "all")))
    assert explain(NEGOTIATION, turned).package == package("all", "joint")


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"scope": "all"}, "the package leaves open monitor; name one option of each issue"),
        ({"range": "all"}, "unknown issue 'range'; the issues are scope, monitor"),
        ({"scope": "some"}, "'scope' has no option 'some'; its options are all, local"),
    ],
)
def test_a_package_that_is_none_is_refused(options: dict[str, str], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        explain(NEGOTIATION, Choice(tuple(options.items())))


def test_answers_are_short_in_a_notebook() -> None:
    assert repr(explain(NEGOTIATION, package("local", "none"))) == (
        "Explanation: not acceptable; upland 2, lowland 4"
    )
    assert repr(explain(NEGOTIATION, package("all", "joint"))) == (
        "Explanation: acceptable; upland 10, lowland 2"
    )
    assert repr(solutions(NEGOTIATION)).startswith("Solutions: nash (10, 2), kalai_smorodinsky (10, 2), ")


def test_a_member_that_falls_short_is_named() -> None:
    upland, lowland = NEGOTIATION.parties
    inside = replace(upland, members=(Member("north", reservation=Fraction(8)),))
    table = replace(NEGOTIATION, parties=(inside, lowland))
    found = explain(table, package("all", "none"))
    said = [sentence.within(translator("en"), {}) for sentence in found.sentences()]
    assert "upland gets 6: 2 below its reservation value 8." in said
    assert "north, of upland, asks for 8 at least; the package gives 6." in said
