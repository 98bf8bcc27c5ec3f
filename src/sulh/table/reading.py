"""From the text of `negotiation.toml` to a negotiation and all that is wrong with it; touches no file."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import partial
from typing import Any, Final, NamedTuple

from sulh.case.agreement import Choice, Issue, Option
from sulh.case.fault import Fault
from sulh.case.folder.reading import in_order
from sulh.case.folder.table import Page, suggestion
from sulh.table.negotiation import Constraint, Negotiation, Party, Preference
from sulh.table.partial import Knowledge
from sulh.table.preferences import Stated, stated
from sulh.table.sheet import Sheet, Space

_FOR_OTHERS: Final = ("obligation", "discount", "guarantee", "genius")
_HUGE: Final = re.compile(r"[0-9][eE][+-]?[0-9_]{7,}")


class Reading(NamedTuple):
    """What a negotiation file says.

    Attributes:
        negotiation: None where anything is wrong: half a negotiation would have other agreements.
        faults: what a person has to mend, by line.
    """

    negotiation: Negotiation | None
    faults: tuple[Fault, ...]


def parse(text: str, file: str) -> Reading:
    """Read a negotiation.

    Args:
        text: TOML.
        file: its name in faults.
    """
    try:
        page = Page(file, text)
    except ArithmeticError:  # a decimal that not even Decimal can hold
        found = _HUGE.search(text)
        line = text.count("\n", 0, found.start()) + 1 if found else 1
        return Reading(None, (Fault(file, line, "a number has too many digits; write a shorter one"),))
    negotiation = None
    if page.valid:
        top = Sheet(page, (), page.values, space=_space(page.values))
        negotiation = _negotiation(top)
    faults = in_order(page.faults())
    return Reading(None if faults else negotiation, faults)


def _space(values: dict[str, Any]) -> Space:
    """Return what the file defines, whatever else may be wrong with it."""
    parties = _ids(values.get("party", []))
    found = values.get("issue")
    issues = {
        entry["id"]: _ids(entry.get("options"))
        for entry in (found if isinstance(found, list) else [])
        if isinstance(entry, dict) and isinstance(entry.get("id"), str)
    }
    complete = _ids(values.get("issue", [])) is not None
    return Space(None if parties is None else frozenset(parties), issues, complete)


def _ids(value: object) -> tuple[str, ...] | None:
    """Return the ids of a list of texts or tables, or None where one of them cannot be read."""
    if not isinstance(value, list):
        return None
    ids = [entry.get("id") if isinstance(entry, dict) else entry for entry in value]
    words = tuple(word for word in ids if isinstance(word, str))
    return words if len(words) == len(ids) else None


def _negotiation(top: Sheet) -> Negotiation:
    for key in _FOR_OTHERS:
        top.has(key)
    for key in ("party", "issue"):
        if not top.has(key) or top.is_empty(key):
            top.fault(f"there is no [[{key}]]; add at least one", key)
    reservations = dict(top.entries("party", partial(_party, taken=set())))
    issues = top.entries("issue", partial(_issue, taken=set()))
    constraints = top.entries("constraint", _constraint)
    said = top.part("preference", _preferences) or {}
    top.rest()
    parties = (
        _stated_party(party, said.get(party, Stated()), reservation)
        for party, reservation in reservations.items()
    )
    return Negotiation(tuple(parties), issues, constraints)


def _party(sheet: Sheet, taken: set[str]) -> tuple[str, Fraction]:
    sheet.remarks()
    return sheet.new_id("party", taken), sheet.number("reservation")


def _issue(sheet: Sheet, taken: set[str]) -> Issue:
    sheet.remarks()
    issue = sheet.new_id("issue", taken)
    sheet.require("options")
    if sheet.is_empty("options"):
        sheet.fault(f"the issue {issue!r} has no options; add at least one", "options")
    read = partial(_option, taken=set())
    return Issue(issue, sheet.parts_or_ids("options", read), sheet.title())


def _option(sheet: Sheet, taken: set[str]) -> Option:
    sheet.remarks()
    return Option(sheet.new_id("option", taken), sheet.title())


def _constraint(sheet: Sheet) -> Constraint:
    sheet.remarks()
    forbids, condition, allowed = (sheet.has(key) for key in ("forbid", "if", "then"))
    if (forbids, condition, allowed) not in {(True, False, False), (False, True, True)}:
        sheet.fault("a constraint has either 'forbid', or 'if' and 'then'; correct it")
    forbidden = sheet.part("forbid", Sheet.chosen)
    given = sheet.part("if", Sheet.chosen_if_any) or Choice(())
    wanted = sheet.part("then", _allowed) or {}
    if sheet.spoiled:
        return Constraint(())
    return Constraint((forbidden,) if forbidden else tuple(dict.fromkeys(_broken(sheet, given, wanted))))


def _allowed(sheet: Sheet) -> dict[str, tuple[str, ...]]:
    allowed = {issue: sheet.options(issue) for issue in sheet.issue_keys()}
    if not all(allowed.values()) or not sheet.every_key():
        sheet.fault("'then' names no option; write issue = \"option\", or a list of options")
    return allowed


def _broken(sheet: Sheet, given: Choice, wanted: Mapping[str, tuple[str, ...]]) -> Iterator[Choice]:
    """Yield each way to have all options of `given` and one that is not allowed."""
    conditions = dict(given.options)
    for issue, options in wanted.items():
        for option in sheet.space.issues[issue] or ():
            if option not in options and conditions.get(issue, option) == option:
                broken = conditions | {issue: option}
                yield Choice(tuple((name, broken[name]) for name in sheet.space.issues if name in broken))


def _preferences(sheet: Sheet) -> dict[str, Stated]:
    """Return the preferences by party."""
    for party in sheet.every_key():
        if sheet.space.parties is not None and party not in sheet.space.parties:
            near = suggestion(party, sheet.space.parties)
            sheet.fault(f"unknown party {party!r}{near} define it or correct the id", party)
    return {party: sheet.part(party, stated) or Stated() for party in sheet.every_key()}


def _stated_party(party: str, said: Stated, reservation: Fraction) -> Party:
    values = tuple((issue, known.nominal()) for issue, known in said.known.items())
    preference = Preference(values, said.interactions, said.red_lines, reservation)
    knowledge = None if said.is_exact else Knowledge(tuple(said.known.items()), said.comparisons)
    return Party(party, preference, knowledge=knowledge)
