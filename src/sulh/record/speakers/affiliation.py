"""The body or state that a title names."""

from sulh.record.lexicon import Lexicon, WordClass
from sulh.text.normal import fold

_AND = "و"
_ARTICLE = "ال"


def affiliation(role: str | None, lexicon: Lexicon) -> str | None:
    """Return whom a title serves, as far as it says so.

    The body as the title names it (عضو الهيئة → الهيئة; المتحدث باسم وزارة الخارجية → وزارة الخارجية), or
    else the state, by its usual name, that a name or an adjective in it means (وزير الخارجية الروسي → روسيا).
    """
    if not role:
        return None
    words = role.split()
    forms = [fold(word) for word in words]
    ministerial = forms[0].removeprefix(_AND) in lexicon.words["ministers"] or "وزير" in forms
    for i, form in enumerate(forms):
        if not ministerial and i and (body := _body(words[i], form, lexicon)) is not None:
            return " ".join((body, *words[i + 1 :])).rstrip("،, ")
    for i, form in enumerate(forms):
        pair = " ".join(forms[i : i + 2])
        for name in (pair, form):
            state = lexicon.adjectives.get(name) or lexicon.states.get(name)
            if state is not None:
                return state.title
    return None


def _body(word: str, form: str, lexicon: Lexicon) -> str | None:
    """Return a word for a body without the preposition before it; None for another word."""
    kinds = WordClass.BODY | WordClass.OUTLET_HEAD
    if lexicon.classes.get(form, 0) & kinds:
        return word
    if form.startswith("لل") and lexicon.classes.get(_ARTICLE + form[2:], 0) & kinds:
        return _ARTICLE + word[2:]
    if form[:1] in "بل" and lexicon.classes.get(form[1:], 0) & kinds:
        return word[1:]
    return None
