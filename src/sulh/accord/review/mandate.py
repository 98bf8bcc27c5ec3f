"""Rules about the instruments that a draft rests on: a paragraph without clause, and what goes beyond one.

A draft is held against an instrument only where it goes through it paragraph by paragraph, and a clause only
against the paragraphs that it names. What is compared is exact: a whole date, and actors that the case knows.
The paragraphs of a case are summaries in its own words, so that a person has to read the instrument itself.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from sulh.accord.agreement import Agreement
from sulh.accord.clause import Clause
from sulh.accord.copies.figures import figures
from sulh.accord.copies.scope import Actors, actors, exclusions, named
from sulh.accord.counterpart import Copy
from sulh.accord.moment import Moment, time_in
from sulh.accord.review.cast import Cast
from sulh.accord.review.finding import Finding, at_clause
from sulh.accord.review.limits import last_days
from sulh.case.case import Case
from sulh.case.process import Instrument, Paragraph
from sulh.text.normal import fold

_NUMBER: Final = re.compile(r"\d{3,}")
_TELLING: Final = 8  # letters from which the words of a title name an instrument


def about_mandates(agreement: Agreement, case: Case, cast: Cast) -> Iterator[Finding]:
    """Yield paragraphs that no clause refers to, and clauses that go beyond the paragraph that they name."""
    known = actors(cast.names)
    for instrument in case.instruments:
        if instrument.id == agreement.instrument or not instrument.paragraphs:
            continue
        numbers = {paragraph.number for paragraph in instrument.paragraphs}
        naming = [
            (copy, clause, cited)
            for copy in agreement.copies
            for clause in copy.walk()
            if _names(clause.text, instrument) and (cited := _cited(copy, clause) & numbers)
        ]
        covered = {number for _, _, cited in naming for number in cited}
        for paragraph in instrument.paragraphs if naming else ():
            if paragraph.number not in covered:
                copy = agreement.copies[0]
                details = _details(instrument, paragraph, copy.front.language)
                yield Finding("uncovered-paragraph", copy.name, details=tuple(details.items()))
        for copy, clause, cited in naming:
            for paragraph in instrument.paragraphs:
                if paragraph.number in cited:
                    yield from _beyond(copy, clause, instrument, paragraph, known)


def _names(text: str, instrument: Instrument) -> bool:
    """Tell whether a clause names an instrument, by its title or by the number in it."""
    folded = fold(text)
    for _, title in instrument.title.wordings:
        words = fold(title)
        numbers = _NUMBER.findall(words)
        if any(re.search(rf"(?<!\d){number}(?!\d)", folded) for number in numbers):
            return True
        if len(words) >= _TELLING and words in folded:
            return True
    return False


def _cited(copy: Copy, clause: Clause) -> set[str]:
    found = (one for one in figures(clause.text, copy.front.language) if one.kind == "reference")
    return {value for division, _, value in (one.value.partition(" ") for one in found) if division == "part"}


def _details(instrument: Instrument, paragraph: Paragraph, language: str) -> dict[str, str]:
    return {
        "instrument": instrument.title.within(language),
        "paragraph": paragraph.number,
        "summary": paragraph.summary.within(language),
    }


def _beyond(
    copy: Copy, clause: Clause, instrument: Instrument, paragraph: Paragraph, known: Actors
) -> Iterator[Finding]:
    language = copy.front.language
    summary = dict(paragraph.summary.wordings).get(language)
    if summary is None:
        return
    details = _details(instrument, paragraph, language)
    limit = max((day for day, _ in last_days(summary, language)), default=None)
    for day in sorted(set(_days(copy, clause))):
        if limit and day > limit:
            yield _conflict(copy, clause, details | {"date": str(day), "limit": str(limit)})
    allowed = _excluded(summary, known)
    if allowed:
        said = {
            one.value
            for other in instrument.paragraphs
            for _, words in other.summary.wordings
            for one in named(words, known)
        }
        excepted = _excluded(clause.text, known)
        excepted |= {one.value for one in named(clause.attribute("exception") or "", known)} & known.keys()
        for actor in sorted(excepted - said):
            yield _conflict(copy, clause, details, actor)


def _conflict(copy: Copy, clause: Clause, details: Mapping[str, str], actor: str | None = None) -> Finding:
    found = at_clause("conflicts-with-mandate", copy, clause, actor=actor)
    return replace(found, details=tuple(details.items()))


def _days(copy: Copy, clause: Clause) -> Iterator[date]:
    yield from (day for day, _ in last_days(clause.text, copy.front.language))
    time = time_in(clause.attribute("within") or "", None)
    if isinstance(time, Moment) and time.days:
        yield time.days.last


def _excluded(text: str, known: Actors) -> set[str]:
    """Return the known actors that a text leaves out."""
    spans = [one.span for one in exclusions(text) if one.without]
    return {
        one.value
        for one in named(text, known)
        if one.value in known and any(one.span.overlaps(span) for span in spans)
    }
