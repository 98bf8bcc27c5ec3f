"""One copy of an agreement: its text, its clauses, and what is known of the paper itself."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, get_args

from sulh.accord.clause import Bracket, Clause
from sulh.case.local_text import LocalText
from sulh.case.provenance import UNSOURCED, Provenance
from sulh.case.when import When
from sulh.text.span import Span

Stance = Literal["accepts", "amends", "rejects", "silent"]
STANCES: tuple[Stance, ...] = ("accepts", "amends", "rejects", "silent")

Rule = Literal[
    "unguaranteed-clause",
    "unanswered-party",
    "self-guarantee",
    "unmonitored-obligation",
    "no-deadline",
    "past-date",
    "open-bracket",
    "undefined-term",
    "dangling-reference",
    "ambiguous-reference",
    "unconsulted-party",
    "denied-knowledge",
    "member-not-bound",
    "uncovered-paragraph",
    "conflicts-with-mandate",
]
RULES: tuple[Rule, ...] = get_args(Rule)
"""What a review looks for, in the order in which documents explain it."""


@dataclass(frozen=True, slots=True)
class Circulation:
    """A claim that an actor was given the copy.

    Attributes:
        actor: who received it: an actor id, or a name.
        when: None where it is not known.
        by: by whose word; None where only the sources say it.
        provenance: what the claim rests on, a statement among it.
    """

    actor: str
    when: When | None = None
    by: str | None = None
    provenance: Provenance = UNSOURCED


@dataclass(frozen=True, slots=True)
class Response:
    """What an actor answered to the copy.

    Attributes:
        actor: whose answer: an actor id, or a name.
        stance: `silent` where an answer was asked for and none is known.
        when: None where it is not known.
        by: by whose word; None where only the sources say it.
        provenance: what it rests on.
    """

    actor: str
    stance: Stance
    when: When | None = None
    by: str | None = None
    provenance: Provenance = UNSOURCED


@dataclass(frozen=True, slots=True)
class Signature:
    """A claim that an actor signed the copy.

    Attributes:
        actor: for whom it is signed: an actor id, or a name.
        person: who put the hand to it; None where that is not known.
        when: None where it is not known.
        condition: on what the signature depends, in the words of the signatory; None for nothing.
        asserted: false where it is said that the actor did not sign.
        by: by whose word; None where only the sources say it.
        provenance: what the claim rests on.
    """

    actor: str
    person: str | None = None
    when: When | None = None
    condition: LocalText | None = None
    asserted: bool = True
    by: str | None = None
    provenance: Provenance = UNSOURCED


@dataclass(frozen=True, slots=True)
class IntendedDifference:
    """A clause in which the copies are meant to differ.

    Attributes:
        clause: id of the clause, which this copy need not have.
        accepted_by: who accepts that: actor ids, or names; at least one.
        provenance: what it rests on, with the reason as a note.
    """

    clause: str
    accepted_by: tuple[str, ...]
    provenance: Provenance = UNSOURCED


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Somebody's decision to leave as it is what a review finds.

    Attributes:
        rule: of the finding.
        why: the reason.
        by: who accepts it: an actor id, or a name.
        clause: id of the clause that it is about; None for any.
        actor: the actor that it is about; None for any. At least one of the two is given.
        when: None where it is not known.
        provenance: what it rests on.
    """

    rule: Rule
    why: LocalText
    by: str
    clause: str | None = None
    actor: str | None = None
    when: When | None = None
    provenance: Provenance = UNSOURCED


@dataclass(frozen=True, slots=True)
class Translation:
    """Somebody's certificate that a clause says the same in two or more languages.

    Attributes:
        clause: id of the clause.
        hashes: pairs of language tag and SHA-256 of the clause's canonical text, 64 lower-case hexadecimal
            digits; at least two.
        by: who certifies it.
        when: None where it is not known.
        provenance: what it rests on.
    """

    clause: str
    hashes: tuple[tuple[str, str], ...]
    by: str
    when: When | None = None
    provenance: Provenance = UNSOURCED


@dataclass(frozen=True, slots=True)
class Front:
    """What the front matter says of a copy. Actors are actor ids of a case, or names.

    Attributes:
        language: BCP 47 tag, detected where the front matter has none.
        title: None where it has none.
        version: of the draft, in its drafters' words.
        holder: in whose hands this copy is.
        parties: between whom the agreement is.
        guarantors: who answer for it.
        drafted_by: who wrote it.
        circulated_to: to whom it is said to have been given.
        responses: what they answered.
        date: the date that it bears.
        place: the place that it bears.
        signatures: who is said to have signed this copy.
        intended_differences: clauses in which the copies are meant to differ.
        translations: certified translations.
        accepted: what a review finds and somebody accepts.
        provenance: handling, sources and remarks of the copy itself.
    """

    language: str
    title: LocalText | None = None
    version: str | None = None
    holder: str | None = None
    parties: tuple[str, ...] = ()
    guarantors: tuple[str, ...] = ()
    drafted_by: tuple[str, ...] = ()
    circulated_to: tuple[Circulation, ...] = ()
    responses: tuple[Response, ...] = ()
    date: When | None = None
    place: LocalText | None = None
    signatures: tuple[Signature, ...] = ()
    intended_differences: tuple[IntendedDifference, ...] = ()
    translations: tuple[Translation, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    provenance: Provenance = field(default=UNSOURCED)


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of an agreement.

    Attributes:
        name: how outputs call it: the path or name that it was read under.
        text: the whole file, letter for letter; every span counts in it.
        front: what the front matter says.
        body: the file after the front matter; the spans of `clauses` fill it without a gap.
        clauses: the outermost ones, in reading order.
    """

    name: str
    text: str
    front: Front
    body: Span
    clauses: tuple[Clause, ...]

    def walk(self) -> Iterator[Clause]:
        """Yield every clause, in reading order."""
        for clause in self.clauses:
            yield from clause.walk()

    def clause_by_id(self, identifier: str) -> Clause | None:
        """Return the clause with this id, or None where there is none."""
        return next((clause for clause in self.walk() if clause.id == identifier), None)

    def brackets(self) -> Iterator[Bracket]:
        """Yield everything that is not agreed, in reading order."""
        return (bracket for clause in self.walk() for bracket in clause.brackets)
