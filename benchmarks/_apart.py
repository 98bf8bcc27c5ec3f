"""Measure a piece of work in a process of its own, so that no side has the other's memory and warm-up."""

import resource
import sys
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pkgutil import resolve_name
from statistics import median
from time import perf_counter
from typing import Any, NamedTuple, TypeVar

LONG = 0.5  # seconds; what takes less is repeated
ROUNDS = 5
_MEGABYTE = 1 << 20 if sys.platform == "darwin" else 1 << 10  # in the unit of ru_maxrss

Vector = tuple[float, ...]
T = TypeVar("T")


class Told(NamedTuple):
    """What is said of a result.

    Attributes:
        size: number of points.
        right: whether it is what was asked for.
        points: to be compared with the other side's, in ascending order; None where they are not compared.
    """

    size: int
    right: bool = True
    points: list[Vector] | None = None


class Work(NamedTuple):
    """What is measured.

    Attributes:
        prepare: makes the input from what was given; not timed.
        run: timed.
        tell: looks at the result; not timed.
    """

    prepare: Callable[[Any], Any]
    run: Callable[[Any], Any]
    tell: Callable[[Any], Told]


class Measured(NamedTuple):
    """What came of it.

    Attributes:
        seconds: wall time; the median of several runs where it is short.
        megabytes: largest resident memory of the process, interpreter and libraries included.
    """

    seconds: float
    megabytes: float
    told: Told


def apart(work: str, given: object, small: object) -> Measured:
    """Measure in a fresh process.

    Args:
        work: a name such as `_sulh:FRONTIER`; only the process that measures imports its module.
        given: what to work on.
        small: what to work on before, so that nothing is imported while the clock runs.

    Raises:
        RuntimeError: if the process ends without a result; it has said why.
    """
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_measure, args=(work, given, small, sender))
    process.start()
    sender.close()
    try:
        measured: Measured = receiver.recv()
    except EOFError:
        message = f"{work} did not finish on {given}"
        raise RuntimeError(message) from None
    finally:
        process.join()
    return measured


def _measure(work: str, given: object, small: object, sender: Connection) -> None:
    prepare, run, tell = resolve_name(work)
    run(prepare(small))
    ready = prepare(given)
    seconds, result = timed(lambda: run(ready))
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEGABYTE
    sender.send(Measured(seconds, megabytes, tell(result)))
    sender.close()


def timed(run: Callable[[], T]) -> tuple[float, T]:
    """Return wall seconds, the median of several runs where it is short, and the last result."""
    times: list[float] = []
    while True:
        start = perf_counter()
        result = run()
        times.append(perf_counter() - start)
        if max(times) > LONG or len(times) == ROUNDS:
            return median(times), result
        del result  # two results at a time would count as memory
