"""Noun phrases as values, and what the words of a passage tell by themselves."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from sulh.case.statement import SpeakerKind
from sulh.record.lexicon import Lexicon, WordClass
from sulh.record.words import Passage, after_li

_ARTICLE: Final = "ال"
_SERVANT: Final = "عبد"  # begins a given name whose second half may spell a title (عبد الملك)
_SHORTEST_DEFINITE: Final = 4  # letters: the article and a word of two
_SHORTEST_OWNED: Final = 5  # letters of a noun with a possessive pronoun
_SHORTEST_INFLECTED: Final = 5  # letters of a word whose ending alone makes it an adjective
_SHORTEST_WITH_L: Final = 4  # letters: the preposition ل and a word
_LONGEST_QUOTED_NAME: Final = 5  # words
_LONGEST_BRACKET: Final = 9  # words of an aside in brackets; a longer one is no gloss of a name
_SPEAKERS: Final = WordClass.SPEAKER | WordClass.OUTLET_HEAD
_PRONOUNS: Final = ("هما", "ها", "هم", "ه")
_ADJECTIVE_ENDINGS: Final = ("يين", "يون", "يه")
APPOSITION_MARKS: Final = "،,-–—"  # marks that set an apposition off


class Phrase(NamedTuple):
    """The words `start ≤ i < end` of a passage."""

    start: int
    end: int


class Structure(NamedTuple):
    """The inner structure of a noun phrase.

    Attributes:
        end: index after its last word.
        titled: whether it has a title.
        name: the proper name of a person in it; None where it has none.
    """

    end: int
    titled: bool
    name: Phrase | None


class Analysis(NamedTuple):
    """What a noun phrase names.

    Attributes:
        kind: what kind of speaker.
        name: the phrase that names it, without title.
        role: the phrase that gives title and office; None where there is none. It equals `name` where an
            office stands for a person (the minister).
    """

    kind: SpeakerKind
    name: Phrase
    role: Phrase | None

    @property
    def is_office(self) -> bool:
        """Whether the phrase gives an office and no name."""
        return self.role == self.name


def is_definite(form: str) -> bool:
    """Tell whether a folded word carries the article."""
    return form.startswith(_ARTICLE) and len(form) >= _SHORTEST_DEFINITE


def is_mark(form: str) -> bool:
    """Tell whether a word is a punctuation mark."""
    return not form[0].isalnum()


class Ground:
    """The words of a passage with their classes: what every recogniser of phrases looks at.

    Attributes:
        dates: for the index of the first word of each time expression, that after its last.
        classes: for each word its classes, as bits of `WordClass`.
    """

    def __init__(self, passage: Passage, lexicon: Lexicon, dates: Mapping[int, int]) -> None:
        """Look every word of the passage up."""
        self.passage = passage
        self.lexicon = lexicon
        self.dates = dates
        look_up = lexicon.joined_classes.get
        self.classes = [look_up(form, 0) for form in passage.forms]
        self._free_names()

    def _free_names(self) -> None:
        """Take the class of a function word from names of the same letters (Ali, Ban Ki-moon)."""
        passage, forms, given = self.passage, self.passage.forms, self.lexicon.words["given_names"]
        spells_ala = "على" in passage.text
        for i, form in enumerate(forms):
            if form == "علي":
                dotted = spells_ala and passage.text[passage.ends[i] - 1] == "ي"
                if dotted or (i and forms[i - 1] in given):
                    self.classes[i] = 0
            elif (form == "بان" and forms[i + 1 : i + 2] == ["كي"]) or (i and forms[i - 1] == _SERVANT):
                self.classes[i] = 0

    def is_adjective(self, form: str) -> bool:
        """Tell whether a word is an attribute: a nisba, one that titles bear, or one by its ending."""
        return (
            form in self.lexicon.adjectives
            or form in self.lexicon.attributes
            or (len(form) >= _SHORTEST_INFLECTED and form.endswith(_ADJECTIVE_ENDINGS))
        )

    def is_owned(self, i: int) -> bool:
        """Tell whether the word at `i` looks like a noun with a possessive pronoun (استعدادها, not إعادة)."""
        form = self.passage.forms[i]
        return (
            len(form) >= _SHORTEST_OWNED
            and form.endswith(_PRONOUNS)
            and not is_definite(form)
            and self.passage.text[self.passage.ends[i] - 1] != "ة"
        )

    def is_adverbial(self, i: int, start: int) -> bool:
        """Tell whether an adverbial, or a clause, begins at `i` within a phrase that begins at `start`."""
        form = self.passage.forms[i]
        if i in self.dates or self.classes[i] & (WordClass.ADJUNCT | WordClass.TIME):
            return True
        if form in self.lexicon.words["bare_prepositions"]:
            return i == start or self._opens_adverbial(i, form)
        if i > start and form[0] == "ل" and not self.classes[start] & WordClass.DOCUMENT:
            return bool(self.class_after_l(form) & WordClass.OUTLET_HEAD)
        return i > start and form in self.lexicon.words["clause_verbs"]

    def class_after_l(self, form: str) -> int:
        """Return the classes of the noun in a word that begins with the preposition ل; 0 where none does."""
        return self.lexicon.word_class(after_li(form)) if len(form) >= _SHORTEST_WITH_L else 0

    def name_text(self, phrase: Phrase) -> str:
        """Return the text of a name in one line, without "and" or ل before a word that is listed."""
        name = " ".join(self.passage.slice(*phrase).split())
        form, listed = self.passage.forms[phrase.start], self.lexicon.classes
        if form[0] == "و" and form not in listed and form[1:] in listed:
            return name[1:]
        if self.classes[phrase.start] & WordClass.SPEAKER or not self.class_after_l(
            self.passage.forms[phrase.start]
        ):
            return name
        return _ARTICLE + name[2:] if name.startswith("لل") else name[1:]

    def head_class(self, i: int) -> int:
        """Return the classes of the word at `i` as the first of a phrase, looking through ل."""
        return self.classes[i] | self.class_after_l(self.passage.forms[i]) & _SPEAKERS

    def _opens_adverbial(self, i: int, form: str) -> bool:
        if i + 1 >= len(self.classes):
            return False
        if form == "في":
            at_venue = self.classes[i + 1] & (WordClass.VENUE | WordClass.TIME)
            return bool(at_venue) or i + 1 in self.dates
        if form == "ل" and i + 1 in self.passage.closes:
            return True
        return self.passage.forms[i + 1] in self.lexicon.words["adverbial_nouns"]

    def aside_end(self, i: int, limit: int) -> int | None:
        """Return the index after a quoted name or a bracket that opens at `i`; None where none does."""
        forms = self.passage.forms
        if i in self.passage.closes:
            closing = self.passage.closes[i]
            if closing >= limit or closing - i > 2 * _LONGEST_QUOTED_NAME:
                return None
            words = sum(not is_mark(form) for form in forms[i + 1 : closing])
            return closing + 1 if words <= _LONGEST_QUOTED_NAME else None
        if forms[i] == "(":
            bracket = range(i + 1, min(limit, i + 1 + _LONGEST_BRACKET))
            return next((j + 1 for j in bracket if forms[j] == ")"), None)
        return None
