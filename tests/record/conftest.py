"""Short passages as the frames see them."""

from collections.abc import Callable

import pytest

from sulh.record.layout import lay_out
from sulh.record.lexicon import arabic
from sulh.record.phrases.recogniser import Phrase, Phrases
from sulh.record.statements import scan
from sulh.record.words import passage
from sulh.text.dates import find_dates
from sulh.text.span import Span


def _recognise(text: str) -> tuple[Phrases, int]:
    layout = lay_out(text, Span(0, len(text)), arabic())
    words = passage(text, layout.lines)
    spans = (
        words.over(found.span.shift(line.start))
        for line in layout.lines
        for found in find_dates(line.of(text), language="ar")
    )
    title_end = words.at(layout.title.end) if layout.title is not None else 0
    return Phrases(words, arabic(), {start: end for start, end in spans if start < end}), title_end


@pytest.fixture(scope="session")
def recognise() -> Callable[[str], Phrases]:
    """The recogniser of the noun phrases of a text."""
    return lambda text: _recognise(text)[0]


@pytest.fixture(scope="session")
def frames() -> Callable[[str], list[dict[str, object]]]:
    """What the frames find in a text: the parts of each statement as texts, the speakers not resolved."""

    def find(text: str) -> list[dict[str, object]]:
        phrases, title_end = _recognise(text)

        def name(phrase: Phrase | None) -> str | None:
            return phrases.passage.slice(*phrase) if phrase is not None else None

        return [
            {
                "construction": found.construction,
                "cue": name(found.cue),
                "subject": name(found.subject),
                "content": name(found.content),
                "form": found.form,
                "polarity": found.polarity,
                "relays": tuple(name(relay) for relay in found.relays),
                "addressee": name(found.addressee),
                "said": name(found.said),
                "agrees": (found.feminine, found.plural),
                "nested": event.nested,
            }
            for event in scan(phrases, title_end)
            if (found := event.found) is not None
        ]

    return find
