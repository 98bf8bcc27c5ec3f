"""Frames around a reporting verb: verb, speaker and content in their usual orders."""

from dataclasses import dataclass
from typing import Final, Literal

from sulh.record.frames.complement import FARTHEST, Complement
from sulh.record.frames.extent import read_content
from sulh.record.frames.found import Found
from sulh.record.frames.marker import find_marker, withholds_name
from sulh.record.frames.middle import Middle, parse_middle
from sulh.record.frames.nominal import find_nominal
from sulh.record.frames.relay import RELAYING, relay
from sulh.record.frames.subject_before import subject_before
from sulh.record.frames.tone import polarity_of
from sulh.record.frames.verbal_noun import verbal_noun
from sulh.record.lexicon import Cue, WordClass
from sulh.record.phrases.recogniser import Phrase, Phrases, is_mark
from sulh.record.words import COMMAS, word_set

_PARTICIPLE_REACH: Final = 6  # words between a participle and its complement
_DOUBLED_REACH: Final = 10  # words between the two words of a doubled cue
_TIME_REACH: Final = 6  # words before a cue in which the time of the saying stands
_DOUBLED: Final = word_set("قائلا قائلة قائلين بالقول يقول تقول القول بقوله بقولها بقولهم")
_ADDRESSING: Final = word_set("حذر هدد أوصى نصح")  # like calls, these may name whom they are said to
_IMPERSONAL: Final = word_set("يذكر يشار يتوقع يرجح يعتقد")
_NOT: Final = word_set("لم لن ولم ولن")
_BEFORE_PARTICIPLE: Final = COMMAS | {"و"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a verb gives: a statement, or else its subject, which later participles may continue."""

    found: Found | None = None
    subject: Phrase | None = None


@dataclass(frozen=True, slots=True)
class _Frame:
    """A verb with what stands around it, as indices of words.

    Attributes:
        at: the verb.
        last: the second word of a doubled cue, or `at`.
        limit: after the sentence.
        before: the subject before the verb.
        follows: the verb depends on that subject, so that none is looked for after it.
    """

    phrases: Phrases
    cue: Cue
    at: int
    last: int
    limit: int
    before: Phrase | None
    follows: bool


def verbal(phrases: Phrases, i: int, cue: Cue, *, headline: bool) -> Outcome:
    """Read the statement whose cue is the verb at `i`."""
    if cue.tense == "noun":
        return Outcome(verbal_noun(phrases, i, cue))
    if withholds_name(phrases, i, cue):
        return Outcome()
    if cue.verb.lemma == RELAYING and (relayed := relay(phrases, i)) is not None:
        return Outcome(relayed)
    frame = _frame(phrases, i, cue, headline=headline)
    complement = _complement(frame)
    middle = _middle(frame, complement)
    subject, order = _subject(frame, complement, middle)
    if complement is None:
        names = subject is not None and cue.tense != "participle" and can_speak(phrases, subject)
        return Outcome(subject=subject if names else None)
    if not _reports(frame, complement, subject):
        return Outcome()
    return Outcome(_statement(frame, complement, middle, subject, order))


def _frame(phrases: Phrases, i: int, cue: Cue, *, headline: bool) -> _Frame:
    limit = phrases.passage.sentence_ends[i]
    last = _doubled_cue(phrases, i, limit)
    before = subject_before(phrases, i, headline=headline) if cue.tense != "participle" else None
    bound = bool(phrases.classes[i - 1] & WordClass.RELATIVE) or phrases.passage.forms[i - 1] == "قد"
    follows = before is not None and (cue.tense == "present" or bound)
    return _Frame(phrases, cue, i, last, limit, before, follows)


def _doubled_cue(phrases: Phrases, i: int, limit: int) -> int:
    """Return the index of the second word of a doubled cue (وتابع لافروف قائلا), or `i`."""
    forms = phrases.passage.forms
    for j in range(i + 1, min(limit, i + _DOUBLED_REACH)):
        if forms[j] in _DOUBLED:
            return i if forms[j - 1] in COMMAS else j
        if is_mark(forms[j]) or phrases.classes[j] & WordClass.THAT:
            break
    return i


def _complement(frame: _Frame) -> Complement | None:
    """Return the clause or the noun phrase that the verb takes, whichever holds the other."""
    phrases, cue = frame.phrases, frame.cue
    if frame.last > frame.at:
        return find_marker(phrases, frame.last + 1, frame.limit)
    marker = find_marker(phrases, frame.at + 1, frame.limit) if "that" in cue.verb.frames else None
    nominal = find_nominal(phrases, frame.at + 1, frame.limit, cue, follows=frame.follows)
    if marker is None or nominal is None:
        return marker or nominal
    return nominal if _holds(phrases, nominal, marker) else marker


def _holds(phrases: Phrases, nominal: Complement, marker: Complement) -> bool:
    """Whether the noun phrase begins before the clause, which only continues it."""
    if marker.kind == "colon" or nominal.start >= marker.at - (marker.kind == "that"):
        return False
    governed = nominal.start == nominal.subject_end + 1 and nominal.at == nominal.subject_end
    return governed or bool(phrases.classes[nominal.start] & WordClass.OBJECT)


def _middle(frame: _Frame, complement: Complement | None) -> Middle:
    """Read what stands between the verb, the second word of a doubled cue, and the complement."""
    phrases = frame.phrases
    start = frame.at + 1
    end = complement.at if complement is not None else min(frame.limit, start + FARTHEST)
    if frame.last == frame.at:
        nominal = complement is not None and complement.kind == "nominal"
        return parse_middle(phrases, start, end, before_noun=nominal)
    middle = parse_middle(phrases, start, frame.last)
    return middle.or_else(parse_middle(phrases, frame.last + 1, end)) if complement is not None else middle


def _subject(
    frame: _Frame, complement: Complement | None, middle: Middle
) -> tuple[Phrase | None, Literal["subject-first", "verb-first"]]:
    """Return the subject, and which of it and the verb is first."""
    if frame.before is not None and (
        middle.subject is None or frame.follows or _follows_at_once(frame, complement)
    ):
        return frame.before, "subject-first"
    return middle.subject, "verb-first"


def _follows_at_once(frame: _Frame, complement: Complement | None) -> bool:
    """Whether the complement leaves no place for a subject after the verb."""
    if complement is None:
        return False
    following = frame.at + 1
    prefixed = complement.kind != "nominal" and frame.phrases.classes[following] & WordClass.THAT_PREFIX
    return complement.subject_end in (following, following + bool(prefixed))


def _reports(frame: _Frame, complement: Complement, subject: Phrase | None) -> bool:
    """Whether verb and complement are speech, and not an act or a word of the narrator's."""
    if frame.cue.tense == "participle":
        return _introduces(frame, complement)
    if _is_negated(frame) or _is_impersonal(frame, subject):
        return False
    if not frame.cue.verb.also_act:
        return True
    if complement.kind != "nominal" and complement.at == frame.at + 1:
        return True
    return complement.kind == "nominal" if subject is None else can_speak(frame.phrases, subject)


def _is_negated(frame: _Frame) -> bool:
    """Whether the text says that something was not said."""
    before = frame.phrases.passage.forms[frame.at - 1] if frame.at else ""
    return frame.cue.verb.act == "say" and before in _NOT


def _introduces(frame: _Frame, complement: Complement) -> bool:
    """Whether a participle (مشيرا) is a cue: it depends on a clause and its complement follows at once."""
    before = frame.phrases.passage.forms[frame.at - 1] if frame.at else ""
    if frame.cue.feminine and before not in COMMAS:
        return False
    if complement.kind != "nominal":
        return complement.at - frame.at <= _PARTICIPLE_REACH
    distance = complement.start - frame.at
    return 1 < distance <= _PARTICIPLE_REACH or (distance == 1 and before in _BEFORE_PARTICIPLE)


def _is_impersonal(frame: _Frame, subject: Phrase | None) -> bool:
    """Whether the verb has no speaker at all (يذكر أن, ويشار إلى أن)."""
    if subject is not None or frame.cue.tense != "present":
        return False
    form = frame.phrases.passage.forms[frame.at]
    following = frame.phrases.classes[frame.at + 1]
    return form.lstrip("وف") in _IMPERSONAL and bool(following & (WordClass.THAT | WordClass.THAT_PREFIX))


def can_speak(phrases: Phrases, subject: Phrase) -> bool:
    """Tell whether a phrase names somebody who can say something."""
    return bool(phrases.classes[subject.start] & WordClass.SPEAKER) or phrases.is_known_name(*subject)


def _statement(
    frame: _Frame, complement: Complement, middle: Middle, subject: Phrase | None, order: str
) -> Found | None:
    phrases, cue = frame.phrases, frame.cue
    content = read_content(phrases, complement.start, frame.limit, complement.kind)
    if content is None:
        return None
    family = "participle" if cue.tense == "participle" else order
    relays: tuple[Phrase, ...] = ()
    if middle.source is not None:
        relays, subject, family = (subject,) if subject is not None else (), middle.source, "citing"
    return Found(
        cue=_cue_phrase(frame),
        subject=subject,
        content=content.phrase,
        form=content.form,
        polarity=polarity_of(phrases, content.phrase, cue),
        construction=f"{family}/{complement.kind}",
        relays=relays,
        addressee=middle.addressee or _called_on(frame, complement, middle),
        said=middle.said or _time_before(frame),
        feminine=cue.feminine,
        plural=cue.plural,
    )


def _cue_phrase(frame: _Frame) -> Phrase:
    """Return the doubled cue as one phrase only where its words stand together."""
    first = frame.at if frame.last == frame.at + 1 else frame.last
    return Phrase(first, frame.last + 1)


def _called_on(frame: _Frame, complement: Complement, middle: Middle) -> Phrase | None:
    """Return the one called on, warned or threatened, who stands between the speaker and the content."""
    verb, phrases = frame.cue.verb, frame.phrases
    if complement.kind != "nominal" or not (verb.act == "call" or verb.lemma in _ADDRESSING):
        return None
    start, end = frame.at + 1, complement.subject_end
    if middle.subject is not None and middle.subject.end <= end:
        start = middle.subject.end
    while start < end and (is_mark(phrases.passage.forms[start]) or start in phrases.dates):
        start = phrases.dates.get(start, start + 1)
    whole = start < end and phrases.subject_end(start, end) == end
    return Phrase(start, end) if whole else None


def _time_before(frame: _Frame) -> Phrase | None:
    """Return a time expression just before the cue."""
    dates = frame.phrases.dates
    first = max(frame.phrases.passage.sentence_starts[frame.at], frame.at - _TIME_REACH)
    for start in range(first, frame.at):
        if start in dates and frame.at - dates[start] in (0, 1):
            return Phrase(start, dates[start])
    return None
