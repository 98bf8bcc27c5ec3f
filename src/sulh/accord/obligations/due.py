"""What is overdue, due, to come: each obligation of each debtor, as things stand at a time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations
from typing import Final

from sulh.accord.agreement import Agreement, Event, Reported
from sulh.accord.force.claims import happened
from sulh.accord.force.fact import EVER, Fact
from sulh.accord.force.standing import State
from sulh.accord.force.status import Force
from sulh.accord.moment import YEARS, After, Duration
from sulh.accord.obligations.finding import obligations
from sulh.accord.obligations.obligation import Deadline, Due, Lack, Obligation, Owed, Time
from sulh.case.decision import Decision

DEADLINE: Final = "deadline"
_ENDED: Final = frozenset({"terminated", "expired"})
_LACKS: Final[Mapping[str, Lack]] = {"signature": "signature", "entry-into-force": "entry-into-force"}
_END: Final = datetime(YEARS[-1], 12, 31, tzinfo=UTC)


def owed(
    agreement: Agreement,
    names: Mapping[str, Sequence[str]],
    as_of: datetime | None = None,
    window: timedelta = timedelta(days=7),
) -> tuple[tuple[Owed, ...], tuple[Decision, ...]]:
    """Return what each debtor owes under an agreement, and the decisions that meet no obligation.

    Args:
        agreement: as its reader may see it.
        names: the names of each actor, by its id.
        as_of: at which time, with zone; None for all that is recorded, and then nothing is called due.
        window: what falls due so long after `as_of` is due.
    """
    found = obligations(agreement, names)
    force = Force(agreement, as_of or _END)
    reckonings = (
        _Reckoning(force, obligation, debtor, names.get(debtor or "", ()))
        for obligation in found.obligations
        for debtor in obligation.debtors or (None,)
    )
    return tuple(one.owed(as_of, window) for one in reckonings), found.unmet


class _Reckoning:
    """What one debtor owes under one obligation."""

    def __init__(
        self, force: Force, obligation: Obligation, debtor: str | None, names: Sequence[str]
    ) -> None:
        self._force = force
        self._obligation = obligation
        self._debtor = debtor
        called = {debtor, *names}
        self._party = next((one for one in force.parties if one in called), None)
        self._bound = debtor is None or not force.parties or bool(called & force.undertaking)
        self._reported = [one for one in force.agreement.reported if one.clause == obligation.clause]

    def owed(self, as_of: datetime | None, window: timedelta) -> Owed:
        deadlines = tuple(self._deadlines())
        stands = as_of and self._force.parties and self._bound
        states = self._force.standing(self._party).states if stands else ()
        fulfilled = tuple(self._fulfilments())
        return Owed(
            self._obligation,
            self._debtor,
            self._due(deadlines, fulfilled, states, as_of, window) if as_of else None,
            deadlines,
            conflict=any(_differ(one, other) for one, other in combinations(deadlines, 2)),
            others=tuple(one for one in self._reported if one.what != DEADLINE),
            fulfilled=fulfilled,
            force=states,
            bound=self._bound,
        )

    def _deadlines(self) -> Iterator[Deadline]:
        own = self._obligation.deadline
        if own:
            yield self._resolved(own.words, own.time)
        for one in self._reported:
            if one.what == DEADLINE:
                time = one.time
                if isinstance(time, Duration) and own and isinstance(own.time, After):
                    # A report of the same deadline counts from the same event.
                    time = replace(own.time, length=time)
                yield replace(self._resolved(one.value, time, one), time=one.time)

    def _resolved(self, words: str, time: Time | None, reported: Reported | None = None) -> Deadline:
        if time is None:
            return Deadline(words, None, None, None, "unreadable", reported=reported)
        if isinstance(time, Duration):
            return Deadline(words, time, None, None, "anchor", reported=reported)
        fact = self._force.counted(time, self._party)
        if isinstance(time, After) and (fact.first is None or fact.first <= EVER):
            lack = _LACKS.get(time.anchor, "event")
            return Deadline(words, time, None, None, lack, time.anchor, reported)
        return Deadline(words, time, fact.first, fact.last, reported=reported)

    def _fulfilments(self) -> Iterator[Event]:
        for one in self._force.claims:
            about = one.kind == "fulfilled" and one.clause == self._obligation.clause
            if about and one.actor in {None, self._debtor}:
                yield one

    def _due(
        self,
        deadlines: Sequence[Deadline],
        fulfilled: Sequence[Event],
        states: Sequence[State],
        as_of: datetime,
        window: timedelta,
    ) -> Due:
        done = [happened(one, self._force.claims).by(as_of) for one in fulfilled if one.asserted]
        until = self._obligation.until.time if self._obligation.until else None
        over = until and not isinstance(until, Duration) and self._force.counted(until, self._party).by(as_of)
        if any(done) or over or (states and _ENDED.issuperset(states)):
            return "ended"
        if not self._bound:
            return "not-bound"
        if self._force.agreement.entry and self._force.entered(self._party).by(as_of) is False:
            return "not-in-force"
        if None in done:
            return "unclear"
        if not deadlines and (begun := self._begun(as_of)) is not None:
            return "running" if begun else "coming"
        return _by_date(_deciding(deadlines), as_of, window)

    def _begun(self, as_of: datetime) -> bool | None:
        begins = self._obligation.begins.time if self._obligation.begins else None
        if begins is None or isinstance(begins, Duration):
            return None
        fact = self._force.counted(begins, self._party)
        return fact.by(as_of) if fact.first else None


def _differ(one: Deadline, other: Deadline) -> bool:
    """Tell whether two words for a deadline cannot both be right."""
    if one.first is None or other.first is None:
        return one.first is other.first and one.words != other.words
    return (one.last is not None and one.last < other.first) or (
        other.last is not None and other.last < one.first
    )


def _deciding(deadlines: Sequence[Deadline]) -> Fact:
    """Return when it is due: by the text, or, where that does not say, between the reports."""
    known = [one for one in deadlines if one.first]
    known = [one for one in known if one.reported is None] or known
    firsts = [one.first for one in known if one.first]
    lasts = [one.last for one in known if one.last]
    return Fact(min(firsts, default=None), max(lasts) if lasts and len(lasts) == len(known) else None)


def _by_date(fact: Fact, as_of: datetime, window: timedelta) -> Due:
    if fact.first is None:
        return "undated"
    if fact.last and fact.last < as_of:
        return "overdue"
    return "due" if fact.first <= as_of + window else "coming"
