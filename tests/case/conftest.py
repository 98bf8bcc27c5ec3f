"""Whole cases for property tests, as a case folder can hold them."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta, timezone
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
    LocalText,
    Meeting,
    Membership,
    Name,
    Office,
    Paragraph,
    Participation,
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

MARKS: Final = ["public", "process", "party:a0", "party:a1", "mediator"]

_ACTORS: Final = ["a0", "a1", "a2"]
_DISPATCHES: Final = ["2031-04-02-harbour", "d1"]
_STEPS: Final = ["t0", "t1", "m0", "m1", "i0", "i1"]
_SIGNS: Final = "aZ 7'\"\\\n\t,#=[]{}…\x7f\u200fصلحٌ؟٣\U0001f54a"
_BODY: Final = "ab \r\n\t\"'صل،حٌ.٣\U0001f54a\ufeff"

TEXTS = st.text(_SIGNS, min_size=1, max_size=6).filter(str.strip)
DAYS = st.dates()
WHENS = st.one_of(
    DAYS.map(When.on),
    st.tuples(DAYS, DAYS).map(lambda pair: When(min(pair), max(pair))),
    DAYS.map(lambda day: When(day.replace(month=1, day=1), day.replace(month=12, day=31))),
    DAYS.map(lambda day: When(day.replace(month=4, day=1), day.replace(month=4, day=30))),
)
VALIDITIES = st.builds(Validity, st.none() | WHENS, st.none() | WHENS).filter(
    lambda validity: not (validity.begins and validity.ends) or validity.begins.first <= validity.ends.last
)
TITLES = st.dictionaries(st.sampled_from(["ar", "en", "zh-Hant"]), TEXTS, min_size=1).map(
    lambda wordings: LocalText(tuple(wordings.items()))
)


def _few(strategy: st.SearchStrategy[T], least: int = 0) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(strategy, min_size=least, max_size=2).map(tuple)


def _spans(text: str) -> st.SearchStrategy[Span]:
    ends = st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True)
    return ends.map(lambda pair: Span(min(pair), max(pair)))


def _front(values: Mapping[str, object], newline: str) -> str:
    lines = [f"{key} = {value}" for key, value in values.items() if value is not None]
    return newline.join(["+++", *lines, "+++", ""])


def _pool(draw: st.DrawFn, strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T]:
    """Draw a few values to take from again and again: a case has many, and drawing each would be slow."""
    return st.sampled_from(draw(st.lists(strategy, min_size=4, max_size=4)))


@st.composite
def _dispatch(draw: st.DrawFn, identifier: str, marks: list[str]) -> Dispatch:
    body = draw(st.text(_BODY, min_size=4, max_size=20).filter(lambda text: text[0] != "\ufeff"))
    mark = draw(st.sampled_from(marks))
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    plain = mark == "public" and draw(st.booleans())
    outlet = draw(st.none() | TEXTS)
    published = draw(st.none() | DAYS)
    language = draw(st.none() | st.sampled_from(["ar", "en", "fa"]))
    fields = {
        "outlet": outlet and json.dumps(outlet, ensure_ascii=False).replace("\x7f", "\\u007f"),
        "date": published,
        "language": language and json.dumps(language),
        "handling": json.dumps(mark),
    }
    front = "" if plain else _front(fields, newline)
    start = draw(st.sampled_from(["", "\ufeff"])) + front
    if plain:
        outlet = published = language = None
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


@st.composite
def _provenance(
    draw: st.DrawFn, dispatches: list[Dispatch], references: list[str], marks: list[str]
) -> Provenance:
    text = {dispatch.id: dispatch.text for dispatch in dispatches}

    def quoted(identifier: str) -> st.SearchStrategy[Source]:
        return st.builds(
            Source, st.just("dispatch"), st.just(identifier), st.none() | _spans(text[identifier])
        )

    sources = st.one_of(
        st.sampled_from(_DISPATCHES).flatmap(quoted),
        st.builds(Source, st.just("statement"), st.sampled_from(references)),
        st.builds(Source, st.just("row"), st.just("notes.csv:3")),
        st.builds(Source, st.just("url"), st.just("https://example.org/ص?a=1#b")),
        st.builds(Source, st.just("person"), TEXTS),
    )
    return Provenance(
        sources=draw(_few(sources)),
        handling=Handling(draw(st.sampled_from(marks))),
        as_of=draw(st.none() | WHENS),
        assumed=draw(st.booleans()),
        note=draw(st.none() | TITLES),
    )


@st.composite
def _case(draw: st.DrawFn, marks: list[str]) -> Case:
    """Draw a case whose entries carry one of `marks`."""
    dispatches = [draw(_dispatch(identifier, marks)) for identifier in _DISPATCHES]
    homes = {f"call-{index}": draw(st.sampled_from([BY_HAND, *_DISPATCHES])) for index in range(2)}
    references = [f"{home}#{identifier}" for identifier, home in homes.items()] + ["d1#s3"]
    provenances = _pool(draw, _provenance(dispatches, references, marks))
    texts, titles = _pool(draw, TEXTS), _pool(draw, TITLES)
    whens, validities = _pool(draw, WHENS), _pool(draw, VALIDITIES)
    actor_ids = st.sampled_from(_ACTORS)

    def after(identifier: str) -> st.SearchStrategy[tuple[str, ...]]:
        later = _STEPS[_STEPS.index(identifier) + 1 :]
        return _few(st.sampled_from(later)) if later else st.just(())

    def before(identifier: str) -> st.SearchStrategy[tuple[str, ...]]:
        earlier = _STEPS[: _STEPS.index(identifier)]
        return _few(st.sampled_from(earlier)) if earlier else st.just(())

    def statement(identifier: str, home: str) -> Statement:
        carried = next((dispatch for dispatch in dispatches if dispatch.id == home), None)
        spans: tuple[Span, ...] = ()
        if carried:
            cuts = sorted(draw(st.sets(st.integers(0, len(carried.text)), min_size=4, max_size=4)))
            spans = draw(st.sampled_from([(Span(*cuts[:2]), Span(*cuts[2:])), (Span(*cuts[1:3]),)]))
        stretch = st.none() | _spans(carried.text) if carried else st.none()
        return Statement(
            id=identifier,
            document=home,
            speaker=draw(texts),
            kind=draw(st.sampled_from(get_args(SpeakerKind))),
            text=" … ".join(span.of(carried.text) for span in spans) if carried else draw(texts),
            form=draw(st.sampled_from(get_args(Form))),
            polarity=draw(st.sampled_from(get_args(Polarity))),
            cue=draw(stretch),
            content=spans,
            mention=draw(stretch),
            role=draw(st.none() | texts),
            speaker_id=draw(st.none() | actor_ids),
            via=draw(_few(texts)),
            addressee=draw(st.none() | texts),
            said=draw(st.none() | st.builds(Saying, texts, st.none() | DAYS)),
            denies=draw(
                _few(st.builds(Denial, st.sampled_from(references), st.sampled_from(get_args(Aspect))))
            ),
            dates=draw(_few(st.builds(Mention, texts, st.none() | DAYS, st.none() | DAYS))),
            status="entered",
            provenance=draw(provenances),
        )

    withins = st.one_of(
        st.none(),
        st.builds(Within, st.just("meeting"), st.sampled_from(["m0", "m1"])),
        st.builds(Within, st.just("track"), st.sampled_from(["t0", "t1"])),
        st.builds(Within, st.just("agreement"), st.sampled_from(["i0", "i1"])),
        st.builds(Within, st.just("channel"), st.sampled_from(["m0", "a line"])),
        st.builds(Within, st.sampled_from(get_args(WithinKind)), texts.map(lambda text: f"{text}!")),
    )
    roles = st.builds(
        lambda **fields: RoleClaim(by_itself=fields["actor"] == fields["claimed_by"], **fields),
        actor=actor_ids,
        role=st.sampled_from(get_args(Role)),
        claimed_by=actor_ids,
        asserted=st.booleans(),
        modality=st.sampled_from(get_args(Modality)),
        within=withins,
        statement=st.none() | st.sampled_from(references),
        said=st.none() | whens,
        validity=validities,
        provenance=provenances,
    )
    return Case(
        title=draw(titles),
        period=draw(validities),
        languages=draw(st.sampled_from([("ar", "en"), ("en",), ("fa", "zh-Hant")])),
        tracks=tuple(
            Track(
                id=identifier,
                title=draw(titles),
                precedes=draw(after(identifier)),
                depends_on=draw(before(identifier)),
                validity=draw(validities),
                provenance=draw(provenances),
            )
            for identifier in ("t0", "t1")
        ),
        meetings=tuple(
            Meeting(
                id=identifier,
                title=draw(titles),
                place=draw(st.none() | titles),
                when=draw(st.none() | whens),
                track=draw(st.sampled_from([None, "t0", "t1"])),
                participants=draw(
                    _few(st.builds(Participation, actor_ids, actor_ids, st.booleans(), provenances))
                ),
                precedes=draw(after(identifier)),
                depends_on=draw(before(identifier)),
                provenance=draw(provenances),
            )
            for identifier in ("m0", "m1")
        ),
        instruments=tuple(
            Instrument(
                id=identifier,
                kind=draw(st.sampled_from(get_args(InstrumentKind))),
                title=draw(titles),
                when=draw(st.none() | whens),
                paragraphs=draw(_few(st.builds(Paragraph, texts, titles))),
                depends_on=draw(before(identifier)),
                provenance=draw(provenances),
            )
            for identifier in ("i0", "i1")
        ),
        actors=tuple(
            Actor(
                id=identifier,
                kind=draw(st.sampled_from(get_args(ActorKind))),
                names=draw(_few(st.builds(Name, texts, st.sampled_from(["ar", "en"]), validities), 1)),
                members_of=draw(_few(st.builds(Membership, actor_ids, validities, provenances))),
                offices=draw(_few(st.builds(Office, titles, actor_ids, validities, provenances))),
                provenance=draw(provenances),
            )
            for identifier in _ACTORS
        ),
        roles=draw(_few(roles)),
        adherences=draw(
            _few(
                st.builds(
                    Adherence,
                    actor_ids,
                    st.sampled_from(["i0", "i1"]),
                    st.sampled_from(get_args(AdherenceState)),
                    actor_ids,
                    st.none() | whens,
                    provenances,
                )
            )
        ),
        presences=draw(_few(st.builds(Presence, actor_ids, texts, actor_ids, validities, provenances))),
        dispatches=tuple(dispatches),
        statements=tuple(statement(identifier, home) for identifier, home in homes.items()),
        decisions=tuple(draw(_decision(dispatches, line)) for line in range(2, draw(st.integers(2, 4)))),
        provenance=draw(provenances),
    )


@st.composite
def _decision(draw: st.DrawFn, dispatches: list[Dispatch], line: int) -> Decision:
    dispatch = draw(st.sampled_from(dispatches))
    spans = sorted(draw(st.sets(st.integers(0, len(dispatch.text)), min_size=4, max_size=4)))
    first, second = f"{spans[0]}-{spans[1]}", f"{spans[2]}-{spans[3]}"
    decided: list[tuple[str, Verb, str]] = [
        ("statement", "confirm", ""),
        ("statement", "reject", ""),
        ("statement", "merge", second),
        ("statement", "split", f"{first} {second}"),
        ("content", "correct", first),
        ("polarity", "correct", "deny"),
        ("speaker_id", "correct", "a1"),
        ("role", "correct", ""),
        ("speaker", "correct", 'مجلس، "المرتفعات"'),
    ]
    what, verb, value = draw(st.sampled_from(decided))
    offset = timezone(timedelta(minutes=draw(st.integers(-720, 720))))
    return Decision(
        room="record",
        document=dispatch.id,
        span=draw(_spans(dispatch.text)),
        what=what,
        verb=verb,
        value=value,
        by=draw(st.text("a, ص", min_size=1, max_size=4).filter(str.strip)),
        when=draw(st.datetimes(min_value=datetime(1990, 1, 2), timezones=st.sampled_from([UTC, offset]))),  # noqa: DTZ001 - Hypothesis adds the zone
        why=draw(st.text('a,;"ص ', max_size=4)),
        line=line,
    )


@pytest.fixture(scope="session")
def cases() -> Cases:
    """Return what makes a strategy of cases whose entries carry one of the given handling marks."""
    return _case
