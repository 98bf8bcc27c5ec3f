"""`agreement.toml`: how an agreement enters into force, what happened, and what is reported of it."""

from dataclasses import replace
from datetime import time, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING, Any, Final

from sulh.accord.agreement import (
    EFFECTS,
    EVENT_KINDS,
    TESTS,
    Agreement,
    Condition,
    EntryIntoForce,
    Event,
    Extension,
    Reported,
    Trigger,
    short,
)
from sulh.accord.counterpart import Copy
from sulh.accord.marking import Marks
from sulh.accord.moment import UNITS, After, Duration, Moment, moment, time_in
from sulh.case.folder.entry import Entry
from sulh.case.folder.table import Table, suggestion
from sulh.case.provenance import Provenance
from sulh.case.reference import is_id

if TYPE_CHECKING:
    from sulh.case.folder.positions import KeyPath

_MOST: Final = 999


class TermsEntry(Entry):
    """A table of `agreement.toml`."""

    _copies: tuple[Copy, ...] = ()
    _marks: Marks | None = None
    _zone: tzinfo | None = None

    def _child(self, path: "KeyPath", values: dict[str, Any], owner: Table | None) -> "TermsEntry":
        child = TermsEntry(self.page, path, values, owner, context=self.context)
        child._copies, child._marks, child._zone = self._copies, self._marks, self._zone
        return child

    def use(self, copies: tuple[Copy, ...], marks: Marks) -> None:
        """Check references against `copies`, and raise marks by `marks`."""
        self._copies, self._marks = copies, marks

    def agreement(self, identifier: str, copies: tuple[Copy, ...]) -> Agreement:
        """Read the whole file."""
        zone = self._zone = self.offset()
        value = Agreement(
            id=identifier,
            copies=copies,
            instrument=self.maybe_reference("instrument", "instrument"),
            title=self.maybe_title("title"),
            zone=zone,
            entry=self.part("entry_into_force", TermsEntry.entry_into_force),
            events=self.entries("event", TermsEntry.event),
            reported=self.entries("reported", TermsEntry.reported),
            provenance=self.raised(),
        )
        ids = [event.id for event in value.events if event.id]
        for word in sorted({word for word in ids if ids.count(word) > 1}):
            self.fault(f"two events have the id {word!r}; give one of them another", "event", spoils=False)
        self.rest()
        return value if not self.spoiled else replace(value, entry=None)

    def offset(self) -> timezone | None:
        """Return the offset from UTC in which days are counted."""
        word = self.maybe_text("utc_offset")
        if word is None:
            return None
        sign, hours, minutes = word[:1], word[1:3], word[4:]
        if (
            sign in {"+", "-"}
            and word[3:4] == ":"
            and (hours + minutes).isdecimal()
            and len(word) == len("+00:00")
        ):
            length = timedelta(hours=int(hours), minutes=int(minutes))
            if length <= timedelta(hours=14):
                return timezone(length if sign == "+" else -length)
        self.fault(f"{word!r} is no offset from UTC; write one such as +02:00", "utc_offset")
        return None

    def raised(self, *actors: str | None) -> Provenance:
        """Return the fields that every entry may carry, with a mark that is at least that of `actors`."""
        provenance = self.provenance()
        return self._marks.raised(provenance, *actors) if self._marks else provenance

    def maybe_actor(self, key: str) -> str | None:
        """Return an actor id or a name; a word in the shape of an id has to be one of the case."""
        word = self.maybe_text(key)
        self._check_actor(word, key)
        return word

    def some_actors(self, key: str) -> tuple[str, ...]:
        """Return a list of actor ids or names."""
        words = self.texts(key)
        for index, word in enumerate(words):
            self._check_actor(word, key, index)
        return words

    def _check_actor(self, word: str | None, *at: str | int) -> None:
        reason = self.context.missing(word, ("actor",)) if word and is_id(word) else None
        if reason:
            self.fault(reason, *at)

    def moment(self, key: str) -> Moment | None:
        """Return a time as precise as it is known."""
        if not self.has(key):
            return None
        try:
            return moment(self._values[key], self._zone)
        except ValueError as error:
            self.fault(f"{key!r}: {error}", key)
            return None

    def moment_or_after(self, key: str) -> Moment | After | None:
        """Return a time, or what it is counted from."""
        return self.part(key, TermsEntry.after) if self.holds_table(key) else self.moment(key)

    def after(self) -> After:
        """Read `{after = "signature", days = 1}`."""
        at = self.maybe_text("at")
        length = self.maybe_length()
        try:
            clock = time.fromisoformat(at) if at else None
        except ValueError:
            self.fault(f"{at!r} is no time of the day; write one such as 00:00", "at")
            clock = None
        if clock and (self._zone is None or length is None or length.unit != "days"):
            self.fault("'at' goes with 'days', and with the 'utc_offset' of the agreement; add them", "at")
        return After(self.text("after"), length, clock)

    def maybe_length(self) -> Duration | None:
        """Return the length of time that one of the keys `days`, `months`, … gives."""
        given = [unit for unit in UNITS if self.has(unit)]
        if len(given) > 1:
            self.fault(f"a length of time has one of {', '.join(UNITS)}; leave one")
        for unit in given[:1]:
            count = self._get(unit, int, "a whole number")
            if count is not None and 1 <= count <= _MOST:
                return Duration(count, unit)
            if count is not None:
                self.fault(f"{unit!r} has to be a number from 1 to {_MOST}", unit)
        return None

    def clause(self) -> str | None:
        """Return the id of a clause of one of the copies."""
        word = self.maybe_text("clause")
        known = {clause.id for copy in self._copies for clause in copy.walk()}
        if word and word not in known:
            self.fault(f"no copy has a clause {word!r}{suggestion(word, known)} correct the id", "clause")
        return word

    def copy_named(self, key: str) -> str | None:
        """Return the name of one of the copies."""
        word = self.maybe_text(key)
        known = [short(copy.name) for copy in self._copies]
        if word and word not in known:
            self.fault(f"there is no copy {word!r}{suggestion(word, known)} correct the name", key)
        return word

    def entry_into_force(self) -> EntryIntoForce:
        """Read `[entry_into_force]`."""
        signed_by, starts = self.some_actors("signed_by"), self.moment_or_after("starts")
        if isinstance(starts, After) and starts.anchor == "entry-into-force":
            self.fault("an agreement cannot start after itself; count from 'signature' or an event", "starts")
        return EntryIntoForce(
            signed_by=signed_by,
            starts=starts,
            ends=self.moment_or_after("ends"),
            extension=self.part("extension", TermsEntry.extension),
            conditions=self.parts("condition", TermsEntry.condition),
            triggers=self.entries("trigger", TermsEntry.trigger),
            provenance=self.raised(*signed_by),
        )

    def extension(self) -> Extension:
        """Read `extension = {months = 6, automatic = true, unless = "extension-refused"}`."""
        length = self.maybe_length()
        if length is None or length.unit == "hours":
            self.fault("an extension has a length; write one such as months = 6")
        return Extension(
            length or Duration(1, "days"),
            self.flag("automatic", default=False),
            self.choice("unless", EVENT_KINDS, "extension-refused"),
        )

    def condition(self) -> Condition:
        """Read `[[entry_into_force.condition]]`."""
        self.require("for")
        accepted_by = self.maybe_actor("accepted_by")
        requires = self.choice("requires", TESTS, "acceptance")
        if (requires == "acceptance") != (accepted_by is not None):
            self.fault(
                "a condition has 'accepted_by', or 'requires' with a test of the text; write one of the two"
            )
        party, signed_by = self.maybe_actor("for") or "", self.some_actors("signed_by")
        return Condition(
            party=party,
            requires=requires,
            copy=self.copy_named("copy"),
            other=self.copy_named("other"),
            accepted_by=accepted_by,
            signed_by=signed_by,
            title=self.maybe_title("title"),
            provenance=self.raised(party, accepted_by, *signed_by),
        )

    def trigger(self) -> Trigger:
        """Read `[[entry_into_force.trigger]]`."""
        parties = self.some_actors("for")
        return Trigger(
            effect=self.choice("effect", EFFECTS),
            title=self.title("title"),
            clause=self.clause(),
            parties=parties,
            provenance=self.raised(*parties),
        )

    def event(self) -> Event:
        """Read `[[event]]`."""
        kind = self.choice("kind", EVENT_KINDS)
        identifier = self.an_id() if self.has("id") or kind == "occurred" else None
        actor, by, parties = self.maybe_actor("actor"), self.maybe_actor("by"), self.some_actors("for")
        clause = self.clause()
        if kind in {"signed", "accepted"} and actor is None and not self.spoiled:
            self.fault(f"'{kind}' is something that somebody does; add 'actor'")
        if kind == "fulfilled" and clause is None and not self.spoiled:
            self.fault("'fulfilled' is about a clause; add 'clause'")
        value = Event(
            kind=kind,
            id=identifier,
            actor=actor,
            parties=parties,
            clause=clause,
            copy=self.copy_named("copy"),
            when=self.moment("when"),
            by=by,
            asserted=self.flag("asserted", default=True),
            title=self.maybe_title("title"),
            provenance=self.raised(actor, by, *parties),
        )
        self.check_basis(by, value.provenance)
        return value

    def reported(self) -> Reported:
        """Read `[[reported]]`."""
        self.require("clause")
        self.require("value")
        raw, by = self._values.get("value"), self.maybe_actor("by")
        value = self.text("value") if isinstance(raw, str) else str(raw)
        time = time_in(value, self._zone) if isinstance(raw, str) else self.moment("value")
        found = Reported(
            clause=self.clause() or "",
            what=self.maybe_text("what") or "deadline",
            value=value if isinstance(raw, str) else str(time),
            time=time,
            by=by,
            provenance=self.raised(by),
        )
        self.check_basis(by, found.provenance)
        return found

    def check_basis(self, by: str | None, provenance: Provenance) -> None:
        """Note a fault where nobody's word and no source is given."""
        if by is None and not provenance.sources and not provenance.assumed and not self.spoiled:
            self.fault("this rests on nothing; add 'by' or 'sources', or assumed = true")
