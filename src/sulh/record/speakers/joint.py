"""Several speakers in one phrase: "the ministers A and B", "Russia, Iran and Turkey"."""

from sulh.record.lexicon import WordClass
from sulh.record.phrases.recogniser import Phrase, Phrases, is_definite, is_mark

_AND = "و"
_BODIES = WordClass.BODY | WordClass.OUTLET_HEAD | WordClass.OUTLET
_GROUPS = _BODIES | WordClass.STATE | WordClass.ANONYMOUS


def members(phrases: Phrases, phrase: Phrase) -> tuple[Phrase, ...]:
    """Return the speakers that a phrase joins: itself where it names one.

    A conjunction may begin the first word of a member but the first.
    """
    start, end = phrase
    cuts = [i for i in range(start + 1, end) if _joins(phrases, start, i, end)]
    if not cuts:
        return (phrase,)
    states = _is_state(phrases, start, cuts[0])
    parts: list[Phrase] = []
    for begin, stop in zip((start, *cuts), (*cuts, end), strict=True):
        if states and begin == start:
            parts += _listed(phrases, begin, stop)
        else:
            parts.append(Phrase(begin, stop))
    return tuple(parts)


def _listed(phrases: Phrases, start: int, end: int) -> list[Phrase]:
    """Split at commas (روسيا، تركيا)."""
    parts: list[Phrase] = []
    begin = start
    for i in range(start, end + 1):
        if i == end or is_mark(phrases.passage.forms[i]):
            if begin < i:
                parts.append(Phrase(begin, i))
            begin = i + 1
    return parts


def _joins(phrases: Phrases, start: int, i: int, end: int) -> bool:
    """Whether the word at `i` begins another speaker."""
    form, lexicon = phrases.passage.forms[i], phrases.lexicon
    if form[0] != _AND or form in lexicon.classes or phrases.passage.quoted[i] >= 0:
        return False
    rest = form[1:]
    kind = lexicon.word_class(rest)
    if _is_state(phrases, start, i):
        return True
    if phrases.passage.forms[start] in lexicon.words["dual_titles"]:
        return rest in lexicon.adjectives or bool(kind & WordClass.TITLE)
    first = phrases.classes[start]
    if first & WordClass.STATE:
        return bool(kind & _GROUPS)
    if first & kind & WordClass.TITLE:
        return phrases.analyse(Phrase(i, end)).kind == "person" and _is_named(phrases, start, i)
    return bool(first & kind & _BODIES) and not is_definite(rest) and i + 1 < end


def _is_named(phrases: Phrases, start: int, end: int) -> bool:
    analysis = phrases.analyse(Phrase(start, end))
    return analysis.kind == "person" and not analysis.is_office


def _is_state(phrases: Phrases, start: int, end: int) -> bool:
    """Whether only names of states stand between."""
    states = phrases.lexicon.states
    parts = _listed(phrases, start, end)
    return all(
        _state_text(phrases, part) in states
        or (part.end - part.start == 1 and phrases.classes[part.start] & WordClass.STATE)
        for part in parts
    )


def _state_text(phrases: Phrases, part: Phrase) -> str:
    text = " ".join(phrases.passage.forms[part.start : part.end])
    return text if text in phrases.lexicon.states else text.removeprefix(_AND)
