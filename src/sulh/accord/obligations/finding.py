"""The obligations of an agreement: what the drafters wrote beside clauses, and what is read in their text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from sulh.accord.agreement import Agreement
from sulh.accord.clause import Clause
from sulh.accord.copies.canonical import canonical
from sulh.accord.copies.scope import Actors, actors
from sulh.accord.counterpart import Copy
from sulh.accord.moment import time_in
from sulh.accord.obligations.obligation import Bound, Obligation, Place
from sulh.accord.obligations.phrases import proposals
from sulh.accord.plain import plain_text
from sulh.case.decision import Decision
from sulh.case.local_text import LocalText
from sulh.case.statement import Status
from sulh.text.span import Span

_FORCE_ONLY: Final = frozenset({"suspends", "terminates"})


class _Item(NamedTuple):
    """One obligation in one copy."""

    clause: Clause
    copy: Copy
    span: Span
    fields: Mapping[str, str]
    status: Status


class Found(NamedTuple):
    """The obligations of an agreement, and the decisions that meet none of them."""

    obligations: tuple[Obligation, ...]
    unmet: tuple[Decision, ...]


def obligations(agreement: Agreement, names: Mapping[str, Sequence[str]]) -> Found:
    """Return what is owed under an agreement, in the order of its clauses.

    A clause with attributes says itself what it obliges to; the text of the others is read. Copies that say
    the same in a clause have one obligation together. Decisions apply in the order of their rows, a later one
    prevails.

    Args:
        agreement: with the decisions about its copies.
        names: the names of each actor, by its id.
    """
    known = actors(names)
    met = set[int]()
    items = list[_Item]()
    for copy in agreement.copies:
        rows = [row for row in agreement.decisions if row.document == copy.name]
        for clause in copy.walk():
            for item in _items(clause, copy, known):
                about = [row for row in rows if row.span == item.span]
                met.update(row.line for row in about)
                if decided := _decided(item, about):
                    items.append(decided)
    return Found(
        tuple(_obligations(agreement, items)),
        tuple(row for row in agreement.decisions if row.line not in met),
    )


def _items(clause: Clause, copy: Copy, known: Actors) -> Iterator[_Item]:
    fields = {one.key: one.value for one in clause.attributes if one.key not in _FORCE_ONLY}
    if fields and clause.braces:
        yield _Item(clause, copy, clause.braces, fields, "entered")
        return
    text = plain_text(copy, clause)
    for proposal in proposals(text.text, copy.front.language, known, copy.front.parties):
        yield _Item(clause, copy, text.origin(proposal.span), proposal.fields, "machine-read")


def _decided(item: _Item, rows: Iterable[Decision]) -> _Item | None:
    """Return what persons left of an item; None where it is rejected."""
    rejected = False
    for row in rows:
        rejected = row.verb == "reject"
        if row.verb == "confirm":
            item = item._replace(status="confirmed")
        elif row.verb == "correct":
            fields = {**item.fields, row.what: row.value}
            item = item._replace(
                fields={key: value for key, value in fields.items() if value}, status="corrected"
            )
    return None if rejected else item


def _obligations(agreement: Agreement, items: Sequence[_Item]) -> Iterator[Obligation]:
    """Yield one obligation for the items that say the same of a clause."""
    order = {clause: at for at, clause in enumerate(dict.fromkeys(item.clause.id for item in items))}
    groups: dict[tuple[object, ...], list[_Item]] = {}
    seen: dict[tuple[str, str], int] = {}
    for item in items:
        place = seen[item.copy.name, item.clause.id] = seen.get((item.copy.name, item.clause.id), -1) + 1
        key = (item.clause.id, place, *_said(item, groups, place))
        groups.setdefault(key, []).append(item)
    numbers: dict[str, int] = {}
    for group in sorted(groups.values(), key=lambda group: order[group[0].clause.id]):
        clause = group[0].clause.id
        number = numbers[clause] = numbers.get(clause, 0) + 1
        yield _obligation(agreement, group, f"{agreement.id}/{clause}" + (f"-{number}" if number > 1 else ""))


_WORDS: Final = ("duty", "exception", "trigger", "consequence")


def _said(item: _Item, groups: Mapping[tuple[object, ...], list[_Item]], place: int) -> tuple[object, ...]:
    """Return what tells an item from others of its clause.

    Words are compared within a language only; an item in another language joins the first one with the same
    actors and times.
    """
    same = tuple(sorted((key, canonical(value)) for key, value in item.fields.items() if key not in _WORDS))
    words = tuple(canonical(item.fields.get(key, "")) for key in _WORDS)
    for key, group in groups.items():
        if key[:3] == (item.clause.id, place, same):
            peers = [one for one in group if one.copy.front.language == item.copy.front.language]
            if not peers:
                return (same, key[3])
    return (same, words)


def _obligation(agreement: Agreement, group: Sequence[_Item], identifier: str) -> Obligation:
    first = group[0]
    fields = first.fields

    def worded(key: str) -> LocalText | None:
        """Return words in the languages of the copies, in the order of these."""
        found: dict[str, str] = {}
        for one in group:
            if words := one.fields.get(key, one.clause.text if key == "duty" else None):
                found.setdefault(one.copy.front.language, words)
        return LocalText(tuple(found.items())) if found else None

    def bound(key: str) -> Bound | None:
        words = fields.get(key)
        return Bound(words, time_in(words, agreement.zone)) if words else None

    return Obligation(
        id=identifier,
        agreement=agreement.id,
        clause=first.clause.id,
        places=tuple(Place(one.copy.name, one.span, one.status) for one in group),
        debtors=_listed(fields.get("by", "")),
        duty=worded("duty") or LocalText(((first.copy.front.language, first.clause.text),)),
        beneficiaries=_listed(fields.get("to", "")),
        begins=bound("from"),
        until=bound("until"),
        deadline=bound("within"),
        monitors=_listed(fields.get("monitor", "")),
        guarantors=_listed(fields.get("guarantor", "")),
        exception=worded("exception"),
        trigger=worded("trigger"),
        consequence=worded("consequence"),
        agreed=not any(one.clause.brackets for one in group),
    )


def _listed(words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.strip() for word in words.replace("،", ",").split(",") if word.strip()))
