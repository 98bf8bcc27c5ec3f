"""What introduces a clause of content: a complementiser, the quotation mark of speech, or a colon."""

from typing import Final

from sulh.record.frames.complement import FARTHEST, Complement, ComplementKind
from sulh.record.lexicon import Cue, WordClass
from sulh.record.phrases.recogniser import Phrases, is_definite, is_mark
from sulh.record.words import COMMAS, word_set

SPEECH_WORDS: Final = 4  # a quotation of so many words is speech, a shorter one may be a name

_COUNTED: Final = 4 * SPEECH_WORDS  # words and marks of a quotation that are looked at to count its words
_NAMING_REACH: Final = 6  # words after "refused" in which "to give his name" stands
_NO_COMPLEMENTISER_AFTER: Final = word_set(
    "بعد قبل دون منذ يمكن يمكنه يمكنها يجب حتى غير إلا مجرد ينبغي يتوقع المتوقع المقرر المرجح يفترض المفترض "
    "رغم بيد في شرط علما بشرط سوى قد عليه عليها لا بد يريد تريد"
)
_REFUSALS: Final = word_set("رفض رفضت طلب طلبت")
_IDENTITY: Final = word_set("هويته هويتها هويتهم هوياتهم اسمه اسمها أسماءهم أسمائهم نفسها")
_DISCLOSURE: Final = word_set("الكشف كشف عدم ذكر الإفصاح نشر الإعلان")
_BEFORE_A_NAME: Final = frozenset({"ل", "ب", "لل"})
_AFTER_SPEECH: Final = frozenset(".؟!،")
_INSIDE_A_PHRASE: Final = WordClass.TITLE | WordClass.ANONYMOUS | WordClass.OBJECT | WordClass.PREPOSITION


def find_marker(phrases: Phrases, start: int, limit: int) -> Complement | None:
    """Find what introduces the content of the cue before `start`; None where only a noun phrase can."""
    closes, classes, forms = phrases.passage.closes, phrases.classes, phrases.passage.forms
    in_relative_clause = False
    i = start
    stop = min(limit, start + FARTHEST)
    while i < stop:
        if i in closes:
            if is_speech(phrases, i):
                return _marker("quote", i, i)
            i = closes[i] + 1
            continue
        if classes[i] & WordClass.THAT and _is_complementiser(phrases, i, start):
            prefixed = i > start and classes[i - 1] & WordClass.THAT_PREFIX
            return _marker("that", i - 1 if prefixed else i, i + 1)
        if forms[i] == ":" and i + 1 < limit and not (forms[i - 1].isdigit() and forms[i + 1].isdigit()):
            return _marker("colon", i, i + 1)
        comma = forms[i] in COMMAS
        in_relative_clause = bool(classes[i] & WordClass.RELATIVE) or (in_relative_clause and not comma)
        if not in_relative_clause and (comma or i > start) and _another_clause(phrases, i, limit):
            return None
        i += 1
    return None


def _marker(kind: ComplementKind, at: int, start: int) -> Complement:
    return Complement(kind, at, start, subject_end=at)


def _is_complementiser(phrases: Phrases, i: int, start: int) -> bool:
    forms = phrases.passage.forms
    return forms[i - 1] not in _NO_COMPLEMENTISER_AFTER and (i > start or forms[i] != "لان")


def _another_clause(phrases: Phrases, i: int, limit: int) -> bool:
    """Whether a clause begins at `i` that cannot belong to the cue."""
    form = phrases.passage.forms[i]
    if form in COMMAS:
        return i + 1 < limit and bool(phrases.classes[i + 1] & WordClass.CLAUSE_START)
    cue = phrases.lexicon.cue(form)
    return cue is not None and stands_alone(phrases, i, cue)


def stands_alone(phrases: Phrases, i: int, cue: Cue) -> bool:
    """Tell whether the cue at `i` is a verb of its own rather than a noun or participle within a phrase."""
    forms = phrases.passage.forms
    if cue.tense == "noun" or phrases.classes[i] & _INSIDE_A_PHRASE or withholds_name(phrases, i, cue):
        return False
    if cue.tense == "participle":
        return forms[i - 1] in COMMAS and not cue.feminine
    return not is_definite(forms[i]) and forms[i - 1] not in _REFUSALS


def withholds_name(phrases: Phrases, i: int, cue: Cue) -> bool:
    """Tell whether the verb at `i` only says that a source did not want to be named."""
    if cue.verb.lemma not in _REFUSALS:
        return False
    following = phrases.passage.forms[i + 1 : i + 1 + _NAMING_REACH]
    return not _IDENTITY.isdisjoint(following) and not _DISCLOSURE.isdisjoint(following)


def is_speech(phrases: Phrases, opening: int) -> bool:
    """Tell whether the quotation opened at `opening` is speech and not a quoted name."""
    forms = phrases.passage.forms
    count = count_words(phrases, opening)
    before, kind = (forms[opening - 1], phrases.classes[opening - 1]) if opening else ("", 0)
    if count >= SPEECH_WORDS:
        return count > SPEECH_WORDS or not kind & (WordClass.OUTLET_HEAD | WordClass.BODY)
    if not count or before in _BEFORE_A_NAME or kind & (WordClass.SPEAKER | WordClass.OUTLET_HEAD):
        return False
    after = phrases.passage.closes[opening] + 1
    introduced = before == ":" or kind & WordClass.THAT or phrases.lexicon.cue(before) is not None
    return bool(introduced) and (after == len(forms) or forms[after] in _AFTER_SPEECH)


def count_words(phrases: Phrases, opening: int) -> int:
    """Count the words at the start of a quotation; letters joined by full stops (سي.إن.إن) are one."""
    forms = phrases.passage.forms
    end = min(phrases.passage.closes[opening], opening + _COUNTED)
    return sum(not is_mark(forms[i]) and forms[i - 1] != "." for i in range(opening + 1, end))
