"""Who and what a document names: collected before any statement is resolved, looked up by part or office."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from sulh.record.lexicon import Lexicon, WordClass
from sulh.record.phrases.recogniser import Phrase, Phrases, is_definite, is_mark
from sulh.record.speakers.offices import Office, office
from sulh.text.names import compare, part_of, skeleton

_ARTICLE: Final = "ال"
_SERVANT: Final = "عبد"  # the first half of a given name of two words
_LONGEST_STATE: Final = 3  # words of a state's name
_ENDINGS: Final = ("ون", "ين", "ات", "ه", "ت")
_SUBJECT_REACH: Final = 8  # words after a cue in which a name without title ends
_SHORTEST_SUFFIX: Final = 3  # letters of a name that is the end of a longer one (كير, سلفاكير)
_GIVEN_NAMES: Final = 4  # words that may stand before a surname
_BODY_REACH: Final = 10  # words of the name of a body
_OCCURRENCES: Final = 20  # places in which a surname or body is looked for, so that time stays linear
_NAMESAKES: Final = 64  # persons with one name among whom the fullest is looked for
_HEADS: Final = WordClass.BODY | WordClass.OUTLET_HEAD | WordClass.DOCUMENT


@dataclass(frozen=True, slots=True)
class Person:
    """A person as the document names them most fully.

    Attributes:
        words: the words of the name, folded.
        name: without title, as the text spells it.
        role: title and office as the text gives them.
        office: the same as words.
    """

    words: tuple[str, ...]
    name: str
    role: str | None
    office: Office | None


class Entities:
    """The persons and bodies that one document names."""

    def __init__(self, phrases: Phrases) -> None:
        """Collect the persons named with a title, and those named after a verb of reporting."""
        self.phrases = phrases
        self._persons: dict[tuple[str, ...], Person] = {}
        self._by_word: defaultdict[str, list[Person]] = defaultdict(list)
        self._by_sound: defaultdict[str, list[Person]] = defaultdict(list)
        self._spellings: dict[tuple[str, ...], Person] = {}
        self._places: dict[str, list[int]] | None = None
        self._bodies: dict[str, list[int]] | None = None
        self._named: dict[str, list[tuple[int, Phrase]]] = {}
        self._by_office_word: defaultdict[str, list[Person]] = defaultdict(list)
        self._by_tail: defaultdict[str, list[str]] = defaultdict(list)
        self._states: dict[str, str] | None = None
        for phrase, name in phrases.titled:
            self.add(name, Phrase(phrase.start, name.start))
        for name in _after_cues(phrases):
            self.add(name, None)

    def add(self, name: Phrase, role: Phrase | None) -> None:
        """Note a person; a name that is known already keeps its role, or gets this one."""
        phrases = self.phrases
        words = key(phrases, name)
        known = self._persons.get(words)
        if not words or (known is not None and (known.role is not None or role is None)):
            return
        if known is None and (same := self._same_name(words)) is not None:
            self._spellings[words] = same
            return
        title = None
        forms: Sequence[str] = ()
        if role is not None:
            end = role.end - (role.end - role.start > 1 and is_mark(phrases.passage.forms[role.end - 1]))
            title, forms = phrases.passage.slice(role.start, end), phrases.passage.forms[role.start : end]
        text = " ".join(phrases.passage.slice(*name).split())
        person = Person(words, text, title, office(forms, phrases.lexicon) if forms else None)
        self._persons[words] = person
        for word in set(words):
            if word not in self._by_word:
                self._by_tail[word[-_SHORTEST_SUFFIX:]].append(word)
            self._replace(self._by_word[word], known, person)
        for word in person.office.words if person.office is not None else ():
            self._by_office_word[word].append(person)
        self._replace(self._by_sound[skeleton(words[-1])], known, person)

    def holders_of(self, short: Office) -> Sequence[Person]:
        """Return persons whose office may be this one, in the order in which they were found."""
        return self._by_office_word.get(short.head, ())[:_OCCURRENCES]

    def named(self, surname: str) -> Person | None:
        """Return a person with this last name."""
        return next((one for one in self._by_word.get(surname, ()) if one.words[-1] == surname), None)

    def _same_name(self, words: tuple[str, ...]) -> Person | None:
        """Return the person whose whole name this is in another spelling."""
        name = " ".join(words)
        like = self._by_sound.get(skeleton(words[-1]), ())
        return next((one for one in like[:_OCCURRENCES] if compare(name, " ".join(one.words))), None)

    @staticmethod
    def _replace(among: list[Person], known: Person | None, person: Person) -> None:
        if known is not None:
            among[among.index(known)] = person
        else:
            among.append(person)

    def person(self, words: tuple[str, ...]) -> Person | None:
        """Return the person that a name or part of a name means, under the fullest name in the document."""
        if not words:
            return None
        spelling = self._spellings.get(words)
        if spelling is not None:
            return self._persons[spelling.words]
        return (
            self._by_part(words)
            or self._by_given_name(words)
            or self._by_spelling(words)
            or self._by_end(words)
        )

    def _by_part(self, words: tuple[str, ...]) -> Person | None:
        wanted = set(words)
        fuller = [one for one in self._by_word.get(words[-1], ())[:_NAMESAKES] if wanted <= set(one.words)]
        longest = max(fuller, key=lambda one: len(one.words), default=None)
        if longest is None or (len(longest.words) == 1 and len(words) == 1):
            return self._by_given_name(words) or longest
        return longest

    def _by_given_name(self, words: tuple[str, ...]) -> Person | None:
        """Look for the surname with given names before it, anywhere in the document."""
        for at in self._occurrences(words[0]):
            forms = self.phrases.passage.forms
            if tuple(forms[at : at + len(words)]) != words:
                continue
            start = self._given_names_start(at)
            if start < at:
                name = Phrase(start, at + len(words))
                self.add(name, None)
                full = key(self.phrases, name)
                return self._persons.get(full) or self._spellings.get(full)
        return None

    def _given_names_start(self, at: int) -> int:
        forms, words = self.phrases.passage.forms, self.phrases.lexicon.words
        start, given = at, False
        while start > max(0, at - _GIVEN_NAMES):
            form = forms[start - 1]
            if start > 1 and forms[start - 2] == _SERVANT:
                start, given = start - 2, True
                continue
            if form.removeprefix(_ARTICLE) in words["given_names"]:
                given = True
            elif form not in words["name_links"]:
                break
            start -= 1
        return start if given else at

    def _by_spelling(self, words: tuple[str, ...]) -> Person | None:
        name = " ".join(words)
        for one in self._by_sound.get(skeleton(words[-1]), ())[:_OCCURRENCES]:
            full = " ".join(one.words)
            if len(one.words) >= len(words) and (compare(name, full) or part_of(name, full)):
                return one
        return None

    def _by_end(self, words: tuple[str, ...]) -> Person | None:
        """Look for the only name of which a single word is the end (دونيكان, كيفندونيكان)."""
        if len(words) > 1 or len(words[0]) < _SHORTEST_SUFFIX or is_definite(words[0]):
            return None
        tails = self._by_tail.get(words[0][-_SHORTEST_SUFFIX:], ())
        longer = [word for word in tails[:_OCCURRENCES] if word.endswith(words[0]) and word != "و" + words[0]]
        return self._by_word[longer[0]][0] if len(longer) == 1 else None

    def _occurrences(self, word: str) -> Iterator[int]:
        if self._places is None:
            self._places = defaultdict(list)
            for i, form in enumerate(self.phrases.passage.forms):
                if len(places := self._places[form]) < _OCCURRENCES:
                    places.append(i)
        yield from self._places.get(word, ())

    def body(
        self, forms: Sequence[str], before: int, *, beginning: bool = False, definite: bool = False
    ) -> str | None:
        """Return the fuller name of a body or document that is mentioned by some of its words.

        The nearest one before the word `before` is meant, or else the first one after it.

        Args:
            forms: the words of the mention, its head first.
            before: index of the mention.
            beginning: whether the fuller name has to begin with all of these words.
            definite: whether it has to have a definite word (a name, not another description).
        """
        wanted = {form.removeprefix(_ARTICLE) for form in forms[1:]}
        named = self._named_bodies(stem(forms[0], self.phrases.lexicon))
        at = bisect_left(named, before, key=itemgetter(0))
        for i, name in (*reversed(named[max(0, at - _OCCURRENCES) : at]), *named[at : at + _OCCURRENCES]):
            full = self.phrases.passage.forms[name.start : name.end]
            words = {form.removeprefix(_ARTICLE) for form in full}
            if name.start > i and len(forms) == 1:
                return self.phrases.name_text(name)  # an outlet's own name, without "newspaper"
            if definite and not any(map(is_definite, full)):
                continue
            same_head = full[0].removeprefix("و") == forms[0]
            if beginning and not (same_head and list(full[1 : len(forms)]) == list(forms[1:])):
                continue
            if wanted <= words and len(words) > len(wanted) + 1:
                return self.phrases.name_text(name)
        return None

    def _named_bodies(self, head: str) -> list[tuple[int, Phrase]]:
        """Return the places of a word for a body where its name follows, with the name."""
        if head not in self._named:
            found = ((i, self._body_name(i)) for i in self._heads().get(head, ()))
            self._named[head] = [(i, name) for i, name in found if name is not None]
        return self._named[head]

    def _body_name(self, i: int) -> Phrase | None:
        """Return the name of the body at `i`, if it has one and not only attributes."""
        phrases = self.phrases
        end = phrases.structure(i, min(i + _BODY_REACH, phrases.passage.sentence_ends[i])).end
        if end - i <= 1:
            return None
        name = phrases.analyse(Phrase(i, end)).name
        if name.start > i:
            return name
        forms = phrases.passage.forms[name.start : name.end]
        told = is_definite(forms[0]) or any(
            is_definite(form) or not phrases.is_adjective(form) for form in forms[1:]
        )
        return name if told and len(forms) > 1 else None

    def _heads(self) -> dict[str, list[int]]:
        """Return the places of the words for bodies and documents, by stem."""
        if self._bodies is None:
            self._bodies = defaultdict(list)
            for i, (form, kind) in enumerate(
                zip(self.phrases.passage.forms, self.phrases.classes, strict=True)
            ):
                if (kind | (self.phrases.class_after_l(form) if form[0] == "ل" else 0)) & _HEADS:
                    self._bodies[stem(form, self.phrases.lexicon)].append(i)
        return self._bodies

    def state(self, name: str) -> str | None:
        """Return the text's own name of the state for which a capital stands; None where it has none."""
        lexicon = self.phrases.lexicon
        state = lexicon.states.get(name)
        if state is None or name in state.names:
            return None
        return self._named_states().get(state.adjective)

    def _named_states(self) -> dict[str, str]:
        if self._states is None:
            passage, lexicon = self.phrases.passage, self.phrases.lexicon
            self._states = {}
            for i, form in enumerate(passage.forms):
                bare = form if form in lexicon.states else form.removeprefix("و")
                for words in range(min(_LONGEST_STATE, len(passage) - i), 0, -1):
                    name = " ".join((bare, *passage.forms[i + 1 : i + words]))
                    state = lexicon.states.get(name)
                    if state is not None and name in state.names:
                        text = passage.slice(i, i + words)
                        self._states.setdefault(state.adjective, text[len(form) - len(bare) :])
                        break
        return self._states


