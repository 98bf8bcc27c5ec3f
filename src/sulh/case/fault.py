"""What is wrong with an input, and where."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that a person has to mend.

    Attributes:
        file: path as the user gave it, or relative to the case folder.
        line: from 1; None where the fault has no line (a missing file).
        reason: what is wrong and what to do, one sentence each, on one line.
    """

    file: str
    line: int | None
    reason: str

    def __str__(self) -> str:
        """Return `file:line: reason`, the form of compilers, which editors can follow."""
        return f"{self.file}:{self.line or 1}: {self.reason}"
