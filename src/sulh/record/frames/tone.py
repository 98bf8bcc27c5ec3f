"""How something is said: in the speaker's own words or not, affirming or denying."""

from collections.abc import Sequence
from typing import Final

from sulh.case.statement import Form, Polarity
from sulh.record.frames.marker import SPEECH_WORDS, count_words
from sulh.record.lexicon import Cue, WordClass
from sulh.record.phrases.recogniser import Phrase, Phrases
from sulh.record.words import word_sequences, word_set

_OPENING: Final = 3  # words of the content in which its own verb of denying stands
_CONNECTION_REACH: Final = 5  # words between "not" and the connection that it denies
_ACCUSATION_REACH: Final = 3  # words after a verb of rejecting in which the accusation stands
_ACCUSATIONS: Final = word_set("اتهامات مزاعم ادعاءات اتهام")
_NEGATIONS: Final = word_set("لا ليس ليست لم")
_CONNECTIONS: Final = word_set("علاقة صلة علم ارتباط")
_TO_KNOW: Final = word_set("يعلم تعلم نعلم أعلم يعلمون")
_TO_BE: Final = word_set("يكون تكون")
_CALLING: Final = word_set("وصف اعتبر")  # to call something an accusation is to reject it
_DENIALS: Final = word_sequences(
    "لا علم|لا علاقة|لا صحة|لا يوجد|لا توجد|لا وجود|لا أساس|ليس له|ليس لها|ليس لنا|ليس هناك|ليست هناك|"
    "ليست له|لم يكن|لم نكن|غير صحيح|غير صحيحة|عار عن|عارية عن"
)
_NAMED: Final = WordClass.BODY | WordClass.OUTLET_HEAD | WordClass.STATE | WordClass.TITLE


def form_of(phrases: Phrases, content: Phrase) -> Form:
    """Tell whether the content is direct, indirect or mixed speech."""
    closes, quoted = phrases.passage.closes, phrases.passage.quoted
    opened = quoted[content.start]
    if opened >= 0 and closes[opened] >= content.end:
        return "direct"
    if closes.get(content.start) == content.end - 1:
        return "direct"
    quotations = (i for i in range(*content) if i in closes)
    return "mixed" if any(_quotes_words(phrases, i) for i in quotations) else "indirect"


def _quotes_words(phrases: Phrases, opening: int) -> bool:
    """Whether a quotation inside content quotes somebody's words, not a name (تنظيم "داعش")."""
    if opening == 0 or count_words(phrases, opening) >= SPEECH_WORDS:
        return True
    return not phrases.classes[opening - 1] & _NAMED and phrases.passage.forms[opening - 1] not in ("ل", "ب")


def polarity_of(phrases: Phrases, content: Phrase, cue: Cue | None) -> Polarity:
    """Tell whether the statement rejects an account, or involvement or knowledge.

    Args:
        phrases: recogniser of the passage.
        content: what is said.
        cue: the verb that introduces it; None where there is none.
    """
    lexicon = phrases.lexicon
    start = content.start + (content.start in phrases.passage.closes)
    words = phrases.passage.forms[start : content.end]
    inner = (lexicon.cue(word) for word in words[:_OPENING])
    denies = (
        (cue is not None and _rejects(cue, words[:_ACCUSATION_REACH]))
        or any(verb is not None and _rejects(verb, words[: 2 * _OPENING]) for verb in inner)
        or tuple(words[:2]) in _DENIALS
        or any(_disconnects(words, i) for i, word in enumerate(words) if word.lstrip("وف") in _NEGATIONS)
    )
    return "deny" if denies else "affirm"


def _rejects(cue: Cue, words: Sequence[str]) -> bool:
    """Whether the verb rejects an account that others give, `words` being what it is said of."""
    if cue.verb.act == "deny":
        return True
    if cue.verb.act == "refuse" and words and words[0] in _TO_BE:
        return True
    rejects = cue.verb.act == "refuse" or cue.verb.lemma in _CALLING
    return rejects and any(word.removeprefix("ال") in _ACCUSATIONS for word in words)


def _disconnects(words: Sequence[str], i: int) -> bool:
    """Whether the negation at `i` denies a connection or knowledge, or that something is there."""
    following = words[i + 1 : i + 1 + _CONNECTION_REACH]
    if following and following[0] in _TO_KNOW:
        return len(following) > 1 and following[1].startswith("ب")
    return not _CONNECTIONS.isdisjoint(following) or following[:1] == ["هناك"]
