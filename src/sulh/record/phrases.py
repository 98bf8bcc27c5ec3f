"""Noun phrases that name a speaker: where they end, and what kind of speaker they name."""

from dataclasses import dataclass
from typing import Final, NamedTuple

from sulh.case.statement import SpeakerKind
from sulh.record.lexicon import Lexicon, WordClass
from sulh.record.words import Passage

_LONGEST_NAME: Final = 3  # words of a person's name beside those that link (بن, عبد)
_LONGEST_GIVEN_NAME: Final = 6  # words of a name whose end is known
_LONGEST_QUOTED_NAME: Final = 5  # words
_PRONOUNS: Final = ("هما", "ها", "هم", "ه")
_SHORTEST_OWNED: Final = 5  # letters of a noun with a possessive pronoun
_NAME_LINKS: Final = frozenset({"بن", "ابن", "ابو", "بو", "عبد", "ال", "دي", "فان", "فون", "ولد", "ايت"})


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


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a noun phrase names.

    Attributes:
        kind: what kind of speaker.
        name: the phrase that names it, without title.
        role: the phrase that gives title and office; None where there is none.
    """

    kind: SpeakerKind
    name: Phrase
    role: Phrase | None


def is_definite(form: str) -> bool:
    """Tell whether a folded word carries the article."""
    return form.startswith("ال") and len(form) > 3  # noqa: PLR2004 - the article and a word of two letters


def is_mark(form: str) -> bool:
    """Tell whether a word is a punctuation mark."""
    return not form[0].isalnum()


class Phrases:
    """Recogniser of noun phrases over one passage."""

    def __init__(self, passage: Passage, lexicon: Lexicon, dates: dict[int, int]) -> None:
        """Take the passage and, for the index of the first word of each time expression, that after its last."""
        self.passage = passage
        self.lexicon = lexicon
        self.dates = dates
        self.classes = [lexicon.word_class(form) for form in passage.forms]
        spells_ala = "على" in passage.text
        for i, form in enumerate(passage.forms):
            if form == "علي" and spells_ala and passage.text[passage.ends[i] - 1] == "ي":
                self.classes[i] = 0  # the name Ali, in a text that writes the preposition with its own letter
            if form == "بان" and passage.forms[i + 1 : i + 2] == ["كي"]:
                self.classes[i] = 0  # the name Ban Ki-moon is spelt like the complementiser
        self.names = self._titled_names()

    def _titled_names(self) -> frozenset[str]:
        """The words of persons' names that stand after a title anywhere in the passage."""
        found: set[str] = set()
        for i, kind in enumerate(self.classes):
            if kind & WordClass.TITLE and i + 1 < len(self.classes):
                name = self.structure(i, min(i + 14, self.passage.sentence_ends[i])).name
                if name is not None:
                    found.update(
                        form for form in self.passage.forms[name.start : name.end] if not is_mark(form)
                    )
        return frozenset(found)

    def is_known_name(self, start: int, end: int) -> bool:
        """Tell whether the words are a state, or part of a name that the text gives with a title elsewhere."""
        return any(
            form in self.lexicon.states or form in self.names
            for form in (
                " ".join(self.passage.forms[start:end]),
                self.passage.forms[start],
                self.passage.forms[end - 1],
            )
        )

    def subject_end(self, start: int, limit: int, *, before_noun: bool = False) -> int:
        """Return the index after the noun phrase that begins at `start`, at most `limit`.

        Args:
            start: index of its first word.
            limit: index that it cannot pass (the complementiser, the end of the sentence).
            before_noun: whether a nominal complement follows without any marker, so that the phrase ends where
                its own structure does, not only at an adverbial.
        """
        return self.structure(start, limit).end if before_noun else self._open_end(start, limit)

    def _open_end(self, start: int, limit: int) -> int:
        """End the phrase at the first word that cannot belong to it."""
        forms, classes = self.passage.forms, self.classes
        i = start
        while i < limit:
            form = forms[i]
            if (after := self._aside_end(i, limit)) is not None:
                i = after
            elif is_mark(form):
                apposed = form in "،,-–—" and i > start and self._apposition(i + 1, limit)
                if not apposed and not (form in ".'/-" and start < i < limit - 1):
                    return i
                i += 1
            elif (
                self._is_adverbial(i, start)
                or classes[i] & (WordClass.RELATIVE | WordClass.THAT)
                or i in self.passage.closes
            ):
                return i
            else:
                i += 1
        return i

    def _aside_end(self, i: int, limit: int) -> int | None:
        """Return the index after a quoted name or a bracket that opens at `i`."""
        if i in self.passage.closes:
            closing = self.passage.closes[i]
            words = sum(not is_mark(form) for form in self.passage.forms[i + 1 : closing])
            return closing + 1 if closing < limit and words <= _LONGEST_QUOTED_NAME else None
        if self.passage.forms[i] == "(":
            closing_bracket = self._closing_bracket(i, limit)
            return closing_bracket + 1 if closing_bracket is not None else None
        return None

    def structure(self, start: int, limit: int, *, whole: bool = False) -> Structure:
        """Read the phrase at `start` as far as its own structure goes: title, office and name; or body and attributes."""
        forms, classes = self.passage.forms, self.classes
        if start >= limit:
            return Structure(start, titled=False, name=None)
        titled = bool(classes[start] & WordClass.TITLE)
        i, name, name_end = start, None, start
        while i < limit:
            form, kind = forms[i], classes[i]
            if (after := self._aside_end(i, limit)) is not None:
                if name is not None and form != "(":
                    break
                i = after
                continue
            if is_mark(form):
                if form in "،,-–—" and titled and name is None and self._name_begins(i + 1, limit):
                    i += 1
                    name, i = i, self._name_end(i, limit, whole=whole)
                    name_end = i
                    continue
                break
            if self._is_adverbial(i, start) or kind & (WordClass.RELATIVE | WordClass.THAT):
                break
            if not (i == start and kind & WordClass.SPEAKER) and (
                kind & WordClass.OBJECT
                or (self.is_owned(i) and not kind & WordClass.SPEAKER and name is None)
            ):
                break
            if name is not None:
                # After a name only an office in apposition goes on (جون إيرنست المتحدث باسم البيت الأبيض).
                if not (kind & WordClass.TITLE and is_definite(form)) or titled:
                    break
                titled = True
            elif kind & WordClass.TITLE or self._is_adjective(form):
                titled = titled or bool(kind & WordClass.TITLE and i == start)
            elif (
                form[0] == "و"
                and (is_definite(form[1:]) or self.lexicon.word_class(form[1:]) & WordClass.SPEAKER)
                and form not in self.lexicon.classes
            ):
                pass
            elif kind & WordClass.STATE:
                if i > start and (is_definite(forms[i - 1]) or self._is_adjective(forms[i - 1])):
                    break
            elif form.startswith("لل") or kind & (
                WordClass.BODY
                | WordClass.OUTLET_HEAD
                | WordClass.OUTLET
                | WordClass.ANONYMOUS
                | WordClass.DOCUMENT
            ):
                pass
            elif kind & WordClass.PREPOSITION:
                if form not in ("باسم", "في", "عن", "من", "ضد", "لدي"):
                    break
            elif is_definite(form):
                if i == start or (titled and self._is_definite_name(i, limit)):
                    name, i = i, self._name_end(i, limit, whole=whole)
                    name_end = i
                    continue
                if not (titled or classes[start] & WordClass.SPEAKER):
                    break
            elif self._construct(i, start, limit) or (
                form[0] == "ل" and i > start and self.lexicon.word_class(form[1:])
            ):
                pass
            elif i == start or titled or self._names_follow(start, i):
                name, i = i, self._name_end(i, limit, whole=whole)
                name_end = i
                if not titled and i > start and classes[start] & WordClass.SPEAKER:
                    name = None  # the proper name of a body, not of a person
                continue
            else:
                break
            i += 1
        return Structure(i, titled, Phrase(name, name_end) if name is not None else None)

    def _is_definite_name(self, i: int, limit: int) -> bool:
        """Whether a definite word after a title is a first name (السياسي الطاهر بن حسين)."""
        forms = self.passage.forms
        return (
            is_definite(forms[i - 1])
            and bool(self.classes[i - 1] & WordClass.TITLE)
            and i + 1 < limit
            and (
                forms[i + 1] in _NAME_LINKS
                or not (is_definite(forms[i + 1]) or self.classes[i + 1] or is_mark(forms[i + 1]))
            )
            and not forms[i + 1].startswith("ل")
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

    def _name_begins(self, i: int, limit: int) -> bool:
        return (
            i < limit
            and not is_mark(self.passage.forms[i])
            and not self.classes[i]
            and i not in self.dates
            and not is_definite(self.passage.forms[i])
        )

    def _names_follow(self, start: int, i: int) -> bool:
        """Whether the words before `i` are a place or body whose proper name may begin at `i`."""
        previous = self.passage.forms[i - 1]
        return bool(self.classes[i - 1] & (WordClass.BODY | WordClass.OUTLET_HEAD)) and not (
            is_definite(previous) and i - 1 > start
        )

    def _is_adjective(self, form: str) -> bool:
        return (
            form in self.lexicon.adjectives
            or form in self.lexicon.attributes
            or (len(form) > _SHORTEST_OWNED and form.endswith(("يين", "يون", "يه")))
        )

    def _is_adverbial(self, i: int, start: int) -> bool:
        form, kind = self.passage.forms[i], self.classes[i]
        if i in self.dates or kind & (WordClass.ADJUNCT | WordClass.TIME):
            return True
        following = self.classes[i + 1] if i + 1 < len(self.classes) else 0
        if form in ("في", "من", "علي", "الي", "ب", "ل", "عن"):
            if form == "في":
                return bool(
                    following & (WordClass.VENUE | WordClass.TIME) or i + 1 in self.dates or i == start
                )
            after = self.passage.forms[i + 1] if i + 1 < len(self.classes) else ""
            if form == "ل" and i + 1 in self.passage.closes:
                return True
            return (
                after
                in (
                    "هامش",
                    "جهته",
                    "جهتها",
                    "جانبه",
                    "جانبها",
                    "خلال",
                    "اثر",
                    "ناحيته",
                    "قبل",
                    "حد",
                    "هويته",
                    "اسمه",
                )
                or i == start
            )
        if form[0] == "ل" and len(form) > 3 and i > start:  # noqa: PLR2004 - a preposition and a noun
            return bool(
                self.lexicon.word_class("ال" + form[2:] if form[1] == "ل" else form[1:])
                & WordClass.OUTLET_HEAD
            )
        return i > start and form in (
            "رفض",
            "رفضت",
            "رفضوا",
            "طلب",
            "طلبت",
            "طلبوا",
            "فضل",
            "فضلت",
            "فضلوا",
            "اشترط",
            "لم",
            "لا",
            "قد",
        )

    def _apposition(self, i: int, limit: int) -> bool:
        """Whether what follows a comma continues the phrase: a title, or a name after a title."""
        if i >= limit or self._is_adverbial(i, i) or is_mark(self.passage.forms[i]):
            return False
        if self.classes[i] & WordClass.TITLE:
            return True
        before = range(max(0, i - 8), i - 1)
        return any(self.classes[j] & WordClass.TITLE for j in before) and not self.classes[i] & (
            WordClass.PREPOSITION | WordClass.CLAUSE_START | WordClass.RELATIVE
        )

    def _closing_bracket(self, i: int, limit: int) -> int | None:
        forms = self.passage.forms
        return next((j for j in range(i + 1, min(limit, i + 10)) if forms[j] == ")"), None)

    def analyse(self, phrase: Phrase) -> Analysis:
        """Tell what the phrase names, and which part of it is the name."""
        start, end = self._trim(phrase)
        whole = Phrase(start, end)
        kinds = self.classes[start:end]
        first = kinds[0]
        if first & WordClass.ANONYMOUS and not first & WordClass.TITLE:
            return Analysis("anonymous", whole, None)
        if first & WordClass.DOCUMENT and not first & (WordClass.BODY | WordClass.TITLE):
            return Analysis("document", whole, None)
        if first & WordClass.TITLE:
            name = self.structure(start, end, whole=True).name
            if name is not None:
                return Analysis(
                    "person", name, Phrase(start, name.start - is_mark(self.passage.forms[name.start - 1]))
                )
            if not is_definite(self.passage.forms[start]) and end - start == 1 or first & WordClass.ANONYMOUS:
                return Analysis("anonymous", whole, None)
            return Analysis("person", whole, whole)
        if self._is_state(start, end):
            return Analysis("state", whole, None)
        if first & (WordClass.BODY | WordClass.OUTLET | WordClass.OUTLET_HEAD):
            return Analysis("organisation", self._without_outlet_head(start, end), None)
        title = next(
            (
                i
                for i in range(start + 1, end)
                if self.classes[i] & WordClass.TITLE and is_definite(self.passage.forms[i])
            ),
            None,
        )
        comma = next(
            (
                i
                for i in range(start + 1, end)
                if is_mark(self.passage.forms[i]) and self.passage.forms[i] in "،,-–—"
            ),
            None,
        )
        cut = min(i for i in (title, comma, end) if i is not None)
        if title is not None or comma is not None and cut < end:
            role = Phrase(cut + (cut == comma), end)
            return Analysis("person", Phrase(start, cut), role if role.start < role.end else None)
        if start in self.passage.closes:
            return Analysis("organisation", Phrase(start + 1, max(start + 2, end - 1)), None)
        if (
            is_definite(self.passage.forms[start])
            and end - start > 1
            and is_definite(self.passage.forms[start + 1])
        ):
            return Analysis("organisation", whole, None)
        bracket = next((i for i in range(start + 1, end) if self.passage.forms[i] == "("), end)
        return Analysis("person", Phrase(start, bracket), None)

    def _trim(self, phrase: Phrase) -> Phrase:
        """Take a conjunction's marks and quotation marks at the ends off."""
        start, end = phrase
        forms = self.passage.forms
        while end - start > 1 and is_mark(forms[end - 1]) and forms[end - 1] in "،,-–—:":
            end -= 1
        if start in self.passage.closes and self.passage.closes[start] == end - 1 and end - start > 2:  # noqa: PLR2004 - both marks
            start, end = start + 1, end - 1
        return Phrase(start, end)

    def _is_state(self, start: int, end: int) -> bool:
        forms = self.passage.forms
        if " ".join(forms[start:end]) in self.lexicon.states:
            return True
        return bool(self.classes[start] & WordClass.STATE) and (
            forms[start] not in self.lexicon.states or end - start == 1
        )

    def _without_outlet_head(self, start: int, end: int) -> Phrase:
        """Take "agency", "newspaper" and their adjectives off a name that stands without them."""
        forms = self.passage.forms
        if not self.classes[start] & WordClass.OUTLET_HEAD:
            return Phrase(start, end)
        i = start + 1
        while i < end and forms[i] in self.lexicon.outlet_qualifiers:
            i += 1
        if i < end and i in self.passage.closes and self.passage.closes[i] < end:
            return Phrase(i + 1, self.passage.closes[i])
        stop = i
        while stop < end and forms[stop] not in self.lexicon.adjectives and not is_mark(forms[stop]):
            stop += 1
        stands_alone = i < stop and (not is_definite(forms[i]) or self.classes[i] & WordClass.OUTLET)
        return Phrase(i, stop) if stands_alone else Phrase(start, end)

    def _construct(self, i: int, start: int, end: int) -> bool:
        """Whether an unknown indefinite word is the middle of a construct (وزير خارجية روسيا), not a name."""
        forms, classes = self.passage.forms, self.classes
        if i + 1 >= end or is_definite(forms[i - 1]) or forms[i - 1] in self.lexicon.adjectives:
            return False
        following = forms[i + 1]
        if classes[i - 1] & WordClass.TITLE and not is_definite(forms[i - 1]) and forms[i] not in _NAME_LINKS:
            return bool(classes[i + 1] & WordClass.STATE) or is_definite(following) and i - 1 == start
        return False

    def _name_end(self, start: int, limit: int, *, whole: bool) -> int:
        """Return the index after the proper name that begins at `start`.

        Without `whole` the name ends with its first definite word, since what follows may be a complement
        (بشار الأسد السماح …).
        """
        forms, classes = self.passage.forms, self.classes
        i, words = start, 0
        while i < limit and words < (_LONGEST_GIVEN_NAME if whole else _LONGEST_NAME):
            form = forms[i]
            if i > start:
                joined = forms[i - 1] in _NAME_LINKS or forms[i - 1] in "-.'"
                if is_mark(form) and form not in "-.'" or self._is_adverbial(i, start):
                    break
                if not joined and (
                    classes[i] & ~WordClass.IMPERSONAL
                    and form not in _NAME_LINKS
                    or self.is_owned(i)
                    and form.endswith(("ها", "هم"))
                    or not whole
                    and is_definite(forms[i - 1])
                    and form not in _NAME_LINKS
                    or self._is_adjective(form)
                    or self.lexicon.cue(form) is not None
                    and i - start > 1
                ):
                    break
            words += form not in _NAME_LINKS and not is_mark(form)
            i += 1
        while i > start + 1 and is_mark(forms[i - 1]):
            i -= 1
        return i
