"""From the XML of Genius and its competitions (ANAC) to a `negotiation.toml`.

Utility is Σ weight × evaluation as the files give them. `normalised` divides the evaluations of a discrete
issue by the highest of them, as Genius does (its EvaluatorDiscrete; 0 where the highest is below 0.00001);
evaluations of integer issues are within 0 and 1 already.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import PurePath
from typing import Final, NamedTuple

from sulh.case.fault import Fault
from sulh.table.genius_toml import Document, Profile, written
from sulh.table.markup import Element
from sulh.table.number import exact, plain

_NUMBER: Final = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,4})?")
_NOTHING: Final = Fraction(1, 100_000)
_MOST_OPTIONS: Final = 100_000


class Imported(NamedTuple):
    """What came of an import.

    Attributes:
        text: the `negotiation.toml`; None where there is a fault.
        faults: what a person has to mend.
        notices: what a person should know.
    """

    text: str | None
    faults: tuple[Fault, ...]
    notices: tuple[Fault, ...]


def imported(documents: Sequence[Document], *, normalised: bool = False) -> Imported:
    """Return a negotiation among the profiles, in their order; the domain is the one file without weights."""
    domains = [one for one in documents if not any(element.name == "weight" for element in one.elements)]
    if len(domains) != 1 or len(documents) == 1:
        files = ", ".join(one.file for one in domains) or "none"
        reason = (
            f"one file has to be the domain, without weights, and the others profiles; without are: {files}"
        )
        return Imported(None, (Fault(documents[0].file, None, reason),), ())
    notes = _Notes()
    issues = _domain(domains[0], notes)
    profiles = [document for document in documents if document is not domains[0]]
    parties = dict(
        zip(_names(profiles), (_profile(one, issues, notes, normalised) for one in profiles), strict=True)
    )
    faults, notices = tuple(notes.faults), tuple(notes.notices)
    return Imported(
        None if faults else written({issue.id: issue.options for issue in issues}, parties, documents),
        faults,
        notices,
    )


class _Notes:
    """What is wrong, and what a person should know."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.notices: list[Fault] = []

    def number(self, file: str, element: Element, attribute: str) -> Fraction:
        """Return a number of `element`, which has to be there."""
        text = (element.get(attribute) or "").strip()
        try:
            return exact(Decimal(text) if _NUMBER.fullmatch(text) else text)
        except ValueError as error:
            what = f"<{element.name}> {attribute}={text!r}"
            self.faults.append(Fault(file, element.line, f"{what}: {error}"))
            return Fraction(0)


@dataclass(frozen=True, slots=True)
class _Issue:
    """An issue of a domain.

    Attributes:
        index: what names it in profiles.
        first: the lower bound of an integer issue, None for a discrete one.
    """

    id: str
    index: str
    options: tuple[str, ...]
    first: int | None


def _inside(document: Document, name: str) -> Iterator[tuple[Element, list[Element]]]:
    """Yield the elements of this name, each with the elements directly in it."""
    for place, element in enumerate(document.elements):
        if element.name == name:
            children = []
            for other in document.elements[place + 1 :]:
                if other.depth <= element.depth:
                    break
                if other.depth == element.depth + 1:
                    children.append(other)
            yield element, children


def _domain(document: Document, notes: _Notes) -> list[_Issue]:
    issues: list[_Issue] = []
    for element, children in _inside(document, "issue"):
        name, index = element.get("name") or "", element.get("index") or ""
        kind = element.get("type") or element.get("etype") or element.get("vtype") or "discrete"
        first: int | None = None
        options: tuple[str, ...] = ()

        if kind == "discrete":
            values = [child.get("value") or "" for child in children if child.name == "item"]
            options = tuple(dict.fromkeys(values))
            if len(options) < len(values):
                reason = f"the issue {name!r} names an option twice; it is taken as one option"
                notes.notices.append(Fault(document.file, element.line, reason))
        elif kind == "integer":
            low, high = (
                notes.number(document.file, element, bound) for bound in ("lowerbound", "upperbound")
            )
            if low.denominator != 1 or high.denominator != 1 or not 0 <= high - low < _MOST_OPTIONS:
                reason = (
                    f"{name!r} needs whole bounds, and at most {_MOST_OPTIONS} numbers within; correct them"
                )
                notes.faults.append(Fault(document.file, element.line, reason))
            else:
                first = int(low)
                options = tuple(map(str, range(first, int(high) + 1)))
        else:
            reason = f"the issue {name!r} is {kind}; only discrete and integer issues can be read"
            notes.faults.append(Fault(document.file, element.line, reason))
            continue
        if not name.strip() or not options or not all(option.strip() for option in options):
            reason = "an issue without a name, without options, or with an option without a value; add it"
            notes.faults.append(Fault(document.file, element.line, reason))
        if any(issue.id == name for issue in issues):
            name = f"{name} ({index})"
        issues.append(_Issue(name, index, options, first))
    if not issues:
        notes.faults.append(Fault(document.file, None, "the domain has no issues; name the right file"))
    return issues


