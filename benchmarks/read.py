"""Reading speed: sulh against simplemma, the lightest offline Arabic lemmatiser, on the same text.

The two do different work (attributed statements; lemmas): the peer says what a pass of word-level Arabic
analysis costs on this machine. The text is the Arabic dispatches of the reference case, repeated.

    python benchmarks/read.py [WORDS]
"""

import platform
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import simplemma
from rich.console import Console
from rich.table import Table

from sulh.case.folder import read
from sulh.record import read_dispatch

WORDS = 100_000
ROUNDS = 3
CASE = Path(__file__).parents[1] / "examples" / "astana-2016"


def seconds(work: Callable[[], object]) -> float:
    """Return the least processor time of some rounds of `work`, in seconds."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def lemmas(text: str) -> list[str]:
    """Return the peer's lemma of each word."""
    return [simplemma.lemmatize(word, lang="ar") for word in text.split()]


def start_up(*arguments: str) -> tuple[float, float]:
    """Run a command by itself; return the least wall time in seconds and its peak memory in MB."""
    code = (
        "import resource, sys; from sulh.cli import run; "
        f"run({list(arguments)!r}); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, file=sys.stderr)"
    )
    best, memory = float("inf"), 0.0
    for _ in range(ROUNDS):
        start = time.perf_counter()
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own command
        best = min(best, time.perf_counter() - start)
        memory = float(done.stderr.split()[-1])
    return best, memory


def main() -> None:
    """Print the table."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else WORDS
    case, _ = read(CASE)
    arabic = [dispatch for dispatch in case.dispatches if dispatch.language == "ar"]
    words = sum(len(dispatch.text.split()) for dispatch in arabic)
    rounds = max(1, round(wanted / words))
    texts = arabic * rounds
    found = sum(len(read_dispatch(dispatch).statements) for dispatch in arabic)
    ours = seconds(lambda: [read_dispatch(dispatch) for dispatch in texts])
    theirs = seconds(lambda: [lemmas(dispatch.text) for dispatch in texts])
    wall, memory = start_up("read", str(CASE / arabic[0].path))
    table = Table(title=f"{words * rounds:,} words of Arabic newswire, one core", title_justify="left")
    for column in ("", "words a second", "ratio"):
        table.add_column(column, justify="right" if column else "left")
    total = words * rounds
    table.add_row(
        f"sulh read ({found * rounds:,} statements)", f"{total / ours:,.0f}", f"{theirs / ours:.2f}"
    )
    table.add_row(f"simplemma {version('simplemma')}, lemmas", f"{total / theirs:,.0f}", "1.00")
    console = Console()
    console.print(f"Python {platform.python_version()}, {platform.machine()}; least of {ROUNDS} rounds each")
    console.print(table)
    console.print(f"sulh read of one dispatch, start to end: {wall:.2f} s, {memory:.0f} MB at its peak")
    helps, _ = start_up("--help")
    console.print(f"sulh --help: {helps:.2f} s")


if __name__ == "__main__":
    main()
