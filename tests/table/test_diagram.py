from fractions import Fraction

import numpy as np
import pytest
from tests.table.small import acceptable, negotiation

import sulh.table.diagram
from sulh.case.agreement import Choice, Issue, Option
from sulh.table.diagram import TooLargeError, diagrams
from sulh.table.negotiation import Constraint, Interaction, Negotiation, Party, Preference
from sulh.table.scaling import scale


def chain(length: int, options: int = 3) -> Negotiation:
    """Each issue is linked with the next."""
    issues = tuple(Issue(f"i{n}", tuple(Option(f"o{k}") for k in range(options))) for n in range(length))
    extras = tuple(
        Interaction(Choice(((f"i{n}", "o0"), (f"i{n + 1}", "o1"))), Fraction(1)) for n in range(length - 1)
    )
    return Negotiation((Party("p", Preference(interactions=extras)),), issues)


def test_issues_without_links_stand_alone() -> None:
    table = Negotiation((Party("p", Preference()),), chain(4).issues)
    assert [len(part.steps) for part in diagrams(scale(table)) or []] == [1, 1, 1, 1]


def test_a_chain_of_links_needs_few_nodes() -> None:
    parts = diagrams(scale(chain(30)))
    assert parts is not None
    assert [len(part.steps) for part in parts] == [30]
    assert max(step.nodes for step in parts[0].steps) <= 4


def test_the_best_path_is_the_best_package() -> None:
    for seed in range(200):
        table = negotiation(seed)
        scaled = scale(table)
        parts = diagrams(scaled)
        low = tuple(
            Party(
                p.id,
                Preference(
                    p.preference.values,
                    p.preference.interactions,
                    p.preference.red_lines,
                    -(Fraction(10) ** 25),
                ),
            )
            for p in table.parties
        )
        found = acceptable(Negotiation(low, table.issues, table.constraints))
        if parts is None:
            assert not found
            continue
        unit = np.array([[1]] + [[0]] * (len(table.parties) - 1), dtype=object)
        best = sum(int(part.best(unit)[0][0, 0]) for part in parts)
        assert scaled.scales[0].exact(best) == max(vector[0] for vector, _ in found)


def test_issues_linked_too_densely_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sulh.table.diagram, "MOST_NODES", 1)
    with pytest.raises(TooLargeError, match="linked too densely"):
        diagrams(scale(chain(30)))


def test_no_option_or_a_rule_against_everything_leaves_nothing() -> None:
    party = Party("p", Preference())
    assert diagrams(scale(Negotiation((party,), (Issue("i", ()),)))) is None
    assert diagrams(scale(Negotiation((party,), (), (Constraint((Choice(()),)),)))) is None
