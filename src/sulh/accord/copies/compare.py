"""Compare counterpart copies: align their clauses; say of each what differs, what is proved, what is not."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from sulh.accord.copies.alignment import Alignment, Item, align, items_of
from sulh.accord.copies.canonical import digest, spelling
from sulh.accord.copies.clauses import Content, Found, between_languages, content, within_language
from sulh.accord.copies.comparison import About, Comparison, Difference, Remark
from sulh.accord.copies.feature import KINDS, Kind
from sulh.accord.copies.scope import Actors, actors
from sulh.accord.copies.shared_names import SharedNames
from sulh.accord.counterpart import Copy, IntendedDifference, Translation
from sulh.case.handling import strictest
from sulh.text.names import resolve
from sulh.text.span import Span

_TWO: Final = 2


def compare(copies: Sequence[Copy], names: Mapping[str, Sequence[str]] | None = None) -> Comparison:
    """Tell whether `copies` are one text, clause by clause.

    Args:
        copies: two or more, each with a name of its own.
        names: what the actors are called in the languages of the copies, by actor id, such as a case has
            them; without it, actors are known by the names in the front matter of the copies.

    Raises:
        ValueError: there are fewer than two copies, or two with one name.
    """
    called = tuple(copy.name for copy in copies)
    if len(set(called)) < max(len(copies), _TWO):
        msg = "comparing takes at least two copies with different names"
        raise ValueError(msg)
    comparing = _Comparing(copies, names or {})
    differences = tuple(comparing.differences())
    digests = tuple(comparing.unproved())
    return Comparison(
        "different" if differences else "unproved" if digests else "same",
        called,
        differences,
        tuple(clause for clause, _ in digests),
        tuple(comparing.remarks()),
        strictest(copy.front.provenance.handling for copy in copies),
        digests,
    )


class _Comparing:
    """The copies side by side, and what is known of each clause."""

    def __init__(self, copies: Sequence[Copy], names: Mapping[str, Sequence[str]]) -> None:
        self._copies = copies
        self._languages = [copy.front.language.partition("-")[0] for copy in copies]
        self._side: Alignment = align([items_of(copy) for copy in copies], self._languages)
        self._paired, known = _declared(copies, names)
        self._known: Actors = actors(known)
        self._shifted = any(self._side.moved) or any(None in row for row in self._side.rows)
        self._contents: dict[tuple[str, str], Content] = {}
        self._shared = SharedNames(self._language_pairs())

    def _here(self, row: int) -> list[tuple[int, Item]]:
        """Return the copies that have a clause, each with it."""
        return [(n, item) for n in range(len(self._copies)) if (item := self._side.item(row, n))]

    def _ids(self, row: int) -> set[str]:
        return {item.id for _, item in self._here(row)}

    def _clause(self, row: int) -> str:
        return self._here(row)[0][1].id

    def _by_language(self, row: int) -> dict[str, list[tuple[int, Item]]]:
        found: dict[str, list[tuple[int, Item]]] = {}
        for n, item in self._here(row):
            found.setdefault(self._languages[n], []).append((n, item))
        return found

    def _pairs(self, row: int) -> Iterator[tuple[int, Item, int, Item, bool]]:
        """Yield what to compare: in each language the first with the others, and the first ones."""
        groups = list(self._by_language(row).values())
        for (n, one), *others in groups:
            yield from ((n, one, k, other, True) for k, other in others)
        for (n, one), (k, other) in combinations([group[0] for group in groups], 2):
            yield n, one, k, other, False

    def _language_pairs(self) -> Iterator[tuple[str, str]]:
        """Yield the texts of each clause in two languages."""
        for row in range(len(self._side.rows)):
            yield from ((one.text, other.text) for _, one, _, other, same in self._pairs(row) if not same)

    def differences(self) -> Iterator[Difference]:
        """Yield what differs, in the order of the text."""
        for row in range(len(self._side.rows)):
            found: dict[Kind, dict[int, list[str]]] = {}
            if len(self._here(row)) < len(self._copies):
                found["missing"] = {}
            if any(row in moved for moved in self._side.moved):
                found["order"] = {}
            for n, one, k, other, same in self._pairs(row):
                for kind, first, second in self._compared(one, other, n, k, same=same):
                    words = found.setdefault(kind, {})
                    for copy, item, spans in ((n, one, first), (k, other, second)):
                        said = words.setdefault(copy, [])
                        said += [text for text in _phrases(item.text, spans) if text not in said]
            yield from (self._difference(row, kind, found[kind]) for kind in KINDS if kind in found)

    def _compared(self, one: Item, other: Item, n: int, k: int, *, same: bool) -> Iterator[Found]:
        language, its = self._languages[n], self._languages[k]
        if same:
            if one.number != other.number and not self._shifted:
                yield Found("reference", (), ())
            elif one.number == other.number and one.label != other.label:
                yield Found("wording", (), ())
            if one.key != other.key:
                yield from within_language(one.text, other.text, language, self._known)
        else:
            mine, theirs = self._content(one.text, language), self._content(other.text, its)
            yield from between_languages(mine, theirs, self._known)
            yield from self._shared.differences(one.text, other.text)

    def _content(self, text: str, language: str) -> Content:
        if (text, language) not in self._contents:
            self._contents[text, language] = content(text, language, self._known)
        return self._contents[text, language]

    def _difference(self, row: int, kind: Kind, words: Mapping[int, Sequence[str]]) -> Difference:
        copies, said = [], []
        for n, copy in enumerate(self._copies):
            item = self._side.item(row, n)
            copies.append((copy.name, None if item is None else item.text))
            if words.get(n):
                said.append((copy.name, tuple(words[n])))
        declared = self._declared(row)
        accepted = tuple(dict.fromkeys(who for one in declared for who in one.accepted_by))
        return Difference(
            self._clause(row), kind, tuple(copies), tuple(said), self._accepted_by_all(row), accepted
        )

    def _declared(self, row: int) -> list[IntendedDifference]:
        ids = self._ids(row)
        return [one for copy in self._copies for one in copy.front.intended_differences if one.clause in ids]

    def _accepted_by_all(self, row: int) -> bool:
        """Tell whether the holder of every copy accepts a difference; where none is named, its copy must."""
        accepting = {who for one in self._declared(row) for who in one.accepted_by}
        ids = self._ids(row)
        return bool(accepting) and all(
            copy.front.holder in accepting
            if copy.front.holder
            else any(one.clause in ids for one in copy.front.intended_differences)
            for copy in self._copies
        )

    def unproved(self) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
        """Yield the clauses that stand in several languages without certificates that join them all."""
        for row in range(len(self._side.rows)):
            languages = self._by_language(row)
            if len(languages) > 1 and not self._joined(row, languages):
                here = self._here(row)
                yield self._clause(row), tuple((self._copies[n].name, digest(item.text)) for n, item in here)

    def _certificates(self, row: int) -> list[Translation]:
        ids = self._ids(row)
        found = [one for copy in self._copies for one in copy.front.translations if one.clause in ids]
        return list(dict.fromkeys(found))

    def _holds(self, one: Translation, languages: Mapping[str, Sequence[tuple[int, Item]]]) -> set[str]:
        """Return the languages in which every copy has the text that a certificate is about."""
        return {
            base
            for tag, hashed in one.hashes
            if (base := tag.partition("-")[0]) in languages
            and all(digest(item.text) == hashed for _, item in languages[base])
        }

    def _joined(self, row: int, languages: Mapping[str, Sequence[tuple[int, Item]]]) -> bool:
        """Tell whether certificates that hold lead from one language to all others."""
        holding = [self._holds(one, languages) for one in self._certificates(row)]
        reached = {next(iter(languages))}
        while more := set().union(*(held for held in holding if held & reached)) - reached:
            reached |= more
        return reached == languages.keys()

    def remarks(self) -> Iterator[Remark]:
        """Yield what else a reader has to know."""
        if self._paired:
            yield Remark("actors", None, self._paired)
        for copy in self._copies:
            open_ = [clause.id for clause in copy.walk() if clause.brackets]
            if open_:
                yield Remark("brackets", None, ((copy.name, ", ".join(open_)),))
        for row in range(len(self._side.rows)):
            clause = self._clause(row)
            yield from (Remark(about, clause, details) for about, details in self._about(row))

    def _about(self, row: int) -> Iterator[tuple[About, tuple[tuple[str, str], ...]]]:
        here = self._here(row)
        for _, one, _, other, same in self._pairs(row):
            if same:
                yield from _spelled(one, other)
        if len({item.id for _, item in here if item.named}) > 1:
            yield "ids", tuple((self._copies[n].name, item.id) for n, item in here)
        numbers = tuple((self._copies[n].name, item.number) for n, item in here)
        if self._shifted and any(
            one.number != other.number for _, one, _, other, same in self._pairs(row) if same
        ):
            yield "numbers", numbers
        yield from self._about_certificates(row)
        accepted = tuple(("", who) for one in self._declared(row) for who in one.accepted_by)
        if accepted:
            differs = len(here) < len(self._copies) or any(row in moved for moved in self._side.moved)
            differs = differs or any(
                any(self._compared(one, other, n, k, same=same))
                for n, one, k, other, same in self._pairs(row)
            )
            about: About = "intended" if self._accepted_by_all(row) else "not accepted by all"
            yield about if differs else "intended and equal", tuple(dict.fromkeys(accepted))

    def _about_certificates(self, row: int) -> Iterator[tuple[About, tuple[tuple[str, str], ...]]]:
        languages = self._by_language(row)
        if len(languages) == 1:
            return
        for one in self._certificates(row):
            holds = self._holds(one, languages)
            certified = {tag.partition("-")[0] for tag, _ in one.hashes}
            when = () if one.when is None else (("when", str(one.when)),)
            changed = [language for language in languages if language in certified - holds]
            if changed:
                yield "certificate broken", (("by", one.by), *when, ("changed", ", ".join(changed)))
            elif not languages.keys() <= certified:
                lacking = ", ".join(sorted(languages.keys() - certified))
                yield "certificate incomplete", (("by", one.by), *when, ("lacking", lacking))
            else:
                yield "certified", (("by", one.by), *when)


def _spelled(one: Item, other: Item) -> Iterator[tuple[About, tuple[tuple[str, str], ...]]]:
    """Yield what is folded in the canonical text and yet differs."""
    if one.key != other.key or one.text == other.text:
        return
    first, second = spelling(one.text), spelling(other.text)
    if first == second:
        return
    digits = [[char for char in text if char.isdecimal()] for text in (first, second)]
    if digits[0] != digits[1]:
        yield "digits", ()
    letters = [
        "".join(str(int(char)) if char.isdecimal() else char for char in text) for text in (first, second)
    ]
    if letters[0] != letters[1]:
        yield "vowel signs", ()


def _phrases(text: str, spans: Sequence[Span]) -> Iterator[str]:
    """Yield the words of `spans`, those that only blanks part together."""
    joined: list[Span] = []
    for span in spans:
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return (span.of(text) for span in joined)


def _declared(
    copies: Sequence[Copy], names: Mapping[str, Sequence[str]]
) -> tuple[tuple[tuple[str, str], ...], dict[str, list[str]]]:
    """Return the names of the parties and guarantors of all copies, and those that only their order pairs.

    An actor of one copy is that of another with the same id or name, or with a name that is the same in
    sound; what is left is paired in the order of the lists where they are equally long.
    """
    # The id of an actor with names is no word of a text.
    known = {actor: list(given) or [actor] for actor, given in names.items()}
    paired: list[tuple[str, str]] = []
    for role in ("parties", "guarantors"):
        first: list[str] = []
        for copy in copies:
            given: tuple[str, ...] = getattr(copy.front, role)
            mine = {one: _same(one, known) for one in given}
            left = [one for one in given if mine[one] is None]
            rest = [one for one in first if one not in mine.values()]
            if first and len(left) == len(rest) and len(given) == len(first):
                mine |= dict(zip(left, rest, strict=True))
                paired += zip(rest, left, strict=True)
            for one in given:
                actor = mine[one] or one
                known.setdefault(actor, [])
                if one not in known[actor] and one not in names:
                    known[actor].append(one)
            first = first or [mine[one] or one for one in given]
    return tuple(dict.fromkeys(paired)), known


def _same(name: str, known: Mapping[str, Sequence[str]]) -> str | None:
    """Return the only known actor that a whole name may mean."""
    if name in known:
        return name
    found = [candidate.id for candidate in resolve(name, known) if candidate.extent == "whole"]
    return found[0] if len(found) == 1 else None
