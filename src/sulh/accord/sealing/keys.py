"""Ed25519 keys (RFC 8032) as files hold them: PEM (PKCS 8, SubjectPublicKeyInfo) or OpenSSH."""

from dataclasses import dataclass
from typing import Final, Self

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_OPENSSH_PRIVATE: Final = b"-----BEGIN OPENSSH PRIVATE KEY-----"
_OPENSSH_PUBLIC: Final = b"ssh-"


class KeyFormatError(ValueError):
    """A key file cannot be used; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """With it anybody can check a signature.

    Attributes:
        raw: its 32 bytes.
    """

    raw: bytes

    @classmethod
    def read(cls, data: bytes) -> Self:
        """Return the key that a file holds.

        Raises:
            KeyFormatError: it holds no Ed25519 public key.
        """
        try:
            if data.startswith(_OPENSSH_PUBLIC):
                key: object = serialization.load_ssh_public_key(data)
            else:
                key = serialization.load_pem_public_key(data)
        except (ValueError, UnsupportedAlgorithm) as error:
            message = "no public key in PEM or OpenSSH form; name the .pub file of an Ed25519 key"
            raise KeyFormatError(message) from error
        if not isinstance(key, Ed25519PublicKey):
            message = "the key is of another kind; make an Ed25519 key with: sulh key"
            raise KeyFormatError(message)
        return cls(key.public_bytes_raw())

    def pem(self) -> bytes:
        """Return the key as a file holds it."""
        return Ed25519PublicKey.from_public_bytes(self.raw).public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )

    def confirms(self, signature: bytes, message: bytes) -> bool:
        """Tell whether the owner of the key signed exactly this message."""
        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True


class PrivateKey:
    """Its owner signs with it; neither its text form nor its repr tells it."""

    def __init__(self, key: Ed25519PrivateKey) -> None:
        """Keep the key."""
        self._key = key

    @classmethod
    def new(cls) -> Self:
        """Return a new key from the operating system's source of randomness."""
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def read(cls, data: bytes, password: str | None = None) -> Self:
        """Return the key that a file holds.

        Args:
            data: of the file.
            password: where the file is encrypted.

        Raises:
            KeyFormatError: it holds no Ed25519 private key, or the password is wrong or missing.
        """
        load = (
            serialization.load_ssh_private_key
            if data.startswith(_OPENSSH_PRIVATE)
            else serialization.load_pem_private_key
        )
        try:
            key = load(data, password.encode() if password else None)
        except TypeError as error:
            needed = "is encrypted; give its password" if password is None else "is not encrypted"
            message = f"the key {needed}"
            raise KeyFormatError(message) from error
        except (ValueError, UnsupportedAlgorithm) as error:
            message = "no private key in PEM or OpenSSH form, or another password; check the file"
            raise KeyFormatError(message) from error
        if not isinstance(key, Ed25519PrivateKey):
            message = "the key is of another kind; make an Ed25519 key with: sulh key"
            raise KeyFormatError(message)
        return cls(key)

    def pem(self, password: str | None = None) -> bytes:
        """Return the key as a file holds it, encrypted where there is a password."""
        return self._key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(password.encode())
            if password
            else serialization.NoEncryption(),
        )

    @property
    def public(self) -> PublicKey:
        """The key with which others check."""
        return PublicKey(self._key.public_key().public_bytes_raw())

    def sign(self, message: bytes) -> bytes:
        """Return the 64 bytes of the signature; the same key and message always give the same."""
        return self._key.sign(message)
