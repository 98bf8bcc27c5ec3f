"""A speaker as a value, and how verbs agree with it."""

from dataclasses import dataclass
from typing import Final

from sulh.case.statement import SpeakerKind
from sulh.record.lexicon import Lexicon, WordClass

_FEMININE: Final = ("ه", "ات")
_PLURAL: Final = ("ون", "ين")
_SHORTEST_PLURAL: Final = 5  # letters


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker as the document names it.

    Attributes:
        name: fullest name, without title.
        role: title and office; None where the text gives none.
        feminine: whether verbs agree with it in the feminine; None where nothing shows.
        plural: whether verbs that follow it agree in the human plural or dual; None where nothing shows.
        head: first word of the mention, folded.
    """

    name: str
    kind: SpeakerKind
    role: str | None = None
    feminine: bool | None = None
    plural: bool | None = None
    head: str = ""

    def agrees(self, *, feminine: bool | None, plural: bool | None) -> bool:
        """Tell whether a verb with this agreement may have the speaker as its elided subject."""
        return _compatible(self.feminine, feminine) and _compatible(self.plural, plural)


def _compatible(mine: bool | None, its: bool | None) -> bool:  # noqa: FBT001 - two features of one kind
    return mine is None or its is None or mine == its


def is_feminine(form: str, classes: int, kind: SpeakerKind, lexicon: Lexicon) -> bool | None:
    """Return the gender in which verbs agree with a phrase whose first word is `form`."""
    if kind == "state" or form.endswith(_FEMININE) or form in lexicon.words["feminine_heads"]:
        return True
    return False if classes & WordClass.SPEAKER else None


def is_plural(form: str, kind: SpeakerKind, lexicon: Lexicon) -> bool | None:
    """Return whether an elided verb after a phrase whose first word is `form` stands in the human plural."""
    if kind not in ("anonymous", "person"):
        return None
    plural = len(form) >= _SHORTEST_PLURAL and form.endswith(_PLURAL)
    return plural or form in lexicon.words["plural_heads"]
