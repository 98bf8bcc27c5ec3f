"""Offices as sets of words: "the Austrian minister" may be "the interior minister of Austria"."""

from collections.abc import Sequence
from dataclasses import dataclass

from sulh.record.lexicon import Lexicon

_ARTICLE = "ال"


@dataclass(frozen=True, slots=True)
class Office:
    """A title with its office.

    Attributes:
        head: its first word, without article.
        words: its words without articles, those left out that name a state.
        states: the states that it names, by name or adjective.
    """

    head: str
    words: frozenset[str]
    states: frozenset[str]

    def likeness(self, full: "Office") -> int:
        """Return how well this mention fits a full office: 3 wholly, 1 in head and state, 0 not at all."""
        if not self.states <= full.states and self.states and full.states:
            return 0
        known = self.states <= full.states
        if self.words <= full.words:
            return 3 if known else 1
        closer = self.head == full.head and (full.words <= self.words or bool(self.states))
        return 1 if known and closer else 0


def office(forms: Sequence[str], lexicon: Lexicon) -> Office:
    """Read the folded words of a title."""
    words: set[str] = set()
    states: set[str] = set()
    i = 0
    while i < len(forms):
        pair = " ".join(forms[i : i + 2])
        for form, length in ((pair, 2), (forms[i], 1)):
            state = lexicon.adjectives.get(form) or lexicon.states.get(form)
            if state is not None:
                states.add(state.adjective)
                i += length
                break
        else:
            if forms[i][0].isalnum():
                words.add(_bare(forms[i]))
            i += 1
    return Office(_bare(forms[0]) if forms else "", frozenset(words), frozenset(states))


def _bare(form: str) -> str:
    return form.removeprefix(_ARTICLE)
