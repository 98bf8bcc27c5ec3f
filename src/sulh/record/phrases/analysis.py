"""What a noun phrase names: a person with a title, a body, a state, a document, or somebody unnamed."""

from typing import Final

from sulh.record.lexicon import WordClass
from sulh.record.phrases.phrase import APPOSITION_MARKS, Analysis, Ground, Phrase, is_definite, is_mark
from sulh.record.phrases.proper_name import name_end
from sulh.record.phrases.structure import read_structure

_BODIES: Final = WordClass.BODY | WordClass.OUTLET | WordClass.OUTLET_HEAD
_QUOTED_AND_MORE: Final = 3  # words: two quotation marks and something between them
_HUMAN_PLURALS: Final = ("ون", "ين")
_SHORTEST_PLURAL: Final = 5  # letters


def analyse(ground: Ground, phrase: Phrase) -> Analysis:
    """Tell what the phrase names, and which part of it is the name."""
    start, end = _trimmed(ground, phrase)
    first = ground.head_class(start)
    if first & (WordClass.TITLE | WordClass.ANONYMOUS):
        return _titled(ground, start, end)
    if first & WordClass.DOCUMENT and not first & WordClass.BODY:
        return Analysis("document", _cut(ground, start, end, "body_trailers", "anonymous_ends"), None)
    if _is_state(ground, start, end):
        return Analysis("state", Phrase(start, end), None)
    if first & _BODIES:
        return Analysis("organisation", _body_name(ground, start, end), None)
    if start != phrase.start and not first:
        return Analysis("organisation", Phrase(start, end), None)  # a name in quotation marks
    return _apposed(ground, start, end) or _unlisted(ground, start, end)


def _unlisted(ground: Ground, start: int, end: int) -> Analysis:
    """Analyse a phrase whose first word no list knows."""
    form = ground.passage.forms[start]
    if start in ground.passage.closes:
        closing = min(end, ground.passage.closes[start])
        return Analysis("organisation", Phrase(start + 1, max(start + 2, closing)), None)
    if _is_unnamed_group(form) or (form in ground.lexicon.adjectives and form.endswith(_HUMAN_PLURALS)):
        return Analysis("anonymous", _cut(ground, start, end, "anonymous_ends"), None)
    if end - start > 1 and is_definite(form) and is_definite(ground.passage.forms[start + 1]):
        return Analysis("organisation", Phrase(start, end), None)
    return Analysis("person", Phrase(start, name_end(ground, start, end, whole=True)), None)


def _trimmed(ground: Ground, phrase: Phrase) -> Phrase:
    """Take marks at the end, and quotation marks around the whole, off."""
    start, end = phrase
    forms = ground.passage.forms
    while end - start > 1 and is_mark(forms[end - 1]) and forms[end - 1] in APPOSITION_MARKS + ":":
        end -= 1
    if ground.passage.closes.get(start) == end - 1 and end - start >= _QUOTED_AND_MORE:
        start, end = start + 1, end - 1
    return Phrase(start, end)


def _titled(ground: Ground, start: int, end: int) -> Analysis:
    """Analyse a phrase that begins with a title, or with a word for somebody unnamed."""
    first, forms = ground.head_class(start), ground.passage.forms
    whole = Phrase(start, end)
    unnamed = bool(first & WordClass.ANONYMOUS)
    if first & WordClass.TITLE or is_definite(forms[start]):
        name = _name(ground, start, end)
        if name is not None:
            return Analysis("person", name, Phrase(start, name.start - is_mark(forms[name.start - 1])))
    if first & WordClass.DOCUMENT and not first & WordClass.TITLE:
        return Analysis("document", _cut(ground, start, end, "body_trailers", "anonymous_ends"), None)
    if unnamed or (end - start == 1 and not is_definite(forms[start])):
        return Analysis("anonymous", _cut(ground, start, end, "anonymous_ends"), None)
    return Analysis("person", whole, whole)


def _name(ground: Ground, start: int, end: int) -> Phrase | None:
    """Return the name in a phrase with one title or several (أمين الحزب، السيد محمد صالح)."""
    structure = read_structure(ground, start, end, whole=True)
    if structure.name is not None or structure.end >= end - 1:
        return structure.name if structure.titled or structure.name is None else None
    at = structure.end
    if ground.passage.forms[at] in APPOSITION_MARKS and ground.classes[at + 1] & WordClass.TITLE:
        return _name(ground, at + 1, end)
    return None


