"""Propose what a sentence of an agreement obliges to, in Arabic and English.

A verb of obligation (shall, must, undertakes to; يلتزم، يتعهد، يجب على … أن) opens an obligation; who is
named before it or, in Arabic, between it and what is to be done, owes it. Deadlines, exceptions, monitors and
guarantors are read from their phrases. What is found is a proposal: a person confirms, corrects or rejects
it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from sulh.accord.copies.feature import Feature
from sulh.accord.copies.figures import figures
from sulh.accord.copies.scope import Actors, exclusions, named
from sulh.text.normal import normalise
from sulh.text.segment import sentences
from sulh.text.span import Span

_NOT: Final = r"(?:\s+not)?"
_ENGLISH: Final = (
    rf"(?:shall|must){_NOT}|may\s+not|(?:are|is)\s+(?:obliged|required)\s+to"
    r"|(?:undertakes?|commits?(?:\s+(?:itself|themselves))?|pledges?|agrees?)"
    r"(?:,?\s+(?:jointly|severally|mutually))?\s+(?:not\s+)?to|guarantees?(?=\s+(?:that|the|to)\b)"
)
_ARABIC: Final = (
    r"[وف]?(?:[يت]لتزم(?:ان|ون)?|[يت]تعهد(?:ان|ون)?|[يت]ضمن(?:ان|ون)?|[يت]متنع(?:ان|ون)?"
    r"|(?:لا\s+)?يجوز|(?:لا\s+)?يجب|يتوجب|يتعين|[يت]حظر|يمنع)"
)
_MODAL: Final = re.compile(
    rf"\b(?:{_ENGLISH}|{_ARABIC})(?!\w)|(?:^|[.،:؛]\s*)(?:و|ف)?علي(?=\s(?:[^.،؛]{{1,80}}?)\sان\s)"
)
_COMPLEMENT: Final = re.compile(r"\s(?:ان|الا|بعدم|عدم|عن|ب(?!ين\b)\w{3,})(?!\w)")
_CLAUSE_END: Final = re.compile(r"[.;؛:!?؟]\s|\n")
_COLLECTIVE: Final = re.compile(
    r"\b(?:(?:the|both|all)\s+(?:parties|sides)|(?:each|either|neither|every)\s+(?:party|side)"
    r"|[وفبل]{0,2}(?:ال|ل)(?:طرفان|طرفين|اطراف|جانبان|جانبين)|كل\s+طرف|كلا\s+الطرفين)(?!\w)"
)
_SUPPORTING: Final = re.compile(
    r"\b(?:(?:the\s+)?(?:armed\s+)?forces\s+(?:supporting|allied\s+(?:to|with))\s+\w+"
    r"|[وف]?(?:ال)?قوات\s+(?:ال)?(?:داعمه|مسانده|مويده|متحالفه)\s+(?:ل\w+|مع\s+\w+))(?!\w)"
)
_BEFORE: Final = re.compile(
    r"(?:\b(?:within|in|(?:no|not)\s+later\s+than|no\s+more\s+than|not\s+(?:to\s+)?exceed(?:ing)?|before|by|at\s+the\s+latest)"
    r"|(?<!\w)[وف]?(?:خلال|في\s+غضون|في\s+مده|في\s+موعد|اقصاه|قبل|لا\s+[يت]تجاوز)(?:\s+(?:اقصاه|لا\s+[يت]تجاوز|مده|يوم|تاريخ))*)"
    r"\s*(?:the\s+)?$"
)
_UNTIL: Final = re.compile(r"(?:\buntil|(?<!\w)[وف]?(?:حتي|لغايه|الي\s+غايه))\s*(?:the\s+|يوم\s+|تاريخ\s+)?$")
_ANCHOR: Final = re.compile(
    r"^\s*(?:\w+\s+){0,2}?(?:of|after|from|following|as\s+of|من|بعد|اعتبارا\s+من|تلي)\s+(?:\S+\s+){0,6}?"
    r"(?:(?P<force>(?:entry|enters?|entered|coming|comes?)\s+into\s+(?:force|effect)|دخول|سريان|نفاذ|بدء\s+(?:ال)?(?:تنفيذ|سريان))"
    r"|(?P<signature>sign(?:ature|ing|ed)|(?:ال)?توقيع))"
)
_MONITOR: Final = re.compile(
    r"\b(?:(?:under|with)\s+(?:the\s+)?(?:joint\s+)?(?:supervision|monitoring|observation|oversight)\s+of"
    r"|(?:monitored|supervised|observed|verified|overseen)\s+by"
    r"|(?:تحت\s+|ب)(?:اشراف|مراقبه|رقابه)|[وف]?[يت](?:راقب|شرف)(?:\s+علي)?)(?!\w)"
)
_GUARANTOR: Final = re.compile(
    r"\b(?:(?:guaranteed|underwritten)\s+by|under\s+the\s+guarantee\s+of|بضمان(?:ه|ات)?)(?!\w)"
)
_RELEASED: Final = re.compile(r"\s+be\s+(?:obliged|required|bound|obligated)\b")
_NO: Final = re.compile(r"(?:\b(?:is|are)\s+not|(?<!\w)[وف]?(?:لا|لم|لن))\s*$")
_NEITHER: Final = re.compile(r"\b(?:neither|no|none|nobody)\b|(?<!\w)[وف]?(?:لا\s+احد|اي\s+طرف)")
_NEGATIVE: Final = re.compile(r"\bnot\b|[وف]?(?:لا\s+(?:يجوز|يجب)|[يت]حظر|يمنع|[يت]متنع)")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_MARKS: Final = " \t\n,،.;؛"
_BETWEEN: Final = 8  # code points between actors that stand side by side: ", and the"
_NEAR: Final = 60  # code points in which a phrase names its actor


class Proposal(NamedTuple):
    """What one sentence seems to oblige to.

    Attributes:
        span: the sentence, in the text given.
        fields: what was read, under the names of the attributes of a clause.
    """

    span: Span
    fields: dict[str, str]


def proposals(text: str, language: str, known: Actors, parties: Sequence[str]) -> Iterator[Proposal]:
    """Yield what `text` seems to oblige to, one proposal for each sentence with a verb of obligation.

    Args:
        text: plain text of a clause.
        language: BCP 47 tag.
        known: names of the actors.
        parties: who is meant by "the parties".
    """
    for span in sentences(text):
        sentence = _Sentence(span.of(text), named(span.of(text), known))
        if modal := next((one for one in _MODAL.finditer(sentence.normal.text) if sentence.binds(one)), None):
            yield Proposal(span, sentence.fields(modal, language, parties))


class _Sentence:
    """A sentence and the actors that it names."""

    def __init__(self, words: str, named_in_it: Sequence[Feature]) -> None:
        self._words = words
        self._actors = named_in_it
        self.normal = normalise(words)

    def binds(self, modal: re.Match[str]) -> bool:
        """Tell whether a verb says that something is owed, and not that it is not owed."""
        text = self.normal.text
        return not (_RELEASED.match(text, modal.end()) or _NO.search(text[: modal.start()]))

    def fields(self, modal: re.Match[str], language: str, parties: Sequence[str]) -> dict[str, str]:
        """Return what the sentence says under each attribute."""
        window, start = self._subject(modal)
        who, end = self._who(window, parties)
        found, phrases = self._times(language)
        for key, pattern in (("monitor", _MONITOR), ("guarantor", _GUARANTOR)):
            if place := pattern.search(self.normal.text):
                at = self._origin(place.start(), place.end())
                after = (one for one in self._actors if at.start <= one.span.start <= at.end + _NEAR)
                if actor := next(after, None):
                    found[key] = actor.value
                    phrases.append(at.start)
        if out := next((one.span for one in exclusions(self._words) if one.without), None):
            stop = min((at for at in phrases if out.start < at < out.end), default=out.end)
            found["exception"] = self._words[out.start : stop].strip(_MARKS)
            phrases.append(out.start)
        begin = self._negation(modal, window)
        if begin is None:
            begin = end if start is None else start
        later = min((at for at in phrases if at > begin + 1), default=len(self._words))
        duty = self._words[begin:later].strip(_MARKS) or self._words.strip(_MARKS)
        fields = {"by": ", ".join(who), "duty": duty, **found}
        return {key: value for key, value in fields.items() if value}

    def _origin(self, start: int, end: int) -> Span:
        return self.normal.origin(Span(start, end))

    def _subject(self, modal: re.Match[str]) -> tuple[Span, int | None]:
        """Return where the debtor is named, and where the duty begins; None where only the debtor tells."""
        text = self.normal.text
        if modal.group().isascii():
            stops = [found.end() for found in _CLAUSE_END.finditer(text, 0, modal.start())]
            verb = self._origin(modal.start(), modal.end())
            return self._origin(max(stops, default=0), modal.start()), verb.end
        complement = _COMPLEMENT.search(text, modal.end())
        end = complement.start() if complement else len(text)
        begins = self._origin(end, len(text)).start if complement else None
        if not text[modal.end() : end].strip():
            return self._origin(0, modal.start()), begins
        return self._origin(modal.end(), end), begins

    def _who(self, window: Span, parties: Sequence[str]) -> tuple[list[str], int]:
        """Return those who are named side by side in a stretch, and where that ends.

        "The parties" are those of the copy.
        """
        spots = [(one.span, [one.value]) for one in self._actors]
        for pattern in (_COLLECTIVE, _SUPPORTING):
            for match in pattern.finditer(self.normal.text):
                span = self._origin(*match.span())
                whole = list(parties) if pattern is _COLLECTIVE else []
                spots.append((span, whole or [span.of(self._words)]))
        inside = sorted(spot for spot in spots if window.start <= spot[0].start and spot[0].end <= window.end)
        found, end = list[str](), window.start
        for span, names in inside:
            if found and span.start - end > _BETWEEN:
                break
            found += names
            end = max(end, span.end)
        return list(dict.fromkeys(found)), end

    def _negation(self, modal: re.Match[str], window: Span) -> int | None:
        """Return where the words begin without which the duty would say the opposite."""
        if _NEITHER.search(normalise(window.of(self._words)).text):
            return 0
        found = _NEGATIVE.search(modal.group())
        return self._origin(modal.start() + found.start(), modal.end()).start if found else None

    def _times(self, language: str) -> tuple[dict[str, str], list[int]]:
        """Return deadlines and ends, and where their phrases begin."""
        found: dict[str, str] = {}
        phrases = list[int]()
        for feature in figures(self._words, language):
            before = normalise(self._words[: feature.span.start])
            for key, pattern in (("within", _BEFORE), ("until", _UNTIL)):
                cue = pattern.search(before.text) if feature.kind == "date" and key not in found else None
                if cue and (time := _time(self._words, feature)):
                    found[key] = time
                    phrases.append(before.origin(Span(*cue.span())).start)
        return found, phrases


def _time(words: str, feature: Feature) -> str:
    """Return a time in the words of the attributes of a clause; empty where it is none that they can say."""
    count, _, unit = feature.value.partition(" ")
    if unit in {"hour", "day", "month"}:
        length = f"{count} {unit}{'s' if count != '1' else ''}"
        anchor = _ANCHOR.match(normalise(words[feature.span.end :]).text)
        if anchor is None:
            return length
        return f"{length} of {'entry-into-force' if anchor['force'] else 'signature'}"
    dates = feature.value.split(" ")
    return "/".join(dates) if all(_DAY.fullmatch(one) for one in dates) else ""