def key(phrases: Phrases, name: Phrase) -> tuple[str, ...]:
    """Return the folded words of a name without its marks."""
    return tuple(form for form in phrases.passage.forms[name.start : name.end] if not is_mark(form))


def stem(form: str, lexicon: Lexicon) -> str:
    """Return a noun that the lexicon knows without particles, article and plural or feminine ending."""
    if form.startswith("لل"):
        form = _ARTICLE + form[2:]
    elif not _is_head(form, lexicon) and _is_head(form[1:], lexicon):
        form = form[1:]
    bare = form.removeprefix(_ARTICLE)
    return next((bare.removesuffix(end) for end in _ENDINGS if bare.endswith(end)), bare)


def _is_head(form: str, lexicon: Lexicon) -> bool:
    return bool(lexicon.classes.get(form, 0) & (WordClass.SPEAKER | WordClass.OUTLET_HEAD))


def _after_cues(phrases: Phrases) -> Iterator[Phrase]:
    """Yield the names without title, of two words or more, after a verb of reporting or "citing"."""
    passage, lexicon = phrases.passage, phrases.lexicon
    cues, forms, classes = lexicon.joined_cues, passage.forms, phrases.classes
    for i in range(len(passage) - 1):
        form = forms[i]
        if form not in cues and form != "عن":
            continue
        if classes[i + 1] or is_definite(forms[i + 1]) or is_mark(forms[i + 1]):
            continue
        if form not in cues and not _cites(phrases, i):
            continue
        limit = min(i + 1 + _SUBJECT_REACH, passage.sentence_ends[i])
        name = phrases.structure(i + 1, limit).name
        if name is not None and name.start == i + 1 and len(key(phrases, name)) > 1:
            yield name


def _cites(phrases: Phrases, i: int) -> bool:
    """Whether the word at `i` is the "from" of a relay (نقلت وكالة X عن …)."""
    forms = phrases.passage.forms
    if forms[i] != "عن":
        return False
    before = forms[max(phrases.passage.sentence_starts[i], i - _SUBJECT_REACH) : i]
    return not phrases.lexicon.words["relaying"].isdisjoint(before)
