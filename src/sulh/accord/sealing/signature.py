"""A detached signature under the digest of an agreement text.

What is signed are these lines in UTF-8, each ended by a line feed, so that any Ed25519 program (RFC 8032) can
check it without sulh:

    sulh-signature-1
    the digest, such as sha256:…
    the signer
    the time, as in RFC 3339
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Self

from sulh.accord.sealing.keys import PrivateKey, PublicKey

_FORM: Final = "sulh-signature-1"
_LENGTHS: Final = {"key": 32, "signature": 64}


class SignatureFormatError(ValueError):
    """A signature file cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed which text when.

    Attributes:
        digest: of the text.
        signer: as the signer names itself; nothing but the key proves who it is.
        at: when, by the signer's own clock, with its offset from UTC.
        key: with which the signature can be checked.
        value: 64 bytes.
    """

    digest: str
    signer: str
    at: datetime
    key: PublicKey
    value: bytes

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the signature that a file holds.

        Raises:
            SignatureFormatError: it holds none.
        """
        try:
            entry = json.loads(text)
        except ValueError as error:
            message = "no signature in JSON; name a file that sulh sign wrote"
            raise SignatureFormatError(message) from error
        if not isinstance(entry, dict) or entry.get("form") != _FORM:
            message = f"not a signature of the form {_FORM}; name a file that sulh sign wrote"
            raise SignatureFormatError(message)
        return cls(
            _word(entry, "digest"),
            _word(entry, "signer"),
            _moment(entry),
            PublicKey(_bytes(entry, "key")),
            _bytes(entry, "signature"),
        )

    def text(self) -> str:
        """Return the signature as a file holds it."""
        entry = {
            "form": _FORM,
            "digest": self.digest,
            "signer": self.signer,
            "at": self.at.isoformat(),
            "key": b64encode(self.key.raw).decode(),
            "signature": b64encode(self.value).decode(),
        }
        return json.dumps(entry, ensure_ascii=False, indent=2) + "\n"


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of a signature found.

    Attributes:
        same_text: the signature is under the digest of this very text.
        genuine: the owner of the key in the file signed that digest, under that name, with that time.
        known: the key is one of those that were expected; None where none was named, so that nobody vouches
            for whose key it is.
    """

    same_text: bool
    genuine: bool
    known: bool | None

    @property
    def valid(self) -> bool:
        """Whether nothing speaks against the signature."""
        return self.same_text and self.genuine and self.known is not False


def sign(digest: str, signer: str, at: datetime, key: PrivateKey) -> Signature:
    """Sign the digest of a text.

    Raises:
        ValueError: the signer's name has a line break, or is empty; or the time has no offset from UTC.
    """
    if not signer.strip() or len(signer.splitlines()) != 1:
        message = "the signer's name is one line, and not empty"
        raise ValueError(message)
    if at.tzinfo is None:
        message = "the time of signing needs its offset from UTC"
        raise ValueError(message)
    return Signature(digest, signer, at, key.public, key.sign(_message(digest, signer, at)))


def check(signature: Signature, digest: str, expected: Collection[PublicKey] = ()) -> Checked:
    """Check a signature against the digest of a text, and its key against those that are expected."""
    message = _message(signature.digest, signature.signer, signature.at)
    return Checked(
        same_text=signature.digest == digest,
        genuine=signature.key.confirms(signature.value, message),
        known=signature.key in expected if expected else None,
    )


def _message(digest: str, signer: str, at: datetime) -> bytes:
    return "".join(f"{line}\n" for line in (_FORM, digest, signer, at.isoformat())).encode()


def _word(entry: dict[str, object], name: str) -> str:
    value = entry.get(name)
    if not isinstance(value, str) or not value or len(value.splitlines()) != 1:
        message = f"{name!r} is missing or no line of text; ask the signer for the file as it was written"
        raise SignatureFormatError(message)
    return value


def _moment(entry: dict[str, object]) -> datetime:
    word = _word(entry, "at")
    try:
        at = datetime.fromisoformat(word)
    except ValueError as error:
        message = "'at' is no time; ask the signer for the file as it was written"
        raise SignatureFormatError(message) from error
    if at.tzinfo is None:
        message = "'at' has no offset from UTC; ask the signer for the file as it was written"
        raise SignatureFormatError(message)
    return at


def _bytes(entry: dict[str, object], name: str) -> bytes:
    word = _word(entry, name)
    try:
        value = b64decode(word, validate=True)
    except ValueError as error:
        message = f"{name!r} is not in base64; ask the signer for the file as it was written"
        raise SignatureFormatError(message) from error
    if len(value) != _LENGTHS[name]:
        message = f"{name!r} has {len(value)} bytes instead of {_LENGTHS[name]}; ask for the file anew"
        raise SignatureFormatError(message)
    return value
