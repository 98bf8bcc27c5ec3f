"""Complements without a clause: a noun phrase after the subject, or after the preposition of the verb."""

from typing import Final

from sulh.record.frames.complement import FARTHEST, Complement
from sulh.record.frames.marker import stands_alone
from sulh.record.lexicon import Cue, WordClass
from sulh.record.phrases.recogniser import Phrases, is_definite, is_mark
from sulh.record.words import COMMAS, word_set

_ADVERBIAL_REACH: Final = 8  # words after an adverbial in which the complement begins
_COMMA_REACH: Final = 12  # words of an adverbial before the comma that ends it
_SEPARATE: Final = word_set("عن إلى على من في")  # prepositions that are words of their own
_ATTACHED: Final = "ب"  # the preposition that is written with its noun
_SHORTEST_ATTACHED: Final = 3  # letters of the preposition and a noun
_SHORTEST_VERBAL_NOUN: Final = 4  # letters
_NOT_WITH_B: Final = word_set("باسم بعد بين بدوره بدورها بشأن بشكل بيان بن بخصوص")
_ON_HIS_PART: Final = word_set("جهته جهتها جانبه جانبها قبل")  # after من an adverbial
_TO_OUTLETS: Final = word_set("لصحيفة لوكالة لقناة")
_DENIED: Final = word_set("أي أية صحة الأمر")
_ENDS: Final = frozenset("؛:")


def find_nominal(
    phrases: Phrases, start: int, limit: int, cue: Cue, *, follows: bool = False
) -> Complement | None:
    """Find a nominal complement of the cue before `start`.

    Args:
        phrases: recogniser of the passage.
        start: index after the cue.
        limit: index after the sentence.
        cue: the cue.
        follows: the subject stands before the cue, so that the complement begins at once.
    """
    limit = min(limit, start + FARTHEST)
    noun = _after_subject(phrases, start, limit, cue, follows=follows) if "noun" in cue.verb.frames else None
    denied = _denied(phrases, start, limit) if cue.verb.act == "deny" else None
    if denied is not None and not (noun is not None and noun.start == denied.start - 1):
        return denied
    governed = _after_preposition(phrases, start, limit, cue)
    if noun is None or governed is None:
        return noun or governed
    return noun if noun.start < governed.start and is_object(phrases, noun.start) else governed


def is_object(phrases: Phrases, i: int) -> bool:
    """Tell whether the noun at `i` is what is said rather than who says it (اتهامات, استعدادها)."""
    return bool(phrases.classes[i] & WordClass.OBJECT) or phrases.is_owned(i)


def _denied(phrases: Phrases, start: int, limit: int) -> Complement | None:
    """Find "any …", "the truth of …" after a verb of denying, whatever stands before."""
    for i in range(start, limit):
        if phrases.passage.forms[i] in _DENIED and not phrases.classes[i - 1] & WordClass.PREPOSITION:
            begin = i - bool(phrases.classes[i - 1] & WordClass.OBJECT)  # "the existence of any …"
            return Complement("nominal", begin, begin, begin)
        if _ends_frame(phrases, i, start, limit):
            return None
    return None


def _after_preposition(phrases: Phrases, start: int, limit: int, cue: Cue) -> Complement | None:
    """Find a complement after the preposition that the verb governs (كشف عن, دعا إلى, رحب بـ)."""
    attaches = _ATTACHED in cue.verb.frames
    subject_end = phrases.subject_end(start, limit, before_noun=True) if attaches else limit
    for i in range(start, limit):
        if _is_governed(phrases, i, limit, cue):
            return Complement("nominal", i, i + 1, i)
        if attaches and _is_attached(phrases, i, start, subject_end):
            begin = i - bool(phrases.classes[i - 1] & WordClass.OBJECT)  # "the existence of any …"
            return Complement("nominal", begin, begin, begin)
        if _ends_frame(phrases, i, start, limit):
            return None
    return None


