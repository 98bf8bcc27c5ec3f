"""Whole cases for property tests, as a case folder can hold them.

A case is made from one drawn seed, in milliseconds, so that many can be tried. Drawn field by field it would
have hundreds of parts, and shrinking one that fails would take minutes.
"""

import json
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from random import Random
from typing import TYPE_CHECKING, Final, TypeVar, get_args

import pytest
from hypothesis import strategies as st

from sulh.case import (
    Actor,
    Adherence,
    Case,
    Decision,
    Denial,
    Dispatch,
    Handling,
    Instrument,
    Issue,
    LocalText,
    Meeting,
    Membership,
    Name,
    Office,
    Option,
    Paragraph,
    Participation,
    Position,
    Presence,
    Provenance,
    RoleClaim,
    Source,
    Statement,
    Track,
    Validity,
    When,
)
from sulh.case.actor import ActorKind, AdherenceState
from sulh.case.position import Stance
from sulh.case.process import InstrumentKind
from sulh.case.reference import BY_HAND
from sulh.case.statement import (
    Aspect,
    Form,
    Mention,
    Modality,
    Polarity,
    Role,
    Saying,
    SpeakerKind,
    Within,
    WithinKind,
)
from sulh.text.language import detect
from sulh.text.span import Span

if TYPE_CHECKING:
    from sulh.case.decision import Verb

T = TypeVar("T")
Cases = Callable[[list[str]], st.SearchStrategy[Case]]

_ACTORS: Final = ("a0", "a1", "a2")
_DISPATCHES: Final = ("2031-04-02-harbour", "d1")
_STEPS: Final = ("t0", "t1", "m0", "m1", "i0", "i1")
_SIGNS: Final = "aZ 7'\"\\\n\t,#=[]{}…\x7f\u200fصلحٌ؟٣\U0001f54a"
_BODY: Final = "ab \r\n\t\"'صل،حٌ.٣\U0001f54a\ufeff"
_EDGES: Final = (date.min, date.max, date(2032, 2, 29), date(2031, 12, 31), date(2031, 1, 1))


@pytest.fixture(scope="session")
def cases() -> Cases:
    """Return what makes a strategy of cases whose entries carry one of the given handling marks."""
    return lambda marks: st.randoms(use_true_random=True).map(lambda random: _Maker(random, marks).case())


def _front(values: Mapping[str, object], newline: str) -> str:
    lines = [f"{key} = {value}" for key, value in values.items() if value is not None]
    return newline.join(["+++", *lines, "+++", ""])


