"""The next question: whose worse answer leaves the least regret.

A question puts two options of one party side by side: is the one worth at least as much to it as the other?
Each answer is one more comparison. Scenarios that are admissible under an answer bound its regret from below;
the questions are tried from the lowest bound, until no bound is below the best found.
"""

from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Final

import numpy as np

from sulh.table.robust.polytope import Factors
from sulh.table.robust.regret import Game, Minimax, Scenario, near

_MOST_TRIED: Final = 200
_MOST_WORK: Final = 20_000_000
"""Packages × scenarios made or looked at again, at about the most."""

_LOOK: Final = 16
"""How often a scenario is looked at in the time that making one takes."""


@dataclass(frozen=True, slots=True)
class Question:
    """Whether `prefers` is worth at least as much to a party as `to`; pairs of issue and option.

    Attributes:
        regret: the least largest regret after the worse answer.
        best: whether it is proved that no question does better; not where too many would have to be tried.
    """

    party: str
    prefers: tuple[str, str]
    to: tuple[str, str]
    regret: Fraction
    best: bool = True


class _Asked:
    """One question and its two answers."""

    def __init__(self, game: Game, party: int, one: tuple[str, int], other: tuple[str, int]) -> None:
        self.party, self.one, self.other = party, one, other
        self.answers = [self._cut(game, 1), self._cut(game, -1)]

    def _cut(self, game: Game, sign: int) -> Factors:
        rows: dict[str, list[int]] = {}
        for (issue, option), factor in ((self.one, sign), (self.other, -sign)):
            rows.setdefault(issue, [0] * len(game.field.options[issue]))[option] += factor
        return rows

    def is_open(self, game: Game) -> bool:
        """Tell whether neither answer is implied."""
        return all(game.known[self.party].most(answer) > 0 for answer in self.answers)

    def admits(self, answer: int, scenario: Scenario) -> bool:
        """Tell whether a scenario agrees with an answer."""
        worths = scenario.points[self.party]
        one, other = worths[self.one[0]][self.one[1]], worths[self.other[0]][self.other[1]]
        return other >= one if answer else one >= other


def ask(game: Game, now: Minimax) -> tuple[Question | None, str | None]:
    """Return the question whose worse answer leaves the least regret, or None and why there is none."""
    questions = [question for question in _questions(game) if question.is_open(game)]
    if not questions:
        return None, "nothing is left to ask"
    pool = _Pool(list(now.scenarios), {})
    best, tried, slack = (now.value, len(questions)), 0, near(now.scenarios[0].more)
    proved = True
    for low, number in sorted((pool.bound(question), number) for number, question in enumerate(questions)):
        question = questions[number]
        if low >= float(now.value) - slack or max(low, pool.bound(question)) > float(best[0]) + slack:
            continue
        if tried and (tried == _MOST_TRIED or pool.work > _MOST_WORK):
            proved = False
            break
        tried += 1
        worst = max(pool.regret(game, question, answer) for answer in (0, 1))
        if worst < now.value:
            best = min(best, (worst, number))
    if best[0] == now.value:
        reason = "no question lessens the regret in its worse answer"
        return None, reason if proved else f"{reason}, of those that were tried"
    chosen, ids = questions[best[1]], game.field.options
    one, other = ((issue, ids[issue][option]) for issue, option in (chosen.one, chosen.other))
    return Question(game.field.negotiation.parties[chosen.party].id, one, other, best[0], proved), None


@dataclass(slots=True)
class _Pool:
    """All scenarios found so far, and for sets of them the least regret that they leave.

    Attributes:
        work: packages × scenarios made so far, or looked at again.
    """

    scenarios: list[Scenario]
    bounds: dict[tuple[int, ...], float]
    work: float = 0

    def bound(self, question: _Asked) -> float:
        """Return a lower bound on the regret after the worse answer."""
        return max(self._least(question, answer) for answer in (0, 1))

    def _least(self, question: _Asked, answer: int) -> float:
        key = tuple(n for n, scenario in enumerate(self.scenarios) if question.admits(answer, scenario))
        if key not in self.bounds:
            rows = [self.scenarios[n].more for n in key]
            if rows and self.work > _MOST_WORK:
                # A bound all the same, if not the best.
                return 0.0
            self.work += sum(map(len, rows)) / _LOOK
            self.bounds[key] = float(np.maximum.reduce(rows).min()) if rows else 0.0
        return self.bounds[key]

    def regret(self, game: Game, question: _Asked, answer: int) -> Fraction:
        """Return the least largest regret after an answer."""
        start = [scenario for scenario in self.scenarios if question.admits(answer, scenario)]
        found = game.with_cut(question.party, question.answers[answer]).minimax(start)
        fresh = found.scenarios[len(start) :]
        self.scenarios.extend(fresh)
        self.work += len(game.field.rows) * len(fresh)
        return found.value


def _questions(game: Game) -> list[_Asked]:
    """Return all pairs of options of each party that W counts and whose worths are not all known."""
    return [
        _Asked(game, party, one, other)
        for party in game.playing
        if game.field.negotiation.parties[party].knowledge
        for one, other in combinations(
            [(issue, n) for issue in game.known[party].known for n in range(len(game.field.options[issue]))],
            2,
        )
    ]
