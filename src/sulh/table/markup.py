"""XML from outside, read safely: no entities, no other files, no more than 20 MB, no recursion."""

from dataclasses import dataclass, field
from typing import Final, NoReturn
from xml.parsers import expat

LARGEST: Final = 20_000_000
"""The most bytes that are read."""


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a document.

    Attributes:
        depth: 0 for the root.
        attributes: pairs of name and value, in the order of the document.
        text: what stands directly in it, without the white space around it.
        line: where it begins, from 1; two elements that differ only in it are equal.
    """

    depth: int
    name: str
    attributes: tuple[tuple[str, str], ...]
    text: str = ""
    line: int = field(default=0, compare=False)

    def get(self, attribute: str) -> str | None:
        """Return the value of `attribute`, or None where there is none."""
        return dict(self.attributes).get(attribute)


class MarkupError(ValueError):
    """A document cannot be read.

    Attributes:
        line: where, from 1; None where it is the document as a whole.
    """

    def __init__(self, reason: str, line: int | None) -> None:
        """Say what is wrong and what to do."""
        super().__init__(reason)
        self.line = line


def parse(data: bytes) -> tuple[Element, ...]:
    """Return the elements of an XML document, each before those in it.

    Raises:
        MarkupError: it is not well-formed, is too large, or has a document type declaration.
    """
    if len(data) > LARGEST:
        reason = f"larger than {LARGEST // 1_000_000} MB; nothing of it was read"
        raise MarkupError(reason, None)
    return _Reader().read(data)


class _Reader:
    """Collects elements as expat meets them."""

    def __init__(self) -> None:
        self._elements: list[Element] = []
        self._texts: list[list[str]] = []
        self._open: list[int] = []
        self._parser = expat.ParserCreate()
        self._parser.ordered_attributes = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._refuse

    def read(self, data: bytes) -> tuple[Element, ...]:
        try:
            self._parser.Parse(data, True)  # noqa: FBT003 - the signature is expat's
        except expat.ExpatError as error:
            reason = f"not well-formed XML: {expat.ErrorString(error.code)}; correct it"
            raise MarkupError(reason, error.lineno) from None
        except (LookupError, ValueError) as error:
            if isinstance(error, MarkupError):
                raise
            reason = f"the encoding that it declares cannot be read ({error}); save it as UTF-8"
            raise MarkupError(reason, 1) from None
        texts = ("".join(pieces).strip() for pieces in self._texts)
        return tuple(
            Element(element.depth, element.name, element.attributes, text, element.line)
            for element, text in zip(self._elements, texts, strict=True)
        )

    def _start(self, name: str, attributes: list[str]) -> None:
        pairs = tuple(zip(attributes[::2], attributes[1::2], strict=True))
        self._elements.append(Element(len(self._open), name, pairs, line=self._parser.CurrentLineNumber))
        self._texts.append([])
        self._open.append(len(self._elements) - 1)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        self._texts[self._open[-1]].append(text)

    def _refuse(self, *_: object) -> NoReturn:
        reason = "it has a document type declaration, which is not read from outside; remove it"
        raise MarkupError(reason, self._parser.CurrentLineNumber)
