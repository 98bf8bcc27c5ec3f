"""How something is said: in the speaker's own words or not, affirming or denying."""

from collections.abc import Sequence
from typing import Final

from sulh.case.statement import Form, Polarity
from sulh.record.lexicon import Cue, WordClass
from sulh.record.marker import SPEECH_WORDS, count_words
from sulh.record.phrases import Phrase, Phrases
from sulh.record.words import word_sequences, word_set

_CONNECTION_REACH: Final = 5  # words between "not" and the connection that it denies
_ACCUSATION_REACH: Final = 3  # words after a verb of rejecting in which the accusation stands
_ACCUSATIONS: Final = word_set("اتهامات مزاعم ادعاءات اتهام")
_NEGATIONS: Final = word_set("لا ليس ليست لم")
_CONNECTIONS: Final = word_set("علاقة صلة علم ارتباط")
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
    words = phrases.passage.forms[content.start : content.end]
    opening = int(content.start in phrases.passage.closes)
    denies = (
        (cue is not None and _rejects(cue, words[:_ACCUSATION_REACH]))
        or tuple(words[opening : opening + 2]) in _DENIALS
        or any(
            not _CONNECTIONS.isdisjoint(words[i + 1 : i + 1 + _CONNECTION_REACH])
            for i, word in enumerate(words)
            if word in _NEGATIONS
        )
    )
    return "deny" if denies else "affirm"


def _rejects(cue: Cue, words: Sequence[str]) -> bool:
    if cue.verb.act == "deny":
        return True
    rejects = cue.verb.act == "refuse" or cue.verb.lemma in _CALLING
    return rejects and any(word.removeprefix("ال") in _ACCUSATIONS for word in words)
