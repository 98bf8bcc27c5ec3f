"""Who is said to have a role: the phrase before or after a verb, a pronoun, or the speaker."""

from collections.abc import Iterator, Sequence
from typing import Final

from sulh.case.statement import Statement
from sulh.record.lexicon import WordClass
from sulh.record.phrases.recogniser import Phrase, Phrases, is_definite, is_mark
from sulh.record.roles.words import role_words
from sulh.record.speakers.joint import members
from sulh.text.normal import fold

_AND: Final = "و"
_ARTICLE: Final = "ال"
_NO_HOLDER: Final = WordClass.DOCUMENT | WordClass.OUTLET | WordClass.OUTLET_HEAD
_LONGEST_STATE: Final = 3  # words of a state's name
_DELEGATION_REACH: Final = 3  # words from the beginning of a phrase to "representatives"


def holders(
    phrases: Phrases, statement: Statement, phrase: Phrase, known: Sequence[str], *, plainly: bool = False
) -> tuple[str, ...]:
    """Return the names of those that a phrase names as holders of a role; nothing where it is unclear.

    Args:
        phrases: the passage.
        statement: the statement in which it stands; "his country" is its speaker's.
        phrase: states, bodies or persons, joined.
        known: those whom "these states" means.
        plainly: whether the phrase is plainly an actor, so that names that no list knows are taken.
    """
    words, forms = role_words().words, phrases.passage.forms
    start, end = _trimmed(phrases, phrase)
    if start >= end:
        return ()
    if any(form in words["these_states"] for form in forms[start : min(end, start + 2)]):
        return tuple(known)
    delegated = next(
        (i for i in range(start, min(end, start + _DELEGATION_REACH)) if forms[i] in words["delegates"]), None
    )
    if delegated is not None and delegated + 1 < end:
        start = delegated + 1 + (forms[delegated + 1] in ("عن", "من"))
    if plainly and (unlisted := _unlisted(phrases, start, end)):
        return unlisted
    parts = members(phrases, Phrase(start, end)) if start < end else ()
    names = [_name(phrases, statement, part, joined=at > 0) for at, part in enumerate(parts)]
    return tuple(dict.fromkeys(name for name in names if name is not None)) if all(names) else ()


def _unlisted(phrases: Phrases, start: int, end: int) -> tuple[str, ...]:
    """Return definite words, joined by "and", that no list knows; nothing for other phrases."""
    words, names = role_words(), []
    for i in range(start, end):
        form, text = phrases.passage.forms[i], phrases.passage.slice(i, i + 1)
        if i > start:
            if form[0] != _AND:
                return ()
            form, text = form[1:], text[1:]
        known = phrases.lexicon.word_class(form) & ~WordClass.OUTLET
        noun = form.removeprefix(_ARTICLE)
        if known or not is_definite(form) or noun in words.kinds or form in words.words["abstract"]:
            return ()
        names.append(text)
    return tuple(names)


def _trimmed(phrases: Phrases, phrase: Phrase) -> Phrase:
    start, end = phrase
    while start < end and is_mark(phrases.passage.forms[start]):
        start += 1
    while start < end and is_mark(phrases.passage.forms[end - 1]):
        end -= 1
    return Phrase(start, end)


def _name(phrases: Phrases, statement: Statement, part: Phrase, *, joined: bool) -> str | None:
    """Return the name of one holder; None where the phrase does not name one plainly."""
    start, _ = part
    form = phrases.passage.forms[start]
    bare = form.removeprefix(_AND) if joined or form[1:] in role_words().words["country"] else form
    if bare in role_words().words["country"]:
        return home_state(phrases, statement)
    if (length := _state_length(phrases, part, bare)) > 0:
        text = phrases.passage.slice(start, start + length)
    else:
        kind = phrases.head_class(start)
        if not kind & WordClass.SPEAKER or kind & _NO_HOLDER:
            return None
        text = phrases.name_text(phrases.analyse(part).name)
    written = text.startswith(phrases.passage.slice(start, start + 1))
    return text.removeprefix(_AND) if bare != form and written else text


