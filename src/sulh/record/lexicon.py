"""The words of attribution, loaded from the data files of `sulh.record.lexicon`.

Words are compared folded (`sulh.text.normal.Fold.SEARCH`), so the files may spell them with or without hamza,
diacritics and tatweel.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal, TypeVar

from sulh.text.normal import fold

SpeechAct = Literal["say", "deny", "refuse", "call", "opinion"]
Tense = Literal["past", "present", "participle", "noun"]

_T = TypeVar("_T")

_CONJUNCTIONS: Final = "وف"
_SHORTEST: Final = 3  # letters that have to remain after a prefix is taken off


class WordClass:
    """What a word may be in a frame, as bits of an int; a word may be several.

    Plain integers, since the classes are tested several times a word and an `IntFlag` takes half of the
    reading time.
    """

    THAT: Final = 1 << 0
    PREPOSITION: Final = 1 << 1
    ADJUNCT: Final = 1 << 2
    VENUE: Final = 1 << 3
    RELATIVE: Final = 1 << 4
    CLAUSE_START: Final = 1 << 5
    TITLE: Final = 1 << 6
    BODY: Final = 1 << 7
    STATE: Final = 1 << 8
    ANONYMOUS: Final = 1 << 9
    DOCUMENT: Final = 1 << 10
    OUTLET: Final = 1 << 11
    OUTLET_HEAD: Final = 1 << 12
    OBJECT: Final = 1 << 13
    TIME: Final = 1 << 14
    NOT_SOURCE: Final = 1 << 15
    OWN_WORDS: Final = 1 << 16
    ANAPHORIC: Final = 1 << 17
    THAT_PREFIX: Final = 1 << 18
    IMPERSONAL: Final = 1 << 19
    SPEAKER: Final = TITLE | BODY | STATE | ANONYMOUS | DOCUMENT | OUTLET


_CLASSES: Final = {
    "that": WordClass.THAT,
    "that_prefix": WordClass.THAT_PREFIX,
    "prepositions": WordClass.PREPOSITION,
    "adjuncts": WordClass.ADJUNCT,
    "venues": WordClass.VENUE,
    "relatives": WordClass.RELATIVE,
    "clause_starts": WordClass.CLAUSE_START,
    "titles": WordClass.TITLE,
    "bodies": WordClass.BODY,
    "states_heads": WordClass.STATE,
    "anonymous": WordClass.ANONYMOUS,
    "documents": WordClass.DOCUMENT,
    "outlets": WordClass.OUTLET,
    "outlet_heads": WordClass.OUTLET_HEAD,
    "object_nouns": WordClass.OBJECT,
    "temporal_adverbs": WordClass.TIME,
    "not_sources": WordClass.NOT_SOURCE,
    "own_words": WordClass.OWN_WORDS,
    "anaphoric": WordClass.ANAPHORIC,
    "impersonal": WordClass.IMPERSONAL,
}


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of reporting.

    Attributes:
        lemma: past tense, third person masculine singular, folded.
        frames: complements that it takes: `that`, `noun`, or a preposition.
        also_act: it also names an act without speech, so that weak evidence is not enough.
    """

    lemma: str
    act: SpeechAct
    frames: frozenset[str]
    also_act: bool


@dataclass(frozen=True, slots=True)
class Cue:
    """A form of a reporting verb.

    Attributes:
        feminine: whether the form agrees with a feminine (or non-human plural) subject.
        plural: whether it agrees with a human plural or a dual.
        pronoun: whether an object pronoun is attached (قاله, ذكرته).
    """

    verb: Verb
    tense: Tense
    feminine: bool = False
    plural: bool = False
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """A state as newswire names it; all words folded but `title`.

    Attributes:
        title: the usual name, spelt in full.
        names: spellings of the name.
        capitals: its capital and other names that stand for it.
    """

    title: str
    names: tuple[str, ...]
    capitals: tuple[str, ...]
    adjective: str


@dataclass(frozen=True)
class Lexicon:
    """All word lists of one language; every word is folded.

    Attributes:
        cues: the forms of reporting verbs.
        classes: the classes of a word as bits of `WordClass`.
        states: states by each of their names and capitals.
        adjectives: states by each form of their adjective.
        concepts: words that speak of the same matter.
        words: the lists of the table `words`, each used by one rule.
        joined_cues: the cues, and each of them after و or ف.
        joined_classes: the same for the classes.
    """

    cues: Mapping[str, Cue]
    classes: Mapping[str, int]
    according: frozenset[str]
    according_what: frozenset[str]
    narrator_tails: tuple[tuple[str, ...], ...]
    outlet_qualifiers: frozenset[str]
    attributes: frozenset[str]
    states: Mapping[str, State]
    adjectives: Mapping[str, State]
    furniture: tuple[str, ...]
    credit: tuple[str, ...]
    concepts: tuple[frozenset[str], ...]
    words: Mapping[str, frozenset[str]]
    common_nouns: frozenset[str]
    joined_cues: Mapping[str, Cue]
    joined_classes: Mapping[str, int]

    def word_class(self, form: str) -> int:
        """Return the classes of a folded word as bits of `WordClass`; a leading و or ف is looked through."""
        return self.joined_classes.get(form, 0)

    def cue(self, form: str) -> Cue | None:
        """Return the cue that a folded word is, with or without a leading و or ف."""
        return self.joined_cues.get(form)


