"""The inner structure of a noun phrase: title, office and name, or a body and its attributes."""

from sulh.record.lexicon import WordClass
from sulh.record.phrases.phrase import APPOSITION_MARKS, Ground, Phrase, Structure, is_definite, is_mark
from sulh.record.phrases.proper_name import name_end, opens_name

_PLAIN_NOUNS = (
    WordClass.BODY | WordClass.OUTLET_HEAD | WordClass.OUTLET | WordClass.ANONYMOUS | WordClass.DOCUMENT
)
_HEADS = WordClass.BODY | WordClass.OUTLET_HEAD
_OWNED = ("ته", "ها", "هم", "هما")  # endings of a noun with a pronoun; a bare ه also ends names
_ENVOY_REACH = 4  # words from "envoy" to the "to" of the one he is sent to


def read_structure(ground: Ground, start: int, limit: int, *, whole: bool) -> Structure:
    """Read the phrase at `start` as far as its own structure goes, at most to `limit`.

    Args:
        ground: the passage.
        start: index of the first word.
        limit: index that it cannot pass.
        whole: whether the end of the phrase is known; if not, a name ends with its first definite word,
            since a complement may follow (بشار الأسد السماح …).
    """
    return _Reader(ground, start, limit, whole=whole).read()


class _Reader:
    """Reads one phrase word by word; every step returns the index to go on from, or None at the end."""

    __slots__ = ("_apposed", "_name", "_titled", "classes", "forms", "ground", "limit", "start", "whole")

    def __init__(self, ground: Ground, start: int, limit: int, *, whole: bool) -> None:
        self.ground, self.start, self.limit, self.whole = ground, start, limit, whole
        self.forms, self.classes = ground.passage.forms, ground.classes
        self._titled = start < limit and self._is_title(start)
        self._name: Phrase | None = None
        self._apposed = False

    def _is_title(self, i: int) -> bool:
        """Whether a title begins here; "the official" is one where the phrase may hold a name after it."""
        kind = self.ground.head_class(i)
        unnamed = self.whole and kind & WordClass.ANONYMOUS and is_definite(self.forms[i])
        return bool(kind & WordClass.TITLE or unnamed)

    def read(self) -> Structure:
        i = self.start
        while i < self.limit and (after := self._step(i)) is not None:
            i = after
        name = self._name
        if name is not None and not self._titled and name.start > self.start:
            name = None if self.classes[self.start] & WordClass.SPEAKER else name  # a body's own name
        return Structure(i, self._titled, name)

    def _step(self, i: int) -> int | None:
        if (after := self.ground.aside_end(i, self.limit)) is not None:
            return after if self._name is None or self.forms[i] == "(" else None
        if is_mark(self.forms[i]):
            return self._after_mark(i)
        if self._stops(i):
            return None
        return self._before_name(i) if self._name is None else self._after_name(i)

    def _after_mark(self, i: int) -> int | None:
        """Go on after a comma between title and name."""
        if not (self.forms[i] in APPOSITION_MARKS and self._titled and self._name is None):
            return None
        if i + 1 < self.limit and self.classes[i + 1] & WordClass.TITLE:
            return i + 1
        return self._take_name(i + 1) if opens_name(self.ground, i + 1, self.limit) else None

    def _take_name(self, i: int) -> int:
        end = name_end(self.ground, i, self.limit, whole=self.whole)
        self._name = Phrase(i, end)
        return end

    def _stops(self, i: int) -> bool:
        kind = self.ground.head_class(i)
        if i == self.start and kind & WordClass.SPEAKER:
            return False
        if self.forms[i] == "لدي" and self._links(i):
            return False
        if kind & (WordClass.RELATIVE | WordClass.THAT) or self.ground.is_adverbial(i, self.start):
            return True
        speaker = kind & WordClass.SPEAKER
        if kind & WordClass.OBJECT and not self._completes_construct(i):
            return True
        return not (speaker or self.whole) and self._name is None and self.ground.is_owned(i)

    def _completes_construct(self, i: int) -> bool:
        """Whether the word at `i` is the second half of a document's or outlet's name (مشروع القرار)."""
        if i != self.start + 1 or is_definite(self.forms[self.start]):
            return False
        if self.classes[self.start] & WordClass.OUTLET_HEAD:
            return self.forms[i] in self.ground.lexicon.outlet_qualifiers
        return is_definite(self.forms[i]) and bool(self.classes[self.start] & WordClass.DOCUMENT)

    def _after_name(self, i: int) -> int | None:
        """After a name only an office in apposition goes on (جون إيرنست المتحدث باسم البيت الأبيض)."""
        if self._apposed:
            return i + 1 if self._in_office(i) else None
        if self._titled or not is_definite(self.forms[i]):
            return None
        if self.classes[i] & WordClass.TITLE:
            self._titled = self._apposed = True
            return i + 1
        body = self.classes[self.start] & WordClass.BODY
        return i + 1 if body and self.ground.is_adjective(self.forms[i]) else None

    def _in_office(self, i: int) -> bool:
        """Whether the word at `i` belongs to an office after a name."""
        kind = self.classes[i]
        if kind & WordClass.PREPOSITION:
            return self._links(i)
        form = self.forms[i]
        return bool(kind & WordClass.SPEAKER) or is_definite(form) or self.ground.is_adjective(form)

    def _before_name(self, i: int) -> int | None:
        form = self.forms[i]
        kind = self.ground.head_class(i) if i == self.start else self.classes[i]
        if kind & WordClass.TITLE or self.ground.is_adjective(form) or self._is_joined(i):
            self._titled = self._titled or (i == self.start and bool(kind & WordClass.TITLE))
            return i + 1
        if kind & WordClass.STATE:
            return None if i > self.start and self._is_complete(i - 1) else i + 1
        if kind & _PLAIN_NOUNS or form.startswith("لل"):
            return i + 1
        if kind & WordClass.PREPOSITION:
            return i + 1 if self._links(i) else None
        return self._unclassed(i)

    def _unclassed(self, i: int) -> int | None:
        """Read a word that no list knows: part of a body's name, or the beginning of a person's."""
        form = self.forms[i]
        if self._is_cue(i):
            return None
        if i > self.start and (self._is_attribute(i) or self._has_preposition(i)):
            return i + 1
        if is_definite(form) and not self._opens_definite_name(i):
            part = self._titled or self.classes[self.start] & WordClass.SPEAKER
            return i + 1 if part else None
        if not is_definite(form) and (self._in_body(i) or self._in_construct(i)):
            return i + 1
        return self._take_name(i) if i == self.start or self._titled or self._names_body(i) else None

    def _is_attribute(self, i: int) -> bool:
        """Whether a word after "in" or "in the name of", "same", or a noun with a pronoun: no name."""
        form, words = self.forms[i], self.ground.lexicon.words
        owned = self.whole and form.endswith(_OWNED) and self.ground.is_owned(i)
        return owned or form in words["same"] or self.forms[i - 1] in ("في", "باسم", "الي")

    def _is_joined(self, i: int) -> bool:
        """Whether "and" joins another noun to the title (المحامية وناشطة حقوق الإنسان)."""
        form = self.forms[i]
        if form[0] != "و" or form in self.ground.lexicon.classes:
            return False
        rest = form[1:]
        speaker = self.ground.lexicon.word_class(rest) | self.ground.lexicon.word_class("ال" + rest)
        return is_definite(rest) or bool(speaker & WordClass.SPEAKER)

    def _is_complete(self, i: int) -> bool:
        """Whether nothing in a genitive can follow the word at `i`."""
        form, lexicon = self.forms[i], self.ground.lexicon
        definite = is_definite(form.removeprefix("و"))
        return definite or form in lexicon.adjectives or form in lexicon.words["proper_bodies"]

    def _links(self, i: int) -> bool:
        words = self.ground.lexicon.words
        if i + 1 >= self.limit:
            return False
        if self.forms[i] == "من" and self.classes[self.start] & WordClass.BODY:
            return bool(self.classes[i + 1] & WordClass.BODY)
        if self.forms[i] in words["title_prepositions"]:
            person = self._titled or self.classes[self.start] & (WordClass.TITLE | WordClass.ANONYMOUS)
            return bool(person) or self.forms[i] == "في"
        envoy = self.forms[max(self.start, i - _ENVOY_REACH) : i]
        return self.forms[i] in ("الي", "لدي") and self._titled and not words["envoys"].isdisjoint(envoy)

    def _is_cue(self, i: int) -> bool:
        """Whether a verb of reporting stands where a name would begin (the minister threatens …)."""
        cue = self.ground.lexicon.cue(self.forms[i])
        if cue is None or i == self.start:
            return False
        return cue.tense == "present" or (cue.tense == "past" and not cue.verb.also_act)

    def _in_body(self, i: int) -> bool:
        """Whether the word at `i` begins the own name of an indefinite body (حركة نداء …)."""
        before = self.forms[i - 1]
        kind = self.classes[i - 1] or self.ground.class_after_l(before)
        return self._titled and i - 1 > self.start and bool(kind & _HEADS) and not is_definite(before)

    def _in_construct(self, i: int) -> bool:
        """Whether an indefinite word is the middle of a construct (وزير خارجية روسيا), not a name."""
        before, words = self.forms[i - 1], self.ground.lexicon.words
        if i == self.start or i + 1 >= self.limit or self._is_complete(i - 1):
            return False
        if not self.classes[i - 1] & WordClass.TITLE or self.forms[i] in words["name_links"]:
            return False
        if self.forms[i] in words["given_names"] or before in words["name_links"]:
            return False
        return bool(self.classes[i + 1] & WordClass.STATE) or is_definite(self.forms[i + 1])

    def _has_preposition(self, i: int) -> bool:
        """Whether the word at `i` is a noun after ل or ب (لحقوق الإنسان), no name (لافروف)."""
        form = self.forms[i]
        if form[0] not in "لب" or form in self.ground.lexicon.words["given_names"]:
            return False
        if self.ground.lexicon.word_class(form[1:]) & WordClass.SPEAKER:
            return True
        followed = i + 1 < self.limit and is_definite(self.forms[i + 1]) and not self.classes[i + 1]
        return followed and self._is_complete(i - 1) and i + 1 not in self.ground.dates

    def _opens_definite_name(self, i: int) -> bool:
        """Whether a definite word is a first name (السياسي الطاهر بن حسين) or a surname that stands alone."""
        if i == self.start:
            return True
        if not (self._titled and self.classes[i - 1] & WordClass.TITLE and is_definite(self.forms[i - 1])):
            return False
        if i + 1 >= self.limit:
            return False
        following, words = self.forms[i + 1], self.ground.lexicon.words
        if self.forms[i].removeprefix("ال") in words["given_names"]:
            return True
        if following in words["name_links"]:
            return True
        return not (
            is_definite(following) or self.classes[i + 1] or is_mark(following) or following.startswith("ل")
        )

    def _names_body(self, i: int) -> bool:
        """Whether the word before `i` is a place or body whose proper name may begin at `i`."""
        return bool(self.classes[i - 1] & _HEADS) and not self._is_complete(i - 1)
