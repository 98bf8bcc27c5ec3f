"""Where the proper name of a person begins and ends."""

from typing import Final

from sulh.record.lexicon import WordClass
from sulh.record.phrases.phrase import Ground, is_definite, is_mark

_LONGEST_NAME: Final = 3  # words of a person's name beside those that link (بن, عبد)
_LONGEST_GIVEN_NAME: Final = 6  # words of a name whose end is known
_INSIDE: Final = "-.'"  # marks within a name
_ACCUSATIVE: Final = "ا"  # a third word that ends so is an object (شن سلفا كير هجوما)
_ARTICLE: Final = "ال"
_POSSESSED: Final = ("ها", "هم")


def opens_name(ground: Ground, i: int, limit: int) -> bool:
    """Tell whether a name can begin at `i`, after a title and a comma."""
    if i >= limit or ground.classes[i] or i in ground.dates:
        return False
    form = ground.passage.forms[i]
    return not is_mark(form) and not is_definite(form)


def name_end(ground: Ground, start: int, limit: int, *, whole: bool) -> int:
    """Return the index after the proper name that begins at `start`.

    Without `whole` the name ends with its first definite word, since what follows may be a complement
    (بشار الأسد السماح …).
    """
    forms, links = ground.passage.forms, ground.lexicon.words["name_links"]
    longest = _LONGEST_GIVEN_NAME if whole else _LONGEST_NAME
    i, words = start, 0
    while i < limit and words < longest and (i == start or _goes_on(ground, start, i, whole=whole)):
        words += forms[i] not in links and not is_mark(forms[i])
        i += 1
    while i > start + 1 and is_mark(forms[i - 1]):
        i -= 1
    return i


def _goes_on(ground: Ground, start: int, i: int, *, whole: bool) -> bool:
    """Whether the word at `i` still belongs to the name that begins at `start`."""
    forms, words = ground.passage.forms, ground.lexicon.words
    form, before = forms[i], forms[i - 1]
    if is_mark(form):
        return form in _INSIDE
    if before in words["name_links"] or before in _INSIDE:
        return True
    if ground.is_adverbial(i, start) or form.startswith("لل"):
        return False
    if form in words["name_links"]:
        return True
    if _is_other_word(ground, i, surname=whole or i - start == 1) or (
        i - start > 1 and ground.lexicon.cue(form) is not None
    ):
        return False
    return _is_name_part(ground, start, i, whole=whole)


def _is_other_word(ground: Ground, i: int, *, surname: bool) -> bool:
    """Whether the word at `i` has another use, is a common noun, or has the pronoun of one.

    Where a surname is expected, a definite noun is one (بشار الأسد).
    """
    form = ground.passage.forms[i]
    noun = form if surname else form.removeprefix(_ARTICLE)
    owned = form.endswith(_POSSESSED) and ground.is_owned(i)
    return owned or noun in ground.lexicon.common_nouns or bool(ground.classes[i] & ~WordClass.IMPERSONAL)


def _is_name_part(ground: Ground, start: int, i: int, *, whole: bool) -> bool:
    """Whether an unknown word still belongs to the name: no object, complement or attribute."""
    forms, words = ground.passage.forms, ground.lexicon.words
    form, before = forms[i], forms[i - 1]
    if not whole and i - start > 1 and form.endswith(_ACCUSATIVE):
        return False
    if is_definite(before) and not whole:
        return (i - start > 1 and forms[i - 2] in words["name_links"]) or _ends_surname(ground, i)
    return not ground.is_adjective(form) or (i - start == 1 and not is_definite(form))


def _ends_surname(ground: Ground, i: int) -> bool:
    """Whether a second definite word is a surname still (محمد المنصف المرزوقي إن): a nisba at a boundary."""
    forms = ground.passage.forms
    if not (is_definite(forms[i]) and forms[i].endswith("ي")) or ground.is_adjective(forms[i]):
        return False
    if i + 1 >= len(forms) or is_mark(forms[i + 1]):
        return True
    ends = WordClass.THAT | WordClass.PREPOSITION | WordClass.ADJUNCT
    return bool(ground.classes[i + 1] & ends) or i + 1 in ground.dates