def _names(profiles: Sequence[Document]) -> list[str]:
    """Return an id for each party: the name of its file, numbered where two have the same."""
    names: list[str] = []
    for document in profiles:
        stem = PurePath(document.file).stem
        count = sum(name == stem or name.startswith(f"{stem} (") for name in names)
        names.append(f"{stem} ({count + 1})" if count else stem)
    return names


def _profile(document: Document, issues: Sequence[_Issue], notes: _Notes, normalised: bool) -> Profile:  # noqa: FBT001 - private
    weights = {
        element.get("index"): notes.number(document.file, element, "value")
        for element in document.elements
        if element.name == "weight"
    }
    said = {element.get("index"): (element, children) for element, children in _inside(document, "issue")}
    worth = {}
    for issue in issues:
        if issue.index not in said:
            reason = f"the profile has no issue with the index {issue.index!r} ({issue.id!r}); add it"
            notes.faults.append(Fault(document.file, None, reason))
            continue
        element, children = said[issue.index]
        _compare_names(document, issue, element, notes)
        if issue.index not in weights:
            reason = f"the issue {issue.id!r} has no weight here; it is worth nothing to this party"
            notes.notices.append(Fault(document.file, element.line, reason))
            continue
        read = _discrete if issue.first is None else _integer
        values = read(document, issue, element, children, notes)
        if normalised and issue.first is None:
            most = max(values.values(), default=Fraction(0))
            values = {key: value / most if most >= _NOTHING else Fraction(0) for key, value in values.items()}
        worth[issue.id] = (weights[issue.index], values)
    return Profile(_reservation(document, notes, normalised), worth)


def _compare_names(document: Document, issue: _Issue, element: Element, notes: _Notes) -> None:
    name = element.get("name") or ""
    if issue.id not in {name, f"{name} ({issue.index})"}:
        reason = f"the issue with the index {issue.index!r} is {name!r} here and {issue.id!r} in the domain"
        notes.notices.append(Fault(document.file, element.line, f"{reason}; the index counts, as in Genius"))


def _reservation(document: Document, notes: _Notes, normalised: bool) -> Fraction:  # noqa: FBT001 - private
    for element in document.elements:
        if element.name == "reservation":
            value = notes.number(document.file, element, "value")
            if value and not normalised:
                reason = (
                    f"the reservation value {plain(value)} is on the 0-1 scale of Genius, and utilities are "
                    "not; compare them, or import with --normalise"
                )
                notes.notices.append(Fault(document.file, element.line, reason))
            return value
    return Fraction(0)


def _discrete(
    document: Document, issue: _Issue, element: Element, children: Sequence[Element], notes: _Notes
) -> dict[str, Fraction]:
    items = {child.get("value"): child for child in children if child.name == "item"}
    if missing := [option for option in issue.options if option not in items]:
        reason = f"the issue {issue.id!r} has no {', '.join(map(repr, missing))} here; add the evaluation"
        notes.faults.append(Fault(document.file, element.line, reason))
        return {}
    if more := [value for value in items if value not in issue.options]:
        reason = f"the domain has no {', '.join(map(repr, more))} in {issue.id!r}; it is left out"
        notes.notices.append(Fault(document.file, element.line, reason))
    return {option: notes.number(document.file, items[option], "evaluation") for option in issue.options}


def _integer(
    document: Document, issue: _Issue, element: Element, children: Sequence[Element], notes: _Notes
) -> dict[str, Fraction]:
    evaluator = next((child for child in children if child.name == "evaluator"), None)
    if evaluator is None or evaluator.get("slope") is None:
        reason = f"the integer issue {issue.id!r} has no <evaluator> with offset and slope; add it"
        notes.faults.append(Fault(document.file, element.line, reason))
        return {}
    offset, slope = (notes.number(document.file, evaluator, name) for name in ("offset", "slope"))
    bounded = element.get("lowerbound") is not None
    lowest = notes.number(document.file, element, "lowerbound") if bounded else Fraction(issue.first or 0)
    return {
        option: min(max(offset + slope * (int(option) - lowest), Fraction(0)), Fraction(1))
        for option in issue.options
    }