def _is_governed(phrases: Phrases, i: int, limit: int, cue: Cue) -> bool:
    """Whether the word at `i` is the separate preposition of the verb, and no adverbial begins with it."""
    form = phrases.passage.forms[i]
    if form not in _SEPARATE or form not in cue.verb.frames or i + 1 >= limit:
        return False
    if form == "في":
        return not phrases.classes[i + 1] & (WordClass.VENUE | WordClass.TIME) and i + 1 not in phrases.dates
    return form != "من" or phrases.passage.forms[i + 1] not in _ON_HIS_PART


def _is_attached(phrases: Phrases, i: int, start: int, subject_end: int) -> bool:
    """Whether the word at `i` is a complement with attached بـ, not a name that begins so."""
    form = phrases.passage.forms[i]
    if form[0] != _ATTACHED:
        return False
    if i > start and i - subject_end in (0, 1):
        return True
    if len(form) < _SHORTEST_ATTACHED or form in _NOT_WITH_B:
        return form == _ATTACHED and i + 1 < len(phrases.passage)
    if form.startswith("بال"):
        return True
    if phrases.classes[i] & WordClass.SPEAKER:
        return False
    noun = form[1:]
    return (
        bool(phrases.lexicon.word_class(noun))
        or noun.endswith(("ه", "ها", "هم", "ات", "ين"))
        or (i > start and noun[0] in "تاي" and len(noun) >= _SHORTEST_VERBAL_NOUN)
    )


def _ends_frame(phrases: Phrases, i: int, start: int, limit: int) -> bool:
    """Whether the frame of the cue before `start` cannot go on after `i`."""
    forms, classes = phrases.passage.forms, phrases.classes
    form = forms[i]
    if form in _ENDS:
        return True
    if i == start:
        return False
    if form == "،":
        return i + 1 < limit and bool(classes[i + 1] & WordClass.CLAUSE_START)
    other = phrases.lexicon.cue(form)
    return other is not None and stands_alone(phrases, i, other) and not classes[i - 1] & WordClass.RELATIVE


def _after_subject(phrases: Phrases, start: int, limit: int, cue: Cue, *, follows: bool) -> Complement | None:
    """Find a complement that follows the subject without a preposition (نفى X صحة …)."""
    forms = phrases.passage.forms
    end = start if follows else phrases.subject_end(start, limit, before_noun=True)
    begin = _skip_adverbials(phrases, end, limit)
    if begin >= limit or not _can_begin(phrases, begin):
        return None
    if not is_object(phrases, begin):
        rejects = cue.verb.act in ("deny", "refuse")
        if begin == start and not (follows or rejects or is_definite(forms[begin])):
            return None
        if cue.verb.also_act and end == start:
            return None
    preposition = begin > end and forms[begin - 1] in cue.verb.frames
    return Complement("nominal", begin - preposition, begin, end)


def _can_begin(phrases: Phrases, i: int) -> bool:
    if phrases.classes[i] & (WordClass.PREPOSITION | WordClass.RELATIVE | WordClass.CLAUSE_START):
        return False
    return not is_mark(phrases.passage.forms[i]) or i in phrases.passage.closes


def _skip_adverbials(phrases: Phrases, i: int, limit: int) -> int:
    """Return the index after time expressions and adverbials between the subject and its complement."""
    forms, classes = phrases.passage.forms, phrases.classes
    while i < limit:
        if i in phrases.dates:
            i = phrases.dates[i]
        elif classes[i] & WordClass.TIME or forms[i] in COMMAS:
            i += 1
        elif classes[i] & WordClass.ADJUNCT or forms[i] == "في" or forms[i] in _TO_OUTLETS:
            after = _after_adverbial(phrases, i, limit)
            if after >= limit or forms[after] not in COMMAS:
                return after
            i = after
        else:
            return i
    return i


def _after_adverbial(phrases: Phrases, i: int, limit: int) -> int:
    """Return the index of the comma or of the object that ends the adverbial at `i`, or `limit`."""
    forms = phrases.passage.forms
    commas = (j for j in range(i, min(limit, i + _COMMA_REACH)) if forms[j] in COMMAS)
    objects = (
        j
        for j in range(i + 1, min(limit, i + _ADVERBIAL_REACH))
        if phrases.classes[j] & WordClass.OBJECT
        or (phrases.is_owned(j) and not phrases.classes[j] & WordClass.VENUE)
    )
    return min(next(commas, limit), next(objects, limit))
