"""Apply what persons decided to what was read: confirmed, corrected, rejected, merged or split statements."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from string import ascii_lowercase
from typing import Any, Final

from sulh.case.decision import Decision
from sulh.case.statement import Denial, RoleClaim, Statement
from sulh.text.span import Span

_EMPTY_IS_NONE: Final = frozenset({"speaker_id", "role", "addressee"})


@dataclass(frozen=True, slots=True)
class Decided:
    """What is left of a reading, and the decisions that met no statement (`unmet`)."""

    statements: tuple[Statement, ...]
    roles: tuple[RoleClaim, ...]
    unmet: tuple[Decision, ...]


def decide(
    statements: Sequence[Statement],
    roles: Sequence[RoleClaim],
    decisions: Iterable[Decision],
    text: str,
) -> Decided:
    """Apply the decisions about one document, in the order of their rows; a later one prevails.

    A decision is about the statement whose content begins and ends where the decision says, as it was read or
    as an earlier row left it. A rejected statement takes its claims of role and what others deny of it along;
    a later row about it brings it back. What was merged or split stays so.

    Args:
        statements: read in one document.
        roles: claims read in them.
        decisions: rows about that document.
        text: the document, for the words of corrected stretches.
    """
    entries = {one.id: _Entry(extent(one), (one,)) for one in statements}
    merged: dict[str, str] = {}
    unmet: list[Decision] = []
    for decision in decisions:
        identifier = _meant(entries, decision.span)
        other = _meant(entries, _stretches(decision.value)[0]) if decision.verb == "merge" else identifier
        if identifier is None or other is None:
            unmet.append(decision)
        elif decision.verb == "merge" and other != identifier:
            pieces = (*entries[identifier].pieces, *entries.pop(other).pieces)
            entries[identifier] = replace(entries[identifier], pieces=(_joined(*pieces, text=text),))
            merged[other] = identifier
        else:
            pieces = _changed(entries[identifier].pieces, decision, text)
            entries[identifier] = replace(
                entries[identifier], pieces=pieces, rejected=decision.verb == "reject"
            )
    left = tuple(one for entry in entries.values() if not entry.rejected for one in entry.pieces)
    return Decided(_relinked(left, merged), _claims(roles, left, statements, merged), tuple(unmet))


@dataclass(frozen=True, slots=True)
class _Entry:
    """What has become of one statement: the stretch that it was read in, its pieces now, whether it stays."""

    read_as: Span
    pieces: tuple[Statement, ...]
    rejected: bool = False


def extent(statement: Statement) -> Span:
    """Return the stretch from the start of the content to its end."""
    return Span(statement.content[0].start, statement.content[-1].end)


def _meant(entries: dict[str, _Entry], span: Span) -> str | None:
    return next(
        (
            identifier
            for identifier, entry in entries.items()
            if span == entry.read_as or any(span == extent(piece) for piece in entry.pieces)
        ),
        None,
    )


def _changed(pieces: tuple[Statement, ...], decision: Decision, text: str) -> tuple[Statement, ...]:
    if decision.verb in {"reject", "merge"}:
        return pieces
    if decision.verb == "confirm":
        return tuple(replace(one, status="confirmed", confidence=1.0) for one in pieces)
    if decision.verb == "split":
        return tuple(
            _with_content(replace(pieces[0], id=pieces[0].id + suffix), (stretch,), text)
            for stretch, suffix in zip(_stretches(decision.value), ("", *ascii_lowercase[1:]), strict=False)
        )
    if decision.what == "content":
        return tuple(_with_content(one, _stretches(decision.value), text) for one in pieces)
    value = None if not decision.value and decision.what in _EMPTY_IS_NONE else decision.value
    correction: dict[str, Any] = {decision.what: value}
    return tuple(replace(one, status="corrected", confidence=1.0, **correction) for one in pieces)


def _with_content(statement: Statement, content: tuple[Span, ...], text: str) -> Statement:
    return replace(
        statement,
        content=content,
        text=" … ".join(stretch.of(text) for stretch in content),
        status="corrected",
        confidence=1.0,
    )


def _joined(*pieces: Statement, text: str) -> Statement:
    content = tuple(sorted({stretch for one in pieces for stretch in one.content}))
    return _with_content(pieces[0], content, text)


def _stretches(value: str) -> tuple[Span, ...]:
    """Read `start-end start-end`; the door of the case has checked its form."""
    return tuple(Span(*map(int, stretch.split("-"))) for stretch in value.split())


def _relinked(statements: tuple[Statement, ...], merged: dict[str, str]) -> tuple[Statement, ...]:
    """Let denials point at what is left, and at the statement that another was merged into."""
    left = {one.id for one in statements}
    return tuple(
        replace(
            one,
            denies=tuple(
                dict.fromkeys(
                    Denial(target, denial.aspect)
                    for denial in one.denies
                    if (target := merged.get(denial.statement, denial.statement)) in left and target != one.id
                )
            ),
        )
        for one in statements
    )


def _claims(
    roles: Iterable[RoleClaim],
    left: Sequence[Statement],
    read: Sequence[Statement],
    merged: dict[str, str],
) -> tuple[RoleClaim, ...]:
    """Keep the claims of statements that are left; a corrected speaker is the claimant."""
    before = {one.id: one.speaker for one in read}
    after = {one.id: one for one in left}
    kept = []
    for role in roles:
        statement = after.get(merged.get(role.statement or "", role.statement or ""))
        if statement is None:
            continue
        old, new = before[role.statement or ""], statement.speaker
        actor = new if role.by_itself and role.actor == old else role.actor
        kept.append(
            replace(role, actor=actor, claimed_by=new, by_itself=actor == new, statement=statement.id)
        )
    return tuple(kept)
