"""What `[preference.PARTY]` says: what packages are worth to one party."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from sulh.case.agreement import Choice
from sulh.table.negotiation import Interaction
from sulh.table.partial import Comparison, Known, Worths, ranking
from sulh.table.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Stated:
    """What is said of one party's preferences.

    Attributes:
        known: by issue, in the order of the issues.
    """

    known: Mapping[str, Known] = field(default_factory=dict)
    interactions: tuple[Interaction, ...] = ()
    red_lines: tuple[Choice, ...] = ()
    comparisons: tuple[Comparison, ...] = ()

    @property
    def is_exact(self) -> bool:
        """Whether nothing is known only in part."""
        return all(known.is_exact for known in self.known.values())


def stated(sheet: Sheet) -> Stated:
    """Read one party's preferences."""
    sheet.remarks()
    weights = (
        sheet.part("weights", lambda table: {key: table.interval(key) for key in table.issue_keys()}) or {}
    )
    values = (
        sheet.part("values", lambda table: {key: _values(table, key) for key in table.issue_keys()}) or {}
    )
    known = {}
    for issue in sheet.space.issues:
        if issue in weights and issue in values:
            shape, ranked = values[issue]
            if ranked and weights[issue].low < 0:
                reason = f"{issue!r}: a ranking, best first, needs a weight of 0 or more; correct the weight"
                sheet.fault(reason, "weights", issue)
            known[issue] = Known(weights[issue], shape, ranked)
        elif issue in weights:
            reason = f"{issue!r} has a weight and no values; add values.{issue}, or take the weight out"
            sheet.fault(reason, "weights", issue)
        elif issue in values:
            reason = f"{issue!r} has values and no weight; add it to 'weights', or take the values out"
            sheet.fault(reason, "values", issue)
    interactions = sheet.parts("interactions", _interaction)
    red_lines = sheet.parts("red_lines", Sheet.chosen)
    comparisons = sheet.parts("compare", _comparison)
    if not sheet.spoiled:
        for index, comparison in enumerate(comparisons):
            if what := _excluded(comparison, known, sheet):
                sheet.fault(what, "compare", index)
    return Stated(known, interactions, red_lines, comparisons)


def _values(table: Sheet, issue: str) -> tuple[Worths, bool]:
    """Return the values of the options, and whether they only say their order."""
    options = table.space.issues[issue] or ()
    if table.holds_list(issue):
        return _ranking(table, issue, options), True
    return table.part(issue, lambda values: _value_each(values, issue, options)) or (), False


def _value_each(values: Sheet, issue: str, options: tuple[str, ...]) -> Worths:
    for key in values.every_key():
        values.check_option(issue, key, key)
    for option in options:
        if not values.has(option):
            values.fault(f"{issue!r} has no value for the option {option!r}; add it")
    return tuple(values.number(option) for option in options)


def _ranking(table: Sheet, issue: str, options: tuple[str, ...]) -> Worths:
    order = table.options(issue)
    if table.spoiled:
        return ()
    places = {option: place for place, option in enumerate(order)}
    missing = [option for option in options if option not in places]
    if missing:
        names = ", ".join(map(repr, missing))
        table.fault(f"the ranking of {issue!r} leaves out {names}; rank every option", issue)
    elif len(places) < len(order):
        table.fault(f"the ranking of {issue!r} names an option twice; rank every option once", issue)
    elif len(order) == 1:
        table.fault(f"{issue!r} has one option, which no ranking can value; give its value", issue)
    return () if table.spoiled else ranking(places, options)


def _interaction(sheet: Sheet) -> Interaction:
    sheet.remarks()
    sheet.require("adds")
    return Interaction(_choice(sheet, "when"), sheet.number("adds"))


def _comparison(sheet: Sheet) -> Comparison:
    sheet.remarks()
    return Comparison(_choice(sheet, "prefers"), _choice(sheet, "to"))


def _choice(sheet: Sheet, key: str) -> Choice:
    sheet.require(key)
    return sheet.part(key, Sheet.chosen) or Choice(())


def _excluded(comparison: Comparison, known: Mapping[str, Known], sheet: Sheet) -> str | None:
    """Return what to tell of a comparison that the nominal point does not meet, or None where it does."""
    nominal = best = Fraction(0)
    for issue, one in known.items():
        options = sheet.space.issues[issue] or ()
        nominal += comparison.surplus(issue, options, one.nominal())
        best += max(comparison.surplus(issue, options, worths) for worths in one.corners())
    if nominal >= 0:
        return None
    if best < 0:
        return "the comparison contradicts the weights and values; correct one of them"
    return (
        "the middle of the intervals and rankings does not meet this comparison, and another nominal point "
        "is not supported yet; narrow the intervals, or give values, so that their middle meets it"
    )
