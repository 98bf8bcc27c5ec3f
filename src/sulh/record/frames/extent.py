"""How far content extends: to the next cue, the end of its quotation, or the narrator's next words."""

from functools import cache
from typing import Final, NamedTuple

from sulh.case.statement import Form
from sulh.record.frames.complement import ComplementKind
from sulh.record.frames.marker import find_marker, stands_alone
from sulh.record.frames.nominal import find_nominal
from sulh.record.frames.tone import form_of
from sulh.record.lexicon import Cue, WordClass, arabic
from sulh.record.phrases.recogniser import Phrase, Phrases, is_definite, is_mark
from sulh.record.words import COMMAS, after_li, word_sequences, word_set

_NEW_CUE_REACH: Final = 14  # words in which a cue that opens a new statement shows its complement
_NEXT_CLAUSE_REACH: Final = 9  # words after "but", "while" in which the verb of a new statement stands
_OPENERS: Final = word_set("كما فيما بينما حيث لكنه لكنها ولكنه ولكنها وقد فقد حين كذلك أنه")
_MEANWHILE: Final = word_sequences("وفي وقت|في الوقت الذي")
_ASIDES: Final = word_set("فيما بينما علما وذلك يذكر يشار")
_THAT_OR_PREPOSITION: Final = word_set("إلى أن أنه أنها ب")
_END_MARKS: Final = frozenset(".،,؛;:")
_SENTENCE_MARKS: Final = _END_MARKS | frozenset("-–—…")
_AFTER_QUOTATION: Final = WordClass.CLAUSE_START | WordClass.ADJUNCT | WordClass.RELATIVE


class Content(NamedTuple):
    """What is said, without its outer quotation marks and final stop, and how."""

    phrase: Phrase
    form: Form


def read_content(phrases: Phrases, start: int, limit: int, kind: ComplementKind) -> Content | None:
    """Return the content that begins at `start`, within the sentence that ends at `limit`.

    Args:
        phrases: recogniser of the passage.
        start: index of the first word, or of marks before it.
        limit: index after the sentence.
        kind: what introduces the content.
    """
    passage = phrases.passage
    while start < limit and is_mark(passage.forms[start]) and start not in passage.closes:
        start += 1
    if kind == "colon" and start < limit and phrases.classes[start] & WordClass.THAT:
        start += 1
    if start >= limit:
        return None
    end = content_end(phrases, start, limit, quoted=kind in ("quote", "colon"))
    form = "direct" if kind == "colon" else form_of(phrases, Phrase(start, end))
    phrase = _unwrapped(phrases, start, end)
    return Content(phrase, form) if phrase is not None else None


def _unwrapped(phrases: Phrases, start: int, end: int) -> Phrase | None:
    """Take outer quotation marks and the marks at the ends off; None where no word is left."""
    forms = phrases.passage.forms
    closing = phrases.passage.closes.get(start)
    if closing is not None and closing >= end - 1:
        start, end = start + 1, min(end, closing)
    while end - start > 1 and forms[end - 1] in _END_MARKS:
        end -= 1
    while end - start > 1 and forms[start] in _END_MARKS:
        start += 1
    return None if all(is_mark(forms[i]) for i in range(start, end)) else Phrase(start, end)


def content_end(phrases: Phrases, start: int, limit: int, *, quoted: bool = False) -> int:
    """Return the index after the content that begins at `start`, within the sentence that ends at `limit`.

    Args:
        phrases: recogniser of the passage.
        start: index of the first word of the content, or of the quotation mark before it.
        limit: index after the sentence; a quotation may carry the content on into the next one.
        quoted: the content was introduced by its quotation mark alone, so that it ends with it unless the
            sentence plainly goes on.
    """
    passage = phrases.passage
    i = start
    while i < limit:
        if i in passage.closes:
            after = passage.closes[i] + 1
            limit = max(limit, passage.sentence_ends[after - 1])
            if quoted and i == start and _ends_with_quotation(phrases, after, limit):
                return after
            i = after
        elif i > start and _is_boundary(phrases, i, limit):
            break
        else:
            i += 1
    while i - start > 1 and passage.forms[i - 1] in _SENTENCE_MARKS:
        i -= 1
    return i


def _ends_with_quotation(phrases: Phrases, i: int, limit: int) -> bool:
    """Whether content that is a quotation does not go on at `i`, after it."""
    if i >= limit:
        return True
    form = phrases.passage.forms[i]
    return (
        is_mark(form)
        or form[0] == "و"
        or form in _OPENERS
        or bool(phrases.classes[i] & _AFTER_QUOTATION)
        or phrases.lexicon.cue(form) is not None
    )


