"""From the text of `negotiation.toml` to a negotiation and all that is wrong with it; touches no file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final, NamedTuple

from sulh.case.agreement import Choice, Issue, Option
from sulh.case.fault import Fault
from sulh.case.folder.reading import in_order
from sulh.case.folder.table import Page, ids, suggestion
from sulh.case.handling import Handling, strictest
from sulh.case.provenance import Provenance
from sulh.table.edits import Edit, Edited, put
from sulh.table.negotiation import Constraint, Member, Negotiation, Party, Preference
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
    return parse_edited(text, file, ())[0]


def parse_edited(text: str, file: str, edits: Sequence[Edit]) -> tuple[Reading, tuple[Edited, ...]]:
    """Read a negotiation with other values than those of the file, and say what they changed.

    Args:
        text: TOML.
        file: its name in faults.
        edits: the other values.

    Raises:
        ValueError: an edit leads to nothing in the file.
    """
    try:
        page = Page(file, text)
    except ArithmeticError:  # a decimal that not even Decimal can hold
        found = _HUGE.search(text)
        line = text.count("\n", 0, found.start()) + 1 if found else 1
        return Reading(None, (Fault(file, line, "a number has too many digits; write a shorter one"),)), ()
    negotiation = None
    edited: tuple[Edited, ...] = ()
    if page.valid:
        edited = put(page.values, edits)
        top = Sheet(page, (), page.values, space=_space(page.values))
        negotiation = _negotiation(top)
    faults = in_order(page.faults())
    return Reading(None if faults else negotiation, faults), edited


def _space(values: dict[str, Any]) -> Space:
    """Return what the file defines, whatever else may be wrong with it."""
    parties = ids(values.get("party", []))
    found = values.get("issue")
    issues = {
        entry["id"]: ids(entry.get("options"))
        for entry in (found if isinstance(found, list) else [])
        if isinstance(entry, dict) and isinstance(entry.get("id"), str)
    }
    complete = ids(values.get("issue", [])) is not None
    return Space(None if parties is None else frozenset(parties), issues, complete)


def _negotiation(top: Sheet) -> Negotiation:
    for key in _FOR_OTHERS:
        top.has(key)
    for key in ("party", "issue"):
        if not top.has(key) or top.is_empty(key):
            top.fault(f"there is no [[{key}]]; add at least one", key)
    parties = top.entries("party", partial(_party, taken=set()))
    issues = top.entries("issue", partial(_issue, taken=set()))
    constraints = top.entries("constraint", _constraint)
    said = top.part("preference", _preferences) or {}
    top.rest()
    stated_parties = tuple(_stated_party(party, said.get(party.id, Stated())) for party in parties)
    return Negotiation(stated_parties, issues, constraints)


def _party(sheet: Sheet, taken: set[str]) -> Party:
    """Return the party without its preference, which the file says elsewhere."""
    sheet.remarks()
    party, reservation = sheet.new_id("party", taken), sheet.number("reservation")
    members = sheet.parts("members", partial(_member, taken=set()))
    return Party(party, Preference(reservation=reservation), members)


def _member(sheet: Sheet, taken: set[str]) -> Member:
    sheet.remarks()
    member = sheet.new_id("member", taken)
    reservation = sheet.number("reservation") if sheet.has("reservation") else None
    return Member(member, sheet.parts("red_lines", Sheet.chosen), reservation)


def _issue(sheet: Sheet, taken: set[str]) -> Issue:
    sheet.remarks()
    issue = sheet.new_id("issue", taken)
    sheet.require("options")
    if sheet.is_empty("options"):
        sheet.fault(f"the issue {issue!r} has no options; add at least one", "options")
    marks = [sheet.said_handling()]
    options = sheet.parts_or_ids("options", partial(_option, taken=set(), marks=marks))
    return Issue(issue, options, sheet.title(), Provenance(handling=strictest(marks)))


def _option(sheet: Sheet, taken: set[str], marks: list[Handling]) -> Option:
    sheet.remarks()
    marks.append(sheet.said_handling())
    return Option(sheet.new_id("option", taken), sheet.title(), sheet.maybe_wordings("clause"))


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


def _stated_party(party: Party, said: Stated) -> Party:
    preference = Preference(
        tuple(said.nominal.items()), said.interactions, said.red_lines, party.preference.reservation
    )
    knowledge = None if said.is_exact else Knowledge(tuple(said.known.items()), said.comparisons)
    return replace(party, preference=preference, knowledge=knowledge)
