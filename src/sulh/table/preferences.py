"""What `[preference.PARTY]` says: what packages are worth to one party."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sulh.case.agreement import Choice
from sulh.table.negotiation import Interaction
from sulh.table.partial import Comparison, Known, Worths, ranking
from sulh.table.robust.centre import contradiction, nominal
from sulh.table.robust.polytope import Options
from sulh.table.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Stated:
    """What is said of one party's preferences.

    Attributes:
        known: by issue, in the order of the issues.
        nominal: one admissible worth for each option, by issue.
    """

    known: Mapping[str, Known] = field(default_factory=dict)
    nominal: Mapping[str, Worths] = field(default_factory=dict)
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
    options = {issue: sheet.space.issues[issue] or () for issue in sheet.space.issues}
    if not sheet.spoiled:
        _check_comparisons(sheet, known, comparisons, options)
    worths = {} if sheet.spoiled else nominal(known, comparisons, options)
    return Stated(known, worths, interactions, red_lines, comparisons)


def _check_comparisons(
    sheet: Sheet, known: Mapping[str, Known], comparisons: tuple[Comparison, ...], options: Options
) -> None:
    """Note a fault at each of some comparisons that cannot all hold."""
    against = contradiction(known, comparisons, options)
    numbers = ", ".join(str(index + 1) for index in against)
    for index in against:
        if len(against) == 1:
            what = "the comparison contradicts the weights and values; correct one of them"
        else:
            what = (
                f"the comparisons {numbers} of this party cannot all hold with its weights and values; "
                "correct one of them"
            )
        sheet.fault(what, "compare", index)


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
