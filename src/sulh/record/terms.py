"""What a text is about, as a set of terms that can be compared with another text's."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from sulh.record.lexicon import Lexicon
from sulh.text.normal import fold

_SHORTEST: Final = 3  # letters
_PREFIXES: Final = ("وبال", "وال", "بال", "كال", "فال", "لل", "ال", "وب", "ول", "و", "ب", "ل", "ك")
_SUFFIXES: Final = ("اتها", "اته", "ات", "ها", "هم", "ين", "ون", "يه", "ه", "ي")


def forms_of(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded and without marks."""
    words = (fold("".join(filter(str.isalnum, word))) for word in text.split())
    return tuple(word for word in words if word)


def terms(text: str, lexicon: Lexicon, concepts: Sequence[frozenset[str]]) -> frozenset[str]:
    """Return the stems of the longer words of a text, words of one concept as one term."""
    found: set[str] = set()
    for form in forms_of(text):
        bare = without_prefix(form)
        concept = next((min(group) for group in concepts if bare in group or form in group), None)
        if concept is not None:
            found.add(concept)
        elif len(bare) >= _SHORTEST and form not in lexicon.words["common_terms"]:
            found.add(_without_suffix(bare))
    return frozenset(found)


@lru_cache(maxsize=1 << 14)
def without_prefix(form: str) -> str:
    """Return a folded word without conjunction, preposition and article, as far as a word remains."""
    return next(
        (
            form.removeprefix(prefix)
            for prefix in _PREFIXES
            if form.startswith(prefix) and len(form) - len(prefix) >= _SHORTEST
        ),
        form,
    )


@lru_cache(maxsize=1 << 14)
def _without_suffix(form: str) -> str:
    return next(
        (
            form.removesuffix(suffix)
            for suffix in _SUFFIXES
            if form.endswith(suffix) and len(form) - len(suffix) >= _SHORTEST
        ),
        form,
    )
