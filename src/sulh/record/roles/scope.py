"""How a role is claimed: in which clause, whether denied, how certain, and in what."""

from typing import Final, NamedTuple

from sulh.case.statement import Modality, Role, Within
from sulh.record.lexicon import WordClass
from sulh.record.phrases.recogniser import Phrase, Phrases, is_definite, is_mark
from sulh.record.roles.words import role_words

_AND: Final = "و"
_FUTURE: Final = "س"
_CLAUSE_REACH: Final = 30  # words back to the beginning of a clause; longer ones are read from there
_NEAR: Final = 4  # words before a verb that say whether and how it holds
_WITHIN_REACH: Final = 7  # words after a claim in which stands what the role is in
_LONGEST_WITHIN: Final = 5  # words
_PREFIXES: Final = {"وال": "ال", "بال": "ال", "لل": "ال", "ال": "ال", "ب": "", "ل": "", "و": ""}
_CONDITION_REACH: Final = 15  # words after a claim in which a condition follows
_PRESENT: Final = "يت"  # a word of four letters or more that begins so, and ends in no ه, is taken for a verb
_SHORTEST_VERB: Final = 4  # letters


class Scope(NamedTuple):
    """Where a claim stands.

    Attributes:
        content: what is said, up to what another says in it.
        clause: the clause of the claim up to its word.
        at: index of the word that claims the role.
    """

    content: Phrase
    clause: Phrase
    at: int


def scope(phrases: Phrases, content: Phrase, at: int) -> Scope:
    """Return the scope of the word at `at`."""
    start, first = at, max(content.start, at - _CLAUSE_REACH)
    while start > first and not _is_boundary(phrases, start - 1):
        start -= 1
    return Scope(content, Phrase(start, at), at)


def _is_boundary(phrases: Phrases, i: int) -> bool:
    """Whether a clause ends with the word at `i`: a comma, "who", or "that", but not after "may"."""
    words, forms = role_words().words, phrases.passage.forms
    if forms[i] in "،؛." or forms[i] in words["that"]:
        return True
    if forms[i] == "ان" and i and forms[i - 1] in words["conditional"] | words["scheduled"]:
        return False
    return bool(phrases.classes[i] & (WordClass.THAT | WordClass.RELATIVE))


def before(phrases: Phrases, where: Scope) -> list[str]:
    """Return the words just before the claim, and a conjunction's word without it."""
    start = max(where.content.start, where.at - _NEAR)
    forms = phrases.passage.forms[start : where.at]
    return [*forms, *(form[1:] for form in forms if form[0] == _AND)]


def is_negated(phrases: Phrases, where: Scope) -> bool:
    """Tell whether the verb, or the word right before it, denies."""
    forms, negation = phrases.passage.forms, role_words().words["negation"]
    previous = forms[where.at - 1] if where.at > where.content.start else ""
    return any(
        form in negation or form.removeprefix(_AND) in negation for form in (forms[where.at], previous)
    )


def is_demand(phrases: Phrases, where: Scope) -> bool:
    """Tell whether the clause asks for the role, and does not claim it."""
    return not role_words().words["demand"].isdisjoint(before(phrases, where))


def modality(phrases: Phrases, where: Scope) -> Modality:
    """Return whether the role is held, will be, would be or is offered."""
    words, forms = role_words().words, phrases.passage.forms
    near = before(phrases, where)
    if not words["offer"].isdisjoint(near):
        return "offered"
    form = forms[where.at].removeprefix(_AND)
    present = form[:1] in _PRESENT
    clause = forms[where.clause.start : where.at]
    after = forms[where.at : min(where.at + _CONDITION_REACH, where.content.end)]
    if (
        not words["conditional"].isdisjoint(clause)
        or not words["condition"].isdisjoint(after)
        or (present and not words["may"].isdisjoint(near[-1:]))
    ):
        return "conditional"
    coming = form[:1] == _FUTURE and form[1:2] in "يتن"
    scheduled = not words["scheduled"].isdisjoint(near) or not words["future_negation"].isdisjoint(near)
    return "prospective" if coming or scheduled else "held"


def modality_of_clause(phrases: Phrases, where: Scope) -> Modality:
    """Return the modality of a verbal noun: that of the verb of its clause (سيعقد اللقاء بوساطة …)."""
    forms = phrases.passage.forms
    for at in range(where.clause.start, where.at):
        form = forms[at].removeprefix(_AND)
        verb = form[:1] == _FUTURE and form[1:2] in _PRESENT and len(form) > _SHORTEST_VERB
        if verb and not phrases.classes[at]:
            return modality(phrases, Scope(where.content, Phrase(where.clause.start, at), at))
    return modality(phrases, where)


def within(phrases: Phrases, where: Scope, start: int) -> Within | None:
    """Return what the role is in: the first meeting, agreement … named from `start` on, or before."""
    stop = min(where.content.end, start + _WITHIN_REACH)
    found = _first(phrases, start, stop, where.content.end)
    return found or _first(phrases, where.clause.start, where.at, where.at)


def _first(phrases: Phrases, start: int, stop: int, limit: int) -> Within | None:
    kinds, forms = role_words().kinds, phrases.passage.forms
    for i in range(start, stop):
        form = forms[i]
        if phrases.classes[i] & WordClass.RELATIVE or form in "؛.":
            return None
        bare = next(
            (form.removeprefix(p) for p in _PREFIXES if form.startswith(p) and form[len(p) :] in kinds), form
        )
        if bare in kinds:
            return Within(kinds[bare], _text(phrases, i, bare, limit))
    return None


def _text(phrases: Phrases, i: int, bare: str, limit: int) -> str:
    """Return the name from its noun at `i` on, without particles."""
    forms = phrases.passage.forms
    prefix = forms[i].removesuffix(bare)
    definite = _PREFIXES.get(prefix) == "ال"
    end = i + 1
    while end < min(limit, i + _LONGEST_WITHIN) and _goes_on(phrases, end, definite=definite):
        end += 1
    text = phrases.passage.slice(i, end)
    return _PREFIXES.get(prefix, "") + text[len(prefix) :]


def _goes_on(phrases: Phrases, i: int, *, definite: bool) -> bool:
    form, kind = phrases.passage.forms[i], phrases.classes[i]
    if is_mark(form) or i in phrases.dates or form[0] == _AND:
        return False
    if kind & (
        WordClass.PREPOSITION | WordClass.RELATIVE | WordClass.TIME | WordClass.ADJUNCT | WordClass.THAT
    ):
        return False
    verb = form[0] in _PRESENT and len(form) >= _SHORTEST_VERB and not form.endswith("ه")
    if verb or (form[0] == "ل" and not kind):
        return False
    return is_definite(form) or not definite


def fits(role: Role, found: Within | None) -> bool:
    """Tell whether a verb or verbal noun claims the role in what it governs."""
    wanted = role_words().within[role]
    return not wanted or (found is not None and found.kind in wanted)
