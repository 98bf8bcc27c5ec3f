"""From bytes to text: UTF-8, UTF-16 with a byte order mark, or Windows-1256 where it is plausible."""

import re
from dataclasses import dataclass
from typing import Final

_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_BYTE_ORDER_MARKS: Final = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
# What stands inside Arabic words without being a letter of them: vowel signs, tatweel, joiners.
_WITHIN_WORDS: Final = re.compile("[\u064b-\u0652\u0640\u200c-\u200f]+")
_FOREIGN_WORD: Final = re.compile(r"[a-zA-Z]*[^\W\d_a-zA-Z][^\W\d_]*")
_ARABIC_WORD: Final = re.compile("[\u0621-\u064a]+")
_SYMBOL: Final = re.compile(r"[^\w\s\x00-\x7f،؛؟“”„«»‘’‹›–—…•]")
_CONTROLS: Final = 0.01  # a stray one occurs in real news texts, more than one in a hundred does not
_WORDS_ARABIC: Final = 0.9
_SYMBOLS_PER_WORD: Final = 0.1


class NotTextError(ValueError):
    """Bytes that are no text that can be read; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text as it stands in its file, newlines and byte order mark included.

    Attributes:
        encoding: `utf-8`, `utf-16-le`, `utf-16-be` or `windows-1256`.
        notice: what a person should know about the reading; None where there is nothing.
    """

    text: str
    encoding: str
    notice: str | None = None


def decode(data: bytes) -> Decoded:
    """Return the text of a file.

    A byte order mark stays in the text as U+FEFF, because offsets count it.

    Raises:
        NotTextError: if the file is empty, is not text, or is in another encoding.
    """
    if data.removeprefix(b"\xef\xbb\xbf").strip() in {b"", *_BYTE_ORDER_MARKS}:
        msg = "the file is empty"
        raise NotTextError(msg)
    notices = []
    encoding = _BYTE_ORDER_MARKS.get(data[:2], "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        if encoding != "utf-8":
            msg = "the file begins like UTF-16 but is not; save it as UTF-8"
            raise NotTextError(msg) from None
        encoding = "windows-1256"
        text = data.decode(encoding)
        notices.append(
            "read as Windows-1256, because it is not UTF-8; if the letters are wrong, save it as UTF-8"
        )
    if controls := _CONTROL.findall(text):
        first = f"U+{ord(controls[0]):04X} at offset {text.index(controls[0])}"
        if "\0" in controls or len(controls) > _CONTROLS * len(text):
            msg = f"not a text file: it has control characters, the first {first}; save it as plain text"
            raise NotTextError(msg)
        notices.append(f"has {len(controls)} control character(s), the first {first}; they are kept")
    if encoding == "windows-1256" and not _plausibly_arabic(text):
        msg = "the file is neither UTF-8 nor Windows-1256; save it as UTF-8"
        raise NotTextError(msg)
    return Decoded(text, encoding, "; ".join(notices) or None)


def _plausibly_arabic(text: str) -> bool:
    """Tell whether `text`, decoded as Windows-1256, is what its writer saw.

    Every byte means something in Windows-1256, so decoding never fails. But its Arabic letters lie between
    the accented letters of French: a text in another 8-bit encoding becomes words that mix the two scripts,
    and one in a multi-byte encoding becomes letters between symbols. So nine in ten words with a letter
    outside ASCII have to be Arabic throughout, with less than one unusual symbol in ten such words.
    """
    text = _WITHIN_WORDS.sub("", text)
    words = _FOREIGN_WORD.findall(text)
    arabic = sum(_ARABIC_WORD.fullmatch(word) is not None for word in words)
    symbols = sum(1 for _ in _SYMBOL.finditer(text))
    return 0 < arabic >= _WORDS_ARABIC * len(words) and symbols <= _SYMBOLS_PER_WORD * arabic
