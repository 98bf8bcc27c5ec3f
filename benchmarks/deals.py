"""What could be agreed: sulh against NegMAS, which analyses negotiations, on the same seeded negotiations.

Each measurement has a process of its own, warmed up with a small negotiation. The clock runs from the
negotiation (or the utility functions) in memory to the result; starting Python, imports and reading are not
counted. Weights are 1 to 10 and values 0 to 100, whole numbers, so that neither side loses to rounding. A
second part measures cost against size and writes build/bench/deals.csv and deals.svg; with a folder of
domains in Genius XML, a third compares the results on them.

    python benchmarks/deals.py [--seeds N] [--genius FOLDER]
"""

import argparse
import os
import platform
from collections.abc import Sequence
from fractions import Fraction
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import NamedTuple

from _apart import Measured, apart
from _negotiations import Instance
from rich.console import Console
from rich.table import Table

BUILD = Path(__file__).parents[1] / "build" / "bench"
GIGABYTE = 1_000  # MB


class Goal(NamedTuple):
    """What is wanted; None where nothing is."""

    seconds: float | None = None
    megabytes: float | None = None
    ratio: float | None = None

    def __str__(self) -> str:
        """Return the goal in words."""
        said = [
            f"≥ {self.ratio:,.0f}×" if self.ratio else "",
            f"≤ {self.seconds:g} s" if self.seconds else "",
            f"≤ {self.megabytes:,.0f} MB" if self.megabytes else "",
        ]
        return "\n".join(filter(None, said))

    def met(self, seconds: float, megabytes: float, ratio: float) -> bool:
        """Tell whether measured figures are good enough."""
        return (
            (self.seconds is None or seconds <= self.seconds)
            and (self.megabytes is None or megabytes <= self.megabytes)
            and (self.ratio is None or ratio >= self.ratio)
        )


class Row(NamedTuple):
    """A line of the table: `work` of ours, and of the peer where it can do the same."""

    title: str
    work: str
    instance: Instance
    goal: Goal
    peer: str | None = None


LARGE = Instance(0, parties=4, issues=20, options=5)
FIVE = Instance(0, parties=5, issues=15, options=5)
MILLION = Instance(0, parties=3, issues=6, options=10)
VAGUE = Instance(0, parties=3, issues=10, options=5, spread=Fraction(1, 5))
ROWS = (
    Row("listed; pareto_frontier", "_sulh:LISTED", MILLION, Goal(ratio=2000), "_negmas:FRONTIER"),
    Row("listed; pareto_frontier_numpy", "_sulh:LISTED", MILLION, Goal(), "_negmas:MATRIX"),
    Row(
        "listed; MOBANOS",
        "_sulh:LISTED",
        Instance(0, parties=2, issues=20, options=10),
        Goal(ratio=1),
        "_negmas:MOBANOS",
    ),
    Row("frontier", "_sulh:FRONTIER", LARGE, Goal(2, GIGABYTE)),
    Row("frontier, 10 + 10 links", "_sulh:FRONTIER", LARGE._replace(links=10), Goal(10, GIGABYTE)),
    Row("frontier", "_sulh:FRONTIER", FIVE, Goal(20)),
    Row("cover, ε ≤ 0.05", "_sulh:COVER", FIVE, Goal(1)),
    Row("four solutions", "_sulh:SOLUTIONS", Instance(0, parties=8, issues=20, options=5), Goal(5)),
    Row("robust, 10,000 samples", "_sulh:ROBUST", VAGUE, Goal(10)),
    Row("what if", "_sulh:WHAT_IF", Instance(0, parties=4, issues=10, options=5), Goal(0.1)),
)
NOTES = """\
The goal is met where the medians meet it and the results are right.
Listed: every point of the frontier with its utilities, an example and how many packages share it.
pareto_frontier: the peer's function on ready utility functions; its time is mostly their evaluation.
pareto_frontier_numpy: the peer's filter alone, on a ready matrix of the utilities of all packages; as here \
sulh is not given the matrix, there is no goal.
MOBANOS: the peer's exact sampler for two parties.
10 + 10 links: ten forbidden pairs of options, ten pairs worth something to a party, of any two issues; the \
peer's frontier does not heed constraints on outcomes, so there is nothing to compare with.
Robust: each weight is known only within a fifth; its points are the packages on some sample's frontier. \
It may work in several processes; MB is that of the first.
What if: frontier, four solutions and count of packages after one number changed.
MB: the largest resident memory of the process, interpreter and libraries included."""


