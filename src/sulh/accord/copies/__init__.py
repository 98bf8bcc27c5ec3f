"""Counterpart copies: are they one text, clause by clause, within a language and across languages?

- `compare`: the answer, a `Comparison` of `Difference`s and `Remark`s.
- `canonical`, `digest`, `copy_digest`: what counts as the same text, and its fingerprint.
- `runs`: the difference of two texts word by word.
"""

from sulh.accord.copies.canonical import canonical, copy_digest, digest
from sulh.accord.copies.compare import compare
from sulh.accord.copies.comparison import Comparison, Difference, Remark
from sulh.accord.copies.difference import Run, runs

__all__ = [
    "Comparison",
    "Difference",
    "Remark",
    "Run",
    "canonical",
    "compare",
    "copy_digest",
    "digest",
    "runs",
]