def _is_boundary(phrases: Phrases, i: int, limit: int) -> bool:
    """Whether content of a sentence that ends at `limit` ends before the word at `i`."""
    forms = phrases.passage.forms
    cue = phrases.lexicon.cue(forms[i])
    if cue is not None and cue.tense == "participle":
        return _participle_opens(phrases, i, limit, cue)
    opening = _coordinated_cue(phrases, i, limit, cue)
    if opening is not None:
        return _opens_statement(phrases, *opening)
    return (
        is_tail(phrases, i)
        or (forms[i - 1] in COMMAS and _leaves(phrases, i, limit))
        or (forms[i - 1] == "." == forms[i - 2] and forms[i][0] == "و" and forms[i].isalpha())
    )


def _participle_opens(phrases: Phrases, i: int, limit: int, cue: Cue) -> bool:
    """Whether a participle (مشيرا) opens a statement of its own."""
    forms = phrases.passage.forms
    after_comma = forms[i - 1] in COMMAS
    following = forms[i + 1] if i + 1 < limit else ""
    if following and phrases.classes[i + 1] & (WordClass.THAT | WordClass.THAT_PREFIX):
        return after_comma or not cue.feminine or following in _THAT_OR_PREPOSITION
    return (after_comma and not cue.feminine) or following == ":"


def _coordinated_cue(phrases: Phrases, i: int, limit: int, cue: Cue | None) -> tuple[int, Cue] | None:
    """Return the verb of reporting that a conjunction at `i` joins to what stands before, and its index."""
    forms = phrases.passage.forms
    if cue is not None and _is_finite(cue) and not cue.pronoun and not is_definite(forms[i]):
        joined = forms[i][0] in "وف" and forms[i] not in phrases.lexicon.cues
        if joined or forms[i - 1] in _OPENERS:
            return i, cue
    if forms[i] in _OPENERS and i + 1 < limit:
        following = phrases.lexicon.cue(forms[i + 1])
        return (i + 1, following) if following is not None and _is_finite(following) else None
    return None


def _is_finite(cue: Cue) -> bool:
    return cue.tense in ("past", "present")


def _leaves(phrases: Phrases, i: int, limit: int) -> bool:
    """Whether the clause at `i`, after a comma, is not the speaker's: a new statement, or an aside."""
    forms = phrases.passage.forms
    if phrases.classes[i] & WordClass.CLAUSE_START:
        for j in range(i + 1, min(limit, i + _NEXT_CLAUSE_REACH)):
            cue = phrases.lexicon.cue(forms[j])
            if cue is not None and stands_alone(phrases, j, cue):
                if _opens_statement(phrases, j, cue):
                    return True
                break
    return forms[i] in _ASIDES


def _opens_statement(phrases: Phrases, i: int, cue: Cue) -> bool:
    """Whether the cue at `i` shows a complement of its own soon after."""
    limit = min(phrases.passage.sentence_ends[i], i + _NEW_CUE_REACH)
    if find_marker(phrases, i + 1, limit) is not None:
        return True
    return not cue.verb.also_act and find_nominal(phrases, i + 1, limit, cue) is not None


def is_tail(phrases: Phrases, i: int) -> bool:
    """Tell whether the narrator speaks again from `i` on ("without giving details", "according to")."""
    forms = phrases.passage.forms
    tails = _tails().get(forms[i], ())
    if not any(tuple(forms[i : i + len(tail)]) == tail for tail in tails):
        return False
    return forms[i] not in phrases.lexicon.according or names_source(phrases, i)


@cache
def _tails() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the beginnings of the narrator's words by their first word."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for tail in (*arabic().narrator_tails, *_MEANWHILE):
        found[tail[0]] = (*found.get(tail[0], ()), tail)
    return found


def names_source(phrases: Phrases, i: int) -> bool:
    """Tell whether the according-to word at `i` is followed by somebody who can have said something."""
    passage, lexicon = phrases.passage, phrases.lexicon
    at = i + 1
    if at >= len(passage):
        return False
    form = passage.forms[at]
    if passage.forms[i] in lexicon.according_what:
        return lexicon.cue(form) is not None
    if form == "ما" or form in lexicon.according_what:
        return True
    if form.startswith("ما") and lexicon.cue(form[2:]) is not None:
        return True
    if at in passage.closes or (form == "ل" and at + 1 in passage.closes):
        return True
    kind = phrases.classes[at] | lexicon.word_class(after_li(form))
    return bool(kind & (WordClass.SPEAKER | WordClass.OUTLET_HEAD | WordClass.OWN_WORDS)) and not (
        kind & WordClass.NOT_SOURCE
    )
