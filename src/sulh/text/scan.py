"""The words of a text in their normal form, for readers of numbers and dates that look a few words ahead."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sulh.text.normal import normalise
from sulh.text.span import Span

_PIECE: Final = re.compile(r"[^\W\d_]+|[0-9]+|\n[^\S\n]*\n|[^\w\s]|_")
# NFKC would turn 10² into 102 and 1½ into 11⁄2.
_RAISED: Final = re.compile("[²³¹¼-¾⁰-₉⅐-↉①-⒛㉈-㉟㊱-㊿]")
_CLITICS: Final = ("و", "ف", "ب", "ل", "وب", "ول", "فب", "فل")


def with_clitics(words: Iterable[str]) -> dict[str, tuple[int, str]]:
    """Return the forms of Arabic words with conjunctions and prepositions attached, in normal form.

    Returns:
        for each form the length of what is attached and the word without it; ل and the article become لل.
    """
    plain = {word for word in words if not word.isascii()}
    forms = {clitic + word: (len(clitic), word) for word in plain for clitic in _CLITICS}
    for word in plain:
        if word.startswith("ال"):
            forms["لل" + word[2:]] = (1, word)
            forms["ولل" + word[2:]] = (2, word)
    return {form: forms[form] for form in forms.keys() - plain}


class Scan:
    """The pieces of a text in reading order: runs of letters, runs of digits, single signs, blank lines.

    Attributes:
        text: the original.
        folded: its normal form (`Fold.SEARCH`: lower case, without hamza on its seat, ASCII digits).
        words: the pieces, in normal form.
        starts: where each begins in `folded`.
        ends: where each ends.
    """

    __slots__ = ("_normal", "ends", "folded", "starts", "text", "words")

    text: str
    folded: str
    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    def __init__(self, text: str, clitics: Mapping[str, tuple[int, str]]) -> None:
        """Split `text`; time and memory grow linearly with it.

        Args:
            text: in any encoding of the letters.
            clitics: words of which a first part becomes a piece of its own, see `with_clitics`.
        """
        self.text = text
        self._normal = normalise(_RAISED.sub("^", text))
        self.folded = self._normal.text
        pieces = list(_PIECE.finditer(self.folded))
        self.words = [piece.group() for piece in pieces]
        self.starts, self.ends = [piece.start() for piece in pieces], [piece.end() for piece in pieces]
        if not clitics.keys().isdisjoint(self.words):
            self._part(clitics)

    def _part(self, clitics: Mapping[str, tuple[int, str]]) -> None:
        """Make pieces of their own of the clitics."""
        words, starts, ends = list[str](), list[int](), list[int]()
        for word, start, end in zip(self.words, self.starts, self.ends, strict=True):
            length, bare = clitics.get(word, (0, word))
            if length:
                words.append(word[:length])
                starts.append(start)
                ends.append(start + length)
            words.append(bare)
            starts.append(start + length)
            ends.append(end)
        self.words, self.starts, self.ends = words, starts, ends

    def word(self, at: int) -> str:
        """Return the piece at index `at`, or "" beyond either end."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def joined(self, at: int) -> bool:
        """Tell whether nothing stands between the piece at `at` and the one before it."""
        return 0 < at < len(self.words) and self.ends[at - 1] == self.starts[at]

    def digits(self, at: int) -> bool:
        """Tell whether the piece at `at` is a run of digits."""
        return "0" <= self.word(at)[:1] <= "9"

    def span(self, start: int, end: int) -> Span:
        """Return where the pieces from index `start` to before `end` stand in the original."""
        return self._normal.origin(Span(self.starts[start], self.ends[end - 1]))

    def original(self, at: int) -> str:
        """Return the piece at `at` as the original writes it."""
        return self.span(at, at + 1).of(self.text)