@cache
def arabic() -> Lexicon:
    """Load the Arabic lexicon, once."""
    words = tomllib.loads(_read("arabic.toml"))
    classes: dict[str, int] = {}
    for key, bit in _CLASSES.items():
        for word in words[key].split():
            classes[fold(word)] = classes.get(fold(word), 0) | bit
    states, adjectives = _states()
    for name in states:
        if " " not in name:
            classes[name] = classes.get(name, 0) | WordClass.STATE
    cues = _cues(tomllib.loads(_read("arabic_verbs.toml")))
    return Lexicon(
        cues=cues,
        classes=classes,
        according=_folded(words["according"]),
        according_what=_folded(words["according_what"]),
        narrator_tails=tuple(
            sorted({tuple(fold(tail).split()) for tail in words["narrator_tails"].split("|")})
        ),
        outlet_qualifiers=_folded(words["outlet_qualifiers"]),
        attributes=_folded(words["attributes"]),
        states=states,
        adjectives=adjectives,
        furniture=tuple(fold(line) for line in words["furniture"]),
        credit=tuple(fold(line) for line in words["credit"]),
        concepts=tuple(_folded(group) for group in words["concepts"]),
        words={key: _folded(listed) for key, listed in words["words"].items()},
        common_nouns=_folded(_read("arabic_nouns.txt")),
        joined_cues=_joined(cues),
        joined_classes=_joined(classes),
    )


def _joined(words: Mapping[str, _T]) -> dict[str, _T]:
    """Return the words, and each of them after a conjunction; a word that begins so by itself comes first."""
    after = {
        conjunction + word: value
        for conjunction in _CONJUNCTIONS
        for word, value in words.items()
        if len(word) >= _SHORTEST
    }
    return after | dict(words)


def _read(name: str) -> str:
    return (files("sulh.record") / "lexicon" / name).read_text("utf-8")


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


def _states() -> tuple[dict[str, State], dict[str, State]]:
    names: dict[str, State] = {}
    adjectives: dict[str, State] = {}
    for line in _read("arabic_states.txt").splitlines():
        if line.startswith("#"):
            continue
        spellings, capitals, adjective = (
            tuple(fold(item) for item in field.split(",") if item) for field in line.split("|")
        )
        state = State(line.partition("|")[0].partition(",")[0], spellings, capitals, adjective[0])
        names |= dict.fromkeys((*spellings, *capitals), state)
        for masculine in adjective:
            forms = (masculine, masculine + "ه", masculine + "ين", masculine + "ون", masculine + "ان")
            adjectives |= {prefix + form: state for form in forms for prefix in ("", "ال")}
            adjectives[" ".join("ال" + word for word in masculine.split())] = state
    return names, adjectives


def _cues(tables: Mapping[str, str]) -> dict[str, Cue]:
    also_act = _folded(tables["act"])
    cues: dict[str, Cue] = {}
    acts: tuple[SpeechAct, ...] = ("say", "deny", "refuse", "call", "opinion")
    for act in acts:
        for line in tables[act].strip().splitlines():
            past, present, participle, noun, frames = line.split()
            verb = Verb(
                fold(past), act, frozenset(fold(frame) for frame in frames.split(",")), fold(past) in also_act
            )
            for form, cue in (
                *_past(verb, fold(past)),
                *_present(verb, fold(present)),
                *_participle(verb, fold(participle)),
                *_noun(verb, fold(noun)),
            ):
                cues.setdefault(form, cue)
    del cues["نقلا"]  # stands in "نقلا عن" (citing), not for a dual
    return cues


def _past(verb: Verb, base: str) -> Iterator[tuple[str, Cue]]:
    stem = base[:-1] if base[-1] in "يا" and base[-2:-1] != "ا" else base
    yield base, Cue(verb, "past")
    yield stem + "ت", Cue(verb, "past", feminine=True)
    yield stem + "وا", Cue(verb, "past", plural=True)
    yield (base if base[-1] == "ي" else stem) + "ا", Cue(verb, "past", plural=True)
    yield stem + "تا", Cue(verb, "past", feminine=True, plural=True)
    if "that" in verb.frames:
        for suffix in ("ه", "ها"):
            yield base + suffix, Cue(verb, "past", pronoun=True)
            yield stem + "ت" + suffix, Cue(verb, "past", feminine=True, pronoun=True)


def _present(verb: Verb, base: str) -> Iterator[tuple[str, Cue]]:
    if base == "-":
        return
    weak = base[-1] in "يو"
    stem = base[1:-1] if weak else base[1:]
    for future in ("", "س"):
        yield f"{future}{base}", Cue(verb, "present")
        yield f"{future}ت{base[1:]}", Cue(verb, "present", feminine=True)
        yield f"{future}ي{stem}ون", Cue(verb, "present", plural=True)
        yield f"{future}ي{stem}{'يان' if weak else 'ان'}", Cue(verb, "present", plural=True)


def _participle(verb: Verb, base: str) -> Iterator[tuple[str, Cue]]:
    if base == "-":
        return
    stem = base.removesuffix("ي")
    yield base + "ا", Cue(verb, "participle")
    yield base + "ه", Cue(verb, "participle", feminine=True)
    yield stem + "ين", Cue(verb, "participle", plural=True)
    yield base + "تين", Cue(verb, "participle", feminine=True, plural=True)


def _noun(verb: Verb, base: str) -> Iterator[tuple[str, Cue]]:
    if base == "-":
        return
    stem = base[:-1] + "ت" if base[-1] == "ه" else base
    for suffix, feminine, plural in (
        ("ه", False, False),
        ("ها", True, False),
        ("هم", False, True),
        ("هما", False, True),
    ):
        yield stem + suffix, Cue(verb, "noun", feminine=feminine, plural=plural)
        yield "ب" + stem + suffix, Cue(verb, "noun", feminine=feminine, plural=plural)
