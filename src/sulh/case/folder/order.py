"""The order of steps: what precedes what, without circles."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from typing import TypeVar

from sulh.case.case import Case
from sulh.case.process import Instrument, Meeting, Track

Step = TypeVar("Step", Track, Meeting)


def without_circles(case: Case) -> tuple[Case, list[tuple[str, ...]]]:
    """Return the case without the order among steps that come before themselves, and those circles.

    Each circle is a tuple of ids in which every step precedes the next and the last is the first again.
    """
    circles: list[tuple[str, ...]] = []
    while circle := _circle(_predecessors(case)):
        circles.append(circle)
        within = frozenset(circle)
        case = replace(
            case,
            tracks=tuple(_apart(step, within) for step in case.tracks),
            meetings=tuple(_apart(step, within) for step in case.meetings),
            instruments=tuple(
                replace(step, depends_on=_outside(step.depends_on, within)) if step.id in within else step
                for step in case.instruments
            ),
        )
    return case, circles


def _steps(case: Case) -> tuple[Track | Meeting | Instrument, ...]:
    return (*case.tracks, *case.meetings, *case.instruments)


def _predecessors(case: Case) -> Mapping[str, list[str]]:
    result: dict[str, list[str]] = {step.id: list(step.depends_on) for step in _steps(case)}
    for step in _steps(case):
        if not isinstance(step, Instrument):
            for later in step.precedes:
                result.setdefault(later, []).append(step.id)
    return result


def _circle(predecessors: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    try:
        TopologicalSorter(predecessors).prepare()
    except CycleError as error:
        return tuple(error.args[1])
    return ()


def _apart(step: Step, circle: frozenset[str]) -> Step:
    if step.id not in circle:
        return step
    return replace(
        step, precedes=_outside(step.precedes, circle), depends_on=_outside(step.depends_on, circle)
    )


def _outside(identifiers: tuple[str, ...], circle: frozenset[str]) -> tuple[str, ...]:
    return tuple(identifier for identifier in identifiers if identifier not in circle)
