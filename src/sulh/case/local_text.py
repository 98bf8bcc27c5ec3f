"""One wording in several languages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LocalText:
    """The same title or label in several languages, in the order in which the case gives them.

    Attributes:
        wordings: pairs of BCP 47 language tag and text; never empty.
    """

    wordings: tuple[tuple[str, str], ...]

    def within(self, language: str) -> str:
        """Return the wording in `language`, or the first one where there is none."""
        return dict(self.wordings).get(language, self.wordings[0][1])

    def languages(self) -> tuple[str, ...]:
        """Return the languages that have a wording."""
        return tuple(language for language, _ in self.wordings)
