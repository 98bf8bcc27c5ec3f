"""Signatures under the digest of an agreement text: keys, signing, and checking."""

from sulh.accord.sealing.keys import KeyFormatError, PrivateKey, PublicKey
from sulh.accord.sealing.signature import Checked, Signature, SignatureFormatError, check, sign

__all__ = [
    "Checked",
    "KeyFormatError",
    "PrivateKey",
    "PublicKey",
    "Signature",
    "SignatureFormatError",
    "check",
    "sign",
]
