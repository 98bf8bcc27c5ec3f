"""What stands and falls with what is not known of the parties' preferences.

Sources: possible and necessary winners after Konczak and Lang (2005); acceptability after stochastic
multicriteria acceptability analysis (Lahdelma, Hokkanen and Salminen 1998); minimax regret and its questions
after Boutilier et al. (2006).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt
from typing import Final, NamedTuple

import numpy as np

from sulh.table.frontier import package_of
from sulh.table.negotiation import Negotiation
from sulh.table.partial import Interval, Known
from sulh.table.robust.ask import Question, ask
from sulh.table.robust.field import field_of
from sulh.table.robust.frontiers import Counts, Progress, count
from sulh.table.robust.necessary import extras, necessary
from sulh.table.robust.polytope import Polytope
from sulh.table.robust.regret import Game
from sulh.table.robust.sampling import Samples, draw, knowledge, options_of
from sulh.table.scaling import scale

SAMPLES: Final = 1000
"""Samples unless the caller asks for more: a share is then right within 0.016 (one standard error)."""

LISTED: Final = 50
"""Packages that are listed at the most."""

_CANDIDATES: Final = 200
"""Packages that are tried for being necessary."""


class Acceptability(NamedTuple):
    """How often a package does well over the samples.

    Attributes:
        frontier: share of the samples in which it is on the frontier of acceptable packages.
        acceptable: share of the samples in which it is acceptable.
        standard_error: of `frontier`, √(p(1 − p)/n).
    """

    package: Mapping[str, str]
    frontier: float
    acceptable: float
    standard_error: float


class Regret(NamedTuple):
    """The package with the least largest regret, and that regret, exact."""

    example: Mapping[str, str]
    value: Fraction


@dataclass(frozen=True, slots=True)
class Robust:
    """What can be said over all admissible preferences.

    Attributes:
        agreeable: share of the samples in which some package is acceptable.
        possible: packages seen on the frontier of some sample, the most often seen first, at most `LISTED`;
            others may exist that no sample showed.
        possible_count: how many were seen.
        necessary: packages proved acceptable and undominated under all admissible preferences, in the order
            of options, at most `LISTED`.
        necessary_count: how many were proved.
        necessary_complete: whether all others are proved not to be so; otherwise there may be more.
        acceptability: of the packages listed.
        regret: None where no package is acceptable at the nominal point, or too many may be the best.
        ask: the next question; None where there is none.
        no_ask: why there is none.
    """

    samples: int
    seed: int
    agreeable: float
    possible: tuple[Mapping[str, str], ...]
    possible_count: int
    necessary: tuple[Mapping[str, str], ...]
    necessary_count: int
    necessary_complete: bool
    acceptability: tuple[Acceptability, ...]
    regret: Regret | None
    ask: Question | None
    no_ask: str | None


def robust(
    negotiation: Negotiation,
    samples: int = SAMPLES,
    seed: int = 0,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Robust:
    """Return what can be said over all admissible preferences.

    Args:
        negotiation: parties, issues, constraints.
        samples: how many preferences are drawn, 1 or more.
        seed: of the draws; equal seeds give equal results, whatever the number of workers.
        workers: processes; by default as many as there are processors where the work is worth their start.
        progress: told how many samples are done, of how many.

    Raises:
        TooLargeError: if a sample has too many packages to keep, or the issues are linked too densely.
        ValueError: if `samples` is less than 1, the negotiation has no party, or a preference or a constraint
            does not fit the issues.
    """
    if samples < 1:
        message = "robustness needs samples: ask for 1 or more"
        raise ValueError(message)
    drawn = draw(negotiation, samples, seed)
    counts = count(negotiation, drawn, samples, workers, progress)
    options = options_of(negotiation)
    known = tuple(
        knowledge(party, options)
        or Polytope({i: Known(Interval(Fraction(1), Fraction(1)), w) for i, w in party.preference.values})
        for party in negotiation.parties
    )
    scaled = scale(negotiation)

    def packages(numbers: list[int]) -> tuple[Mapping[str, str], ...]:
        return tuple(package_of(negotiation, scaled, number) for number in numbers)

    order = np.lexsort((np.arange(len(counts.numbers)), -counts.counts))[:LISTED]
    possible = counts.numbers[order].tolist()
    always = counts.numbers[counts.counts == samples].tolist()
    proved = list(necessary(negotiation, known, options, packages(always[:_CANDIDATES])))
    game = None if (field := field_of(negotiation, known, options)) is None else Game(field, known)
    regret, question, reason = _regret(game)
    best = [] if regret is None else [tuple(regret.example.items())]
    shown = list(packages(possible))
    shown += [each for each in proved[:LISTED] if each not in shown]
    shown += [dict(each) for each in best if dict(each) not in shown]
    return Robust(
        samples,
        seed,
        counts.agreeable / samples,
        packages(possible),
        len(counts.numbers),
        tuple(proved[:LISTED]),
        len(proved),
        len(always) <= _CANDIDATES and (len(proved) == len(always) or not any(each.cuts for each in known)),
        tuple(_acceptability(negotiation, drawn, counts, scaled.strides(), each) for each in shown),
        regret,
        question,
        reason,
    )


def _regret(game: Game | None) -> tuple[Regret | None, Question | None, str | None]:
    if game is None:
        return None, None, "too many packages may be the best to compare their regrets"
    if not len(game.field.rows):
        return None, None, "no package is acceptable at the nominal point"
    least = game.minimax()
    return Regret(game.field.package(least.package), least.value), *ask(game, least)


def _acceptability(
    negotiation: Negotiation,
    samples: Samples,
    counts: Counts,
    strides: tuple[int, ...],
    package: Mapping[str, str],
) -> Acceptability:
    """Return the shares of one package, which breaks no constraint and no red line."""
    places = [
        [option.id for option in issue.options].index(package[issue.id]) for issue in negotiation.issues
    ]
    starts = np.cumsum([0, *(len(issue.options) for issue in negotiation.issues)])[: len(places)]
    columns = starts.astype(np.int64) + np.array(places, dtype=np.int64)
    number = sum(place * stride for place, stride in zip(places, strides, strict=True))
    met = np.ones(counts.samples, dtype=bool)
    for party, worths, unit in zip(negotiation.parties, samples.worths, samples.units, strict=True):
        floor = -((extras(party, package) - party.reservation) // unit)
        met &= (worths[:, columns].sum(axis=1) >= floor).astype(bool)
    row = int(np.searchsorted(counts.numbers, number))
    seen = row < len(counts.numbers) and counts.numbers[row] == number
    share = int(counts.counts[row]) / counts.samples if seen else 0.0
    return Acceptability(package, share, float(met.mean()), sqrt(share * (1 - share) / counts.samples))
