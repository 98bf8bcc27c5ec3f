"""Labels and sentences of the program in the reader's language: gettext catalogues."""

import gettext
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal

SOURCE_LANGUAGE: Final = "en"
LANGUAGES: Final = ("ar", "en")
_RIGHT_TO_LEFT: Final = frozenset({"ar"})


class CatalogueError(RuntimeError):
    """A catalogue of messages is not there: the language is unknown, or its catalogue is not compiled."""


@dataclass(frozen=True, slots=True)
class Messages:
    """The messages of one language.

    Attributes:
        language: BCP 47 tag.
    """

    language: str
    _catalogue: gettext.NullTranslations

    @property
    def direction(self) -> Literal["rtl", "ltr"]:
        """The direction in which the language is written, in the words of HTML."""
        return "rtl" if self.language in _RIGHT_TO_LEFT else "ltr"

    def gettext(self, message: str) -> str:
        """Return the wording of `message`."""
        return self._catalogue.gettext(message)

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """Return the wording that the language uses for `count` things (Arabic has six forms)."""
        return self._catalogue.ngettext(singular, plural, count)

    def pgettext(self, context: str, message: str) -> str:
        """Return the wording of `message` where one English word has several senses."""
        return self._catalogue.pgettext(context, message)


@cache
def translator(language: str) -> Messages:
    """Return the messages of `language`.

    Args:
        language: one of `LANGUAGES`; English is the language of the sources and needs no catalogue.

    Raises:
        CatalogueError: the language has no messages, or its catalogue is not compiled.
    """
    if language not in LANGUAGES:
        msg = f"sulh has no messages in {language!r}; use one of {', '.join(LANGUAGES)}"
        raise CatalogueError(msg)
    if language == SOURCE_LANGUAGE:
        return Messages(language, gettext.NullTranslations())
    catalogue = files("sulh").joinpath("locale", language, "LC_MESSAGES", "sulh.mo")
    try:
        with catalogue.open("rb") as compiled:
            return Messages(language, gettext.GNUTranslations(compiled))
    except FileNotFoundError:
        msg = f"{catalogue}: the catalogue is not compiled; install sulh again (pip install -e .)"
        raise CatalogueError(msg) from None