def _state_length(phrases: Phrases, part: Phrase, first: str) -> int:
    """Return the number of words of the state's name with which a phrase begins; 0 for another phrase."""
    forms, states = phrases.passage.forms, phrases.lexicon.states
    for length in range(min(_LONGEST_STATE, part.end - part.start), 0, -1):
        if " ".join((first, *forms[part.start + 1 : part.start + length])) in states:
            return length
    return 0


def home_state(phrases: Phrases, statement: Statement) -> str | None:
    """Return the state that a speaker's "my country" means, as the document spells it where it does."""
    lexicon = phrases.lexicon
    if statement.kind == "state":
        return statement.speaker
    for word in (statement.role or statement.speaker).split():
        state = lexicon.adjectives.get(fold(word)) or lexicon.states.get(fold(word))
        if state is not None:
            return spelling(phrases, state.names) or state.title
    return None


def spelling(phrases: Phrases, names: Sequence[str]) -> str | None:
    """Return the first of the names of a state that the document has, as it spells it."""
    passage = phrases.passage
    wanted = {name.split()[0]: name.split() for name in names}
    for i, form in enumerate(passage.forms):
        bare = form if form in wanted else form.removeprefix(_AND)
        words = wanted.get(bare)
        if words is not None and list(passage.forms[i + 1 : i + len(words)]) == words[1:]:
            return passage.slice(i, i + len(words))[len(form) - len(bare) :]
    return None


def leading(phrases: Phrases, start: int, limit: int) -> Phrase:
    """Return the noun phrase with which a clause begins, at most to `limit`."""
    forms = phrases.passage.forms
    while start < limit and (is_mark(forms[start]) and start not in phrases.passage.closes):
        start += 1
    if start >= limit or phrases.classes[start] & WordClass.PREPOSITION:
        return Phrase(start, start)
    if forms[start] in ("هذه", "هاتين", "هاتان"):
        return Phrase(start + 1, limit)
    named = start
    if forms[start] in role_words().words["delegates"]:
        named = min(start + 1 + (forms[start + 1 : start + 2] in (["عن"], ["من"])), limit)
    end = phrases.structure(named, limit).end
    while end < limit and forms[end][0] == _AND and is_definite(forms[end][1:]):
        end += 1
    return Phrase(start, end)


def states_before(phrases: Phrases, start: int, end: int) -> Phrase:
    """Return the states that stand just before `end` (مشاركة إيران بصفة ضامن)."""
    at = end
    while at > start and _is_state(phrases, at - 1):
        at -= 1
    return Phrase(at, end)


def _is_state(phrases: Phrases, i: int) -> bool:
    form = phrases.passage.forms[i]
    states = phrases.lexicon.states
    return form in states or form.removeprefix(_AND) in states


def following(phrases: Phrases, start: int, limit: int) -> Phrase:
    """Return the holder that stands after a verb or verbal noun: states, a body, a person, "his country"."""
    forms, words = phrases.passage.forms, role_words().words
    if start >= limit:
        return Phrase(start, start)
    if forms[start] in words["country"]:
        end = start + 1
        while end < limit and _is_state(phrases, end):
            end += 1
        return Phrase(start, end)
    if not phrases.classes[start] & WordClass.SPEAKER and not is_definite(forms[start]):
        return Phrase(start, start)
    end = phrases.structure(start, limit).end
    kinds = role_words().kinds
    objects = (i for i in range(start + 1, end) if forms[i].removeprefix(_ARTICLE) in kinds)
    return Phrase(start, next(objects, end))


def adjective_states(phrases: Phrases, phrase: Phrase) -> Iterator[str]:
    """Yield the states that the adjectives in a phrase name (بوساطة قطرية)."""
    for form in phrases.passage.forms[phrase.start : phrase.end]:
        state = phrases.lexicon.adjectives.get(form)
        if state is not None:
            yield spelling(phrases, state.names) or state.title
