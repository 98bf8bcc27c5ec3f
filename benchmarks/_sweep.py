"""Cost against size, for two to five parties: as figures and as a picture."""

import csv
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import matplotlib as mpl
from _apart import timed
from _negmas import functions
from _negotiations import Instance, negotiation
from matplotlib.figure import Figure
from negmas.preferences.ops import pareto_frontier

from sulh.table.frontier import frontier

PARTIES = range(2, 6)
ISSUES = (3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 18, 20)
OPTIONS = 5
ENOUGH = 0.5  # seconds; nothing larger is tried after
MARKERS = ("o", "s", "^", "D")
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7")  # of Okabe and Ito, told apart by the colour-blind


class Figures(NamedTuple):
    """One measurement."""

    side: str
    parties: int
    issues: int
    options: int
    seed: int
    packages: int
    points: int
    seconds: float


def sweep(seeds: Sequence[int], folder: Path) -> tuple[Path, Path]:
    """Measure, write `deals.csv` and `deals.svg` into the folder, and return their paths."""
    sides = (("sulh", _ours), ("NegMAS", _theirs))
    found = [
        one
        for side, prepare in sides
        for parties in PARTIES
        for seed in seeds
        for one in _growing(side, prepare, parties, seed)
    ]
    folder.mkdir(parents=True, exist_ok=True)
    figures, picture = folder / "deals.csv", folder / "deals.svg"
    with figures.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([Figures._fields, *found])
    _draw(found, picture)
    return figures, picture


def _ours(instance: Instance) -> Callable[[], int]:
    table = negotiation(instance)
    return lambda: len(frontier(table))


def _theirs(instance: Instance) -> Callable[[], int]:
    ufuns = functions(instance)
    return lambda: len(set(pareto_frontier(ufuns)[0]))


def _growing(
    side: str, prepare: Callable[[Instance], Callable[[], int]], parties: int, seed: int
) -> Iterator[Figures]:
    prepare(Instance(seed, parties, ISSUES[0], OPTIONS))()
    for issues in ISSUES:
        instance = Instance(seed, parties, issues, OPTIONS)
        seconds, points = timed(prepare(instance))
        yield Figures(side, parties, issues, OPTIONS, seed, instance.packages, points, round(seconds, 6))
        if seconds > ENOUGH:
            return


def _draw(found: Sequence[Figures], picture: Path) -> None:
    figure = Figure(figsize=(11, 5), layout="constrained")
    packages, points = figure.subplots(1, 2, sharey=True)
    for parties, marker, colour in zip(PARTIES, MARKERS, COLOURS, strict=True):
        for side, fill in (("sulh", colour), ("NegMAS", "none")):
            some = [one for one in found if (one.side, one.parties) == (side, parties)]
            seconds = [one.seconds for one in some]
            style = {"marker": marker, "facecolors": fill, "edgecolors": colour, "s": 22}
            packages.scatter([one.packages for one in some], seconds, **style)
            points.scatter([one.points for one in some], seconds, label=f"{side}, {parties} parties", **style)
    packages.set_xlabel("packages in the space")
    packages.set_ylabel("seconds to the exact frontier")
    points.set_xlabel("points on the frontier")
    points.legend(frameon=False, fontsize="small")
    for axes in (packages, points):
        axes.set_xscale("log")
        axes.set_yscale("log")
        axes.grid(visible=True, alpha=0.3)
    with mpl.rc_context({"svg.hashsalt": "sulh"}):
        figure.savefig(picture, metadata={"Date": None})
