"""Drafts of an agreement: the text that a package of options makes, and what moved between two drafts.

- `changes`: clauses added, removed, moved, renumbered, reworded; brackets opened, closed, changed.
- `fill`, `outline`: a text with the wordings of the options chosen, and brackets where none is.
"""

from sulh.accord.drafts.brackets import BracketChange
from sulh.accord.drafts.changes import Changes, ClauseChange, changes
from sulh.accord.drafts.filling import Filled, Slot, Suggestion, fill, outline

__all__ = [
    "BracketChange",
    "Changes",
    "ClauseChange",
    "Filled",
    "Slot",
    "Suggestion",
    "changes",
    "fill",
    "outline",
]