def measured(row: Row, seeds: Sequence[int]) -> list[str]:
    """Return the cells of a row of the table."""
    instances = [row.instance._replace(seed=seed) for seed in seeds]
    ours = [apart(row.work, instance, instance.small) for instance in instances]
    theirs = [apart(row.peer, instance, instance.small) for instance in instances if row.peer]
    pairs = list(zip(ours, theirs, strict=bool(row.peer)))
    ratios = [peer.seconds / mine.seconds for mine, peer in pairs]
    differ = sum(mine.told.points != peer.told.points for mine, peer in pairs)
    sizes = [one.told.size for one in ours]
    short = sum(not one.told.right for one in ours)
    remark = (
        f"{differ} differ" if differ else f"{short} fall short" if short else "the same" if theirs else ""
    )
    shape = f"{row.instance.parties} × {row.instance.issues} × {row.instance.options}"
    return [
        f"{row.title}\n{shape} = {row.instance.packages:.0e}",
        f"{min(sizes):,} to {max(sizes):,}\n{remark}",
        *_figures(ours),
        *(_figures(theirs) if theirs else ("", "")),
        f"{median(ratios):,.1f}\n{min(ratios):,.1f}" if ratios else "",
        str(row.goal),
        _met(row.goal, ours, ratios, right=not (differ or short)),
    ]


def _figures(side: Sequence[Measured]) -> tuple[str, str]:
    seconds, megabytes = [one.seconds for one in side], [one.megabytes for one in side]
    return (
        f"{median(seconds):.3f}\n{max(seconds):.3f}",
        f"{median(megabytes):.0f}\n{max(megabytes):.0f}",
    )


def _met(goal: Goal, ours: Sequence[Measured], ratios: Sequence[float], *, right: bool) -> str:
    if goal == Goal():
        return ""
    typical = goal.met(
        median(one.seconds for one in ours), median(one.megabytes for one in ours), median(ratios or [0])
    )
    return "yes" if right and typical else "no"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="What could be agreed: sulh against NegMAS.")
    parser.add_argument("--seeds", type=int, default=3, metavar="N", help="negotiations of each size [3]")
    parser.add_argument("--genius", type=Path, metavar="FOLDER", help="domains in Genius XML, each a folder")
    given = parser.parse_args()
    seeds = range(max(given.seeds, 1))
    console = Console()
    console.print(
        f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores; "
        f"sulh {version('sulh')}, NegMAS {version('negmas')}"
    )
    table = Table(title=f"parties × issues × options = packages; {len(seeds)} seeds: median, then worst")
    for column in ("", "points", "s", "MB", "NegMAS s", "MB", "ratio", "goal", "met"):
        table.add_column(column, justify="left" if column in {"", "goal"} else "right")
    for row in ROWS:
        table.add_row(*measured(row, seeds), end_section=True)
    console.print(table)
    console.print(NOTES, highlight=False)

    # Not at the top: the processes that measure import this module too, and should stay small.
    from _published import compare  # noqa: PLC0415 - as just said
    from _sweep import sweep  # noqa: PLC0415 - likewise

    if given.genius:
        console.print(compare(given.genius))
    figures, picture = sweep(seeds, BUILD)
    console.print(f"Cost against size, for two to five parties: {picture}, figures in {figures}")


if __name__ == "__main__":
    main()
