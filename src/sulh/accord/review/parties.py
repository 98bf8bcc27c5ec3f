"""Rules about those whom the draft binds: have they seen it, denied it, and are all named?"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sulh.accord.agreement import Agreement
from sulh.accord.copies.scope import actors, named
from sulh.accord.counterpart import Rule
from sulh.accord.review.cast import Cast
from sulh.accord.review.finding import Finding
from sulh.case.case import Case
from sulh.case.statement import Statement

_GROUPS: Final = frozenset({"formation", "organisation", "state"})
_UNAWARE: Final = frozenset({"knowledge", "involvement"})


def bound(agreement: Agreement, debtors: Iterable[str], cast: Cast) -> tuple[str, ...]:
    """Return whom the draft binds: the parties that it names, and `debtors`."""
    parties = [party for copy in agreement.copies for party in copy.front.parties]
    return tuple(dict.fromkeys(cast.key(who) for who in (*parties, *debtors)))


def unconsulted(agreement: Agreement, whom: Iterable[str], cast: Cast) -> Iterator[Finding]:
    """Yield those who are bound and of whom nothing says that they or a part of them saw a copy."""
    seen = [
        who
        for copy in agreement.copies
        for who in (
            *([copy.front.holder] if copy.front.holder else ()),
            *copy.front.drafted_by,
            *(one.actor for one in copy.front.circulated_to),
            *(one.actor for one in copy.front.responses if one.stance != "silent"),
            *(one.actor for one in copy.front.signatures if one.asserted),
        )
    ]
    seen += [event.actor for event in agreement.events if event.actor and event.asserted]
    for who in whom:
        if not any(cast.related(who, other) for other in seen):
            yield _about("unconsulted-party", agreement, who)


def denied(
    agreement: Agreement, whom: Sequence[str], case: Case, statements: Iterable[Statement], cast: Cast
) -> Iterator[Finding]:
    """Yield those who are bound and have denied knowledge of it or part in it, each with the denial."""
    for one in case.adherences:
        if one.instrument == agreement.instrument and one.state == "denied" and one.actor in whom:
            words = str(one.when) if one.when else ""
            yield _about("denied-knowledge", agreement, one.actor, words=words, source=one.instrument)
    for statement in statements:
        aspects = {denial.aspect for denial in statement.denies} & _UNAWARE
        speaker = cast.key(statement.speaker_id or statement.speaker)
        if aspects:
            source = f"{statement.document}#{statement.id}"
            for who in whom:
                if who in {speaker, *cast.wholes(speaker)}:
                    yield _about("denied-knowledge", agreement, who, words=statement.text, source=source)


def unnamed_members(
    agreement: Agreement, debtors: Iterable[str], case: Case, cast: Cast
) -> Iterator[Finding]:
    """Yield the groups inside those who owe something, of which the draft says nothing.

    Asked about are armed formations, organisations and states; not persons and offices.
    """
    whole = set(map(cast.key, debtors))
    known = actors(cast.names)
    said = {
        one.value for copy in agreement.copies for clause in copy.walk() for one in named(clause.text, known)
    }
    for copy in agreement.copies:
        said.update(map(cast.key, (*copy.front.parties, *copy.front.guarantors)))
        for clause in copy.walk():
            for attribute in clause.attributes:
                said.update(cast.key(word.strip()) for word in attribute.value.replace("،", ",").split(","))
    for actor in case.actors:
        if actor.kind in _GROUPS and actor.id not in said:
            for of in cast.wholes(actor.id):
                if of in whole:
                    yield _about("member-not-bound", agreement, actor.id, of=of)


def _about(rule: Rule, agreement: Agreement, who: str, **details: str) -> Finding:
    return Finding(rule, agreement.copies[0].name, actor=who, details=(("who", who), *details.items()))
