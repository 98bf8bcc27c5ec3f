"""Claims of role in the content of statements: who mediates, guarantees, hosts, drafts, takes part."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sulh.case.local_text import LocalText
from sulh.case.provenance import Provenance
from sulh.case.statement import Modality, Role, RoleClaim, Statement, Within
from sulh.record.lexicon import WordClass
from sulh.record.phrases.recogniser import Phrase, Phrases, is_mark
from sulh.record.roles.holders import adjective_states, following, holders, leading, states_before
from sulh.record.roles.scope import (
    Scope,
    fits,
    is_demand,
    is_negated,
    modality,
    modality_of_clause,
    scope,
    within,
)
from sulh.record.roles.words import role_words
from sulh.text.normal import fold

_AND: Final = "و"
_LANGUAGE: Final = "ar"
_REACH: Final = 6  # words between a verb of taking part and the role
_AS_REACH: Final = 2  # words between "as" and the role
_BEING_REACH: Final = 8  # words between a form of "to be" and the role, its subject among them
_DELEGATES_REACH: Final = 7  # words between a verb and the delegates who are its subject
_OFFER_REACH: Final = 3  # words between an offer and what is offered
_PRONOUNS: Final = ("ها", "هم", "هما", "ه")
_NO_CLAIM: Final = frozenset({"refuse", "call"})  # acts whose content asks or refuses, and claims nothing


def role_claims(phrases: Phrases, contents: Sequence[tuple[Statement, Phrase]]) -> tuple[RoleClaim, ...]:
    """Return the claims of role in `contents`, in reading order.

    A pronoun is resolved: "his country" in the words of a Russian minister is Russia, "these three
    states" are those that the last claims named. What somebody says in another's content is his claim alone.
    """
    claims: list[RoleClaim] = []
    states: tuple[str, ...] = ()
    for at, (statement, content) in enumerate(contents):
        if _claims_nothing(phrases, statement):
            continue
        following = contents[at + 1][1].start if at + 1 < len(contents) else content.end
        own = Phrase(content.start, following) if content.start < following < content.end else content
        found = list(_Reader(phrases, statement, own, states).read())
        named = tuple(dict.fromkeys(claim.actor for claim in found))
        if len(named) > 1:
            states = named
        claims += found
    return tuple(dict.fromkeys(claims))


def _claims_nothing(phrases: Phrases, statement: Statement) -> bool:
    if statement.cue is None:
        return False
    words = [fold(word) for word in statement.cue.of(phrases.passage.text).split()]
    cues = [phrases.lexicon.cue(word) for word in words if word]
    return any(cue is not None and cue.verb.act in _NO_CLAIM for cue in cues)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the claims in the content of one statement."""

    phrases: Phrases
    statement: Statement
    content: Phrase
    states: tuple[str, ...]

    def read(self) -> Iterator[RoleClaim]:
        first, forms = role_words().first, self.phrases.passage.forms
        i = self.content.start
        while i < self.content.end:
            form = forms[i]
            if form in first or (form[0] == _AND and form[1:] in first):
                found, i = self._at(i)
                yield from found
            else:
                i += 1

    def _at(self, i: int) -> tuple[Sequence[RoleClaim], int]:
        """Return the claims whose first word stands at `i`, and the index to go on from."""
        roles, forms = role_words(), self.phrases.passage.forms
        form = forms[i]
        bare = form[1:] if form[0] == _AND and len(form) > 1 else form
        for word, read in (
            (roles.words["part"], self._taking_part),
            (roles.words["as"], self._as_role),
            (roles.words["being"], self._being),
            (roles.does, self._by_verb),
        ):
            if bare in word or form in word:
                found, end = read(i)
                if found:
                    return found, end
        if bare in roles.through or form in roles.doing:
            return self._by_noun(i), i + 1
        if form in roles.own:
            return self._own(i, roles.own[form]), i + 1
        if form in roles.being:
            return self._predicate(i), i + 1
        return (), i + 1

    # The frames

    def _taking_part(self, i: int) -> tuple[Sequence[RoleClaim], int]:
        """Read "X takes part in drafting"."""
        roles = role_words()
        at = self._near(i, _REACH, roles.doing) or self._near(i, _REACH, roles.being)
        if at is None:
            return (), i + 1
        form = self.phrases.passage.forms[at]
        role = roles.doing.get(form) or roles.being[form]
        where = scope(self.phrases, self.content, i)
        found = within(self.phrases, where, at + 1)
        return self._claims(where, role, found, self._around(where, at), plainly=True), at + 1

    def _as_role(self, i: int) -> tuple[Sequence[RoleClaim], int]:
        """Read "X supports it as a guarantor"."""
        at = self._near(i, _AS_REACH, role_words().being)
        if at is None:
            return (), i + 1
        where = scope(self.phrases, self.content, i)
        holder = states_before(self.phrases, where.clause.start, i)
        if holder.start == holder.end:
            holder = self._leading(where)
        found = within(self.phrases, where, at + 1)
        return self._claims(where, self._being_role(at), found, holder, plainly=True), at + 1

    def _being(self, i: int) -> tuple[Sequence[RoleClaim], int]:
        """Read "X will be the guarantor", "will be X a guarantor"."""
        at = self._near(i, _BEING_REACH, role_words().being)
        where = scope(self.phrases, self.content, i)
        if at is None:
            return (), i + 1
        holder = self._around(where, at)
        found = within(self.phrases, where, at + 1)
        return self._claims(where, self._being_role(at), found, holder, plainly=True), at + 1

    def _by_verb(self, i: int) -> tuple[Sequence[RoleClaim], int]:
        """Read "X hosts the talks", "delegates of X will attend"."""
        roles, form = role_words(), self.phrases.passage.forms[i]
        role = roles.does.get(form) or roles.does[form[1:]]
        where = scope(self.phrases, self.content, i)
        found = within(self.phrases, where, i + 1)
        if not fits(role, found):
            return (), i + 1
        delegates = self._delegates(i)
        if delegates is not None:
            return self._delegated(where, role, found, delegates), i + 1
        return self._claims(where, role, found, self._around(where, self.content.end)), i + 1

    def _by_noun(self, i: int) -> Sequence[RoleClaim]:
        """Read "by mediation of X", "ready to host"."""
        roles, forms = role_words(), self.phrases.passage.forms
        where = scope(self.phrases, self.content, i)
        offers = range(max(where.clause.start, i - _OFFER_REACH), i)
        offer = next((j for j in reversed(offers) if forms[j] in roles.words["offer"]), None)
        if offer is not None and any(form[0] == "ل" for form in forms[offer + 1 : i]):
            return ()  # ready to accept mediation
        if offer is not None:
            return self._offered(scope(self.phrases, self.content, offer), i)
        role = roles.through.get(forms[i]) or roles.through.get(forms[i][1:])
        if role is None:
            return ()
        holder = following(self.phrases, i + 1, self.content.end)
        found = within(self.phrases, where, holder.end)
        if not fits(role, found) and role != "mediator":
            return ()
        how = modality_of_clause(self.phrases, where)
        claims = self._claims(where, role, found, holder, how)
        if not claims and i + 1 < self.content.end:
            states = adjective_states(self.phrases, Phrase(i + 1, i + 2))
            claims = [self._claim(where, role, found, state, how) for state in states]
        return claims

    def _offered(self, where: Scope, i: int) -> Sequence[RoleClaim]:
        """Read "its readiness to host", "X is ready to host"."""
        roles, forms = role_words(), self.phrases.passage.forms
        role = roles.doing.get(forms[i]) or roles.through[forms[i].removeprefix(_AND)]
        found = within(self.phrases, Scope(where.content, where.clause, i), i + 1)
        if not fits(role, found):
            return ()
        holder = following(self.phrases, where.at + 1, i)
        if holder.start == holder.end:
            owned = forms[where.at].endswith(_PRONOUNS) and self.phrases.is_owned(where.at)
            holder = Phrase(where.at, where.at) if owned else self._leading(where)
        elided = where.at == self.content.start
        return self._claims(where, role, found, holder, "offered", elided=elided)

    def _own(self, i: int, role: Role) -> Sequence[RoleClaim]:
        """Read "its part in the talks", said by itself."""
        where = scope(self.phrases, self.content, i)
        found = within(self.phrases, where, i + 1)
        begins = self.statement.polarity == "deny" or where.at == self.content.start
        forms = self.phrases.passage.forms
        in_it = i + 1 < self.content.end and forms[i + 1] in role_words().words["in_it"]
        if not begins or not (in_it or fits(role, found)):
            return ()
        return self._claims(where, role, found, Phrase(i, i), elided=True)

    def _predicate(self, i: int) -> Sequence[RoleClaim]:
        """Read "X guarantor of the agreement": the role right after the first phrase of the clause."""
        where = scope(self.phrases, self.content, i)
        holder = self._leading(where)
        if holder.start == holder.end or holder.end != i or self.phrases.passage.forms[i].startswith("ال"):
            return ()
        found = within(self.phrases, where, i + 1)
        return self._claims(where, self._being_role(i), found, holder) if found is not None else ()

    # What the frames have in common

    def _near(self, i: int, reach: int, among: Mapping[str, Role]) -> int | None:
        """Return the first of some words within reach, in the same clause."""
        forms, ends = self.phrases.passage.forms, WordClass.THAT | WordClass.RELATIVE
        for j in range(i + 1, min(self.content.end, i + 1 + reach)):
            if forms[j] in among:
                return j
            if forms[j] in "،.؛" or self.phrases.classes[j] & ends:
                return None
        return None

    def _being_role(self, at: int) -> Role:
        """Return the role of a word; one who watches a ceasefire is its monitor, not an observer of talks."""
        role = role_words().being[self.phrases.passage.forms[at]]
        if role == "observer":
            found = within(self.phrases, Scope(self.content, Phrase(at, at), at), at + 1)
            return "monitor" if found is not None and found.kind == "agreement" else role
        return role

    def _leading(self, where: Scope) -> Phrase:
        """Return the phrase with which the clause begins, before its first verb of a role."""
        forms, does = self.phrases.passage.forms, role_words().does
        start, end = where.clause
        end = next((j for j in range(start, end) if forms[j] in does and not self.phrases.classes[j]), end)
        words = role_words().words
        while end > start and (forms[end - 1] in words["negation"] or forms[end - 1] in words["auxiliary"]):
            end -= 1
        return leading(self.phrases, start, end)

    def _around(self, where: Scope, limit: int) -> Phrase:
        """Return the subject before a verb, or after it up to `limit`."""
        holder = self._leading(where)
        if holder.start < holder.end or self._speaks_of_itself(where):
            return holder
        return following(self.phrases, where.at + 1, limit)

    def _delegates(self, i: int) -> int | None:
        forms, stop = self.phrases.passage.forms, min(self.content.end, i + 1 + _DELEGATES_REACH)
        return next((j for j in range(i + 1, stop) if forms[j] in role_words().words["delegates"]), None)

    def _delegated(self, where: Scope, role: Role, found: Within | None, at: int) -> Sequence[RoleClaim]:
        """Read "there will attend delegates of X, which …": what describes X goes into the note."""
        passage, limit = self.phrases.passage, self.content.end
        start = at + 1 + (at + 1 < limit and passage.forms[at + 1] in ("عن", "من"))
        if start >= limit:
            return ()
        opened = start in passage.closes
        full = min(passage.closes[start], limit) if opened else self.phrases.subject_end(start, limit)
        start += opened
        relative = (j for j in range(start, full) if self.phrases.classes[j] & WordClass.RELATIVE)
        end = next(relative, full)
        note = LocalText(((_LANGUAGE, passage.slice(start, full)),)) if end < full else None
        claims = self._claims(where, role, found, Phrase(start, end))
        return [replace(claim, provenance=Provenance(note=note)) for claim in claims]

    def _claims(  # noqa: PLR0913 - a claim has these parts
        self,
        where: Scope,
        role: Role,
        found: Within | None,
        holder: Phrase,
        how: Modality | None = None,
        *,
        elided: bool = False,
        plainly: bool = False,
    ) -> Sequence[RoleClaim]:
        """Return one claim for each holder; the speaker holds it where the text elides the subject."""
        strict = role in role_words().strict and not elided
        if is_demand(self.phrases, where) or (strict and not fits(role, found)):
            return ()
        how = how or modality(self.phrases, where)
        if holder.start < holder.end:
            names = holders(self.phrases, self.statement, holder, self.states, plainly=plainly)
        elif elided or self._speaks_of_itself(where):
            names = (self.statement.speaker,)
        else:
            names = ()
        return [self._claim(where, role, found, name, how) for name in names]

    def _claim(self, where: Scope, role: Role, found: Within | None, actor: str, how: Modality) -> RoleClaim:
        return RoleClaim(
            actor=actor,
            role=role,
            claimed_by=self.statement.speaker,
            asserted=self.statement.polarity == "affirm" and not is_negated(self.phrases, where),
            modality=how,
            by_itself=actor == self.statement.speaker,
            within=found,
            statement=self.statement.id,
        )

    def _speaks_of_itself(self, where: Scope) -> bool:
        """Whether the content begins with the verb after "that it" (قالت إنها ستستضيف)."""
        forms, words = self.phrases.passage.forms, role_words().words
        start = self.content.start
        skipped = [
            j for j in range(start, where.at) if forms[j] not in words["negation"] and not is_mark(forms[j])
        ]
        told = start > 0 and forms[start - 1] in words["pronoun_that"]
        return told and not skipped and self.statement.kind != "document"