class _Maker:
    """Makes one case by chance; the later an entry is made, the more it can refer to."""

    def __init__(self, random: Random, marks: Sequence[str]) -> None:
        self._random = random
        self._marks = marks
        self._dispatches = [self.dispatch(identifier) for identifier in _DISPATCHES]
        self._homes = {f"call-{index}": self.one(BY_HAND, *_DISPATCHES) for index in range(2)}
        self._references = [f"{home}#{identifier}" for identifier, home in self._homes.items()] + ["d1#s3"]

    def one(self, *values: T) -> T:
        return self._random.choice(values)

    def toss(self) -> bool:
        return self._random.random() < 0.5

    def maybe(self, make: Callable[[], T]) -> T | None:
        return make() if self.toss() else None

    def few(self, make: Callable[[], T], least: int = 0) -> tuple[T, ...]:
        return tuple(make() for _ in range(self._random.randint(least, 2)))

    def cuts(self, text: str, count: int) -> list[int]:
        return sorted(self._random.sample(range(len(text) + 1), count))

    # Values

    def text(self, signs: str = _SIGNS) -> str:
        text = ""
        while not text.strip():
            text = "".join(self._random.choices(signs, k=self._random.randint(1, 6)))
        return text

    def title(self) -> LocalText:
        languages = self._random.sample(["ar", "en", "zh-Hant"], self._random.randint(1, 3))
        return LocalText(tuple((language, self.text()) for language in languages))

    def day(self) -> date:
        near = date(2031, 1, 1) + timedelta(self._random.randrange(730))
        return self.one(near, near, *_EDGES, date.fromordinal(self._random.randint(1, date.max.toordinal())))

    def when(self) -> When:
        day, other = self.day(), self.day()
        month = day.replace(day=monthrange(day.year, day.month)[1])
        return self.one(
            When.on(day),
            When(min(day, other), max(day, other)),
            When(day.replace(day=1), month),
            When(day.replace(month=1, day=1), day.replace(month=12, day=31)),
        )

    def validity(self) -> Validity:
        begins, ends = self.maybe(self.when), self.maybe(self.when)
        return Validity(begins, ends) if not (begins and ends and begins.first > ends.last) else Validity()

    def span(self, text: str) -> Span:
        return Span(*self.cuts(text, 2))

    def actor_id(self) -> str:
        return self.one(*_ACTORS)

    def reference(self) -> str:
        return self.one(*self._references)

    def source(self) -> Source:
        dispatch = self.one(*self._dispatches)
        return self.one(
            Source("dispatch", dispatch.id, self.maybe(lambda: self.span(dispatch.text))),
            Source("statement", self.reference()),
            Source("row", "notes.csv:3"),
            Source("url", "https://example.org/ص?a=1#b"),
            Source("person", self.text()),
        )

    def provenance(self) -> Provenance:
        return Provenance(
            sources=self.few(self.source),
            handling=Handling(self.one(*self._marks)),
            as_of=self.maybe(self.when),
            assumed=self.toss(),
            note=self.maybe(self.title),
        )

    def after(self, identifier: str) -> tuple[str, ...]:
        later = _STEPS[_STEPS.index(identifier) + 1 :]
        return self.few(lambda: self.one(*later)) if later else ()

    def before(self, identifier: str) -> tuple[str, ...]:
        earlier = _STEPS[: _STEPS.index(identifier)]
        return self.few(lambda: self.one(*earlier)) if earlier else ()

    # Entries

    def dispatch(self, identifier: str) -> Dispatch:
        body = self.one(*_BODY.strip("\ufeff")) + "".join(self._random.choices(_BODY, k=19))
        mark = self.one(*self._marks)
        plain = mark == "public" and self.toss()
        outlet = None if plain else self.maybe(self.text)
        published = None if plain else self.maybe(self.day)
        language = None if plain else self.one(None, "ar", "en", "fa")
        fields = {
            "outlet": outlet and json.dumps(outlet, ensure_ascii=False).replace("\x7f", "\\u007f"),
            "date": published,
            "language": language and json.dumps(language),
            "handling": json.dumps(mark),
        }
        start = self.one("", "\ufeff") + ("" if plain else _front(fields, self.one("\n", "\r\n")))
        return Dispatch(
            id=identifier,
            path=f"dispatches/{identifier}.txt",
            text=start + body,
            body=Span(len(start), len(start) + len(body)),
            language=language or detect(body),
            outlet=outlet,
            published=published,
            provenance=Provenance(handling=Handling(mark)),
        )

    def track(self, identifier: str) -> Track:
        return Track(
            id=identifier,
            title=self.title(),
            precedes=self.after(identifier),
            depends_on=self.before(identifier),
            validity=self.validity(),
            provenance=self.provenance(),
        )

    def meeting(self, identifier: str) -> Meeting:
        return Meeting(
            id=identifier,
            title=self.title(),
            place=self.maybe(self.title),
            when=self.maybe(self.when),
            track=self.one(None, "t0", "t1"),
            participants=self.few(
                lambda: Participation(self.actor_id(), self.actor_id(), self.toss(), self.provenance())
            ),
            precedes=self.after(identifier),
            depends_on=self.before(identifier),
            provenance=self.provenance(),
        )

    def instrument(self, identifier: str) -> Instrument:
        return Instrument(
            id=identifier,
            kind=self.one(*get_args(InstrumentKind)),
            title=self.title(),
            when=self.maybe(self.when),
            paragraphs=self.few(lambda: Paragraph(self.text(), self.title())),
            depends_on=self.before(identifier),
            provenance=self.provenance(),
        )

    def actor(self, identifier: str) -> Actor:
        return Actor(
            id=identifier,
            kind=self.one(*get_args(ActorKind)),
            names=self.few(lambda: Name(self.text(), self.one("ar", "en"), self.validity()), 1),
            members_of=self.few(lambda: Membership(self.actor_id(), self.validity(), self.provenance())),
            offices=self.few(
                lambda: Office(self.title(), self.actor_id(), self.validity(), self.provenance())
            ),
            provenance=self.provenance(),
        )

    def within(self) -> Within:
        return self.one(
            Within("meeting", self.one("m0", "m1")),
            Within("track", self.one("t0", "t1")),
            Within("agreement", self.one("i0", "i1")),
            Within("channel", self.one("m0", "a line")),
            Within(self.one(*get_args(WithinKind)), f"{self.text()}!"),
        )

    def role(self) -> RoleClaim:
        actor, claimant = self.actor_id(), self.actor_id()
        return RoleClaim(
            actor=actor,
            role=self.one(*get_args(Role)),
            claimed_by=claimant,
            asserted=self.toss(),
            modality=self.one(*get_args(Modality)),
            by_itself=actor == claimant,
            within=self.maybe(self.within),
            statement=self.maybe(self.reference),
            said=self.maybe(self.when),
            validity=self.validity(),
            provenance=self.provenance(),
        )

    def adherence(self) -> Adherence:
        return Adherence(
            actor=self.actor_id(),
            instrument=self.one("i0", "i1"),
            state=self.one(*get_args(AdherenceState)),
            by=self.actor_id(),
            when=self.maybe(self.when),
            provenance=self.provenance(),
        )

    def presence(self) -> Presence:
        return Presence(self.actor_id(), self.text(), self.actor_id(), self.validity(), self.provenance())

    def statement(self, identifier: str, home: str) -> Statement:
        carrier = next((dispatch.text for dispatch in self._dispatches if dispatch.id == home), None)
        spans: tuple[Span, ...] = ()
        text, stretches = self.text(), []
        if carrier is not None:
            a, b, c, d = self.cuts(carrier, 4)
            spans = self.one((Span(a, b), Span(c, d)), (Span(b, c),))
            text = " … ".join(span.of(carrier) for span in spans)
            stretches = [self.span(carrier), self.span(carrier)]
        return Statement(
            id=identifier,
            document=home,
            speaker=self.text(),
            kind=self.one(*get_args(SpeakerKind)),
            text=text,
            form=self.one(*get_args(Form)),
            polarity=self.one(*get_args(Polarity)),
            cue=self.one(None, *stretches),
            content=spans,
            mention=self.one(None, *stretches),
            role=self.maybe(self.text),
            speaker_id=self.maybe(self.actor_id),
            via=self.few(self.text),
            addressee=self.maybe(self.text),
            said=self.maybe(lambda: Saying(self.text(), self.maybe(self.day))),
            denies=self.few(lambda: Denial(self.reference(), self.one(*get_args(Aspect)))),
            dates=self.few(lambda: Mention(self.text(), self.maybe(self.day), self.maybe(self.day))),
            status="entered",
            provenance=self.provenance(),
        )

    def decision(self, line: int) -> Decision:
        dispatch = self.one(*self._dispatches)
        a, b, c, d = self.cuts(dispatch.text, 4)
        decided: list[tuple[str, Verb, str]] = [
            ("statement", "confirm", ""),
            ("statement", "reject", ""),
            ("statement", "merge", f"{c}-{d}"),
            ("statement", "split", f"{a}-{b} {c}-{d}"),
            ("content", "correct", f"{a}-{b}"),
            ("polarity", "correct", "deny"),
            ("speaker_id", "correct", "a1"),
            ("role", "correct", ""),
            ("speaker", "correct", 'مجلس، "المرتفعات"'),
        ]
        what, verb, value = self.one(*decided)
        zone = self.one(UTC, timezone(timedelta(minutes=self._random.randint(-720, 720))))
        time = datetime(1990, 1, 2, tzinfo=zone) + timedelta(microseconds=self._random.randrange(2**56))
        return Decision(
            room="record",
            document=dispatch.id,
            span=self.span(dispatch.text),
            what=what,
            verb=verb,
            value=value,
            by=self.text("a, ص"),
            when=self.one(time, time.replace(microsecond=0)),
            why=self.one("", self.text('a,;"\nص ')),
            line=line,
        )

    def decisions(self) -> tuple[Decision, ...]:
        """Return rows with the lines at which they begin; a reason may take several."""
        rows: list[Decision] = []
        line = 2
        for _ in range(self._random.randint(0, 3)):
            rows.append(self.decision(line))
            line += 1 + rows[-1].why.count("\n")
        return tuple(rows)

    def issue(self, identifier: str) -> Issue:
        options = tuple(Option(name, self.maybe(self.title), self.maybe(self.title)) for name in ("o0", "o1"))
        return Issue(
            identifier, self.one(options, options[1:], ()), self.maybe(self.title), self.provenance()
        )

    def position(self, issue: Issue) -> Position:
        provenance = self.provenance()
        return Position(
            actor=self.actor_id(),
            issue=issue.id,
            stance=self.one(*get_args(Stance)),
            option=self.one(None, *(option.id for option in issue.options)),
            proposes=self.maybe(self.title),
            statement=self.maybe(self.reference) if provenance.sources else self.reference(),
            said=self.maybe(self.when),
            provenance=provenance,
        )

    def case(self) -> Case:
        issues = tuple(self.issue(identifier) for identifier in ("i0", "t0"))
        return Case(
            title=self.title(),
            period=self.validity(),
            languages=self.one(("ar", "en"), ("en",), ("fa", "zh-Hant")),
            tracks=tuple(self.track(identifier) for identifier in ("t0", "t1")),
            meetings=tuple(self.meeting(identifier) for identifier in ("m0", "m1")),
            instruments=tuple(self.instrument(identifier) for identifier in ("i0", "i1")),
            actors=tuple(self.actor(identifier) for identifier in _ACTORS),
            roles=self.few(self.role),
            adherences=self.few(self.adherence),
            presences=self.few(self.presence),
            dispatches=tuple(self._dispatches),
            statements=tuple(self.statement(identifier, home) for identifier, home in self._homes.items()),
            decisions=self.decisions(),
            issues=issues,
            positions=self.few(lambda: self.position(self.one(*issues))),
            provenance=self.provenance(),
        )
