"""Who is meant: mentions resolved to the fullest name in the document, ellipses to a speaker before."""

from dataclasses import dataclass, replace
from typing import Final

from sulh.record.frames.found import Found
from sulh.record.lexicon import WordClass
from sulh.record.phrases.recogniser import Analysis, Phrase, Phrases, is_definite
from sulh.record.speakers.entities import Entities, Person, key, stem
from sulh.record.speakers.joint import members
from sulh.record.speakers.offices import office
from sulh.record.speakers.speaker import Speaker, is_feminine, is_plural

__all__ = ["Attribution", "Resolver", "Speaker"]

_AND: Final = "و"
_DUAL_REACH: Final = 120  # words in which the two persons of a dual were named
_MEMORY: Final = 8  # speakers among whom an ellipsis may choose
_BODIES_MEMORY: Final = 24  # bodies among which "the agency", "the ministry" may choose
_NISBA: Final = "ي"  # ending of an indefinite adjective
_LONGEST_ANAPHOR: Final = 3  # words of a mention that stands for a body named more fully
_BODIES: Final = WordClass.BODY | WordClass.OUTLET_HEAD | WordClass.DOCUMENT


@dataclass(frozen=True, slots=True)
class Attribution:
    """Speaker and relays of one found statement; the speaker is None where nobody can be meant."""

    speaker: Speaker | None
    relays: tuple[str, ...]


