import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519

from sulh.accord.sealing.keys import KeyFormatError, PrivateKey, PublicKey

PEM = serialization.Encoding.PEM
OPENSSH = serialization.Encoding.OpenSSH


def test_the_first_vector_of_rfc_8032() -> None:
    public = PublicKey(bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"))
    signature = bytes.fromhex(
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
        "d25bf5f0595bbe24655141438e7a100b"
    )
    assert public.confirms(signature, b"")
    assert not public.confirms(signature, b" ")
    assert not public.confirms(signature[:-1], b"")


@pytest.mark.parametrize("password", [None, "الصلح خير"])
def test_a_key_is_read_as_it_was_written(password: str | None) -> None:
    key = PrivateKey.new()
    again = PrivateKey.read(key.pem(password), password)
    assert again.public == key.public
    assert again.sign(b"text") == key.sign(b"text")
    assert PublicKey.read(key.public.pem()) == key.public


def test_two_new_keys_differ() -> None:
    assert PrivateKey.new().public != PrivateKey.new().public


def test_keys_in_the_form_of_openssh_are_read() -> None:
    key = ed25519.Ed25519PrivateKey.generate()
    private = key.private_bytes(PEM, serialization.PrivateFormat.OpenSSH, serialization.NoEncryption())
    public = key.public_key().public_bytes(OPENSSH, serialization.PublicFormat.OpenSSH)
    assert PrivateKey.read(private).public == PublicKey.read(public)


def test_an_encrypted_key_wants_its_password() -> None:
    data = PrivateKey.new().pem("one")
    with pytest.raises(KeyFormatError, match="is encrypted; give its password"):
        PrivateKey.read(data)
    with pytest.raises(KeyFormatError, match="another password"):
        PrivateKey.read(data, "two")


def test_a_password_for_a_key_that_has_none_is_refused() -> None:
    with pytest.raises(KeyFormatError, match="is not encrypted"):
        PrivateKey.read(PrivateKey.new().pem(), "one")


def test_a_key_of_another_kind_is_refused() -> None:
    other = ec.generate_private_key(ec.SECP256R1())
    private = other.private_bytes(PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    public = other.public_key().public_bytes(PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    with pytest.raises(KeyFormatError, match="another kind"):
        PrivateKey.read(private)
    with pytest.raises(KeyFormatError, match="another kind"):
        PublicKey.read(public)


@pytest.mark.parametrize("data", [b"", b"ssh-ed25519 broken", b"-----BEGIN PUBLIC KEY-----\nAAAA\n"])
def test_what_is_no_key_is_refused(data: bytes) -> None:
    with pytest.raises(KeyFormatError, match="no public key"):
        PublicKey.read(data)
    with pytest.raises(KeyFormatError, match="no private key"):
        PrivateKey.read(data)


def test_a_private_key_does_not_show_itself() -> None:
    key = PrivateKey.new()
    assert key.pem().decode().splitlines()[1] not in repr(key)
