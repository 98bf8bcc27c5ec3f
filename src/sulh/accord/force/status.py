"""Is it in force, for whom, since when? A state machine whose every answer names the events that led there.

For a party the states are `text` (it has not signed), `signed` (others have not), `conditional` (it signed,
and a condition of its own is open), `waiting` (all is there but the time), `in-force`, `suspended`,
`terminated`, `expired`. An answer depends on nothing that was certainly later than the time asked for. Where
dates are imprecise or something is denied, all states are given that the record leaves possible.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

from sulh.accord.agreement import EFFECTS, Agreement, Event, Trigger
from sulh.accord.clause import Clause
from sulh.accord.force.claims import concerns, denials, happened, of_kind, one_of, recorded
from sulh.accord.force.conditions import Tested, tests
from sulh.accord.force.fact import ALWAYS, EVER, NEVER, Fact, both, either
from sulh.accord.force.standing import STATES, Missing, Standing, State, Status, Step, StepKind
from sulh.accord.moment import After, Duration, Moment
from sulh.case.local_text import LocalText


def status(agreement: Agreement, as_of: datetime) -> Status:
    """Return how an agreement stands at `as_of`, a time with zone.

    Where nothing says how it enters into force, it never does. Time grows linearly with the events for each
    party, and quadratically with those that are denied.
    """
    force = Force(agreement, as_of)
    return Status(
        agreement.id,
        as_of,
        force.standing(None),
        tuple(force.standing(party) for party in force.parties),
        tuple(triggers(agreement)),
    )


def triggers(agreement: Agreement) -> Iterator[Trigger]:
    """Yield what the agreement names as a reason to suspend or end it: in its rules, then in its clauses."""
    yield from agreement.entry.triggers if agreement.entry else ()
    met = set[tuple[str, str, str]]()
    for copy in agreement.copies:
        for clause in copy.walk():
            for trigger in _attributes(clause, copy.front.language):
                key = (clause.id, trigger.effect, trigger.title.wordings[0][1])
                if key not in met:
                    met.add(key)
                    yield trigger


def _attributes(clause: Clause, language: str) -> Iterator[Trigger]:
    for effect in EFFECTS:
        if words := clause.attribute(effect):
            yield Trigger(effect, LocalText(((language, words),)), clause.id)


class Force:
    """What is known by a time of the force of an agreement."""

    def __init__(self, agreement: Agreement, as_of: datetime) -> None:
        """Look at what may have happened by `as_of`."""
        self.agreement = agreement
        self._as_of = as_of
        self.claims = recorded(agreement, as_of)
        self.parties = _parties(agreement)
        self._signed = {one: one_of(of_kind(self.claims, "signed", one), self.claims) for one in self.parties}
        self._tests = tests(agreement, self.claims, self.parties, as_of)

    @property
    def undertaking(self) -> frozenset[str]:
        """Who is party or guarantor, or is said to have signed or accepted the agreement."""
        guarantors = (who for copy in self.agreement.copies for who in copy.front.guarantors)
        words = (
            one.actor
            for kind in ("signed", "accepted")
            for one in of_kind(self.claims, kind)
            if one.actor and one.asserted
        )
        return frozenset((*self.parties, *guarantors, *words))

    def anchor(self, name: str, party: str | None = None) -> Fact:
        """Return when `signature` (by all), `entry-into-force` (for a party), or a named event was."""
        if name == "signature":
            return both(self._signed.values()) if self._signed else NEVER
        if name == "entry-into-force":
            return self.entered(party)
        return one_of([one for one in self.claims if one.id == name], self.claims)

    def entered(self, party: str | None) -> Fact:
        """Return when the agreement entered into force for a party, or as a whole."""
        if self.agreement.entry is None or not self.parties:
            return NEVER
        conditions = (one.met for one in self._conditions(party))
        return both((self.anchor("signature"), *conditions, self._start()))

    def _conditions(self, party: str | None) -> list[Tested]:
        return [one for one in self._tests if party in {None, one.party}]

    def _start(self) -> Fact:
        starts = self.agreement.entry.starts if self.agreement.entry else None
        return ALWAYS if starts is None else self.counted(starts, None)

    def counted(self, time: Moment | After, party: str | None) -> Fact:
        """Return a time, or what is counted from an event."""
        if isinstance(time, Moment):
            return Fact(time.first, time.last)
        fact = self.anchor(time.anchor, party)
        if time.length is None:
            return fact
        if time.at is None:
            return fact.moved(time.length.after)
        days, at, zone = time.length.count, time.at, self.agreement.zone or UTC
        return fact.moved(lambda end: Moment.at(end).morning_after(days, at, zone).first)

    def expired(self, party: str | None) -> Fact:
        """Return when the time of the agreement ran out, extensions counted; its end, if that is to come."""
        entry = self.agreement.entry
        if entry is None or entry.ends is None:
            return NEVER
        end, rule, times = self.counted(entry.ends, party), entry.extension, 0
        base = end
        words = of_kind(
            self.claims, "extended" if rule and not rule.automatic else rule.unless if rule else "extended"
        )
        facts = [happened(one, self.claims) for one in words if one.asserted and concerns(one, party)]
        while rule and end.first and end.first > EVER and end.by(self._as_of) is not False:
            latest = end.last or end.first
            possible = [fact for fact in facts if fact.first and fact.first <= latest]
            certain = [fact for fact in possible if fact.last and fact.last <= end.first]
            if possible and not certain:
                return Fact(end.first, None)
            if bool(certain) == rule.automatic:
                return end
            if not rule.automatic:
                facts.remove(certain[0])  # one event extends once
            times += 1
            longer = Duration(rule.length.count * times, rule.length.unit)
            end = base.moved(longer.after)
        return end

    def standing(self, party: str | None) -> Standing:
        """Return how the agreement stands for a party, or as a whole."""
        states = self._states(party)
        held = [state for state in STATES if state in states]
        chain = tuple(self._chain(party, states))
        entered = self.entered(party).by(self._as_of)
        ended = states & {"terminated", "expired"}
        return Standing(
            party,
            tuple(held),
            since=self._since(party, held[0]) if len(held) == 1 else None,
            chain=chain,
            missing=() if entered is True or ended else tuple(dict.fromkeys(self._missing(party))),
            unclear=tuple(step.claim for step in chain if step.claim and self._is_unclear(step)),
        )

    def _is_unclear(self, step: Step) -> bool:
        return bool(step.denied) or step.last is None or step.last > self._as_of

    def _states(self, party: str | None) -> set[State]:
        found = set[State]()
        for ended, state in self._ends(party):
            found |= {state} if ended is not False else set()
            if ended:
                return found
        entered = self.entered(party).by(self._as_of)
        if entered is not False:
            found |= self._suspension(party)
        if entered:
            return found
        return found | self._before(party)

    def _ends(self, party: str | None) -> Iterator[tuple[bool | None, State]]:
        yield self._terminated(party).by(self._as_of), "terminated"
        possible = self.entered(party).by(self._as_of)
        expired = self.expired(party).by(self._as_of)
        yield False if possible is False else expired if possible else expired and None, "expired"

    def _terminated(self, party: str | None) -> Fact:
        words = (one for one in of_kind(self.claims, "terminated") if one.asserted and concerns(one, party))
        return either(happened(one, self.claims) for one in words)

    def _before(self, party: str | None) -> set[State]:
        """Return the states that are possible where it is not in force."""
        found = set[State]()
        signed = self._signature(party).by(self._as_of)
        met = both(one.met for one in self._conditions(party)).by(self._as_of)
        everyone = self.anchor("signature").by(self._as_of)
        if signed is not False:
            if met is not True:
                found.add("conditional")
            if met is not False:
                if self.agreement.entry is None or everyone is not True:
                    found.add("signed")
                if (
                    self.agreement.entry
                    and everyone is not False
                    and self._start().by(self._as_of) is not True
                ):
                    found.add("waiting")
        return found | ({"text"} if signed is not True else set())

    def _signature(self, party: str | None) -> Fact:
        if party is None:
            return either(self._signed.values())
        return self._signed[party]

    def _suspension(self, party: str | None) -> set[State]:
        """Return what the last of suspensions and resumptions leaves, or each that may be the last."""
        found = set[State]()
        words = self._suspensions(party)
        facts = [happened(one, self.claims) for one in words]
        certain = [fact.first for fact in facts if fact.first and fact.by(self._as_of)]
        for word, fact in zip(words, facts, strict=True):
            latest = fact.last or (word.when.last if word.when else self._as_of)
            if not any(other > latest for other in certain):
                found.add("suspended" if word.kind == "suspended" else "in-force")
        return found if certain else found | {"in-force"}

    def _suspensions(self, party: str | None) -> list[Event]:
        return [
            one
            for one in self.claims
            if one.kind in {"suspended", "resumed"} and one.asserted and concerns(one, party)
        ]

    def _since(self, party: str | None, state: State) -> Moment | None:
        changes = [one for one in self._suspensions(party) if one.when]
        match state:
            case "terminated":
                return self._terminated(party).moment
            case "expired":
                return self.expired(party).moment
            case "suspended":
                return changes[-1].when if changes else None
            case "in-force":
                entered = self.entered(party).moment
                resumed = [one.when for one in changes if one.kind == "resumed" and one.when]
                later = resumed and entered and resumed[-1].first > entered.last
                return resumed[-1] if later else entered
            case "signed" | "conditional" | "waiting":
                return self._signature(party).moment
        return None

    def _chain(self, party: str | None, states: set[State]) -> Iterator[Step]:
        steps = [self._step(one) for one in self.claims if self._is_relevant(one, party)]
        entry = self.agreement.entry
        derived: list[tuple[StepKind, Fact]] = [("entered-into-force", self.entered(party))]
        if "expired" in states:
            derived.append(("expired", self.expired(party)))
        for kind, fact in derived:
            if entry and fact.by(self._as_of) is not False:
                steps.append(Step(kind, fact.first, fact.last, provenance=entry.provenance))
        # At the same time, what happened stands before what follows from it.
        yield from sorted(steps, key=lambda step: (step.first or EVER, step.last or EVER, step.claim is None))

    def _step(self, claim: Event) -> Step:
        fact = happened(claim, self.claims)
        dated = fact.first if claim.when else None
        last = claim.when.last if claim.when else None
        return Step(claim.kind, dated, last, claim, denials(claim, self.claims), claim.provenance)

    def _is_relevant(self, claim: Event, party: str | None) -> bool:
        """Tell whether a claim bears on how the agreement stands; a denial stands beside what it denies."""
        if not claim.asserted:
            return not any(one.asserted and claim in denials(one, self.claims) for one in self.claims)
        if claim.kind in {"signed", "accepted", "condition-met"}:
            about = any(claim in test.claims for test in self._conditions(party))
            return claim.actor in self.parties or about
        if claim.kind == "occurred":
            entry = self.agreement.entry
            times = (entry.starts, entry.ends) if entry else ()
            return any(isinstance(time, After) and time.anchor == claim.id for time in times)
        return claim.kind != "fulfilled" and concerns(claim, party)

    def _missing(self, party: str | None) -> Iterator[Missing]:
        if self.agreement.entry is None:
            yield Missing("rule")
        unsigned = {who for who, fact in self._signed.items() if fact.by(self._as_of) is False}
        yield from (Missing("signature", who) for who in self.parties if who in unsigned)
        for test in self._conditions(party):
            met = test.met.by(self._as_of)
            said = test.open.what == "signature" and test.open.who in unsigned
            if not said and (met is False or (met is None and not test.claims)):
                yield test.open
        start = self._start()
        if self.agreement.entry and start.by(self._as_of) is not True:
            after = self.agreement.entry.starts
            if isinstance(after, After) and start.first is None and after.anchor != "signature":
                yield Missing("event", after.anchor)
            elif start.first:
                yield Missing("start", when=start.moment)


def _parties(agreement: Agreement) -> tuple[str, ...]:
    """Return who has to sign: whom the rules name, else the parties of the copies."""
    named = agreement.entry.signed_by if agreement.entry else ()
    return named or tuple(dict.fromkeys(who for copy in agreement.copies for who in copy.front.parties))
