"""Find the attributed statements of an Arabic text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from sulh.record.according import according
from sulh.record.colon import colon
from sulh.record.found import Found
from sulh.record.lexicon import Lexicon, WordClass
from sulh.record.phrases import Phrase, Phrases
from sulh.record.repair import repaired
from sulh.record.verbal import verbal
from sulh.record.words import Passage


@dataclass(frozen=True, slots=True)
class Event:
    """Either a statement, or the subject of a verb that reports nothing."""

    found: Found | None
    subject: Phrase | None
    nested: bool = False


def scan(phrases: Phrases, title_end: int) -> Iterator[Event]:
    """Yield what is found, in reading order.

    Args:
        phrases: recogniser of the passage.
        title_end: index after the last word of the headline; 0 where there is none.
    """
    passage, lexicon = phrases.passage, phrases.lexicon
    forms = passage.forms
    clause_start = i = 0
    covered = 0
    while i < len(passage):
        headline = i < title_end
        if passage.sentence_starts[i] == i:
            clause_start = i
            found = colon(phrases, i, headline=headline)
            if found is not None:
                yield Event(found, None)
                i = clause_start = found.content.end
                continue
        if passage.quoted[i] >= 0:
            i += 1
            continue
        form = forms[i]
        bare = form[1:] if form[0] == "و" and form[1:] in lexicon.according else form
        if bare in lexicon.according or form in lexicon.according_what:
            found = according(phrases, i, clause_start)
            if found is not None and not (
                found.construction == "according/trailing" and covered > found.content.start
            ):
                yield Event(found, None)
                if found.content.start > i:
                    covered = max(covered, found.content.end)
                i = (
                    found.content.start
                    if found.content.start > i
                    else max(found.subject.end if found.subject else i, i) + 1
                )
                clause_start = max(clause_start, i)
                continue
        cue = lexicon.cue(form)
        mended = cue is None and (i == passage.sentence_starts[i] or forms[i - 1] in "،,")
        if mended:
            cue = repaired(phrases, i)
        if cue is not None and not cue.pronoun and not _is_noun_here(phrases, i):
            found, subject = verbal(phrases, i, cue, headline=headline)
            if found is not None:
                nested = i < covered
                yield Event(
                    replace(found, construction=f"{found.construction}/repaired") if mended else found,
                    None,
                    nested,
                )
                covered = max(covered, found.content.end)
                clause_start = found.content.end
                i = max(i + 1, found.content.start)
                continue
            if subject is not None:
                yield Event(None, subject)
        i += 1


def _is_noun_here(phrases: Phrases, i: int) -> bool:
    """Whether the word at `i` is a noun of the same letters (مصدر طالب, ذكر, حق)."""
    kind = phrases.classes[i]
    form = phrases.passage.forms[i]
    if (
        form in phrases.lexicon.cues
        and form[0] not in "وف"
        and phrases.passage.forms[i - 1]
        in ("في", "من", "الي", "علي", "مع", "دون", "بعد", "قبل", "كل", "اي", "هو", "هي", "لا")
    ):
        return form not in ("يقول", "تقول") and phrases.lexicon.cues[form].tense == "past"
    return bool(kind & (WordClass.TITLE | WordClass.ANONYMOUS))


Lists: Final = (Lexicon, Passage)
