"""What blocks an agreement, in sentences; and those that say what a package breaks."""

from typing import NamedTuple

from sulh.case.agreement import Choice, Issue, Option
from sulh.table.conflict import Blocked
from sulh.table.feasible import RedLine, Reservation, forbidden, least
from sulh.table.negotiation import Negotiation
from sulh.table.relaxation import Relaxation
from sulh.table.sentence import Sentence, Settled, sentence


class Passage(NamedTuple):
    """A sentence and what it introduces."""

    lead: Sentence
    items: tuple[Sentence, ...] = ()


def conflict(negotiation: Negotiation, blocked: Blocked) -> tuple[Passage, ...]:
    """Return the irreducible conflict, and the least that would open an agreement."""
    lead = sentence(_("No package is acceptable. These cannot all be met; without any one of them they can:"))
    demands = (
        *(
            sentence(
                _("{party} gets at least {reservation}, its reservation value."),
                party=party,
                reservation=least(negotiation, Reservation(party)),
            )
            for party in blocked.parties
        ),
        *(
            sentence(
                _("{party} gets at least {reservation}, the reservation value of its member {member}."),
                party=party,
                reservation=least(negotiation, Reservation(party, member)),
                member=member,
            )
            for party, member in blocked.members
        ),
        *(never(negotiation, line) for line in blocked.red_lines),
        *(
            forbids(negotiation, index, part)
            for index in blocked.constraints
            for part in negotiation.constraints[index].forbidden
        ),
    )
    return Passage(lead, demands), *_opening(negotiation, blocked.least_relaxation)


def _opening(negotiation: Negotiation, relaxation: Relaxation | None) -> tuple[Passage, ...]:
    if relaxation is None:
        alone = _("The constraints alone admit no package, and constraints are never relaxed.")
        return (Passage(sentence(alone)),)
    asked = (
        *(_lifts(negotiation, line) for line in relaxation.lifted),
        *(
            sentence(
                _("{party} accepts {utility} instead of {reservation}."),
                party=party,
                utility=utility,
                reservation=least(negotiation, Reservation(party)),
            )
            for party, utility in relaxation.reservations
        ),
        *(
            sentence(
                _("{member}, of {party}, accepts {utility} instead of {reservation}."),
                member=member,
                party=party,
                utility=utility,
                reservation=least(negotiation, Reservation(party, member)),
            )
            for party, member, utility in relaxation.members
        ),
    )
    opens = sentence(
        _("Then this package is acceptable: {options}."), options=settled(negotiation, relaxation.opens)
    )
    return Passage(sentence(_("The least that would open an agreement:")), asked), Passage(opens)


def _lifts(negotiation: Negotiation, line: RedLine) -> Sentence:
    options = settled(negotiation, forbidden(negotiation, line))
    if line.member is not None:
        message = _("{member}, of {party}, lifts its red line {index} (counted from 0): {options}.")
        return sentence(message, member=line.member, party=line.party, index=line.index, options=options)
    message = _("{party} lifts its red line {index} (counted from 0): {options}.")
    return sentence(message, party=line.party, index=line.index, options=options)


def forbids(negotiation: Negotiation, index: int, part: Choice) -> Sentence:
    """Return that a constraint forbids `part`."""
    message = _("Constraint {index} (counted from 0) forbids this: {options}.")
    return sentence(message, index=index, options=settled(negotiation, part))


def never(negotiation: Negotiation, line: RedLine) -> Sentence:
    """Return what a party, or a member of it, never accepts."""
    options = settled(negotiation, forbidden(negotiation, line))
    if line.member is not None:
        message = _("{member}, of {party}, never accepts this: {options} (red line {index}, counted from 0).")
        return sentence(message, member=line.member, party=line.party, options=options, index=line.index)
    message = _("{party} never accepts this: {options} (red line {index}, counted from 0).")
    return sentence(message, party=line.party, options=options, index=line.index)


def settled(negotiation: Negotiation, part: Choice) -> Settled:
    """Return the issues of a choice with the options chosen, in the order of the negotiation."""
    chosen = dict(part.options)
    return tuple(
        (issue, _option(issue, chosen[issue.id])) for issue in negotiation.issues if issue.id in chosen
    )


def _option(issue: Issue, identifier: str) -> Option:
    return next(option for option in issue.options if option.id == identifier)


def _(message: str) -> str:
    """Mark a message for the catalogues; it is put into words when somebody reads it."""
    return message