class Resolver:
    """Resolves the mentions of one document in reading order."""

    def __init__(self, phrases: Phrases) -> None:
        """Collect what the document names before any statement is resolved."""
        self._phrases = phrases
        self._entities = Entities(phrases)
        self._recent: list[Speaker] = []
        self._bodies: list[Speaker] = []
        self._relays: dict[str, tuple[str, ...]] = {}
        self._last: Speaker | None = None
        self._sentence = -1
        self._covered = 0

    def resolve(self, found: Found, *, nested: bool) -> Attribution:
        """Return who said what was found and through whom.

        Args:
            found: the statement.
            nested: it stands inside the content of the last statement, whose speaker passes it on.
        """
        if nested and found.subject is not None and self._last is not None and self._is_inside(found):
            outer = self._last
            return Attribution(self._mention(found.subject), (*self._relays.get(outer.name, ()), outer.name))
        relays = tuple(self._relay(relay) for relay in found.relays)
        speaker = self._continued(found) if found.subject is None else self._subject(found, found.subject)
        if speaker is None:
            return Attribution(None, relays)
        if not relays and self._last is not None and speaker.name == self._last.name:
            relays = self._relays.get(speaker.name, ())
        self._heard(speaker)
        self._last = speaker
        self._sentence = self._phrases.passage.sentence_starts[found.cue.start]
        self._covered = max(self._covered, found.content.end)
        self._relays[speaker.name] = relays
        return Attribution(speaker, relays)

    def note(self, phrase: Phrase) -> None:
        """Remember a subject whose verb reported nothing: a participle may continue it."""
        if phrase.start < self._covered:
            return  # somebody in what another said
        end = self._phrases.structure(*phrase, whole=True).end
        if end > phrase.start:
            speaker = self._mention(Phrase(phrase.start, end))
            if speaker.kind in ("person", "organisation"):
                self._heard(speaker)

    def _subject(self, found: Found, subject: Phrase) -> Speaker:
        """Return who the subject is; the verb tells the gender of a name."""
        speaker = self._mention(subject)
        return speaker if speaker.feminine is not None else replace(speaker, feminine=found.feminine)

    def _is_inside(self, found: Found) -> bool:
        """Whether a report stands in the same sentence as the last one and is not joined to it by "and"."""
        passage, cue = self._phrases.passage, found.cue.start
        form = passage.forms[cue]
        joined = form[0] == _AND and form not in self._phrases.lexicon.cues
        return not joined and passage.sentence_starts[cue] == self._sentence

    def _heard(self, speaker: Speaker) -> None:
        self._recent = [one for one in self._recent[-_MEMORY:] if one.name != speaker.name]
        self._recent.append(speaker)
        if speaker.kind in ("organisation", "document"):
            self._noted(speaker)

    def _noted(self, body: Speaker) -> None:
        self._bodies = [one for one in self._bodies[-_BODIES_MEMORY:] if one.name != body.name]
        self._bodies.append(body)

    def _continued(self, found: Found) -> Speaker | None:
        """Return the latest speaker with whom the cue agrees, or the last one."""
        if not self._recent:
            return None
        last = self._recent[-1]
        if found.construction.startswith("participle"):
            return last
        agreeing = (
            one for one in reversed(self._recent) if one.agrees(feminine=found.feminine, plural=found.plural)
        )
        return next(agreeing, last)

    def _relay(self, phrase: Phrase) -> str:
        speaker = self._mention(phrase)
        if speaker.kind == "organisation":
            self._noted(speaker)
        return speaker.name

    def _mention(self, phrase: Phrase) -> Speaker:
        parts = members(self._phrases, phrase)
        if len(parts) == 1:
            return self._one(phrase)
        speakers = [self._one(part, joined=at > 0) for at, part in enumerate(parts)]
        name = f" {_AND} ".join(dict.fromkeys(one.name for one in speakers))
        return Speaker(name, speakers[0].kind, None, None, plural=True, head=speakers[0].head)

    def _one(self, phrase: Phrase, *, joined: bool = False) -> Speaker:
        """Resolve a mention of one speaker; a `joined` one may begin with a conjunction."""
        phrases = self._phrases
        form = phrases.passage.forms[phrase.start]
        if form in phrases.lexicon.words["duals"] and phrase.end - phrase.start == 1:
            both = self._last_two(phrase.start)
            if both is not None:
                return both
        analysis = phrases.analyse(phrase)
        speaker = self._as_written(phrase, analysis, joined=joined)
        if speaker.kind == "person":
            return speaker if joined and form[0] == _AND else self._person(speaker, analysis)
        if speaker.kind == "anonymous":
            return self._unnamed(speaker, phrase)
        if speaker.kind == "state":
            return self._state(speaker, phrase)
        if speaker.kind == "organisation" and not phrases.head_class(phrase.start):
            person = self._entities.person(key(phrases, analysis.name))
            if person is not None:
                return replace(speaker, name=person.name, kind="person", role=person.role)
        return self._body(speaker, analysis.name)

    def _as_written(self, phrase: Phrase, analysis: Analysis, *, joined: bool) -> Speaker:
        phrases, lexicon = self._phrases, self._phrases.lexicon
        form = phrases.passage.forms[phrase.start]
        name = phrases.name_text(analysis.name)
        if joined and name.startswith(phrases.passage.slice(phrase.start, phrase.start + 1)):
            name = name.removeprefix(_AND)
        titled = analysis.role is not None and not analysis.is_office
        return Speaker(
            name=name,
            kind=analysis.kind,
            role=phrases.passage.slice(*analysis.role) if titled and analysis.role is not None else None,
            feminine=is_feminine(form, phrases.classes[phrase.start], analysis.kind, lexicon),
            plural=is_plural(form, analysis.kind, lexicon),
            head=form,
        )

    def _person(self, speaker: Speaker, analysis: Analysis) -> Speaker:
        words = key(self._phrases, analysis.name)
        if analysis.is_office:
            person = self._by_office(analysis.name)
        else:
            person = self._entities.person(words)
            if len(words) > 1 and (person is None or person.words == words):
                self._entities.add(analysis.name, analysis.role)
        if person is None:
            return speaker
        return replace(speaker, name=person.name, role=person.role or speaker.role)

    def _by_office(self, phrase: Phrase) -> Person | None:
        """Return the person whose title fits an office without a name (الوزير، المتحدث باسم …)."""
        forms = self._phrases.passage.forms[phrase.start : phrase.end]
        short = office(forms, self._phrases.lexicon)
        heard = {one.name: at for at, one in enumerate(self._recent)}
        best: tuple[tuple[int, int], Person] | None = None
        for person in self._entities.holders_of(short):
            likeness = short.likeness(person.office) if person.office is not None else 0
            rank = (likeness, heard.get(person.name, -1))
            if likeness and (best is None or rank > best[0]):
                best = rank, person
        return best[1] if best is not None else None

    def _unnamed(self, speaker: Speaker, phrase: Phrase) -> Speaker:
        """Resolve "the source", "the official": somebody unnamed before, or the last speaker."""
        forms, words = self._phrases.passage.forms, self._phrases.lexicon.words
        if not is_definite(forms[phrase.start]):
            return speaker
        head = self._stem(forms[phrase.start])
        same = (
            one for one in reversed(self._recent) if one.kind == "anonymous" and self._stem(one.head) == head
        )
        previous = next(same, None)
        if previous is not None:
            return previous
        rest = forms[phrase.start + 1 : phrase.end]
        alone = not rest or not words["same"].isdisjoint(rest)
        if forms[phrase.start].removeprefix("ال") in words["unnamed_heads"] and alone and self._last:
            return self._last
        return speaker

    def _state(self, speaker: Speaker, phrase: Phrase) -> Speaker:
        """Name the state where the text has its capital, if the text names the state anywhere."""
        name = " ".join(self._phrases.passage.forms[phrase.start : phrase.end])
        state = self._entities.state(name)
        return speaker if state is None else Speaker(state, "state", None, feminine=True, head=speaker.head)

    def _body(self, speaker: Speaker, name: Phrase) -> Speaker:
        """Resolve a body or document that is mentioned by its head or its first words."""
        phrases = self._phrases
        forms = phrases.passage.forms[name.start : name.end]
        if not phrases.classes[name.start] & _BODIES or len(forms) > _LONGEST_ANAPHOR + 1:
            return speaker
        head = self._stem(forms[0])
        if is_definite(forms[0]) and len(forms) <= 2:  # noqa: PLR2004 - a head and an attribute
            for one in reversed(self._bodies):
                if one.kind == speaker.kind and self._stem(one.head) == head and one.name != speaker.name:
                    return one
        if is_definite(forms[0]):
            fuller = self._entities.body(forms, name.start, beginning=True)
            if fuller is None and len(forms) == 1:
                fuller = self._entities.body(forms, name.start)
        elif is_definite(forms[-1]):
            fuller = self._entities.body(forms, name.start, beginning=True)
        elif len(forms) > 1 and all(
            form.endswith(_NISBA) or phrases.is_adjective(form) for form in forms[1:]
        ):
            fuller = self._entities.body(forms[:1], name.start, definite=True)
        else:
            fuller = None
        return speaker if fuller is None else replace(speaker, name=fuller)

    def _stem(self, form: str) -> str:
        return stem(form, self._phrases.lexicon)

    def _last_two(self, before: int) -> Speaker | None:
        """Return the two persons named last before `before` (the two ministers) as one speaker."""
        forms = self._phrases.passage.forms
        found: list[str] = []
        for i in range(before - 1, max(0, before - _DUAL_REACH), -1):
            person = self._entities.named(forms[i])
            if person is not None and person.name not in found:
                found.append(person.name)
                if len(found) == 2:  # noqa: PLR2004 - a dual has two
                    return Speaker(
                        f"{found[1]} {_AND} {found[0]}", "person", None, feminine=False, plural=True
                    )
        return None
