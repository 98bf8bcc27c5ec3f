"""The numbers that a word processor computes for paragraphs, in the order of the document.

The rules are those of ECMA-376 part 1, 17.9: an instance (`num`) of an abstract list counts on where another
instance of it stopped, unless it overrides a start; a level starts anew after one above it.
"""

from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from sulh.accord.docx.package import children, integer, value

_ALPHABET: Final = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ABJAD: Final = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LETTERS: Final = {
    "lowerLetter": _LATIN,
    "upperLetter": _LATIN.upper(),
    "arabicAlpha": _ALPHABET,
    "arabicAbjad": _ABJAD,
}
_HINDI: Final = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_LEVELS: Final = 9
_LARGEST: Final = 10_000  # beyond it letters and Roman numbers are written in digits


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str
    restart: int
    legal: bool


_PLAIN: Final = _Level(1, "decimal", "", -1, legal=False)


class Numbering:
    """Counts the numbered paragraphs of one document."""

    def __init__(self, part: Element | None) -> None:
        """Read the definitions of lists in the numbering part."""
        abstract = {one.get("abstractNumId", ""): one for one in children(part, "abstractNum")}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._styled: dict[tuple[str, str], int] = {}
        for number in children(part, "num"):
            name, kind = number.get("numId", ""), value(number, "abstractNumId") or ""
            levels = _levels(abstract.get(kind))
            self._lists[name] = kind
            self._starts[name] = {}
            for override in children(number, "lvlOverride"):
                at = integer(override.get("ilvl"), 0)
                levels |= _levels(override)
                if (start := value(override, "startOverride")) is not None:
                    self._starts[name][at] = integer(start, 1)
            self._levels[name] = levels
            for level in children(abstract.get(kind), "lvl"):
                self._styled[name, value(level, "pStyle") or ""] = integer(level.get("ilvl"), 0)

    def level_of(self, name: str, style: str) -> int:
        """Return the level that the list `name` gives to paragraphs of a style, 0 where it gives none."""
        return self._styled.get((name, style), 0) if style else 0

    def label(self, name: str, at: int) -> str | None:
        """Count a paragraph at level `at` of the list `name`, and return its number as it is shown.

        Returns:
            `•` for a level with bullets; None where the list is not defined or shows nothing.
        """
        levels = self._levels.get(name)
        if levels is None or not 0 <= at < _LEVELS:
            return None
        counts = self._counts.setdefault(self._lists[name], [None] * _LEVELS)
        level = levels.get(at, _PLAIN)
        override = self._starts[name].pop(at, None)
        before = counts[at]
        counts[at] = override if override is not None else level.start if before is None else before + 1
        for below in range(at + 1, _LEVELS):
            restart = levels.get(below, _PLAIN).restart
            if restart < 0 or at < restart:
                counts[below] = None
        if level.form == "bullet":
            return "•"
        shown = level.text
        for above in range(at + 1):
            one = levels.get(above, _PLAIN)
            count = counts[above]
            form = "decimal" if level.legal else one.form
            shown = shown.replace(f"%{above + 1}", written(one.start if count is None else count, form))
        return shown.strip() or None


def _levels(element: Element | None) -> dict[int, _Level]:
    return {
        integer(level.get("ilvl"), 0): _Level(
            start=integer(value(level, "start"), 0),
            form=value(level, "numFmt") or "decimal",
            text=value(level, "lvlText") or "",
            restart=integer(value(level, "lvlRestart"), -1),
            legal=level.find("isLgl") is not None and value(level, "isLgl") not in {"0", "false"},
        )
        for level in children(element, "lvl")
    }


def written(number: int, form: str) -> str:
    """Return a number in a form of `ST_NumberFormat`; in digits where the form is not known here."""
    letters = _LETTERS.get(form)
    if form == "none":
        return ""
    if letters and 0 < number <= _LARGEST:
        repeated, index = divmod(number - 1, len(letters))
        return letters[index] * (repeated + 1)
    if form in {"lowerRoman", "upperRoman"} and 0 < number <= _LARGEST:
        roman = _roman(number)
        return roman.upper() if form == "upperRoman" else roman
    if form == "decimalZero":
        return f"{number:02}"
    return str(number).translate(_HINDI) if form == "hindiNumbers" else str(number)


def _roman(number: int) -> str:
    letters = ""
    for worth, sign in _ROMAN:
        times, number = divmod(number, worth)
        letters += sign * times
    return letters
