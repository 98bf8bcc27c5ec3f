"""What the pages on agreements share: times to the minute, whose word a claim is, and what it rests on."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cached_property

from sulh.accord.agreement import Agreement, Event, short
from sulh.accord.force.standing import State, StepKind
from sulh.accord.moment import After, Duration, Moment
from sulh.brief.content import Content
from sulh.brief.page import Day, Inline, Line, Text, Verbatim, fill, joined
from sulh.case.provenance import Provenance
from sulh.case.when import When

_INSTANT = timedelta(microseconds=1)
_MINUTES = 60


class AgreementWords:
    """The words of one page for agreements."""

    def __init__(self, content: Content) -> None:
        """Take what the page is made of."""
        self.content = content
        self.m = content.words.m

    @cached_property
    def states(self) -> dict[State, str]:
        """How an agreement stands."""
        m = self.m
        return {
            "text": m.pgettext("force", "text, not signed"),
            "signed": m.pgettext("force", "signed, not in force"),
            "conditional": m.pgettext("force", "signed, on a condition that is open"),
            "waiting": m.pgettext("force", "signed, waiting for its time to begin"),
            "in-force": m.pgettext("force", "in force"),
            "suspended": m.pgettext("force", "suspended"),
            "terminated": m.pgettext("force", "terminated"),
            "expired": m.pgettext("force", "expired"),
        }

    @cached_property
    def events(self) -> dict[StepKind, str]:
        """What happened."""
        m = self.m
        return {
            "signed": m.pgettext("event", "signed"),
            "accepted": m.pgettext("event", "accepted"),
            "condition-met": m.pgettext("event", "condition met"),
            "occurred": m.pgettext("event", "occurred"),
            "suspended": m.pgettext("event", "suspended"),
            "resumed": m.pgettext("event", "resumed"),
            "terminated": m.pgettext("event", "terminated"),
            "extended": m.pgettext("event", "extended"),
            "extension-refused": m.pgettext("event", "extension refused"),
            "fulfilled": m.pgettext("event", "fulfilled"),
            "entered-into-force": m.pgettext("event", "entry into force, by the rules of the agreement"),
            "expired": m.pgettext("event", "end of its time, by the rules of the agreement"),
        }

    def title(self, agreement: Agreement) -> Verbatim:
        """Return the title of an agreement, or its id."""
        return self.content.title(agreement.title) if agreement.title else Verbatim(agreement.id)

    def states_line(self, states: Iterable[State]) -> Line:
        """Return the state, or all that are possible where it cannot be told."""
        words = [self.states[state] for state in states]
        if len(words) == 1:
            return (Text(words[0]),)
        several = self.m.pgettext("force", "cannot be told: {states}")
        return (Text(several.format(states=self.m.pgettext("force", " or ").join(words))),)

    def instant(self, instant: datetime) -> Inline:
        """Return a day with the time and its offset from UTC."""
        offset = instant.utcoffset() or timedelta()
        minutes = int(offset.total_seconds()) // _MINUTES
        sign = "+" if minutes >= 0 else "−"
        hours, rest = divmod(abs(minutes), _MINUTES)
        zone = f"UTC{sign}{hours:02}:{rest:02}" if minutes else "UTC"
        label = self.m.pgettext("time", "{day}, {time} {zone}").format(
            day=self.content.words.day(instant.date()), time=f"{instant:%H:%M}", zone=zone
        )
        return Day(When.on(instant.date()), label)

    def time(self, first: datetime | None, last: datetime | None) -> Line:
        """Return a time, or the interval that it lies in."""
        if first is None:
            return self.content.day(None)
        if last is None:
            return fill(self.m.pgettext("time", "{first} or later, or not at all"), first=self.instant(first))
        if first == last:
            return (self.instant(first),)
        if _is_days(first, last):
            return self.content.day(When(first.date(), last.date()))
        between = self.m.pgettext("time", "between {first} and {last}")
        return fill(between, first=self.instant(first), last=self.instant(last))

    def length(self, length: Duration) -> str:
        """Return a length of time."""
        m, count = self.m, length.count
        words = {
            "hours": m.ngettext("{count} hour", "{count} hours", count),
            "days": m.ngettext("{count} day", "{count} days", count),
            "weeks": m.ngettext("{count} week", "{count} weeks", count),
            "months": m.ngettext("{count} month", "{count} months", count),
            "years": m.ngettext("{count} year", "{count} years", count),
        }
        return words[length.unit].format(count=count)

    def bound(self, words: str, time: Moment | Duration | After | None) -> Inline:
        """Return a time that a text names, in the page's language where a program could read it."""
        m = self.m
        if isinstance(time, Duration):
            return Text(self.length(time))
        if isinstance(time, Moment):
            days = time.days
            return Day(days, self.content.words.when(days)) if days else self.instant(time.first)
        if isinstance(time, After) and time.length:
            anchors = {
                "signature": m.pgettext("anchor", "signature"),
                "entry-into-force": m.pgettext("anchor", "entry into force"),
            }
            after = m.pgettext("anchor", "{length} after {anchor}")
            anchor = anchors.get(time.anchor, time.anchor)
            return Text(after.format(length=self.length(time.length), anchor=anchor))
        return Verbatim(words)

    def claim(self, claim: Event) -> Line:
        """Return what a claim says but for its time: what happened, by whom, by whose word, on what basis."""
        m, content = self.m, self.content
        when = claim.when.days if claim.when else None
        what = Text(self.events[claim.kind])
        who = content.name(claim.by, when) if claim.by else None
        parts: list[Line] = [(what,)]
        if not claim.asserted and who:
            parts = [fill(m.pgettext("event", "denied by {who}: {what}"), who=who, what=what)]
        elif not claim.asserted:
            parts = [fill(m.pgettext("event", "denied: {what}"), what=what)]
        if claim.actor:
            parts.append((content.name(claim.actor, when),))
        if claim.title:
            parts.append((content.title(claim.title),))
        parts += [
            fill(template, name=Verbatim(name))
            for template, name in (
                (m.pgettext("event", "clause {name}"), claim.clause),
                (m.pgettext("event", "copy {name}"), short(claim.copy) if claim.copy else None),
            )
            if name
        ]
        if claim.parties:
            names = joined(tuple((content.name(one, when),) for one in claim.parties), m.gettext(", "))
            parts.append(fill(m.pgettext("event", "for {names}"), names=names))
        if who and claim.asserted:
            parts.append(fill(m.pgettext("event", "by the word of {who}"), who=who))
        if basis := self.basis(claim.provenance):
            parts.append(basis)
        return joined(tuple(parts), " · ")

    def dated(self, claim: Event) -> Line:
        """Return a claim with its time."""
        when = claim.when
        time = self.time(when.first, when.last) if when else self.content.day(None)
        return joined((time, self.claim(claim)), self.m.gettext(": "))

    def basis(self, provenance: Provenance) -> Line:
        """Return what a value rests on; a statement that was not read here by its id."""
        known = self.content.statement
        ids = tuple(
            source.reference
            for source in provenance.sources
            if source.kind == "statement" and known(source.reference) is None
        )
        rest = replace(provenance, sources=tuple(s for s in provenance.sources if s.reference not in ids))
        lines = (*((Verbatim(one),) for one in ids), self.content.sources(rest))
        return joined(tuple(line for line in lines if line), " · ")


def _is_days(first: datetime, last: datetime) -> bool:
    """Tell whether an interval is whole days of one offset."""
    midnight = (first.hour, first.minute, first.second, first.microsecond) == (0, 0, 0, 0)
    following = last + _INSTANT
    ends = (following.hour, following.minute, following.second, following.microsecond) == (0, 0, 0, 0)
    return midnight and ends
