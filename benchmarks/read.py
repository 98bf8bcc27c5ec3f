"""Reading speed: sulh against simplemma, the lightest offline Arabic lemmatiser, on the same text.

The two do different work (attributed statements; lemmas): the peer says what one pass of word-level Arabic
analysis costs on this machine. Both remember words that they met, so the first time through a text and a
later one are told apart. The text is that of the reference case, or all `*.txt` of a folder.

    python benchmarks/read.py [FOLDER]
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
from sulh.record import read_text

ROUNDS = 5
LEAST = 20_000  # words of one round; a shorter text is repeated
CASE = Path(__file__).parents[1] / "examples" / "astana-2016"


def texts() -> list[str]:
    """Return the Arabic texts to read."""
    if len(sys.argv) > 1:
        return [path.read_text("utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
    case, _ = read(CASE)
    return [one.body.of(one.text) for one in case.dispatches if one.language == "ar"]


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time of `work`."""
    start = time.process_time()
    work()
    return time.process_time() - start


def speeds(work: Callable[[str], object], given: list[str]) -> tuple[float, float]:
    """Return words a second the first time through the text, and the best of the later times."""
    words = sum(len(text.split()) for text in given)
    first = seconds(lambda: [work(text) for text in given])
    times = max(1, LEAST // words)
    again = min(seconds(lambda: [work(text) for text in given * times]) for _ in range(ROUNDS))
    return words / first, words * times / again


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
    given = texts()
    read_text("قالت الوزارة إن السد آمن.")  # loads the lexicon
    lemmas("الوزارة")
    ours, theirs = speeds(lambda text: read_text(text, language="ar"), given), speeds(lemmas, given)
    found = sum(len(read_text(text, language="ar").statements) for text in given)
    words = sum(len(text.split()) for text in given)
    console = Console()
    console.print(f"Python {platform.python_version()}, {platform.machine()}, one core")
    table = Table(title=f"{words:,} words of Arabic, {found:,} statements; words a second")
    for column in ("", "first time", "ratio", "again", "ratio"):
        table.add_column(column, justify="right" if column else "left")
    for name, speed in (("sulh read", ours), (f"simplemma {version('simplemma')}, lemmas", theirs)):
        ratios = [mine / peer for mine, peer in zip(speed, theirs, strict=True)]
        table.add_row(name, f"{speed[0]:,.0f}", f"{ratios[0]:.2f}", f"{speed[1]:,.0f}", f"{ratios[1]:.2f}")
    console.print(table)
    wall, memory = start_up("read", str(CASE / "dispatches" / "2016-12-27-hnc.txt"))
    console.print(f"sulh read of one dispatch, start to end: {wall:.2f} s, {memory:.0f} MB at its peak")
    console.print(f"sulh --help: {start_up('--help')[0]:.2f} s")


if __name__ == "__main__":
    main()
