"""Keep the bidirectional controls of a foreign string inside that string.

A string from a case may hold embeddings, overrides and isolates (U+202A–U+202E, U+2066–U+2069) that are not
closed, or that close what the page opened; shown as it is, it could reorder the words around it (Unicode
Technical Report 36, section 2.5.1).
"""

from typing import Final

_OPENS: Final = dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c") | dict.fromkeys(
    "\u2066\u2067\u2068", "\u2069"
)
_CLOSES: Final = frozenset(_OPENS.values())


def balanced(text: str) -> str:
    """Return `text` with every control closed, and without those that close what the text did not open."""
    if not any(char in _OPENS or char in _CLOSES for char in text):
        return text
    open_: list[str] = []
    kept: list[str] = []
    for char in text:
        if char in _OPENS:
            open_.append(_OPENS[char])
        elif char in _CLOSES:
            if not open_ or open_[-1] != char:
                continue
            open_.pop()
        kept.append(char)
    return "".join((*kept, *reversed(open_)))