def _is_state(ground: Ground, start: int, end: int) -> bool:
    forms, states = ground.passage.forms, ground.lexicon.states
    if " ".join(forms[start:end]) in states:
        return True
    return bool(ground.classes[start] & WordClass.STATE) and (forms[start] not in states or end - start == 1)


def _body_name(ground: Ground, start: int, end: int) -> Phrase:
    """Take off what only describes a body, and "agency" before a name that stands without it."""
    end = _before_bracket(ground, start, end)
    proper = ground.lexicon.words["proper_bodies"]
    end = next((i + 1 for i in range(start, end) if ground.passage.forms[i] in proper), end)
    name = _cut(ground, start, end, "body_trailers", "anonymous_ends")
    if not ground.head_class(start) & WordClass.OUTLET_HEAD:
        return name
    return _outlet_name(ground, *name)


def _outlet_name(ground: Ground, start: int, end: int) -> Phrase:
    forms, lexicon = ground.passage.forms, ground.lexicon
    i = start + 1
    while i < end and forms[i] in lexicon.outlet_qualifiers:
        i += 1
    if i < end and ground.passage.closes.get(i, end) < end:
        return Phrase(i + 1, ground.passage.closes[i])
    stop = i
    while stop < end and not _describes_outlet(ground, i, stop):
        stop += 1
    stands_alone = i < stop and (not is_definite(forms[i]) or _is_outlet_name(ground, start, i))
    return Phrase(i, stop) if stands_alone else Phrase(start, end)


def _describes_outlet(ground: Ground, first: int, i: int) -> bool:
    form, lexicon = ground.passage.forms[i], ground.lexicon
    if form in lexicon.adjectives or is_mark(form):
        return True
    return i > first and (form in lexicon.outlet_qualifiers or ground.is_adjective(form))


def _is_outlet_name(ground: Ground, start: int, i: int) -> bool:
    """Whether a definite word after "newspaper" is its name (صحيفة الشروق), no attribute."""
    forms = ground.passage.forms
    if ground.classes[i] & WordClass.OUTLET:
        return True
    named = forms[start] in ground.lexicon.words["named_outlets"]
    return named and not (ground.classes[i] or ground.is_adjective(forms[i]))


def _apposed(ground: Ground, start: int, end: int) -> Analysis | None:
    """Analyse a name with an office after it (محمد علي جعفري قائد الحرس الثوري)."""
    forms, classes = ground.passage.forms, ground.classes
    for i in range(start + 1, end):
        if is_mark(forms[i]) and forms[i] in APPOSITION_MARKS:
            role = Phrase(i + 1, end)
            return Analysis("person", Phrase(start, i), role if role.start < role.end else None)
        if classes[i] & WordClass.TITLE and (is_definite(forms[i]) or (i + 1 < end and i - start > 1)):
            return Analysis("person", Phrase(start, i), Phrase(i, end))
    return None


def _is_unnamed_group(form: str) -> bool:
    """Whether a word is a human plural (الناجون)."""
    return len(form) >= _SHORTEST_PLURAL and is_definite(form) and form.endswith(_HUMAN_PLURALS)


def _before_bracket(ground: Ground, start: int, end: int) -> int:
    return next((i for i in range(start + 1, end) if ground.passage.forms[i] == "("), end)


def _cut(ground: Ground, start: int, end: int, *lists: str) -> Phrase:
    """End a phrase before the first word of one of the lists."""
    for i in range(start + 1, end):
        form = ground.passage.forms[i]
        if any(form in ground.lexicon.words[listed] for listed in lists) and not _continues(ground, i, end):
            return Phrase(start, i)
        if _joins_another(ground, i):
            return Phrase(start, i)
    return Phrase(start, end)


def _joins_another(ground: Ground, i: int) -> bool:
    """Whether "and" adds a title or another body by its own name (الكرملين والرئيس الروسي)."""
    form = ground.passage.forms[i]
    if form[0] != "و" or form in ground.lexicon.classes:
        return False
    kind = ground.lexicon.word_class(form[1:])
    return bool(kind & WordClass.TITLE) or (bool(kind & WordClass.BODY) and not is_definite(form[1:]))


def _continues(ground: Ground, i: int, end: int) -> bool:
    """Whether "in" belongs to the name, since a body or state follows (مسؤول في وزارة …)."""
    forms = ground.passage.forms
    if forms[i] != "في" or i + 1 >= end:
        return False
    state = ground.lexicon.states.get(forms[i + 1])
    return bool(ground.classes[i + 1] & WordClass.BODY) or (state is not None and forms[i + 1] in state.names)
