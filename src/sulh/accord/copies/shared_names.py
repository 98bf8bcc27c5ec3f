"""Names of places and people that sound the same in both scripts, and clauses that have them in one only.

Most names are translated, and a program cannot know which. So a name counts only where another clause of the
same copies has it in both languages: there it was written by its sound.
"""

from collections.abc import Iterable, Iterator

from sulh.accord.copies.canonical import tokens
from sulh.accord.copies.clauses import Found
from sulh.accord.copies.scope import names_in, word_forms
from sulh.text.names import compare, skeleton
from sulh.text.span import Span

_LEAST_CONSONANTS = 2
_SHORTEST = 4


class SharedNames:
    """The names that pairs of texts in two languages share by their sound."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Learn them from the clauses in both languages; the Latin text may be either."""
        self._arabic: dict[str, frozenset[str]] = {}
        for one, other in pairs:
            latin, arabic = (one, other) if _is_latin(one) else (other, one)
            if not _is_latin(latin) or _is_latin(arabic):
                continue
            by_sound: dict[str, set[str]] = {}
            for word, _ in tokens(arabic):
                for form in word_forms(word):
                    if len(form) >= _SHORTEST and len(sound := skeleton(form)) >= _LEAST_CONSONANTS:
                        by_sound.setdefault(sound, set()).add(form)
            for name in {name for name, _ in names_in(latin)}:
                same = {form for form in by_sound.get(skeleton(name), ()) if compare(name, form)}
                if same:
                    self._arabic[name] = self._arabic.get(name, frozenset()) | same

    def differences(self, one: str, other: str) -> Iterator[Found]:
        """Yield the shared names that only one of two texts has, as a difference of wording."""
        latin_first = _is_latin(one)
        latin, arabic = (one, other) if latin_first else (other, one)
        if not self._arabic or _is_latin(arabic):
            return
        names = list(names_in(latin))
        words = [(word_forms(word), span) for word, span in tokens(arabic)]
        forms = frozenset[str]().union(*(its for its, _ in words))
        lost = [span for name, span in names if name in self._arabic and forms.isdisjoint(self._arabic[name])]
        here = frozenset[str]().union(*(self._arabic.get(word, frozenset()) for word, _ in tokens(latin)))
        gained = list[Span]()
        for form in frozenset[str]().union(*self._arabic.values()) & forms - here:
            gained += [span for its, span in words if form in its]
        if lost or gained:
            spans = (tuple(lost), tuple(sorted(set(gained))))
            yield Found("wording", *(spans if latin_first else spans[::-1]))


def _is_latin(text: str) -> bool:
    letters = [char for char in text[:200] if char.isalpha()]
    return bool(letters) and sum(char < "\u0250" for char in letters) * 2 > len(letters)
