"""Who is meant: mentions resolved to the fullest name in the document, ellipses to the speaker before."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sulh.case.statement import SpeakerKind
from sulh.record.found import Found
from sulh.record.lexicon import WordClass
from sulh.record.phrases import Phrase, Phrases, is_mark

_CONJUNCTION: Final = "و"
_DUALS: Final = frozenset("الوزيران الوزيرين الرييسان الرييسين الزعيمان الزعيمين".split())
_DUAL_REACH: Final = 120  # words in which the two persons of a dual were named


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker as the document names it.

    Attributes:
        name: fullest name, without title.
        role: title and office; None where the text gives none.
        feminine: whether verbs agree with it in the feminine; None where nothing shows.
    """

    name: str
    kind: SpeakerKind
    role: str | None = None
    feminine: bool | None = None
    head: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Speaker and relays of one found statement; the speaker is None where nobody can be meant."""

    speaker: Speaker | None
    relays: tuple[str, ...]


class Resolver:
    """Resolves the mentions of one document in reading order."""

    def __init__(self, phrases: Phrases) -> None:
        """Collect the persons that the document names with a title, before any statement is resolved."""
        self.phrases = phrases
        self.persons: dict[tuple[str, ...], Speaker] = {}
        self.recent: list[Speaker] = []
        self.organisations: list[Speaker] = []
        self.relays: dict[str, tuple[str, ...]] = {}
        self.last = ""
        classes, passage = phrases.classes, phrases.passage
        i = 0
        while i < len(classes):
            if classes[i] & WordClass.TITLE and i + 1 < len(classes):
                structure = phrases.structure(i, min(i + 14, passage.sentence_ends[i]))
                if structure.name is not None:
                    self._remember(structure.name, Phrase(i, structure.name.end))
                i = max(structure.end, i + 1)
            else:
                i += 1

    def _remember(self, name: Phrase, phrase: Phrase) -> None:
        analysis = self.phrases.analyse(phrase)
        if analysis.kind != "person" or analysis.role is None or analysis.role == analysis.name:
            return
        key = self._key(name)
        if key and key not in self.persons:
            self.persons[key] = self._speaker(phrase)

    def _key(self, phrase: Phrase) -> tuple[str, ...]:
        return tuple(
            form for form in self.phrases.passage.forms[phrase.start : phrase.end] if not is_mark(form)
        )

    def _speaker(self, phrase: Phrase) -> Speaker:
        analysis = self.phrases.analyse(phrase)
        passage = self.phrases.passage
        forms = passage.forms
        role = (
            passage.slice(*analysis.role)
            if analysis.role is not None and analysis.role != analysis.name
            else None
        )
        return Speaker(
            name=" ".join(passage.slice(*analysis.name).split()),
            kind=analysis.kind,
            role=role,
            feminine=self._feminine(phrase.start, analysis.kind),
            head=forms[phrase.start].removeprefix(_CONJUNCTION) if False else forms[phrase.start],
        )

    def _feminine(self, start: int, kind: SpeakerKind) -> bool | None:
        form = self.phrases.passage.forms[start]
        if kind == "state":
            return True
        if form.endswith(("ه", "ات")) or form in (
            "مصادر",
            "المصادر",
            "وسائل",
            "تقارير",
            "قوات",
            "القوات",
            "الخارجيه",
            "الداخليه",
        ):
            return True
        return (
            False
            if kind in ("person", "document", "organisation", "anonymous")
            and self.phrases.classes[start] & WordClass.SPEAKER
            else None
        )

    def resolve(self, found: Found, *, nested: bool) -> Attribution:
        """Return who said what was found and through whom.

        Args:
            found: the statement.
            nested: it stands inside the content of the last statement, whose speaker passes it on.
        """
        if nested and found.subject is not None and self.recent:
            outer = self.recent[-1]
            speaker = self._mention(found.subject)
            return Attribution(speaker, (*self.relays.get(outer.name, ()), outer.name))
        relays = tuple(self._relay(relay) for relay in found.relays)
        speaker = self._continued(found) if found.subject is None else self._mention(found.subject)
        if speaker is None:
            return Attribution(None, relays)
        if not relays and speaker.name == self.last:
            relays = self.relays.get(speaker.name, ())
        self._heard(speaker)
        self.last = speaker.name
        self.relays[speaker.name] = relays
        return Attribution(speaker, relays)

    def _heard(self, speaker: Speaker) -> None:
        self.recent = [one for one in self.recent if one.name != speaker.name]
        self.recent.append(speaker)
        if speaker.kind in ("organisation", "document"):
            self.organisations.append(speaker)

    def note(self, subject: Phrase) -> None:
        """Remember a subject whose verb reported nothing: a participle may continue it."""
        self._heard(self._mention(subject))

    def _continued(self, found: Found) -> Speaker | None:
        """Return the last speaker whose gender agrees with the cue."""
        if not self.recent:
            return None
        last = self.recent[-1]
        if (
            found.feminine is None
            or last.feminine is None
            or last.feminine == found.feminine
            or found.construction.startswith("participle")
        ):
            return last
        return next((one for one in reversed(self.recent) if one.feminine == found.feminine), last)

    def _relay(self, phrase: Phrase) -> str:
        speaker = self._mention(phrase)
        if speaker.kind == "organisation":
            self.organisations.append(speaker)
        return speaker.name

    def _mention(self, phrase: Phrase) -> Speaker:
        speaker = self._speaker(phrase)
        passage, classes = self.phrases.passage, self.phrases.classes
        forms = passage.forms
        analysis = self.phrases.analyse(phrase)
        key = self._key(analysis.name)
        if phrase.end - phrase.start == 1 and forms[phrase.start] in _DUALS:
            both = self._last_two(phrase.start)
            if both is not None:
                return both
        if speaker.kind == "person" and speaker.role is None and analysis.role is None:
            fuller = self._fuller(key)
            if fuller is not None:
                return fuller
        if speaker.kind == "person" and analysis.role == analysis.name:
            same = self._by_office(key)
            if same is not None:
                return same
        if speaker.kind == "person" and analysis.role is not None and analysis.role != analysis.name:
            fuller = self._fuller(key)
            if fuller is not None:
                return fuller
        if speaker.kind == "anonymous" and forms[phrase.start].startswith("ال"):
            head = _stem(forms[phrase.start])
            previous = next(
                (one for one in reversed(self.recent) if one.kind == "anonymous" and _stem(one.head) == head),
                None,
            )
            if previous is not None:
                return previous
        if speaker.kind == "state":
            return self._state(speaker, phrase)
        if (
            speaker.kind in ("organisation", "document")
            and phrase.end - phrase.start <= 2
            and classes[phrase.start] & (WordClass.BODY | WordClass.OUTLET_HEAD | WordClass.DOCUMENT)
        ):
            head = forms[phrase.start].removeprefix("ال")
            for one in reversed(self.organisations):
                if one.kind == speaker.kind and _stem(one.head) == _stem(head) and one.name != speaker.name:
                    return one
        return speaker

    def _last_two(self, before: int) -> Speaker | None:
        """Return the two persons named last before `before` (the two ministers) as one speaker."""
        forms = self.phrases.passage.forms
        found: list[Speaker] = []
        for i in range(before - 1, max(0, before - _DUAL_REACH), -1):
            person = next((one for key, one in self.persons.items() if key[-1] == forms[i]), None)
            if person is not None and person not in found:
                found.append(person)
        if len(found) < 2:  # noqa: PLR2004 - a dual needs two
            return None
        return Speaker(f"{found[1].name} {_CONJUNCTION} {found[0].name}", "person", None, False)

    def _fuller(self, key: tuple[str, ...]) -> Speaker | None:
        best: tuple[int, tuple[str, ...]] | None = None
        for full in self.persons:
            if len(full) >= len(key) and set(key) <= set(full) and (best is None or len(full) > best[0]):
                best = (len(full), full)
        return self.persons[best[1]] if best is not None else None

    def _by_office(self, key: tuple[str, ...]) -> Speaker | None:
        """Return the person whose title holds the words of a bare office (الوزير, المتحدث)."""
        words = {word.removeprefix("ال") for word in key}
        candidates = [*reversed(self.recent), *self.persons.values()]
        from sulh.text.normal import fold

        for one in candidates:
            if (
                one.kind == "person"
                and one.role is not None
                and words <= {fold(word).removeprefix("ال") for word in one.role.split()}
            ):
                return one
        return None

    def _state(self, speaker: Speaker, phrase: Phrase) -> Speaker:
        """Name the state where the text has its capital, if the text names the state anywhere."""
        forms = self.phrases.passage.forms
        name = " ".join(forms[phrase.start : phrase.end])
        state = self.phrases.lexicon.states.get(name)
        if state is None or name in state.names:
            return speaker
        for i, form in enumerate(forms):
            for spelling in state.names:
                words = spelling.split()
                bare = form.removeprefix("و") if form not in self.phrases.lexicon.states else form
                if bare == words[0] and list(forms[i + 1 : i + len(words)]) == words[1:]:
                    text = self.phrases.passage.slice(i, i + len(words))
                    return Speaker(
                        text.removeprefix("و") if bare != form else text, "state", None, True, form
                    )
        return speaker


def _stem(form: str) -> str:
    """Return a noun without article and plural or feminine ending."""
    bare = form.removeprefix("ال")
    return next((bare.removesuffix(end) for end in ("ون", "ين", "ات", "ه", "ت") if bare.endswith(end)), bare)


def persons_of(speakers: Sequence[Speaker]) -> tuple[Speaker, ...]:
    """Return the speakers that are persons."""
    return tuple(one for one in speakers if one.kind == "person")
