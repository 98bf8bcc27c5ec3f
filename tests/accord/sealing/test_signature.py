import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.accord.sealing.keys import PrivateKey
from sulh.accord.sealing.signature import Signature, SignatureFormatError, check, sign

AT = datetime(2031, 5, 1, 9, 30, tzinfo=timezone(timedelta(hours=3)))
KEY = PrivateKey.new()
DIGEST = "sha256:00ff"
lines = st.text(min_size=1).filter(lambda text: text.strip() and len(text.splitlines()) == 1)


@given(digest=lines, signer=lines.filter(lambda text: text.isprintable()))
def test_a_signature_is_read_as_it_was_written_and_holds(digest: str, signer: str) -> None:
    signature = sign(digest, signer, AT, KEY)
    again = Signature.read(signature.text())
    assert again == signature
    assert check(again, digest, [KEY.public]).valid


def test_the_signed_lines_are_those_that_are_documented() -> None:
    signature = sign(DIGEST, "السهل", AT, KEY)
    message = "sulh-signature-1\nsha256:00ff\nالسهل\n2031-05-01T09:30:00+03:00\n"
    assert KEY.public.confirms(signature.value, message.encode())


def test_another_text_breaks_it() -> None:
    found = check(sign(DIGEST, "Lowland", AT, KEY), "sha256:00fe")
    assert not found.same_text
    assert found.genuine
    assert not found.valid


@pytest.mark.parametrize(
    "changed", [{"digest": "sha256:00fe"}, {"signer": "Upland"}, {"at": "2031-05-01T09:30:01+03:00"}]
)
def test_a_changed_file_is_not_genuine(changed: dict[str, str]) -> None:
    entry = json.loads(sign(DIGEST, "Lowland", AT, KEY).text()) | changed
    signature = Signature.read(json.dumps(entry))
    found = check(signature, signature.digest)
    assert found.same_text
    assert not found.genuine
    assert not found.valid


def test_whose_key_it_is_is_known_only_where_keys_are_expected() -> None:
    signature = sign(DIGEST, "Lowland", AT, KEY)
    assert check(signature, DIGEST).known is None
    assert check(signature, DIGEST).valid
    assert check(signature, DIGEST, [PrivateKey.new().public, KEY.public]).known is True
    stranger = check(signature, DIGEST, [PrivateKey.new().public])
    assert stranger.known is False
    assert not stranger.valid


@pytest.mark.parametrize("signer", ["", "  ", "a\nb"])
def test_a_signer_is_named_on_one_line(signer: str) -> None:
    with pytest.raises(ValueError, match="one line"):
        sign(DIGEST, signer, AT, KEY)


def test_a_time_without_its_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        sign(DIGEST, "Lowland", AT.replace(tzinfo=None), KEY)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"form": "sulh-signature-2"}', "not json"])
def test_what_is_no_signature_is_refused(text: str) -> None:
    with pytest.raises(SignatureFormatError, match="name a file that sulh sign wrote"):
        Signature.read(text)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"digest": 3}, "'digest' is missing"),
        ({"signer": "a\nb"}, "'signer' is missing or no line"),
        ({"at": "yesterday"}, "'at' is no time"),
        ({"at": "2031-05-01T09:30:00"}, "'at' has no offset"),
        ({"key": "é"}, "'key' is not in base64"),
        ({"key": "AAAA"}, "'key' has 3 bytes instead of 32"),
        ({"signature": "AAAA"}, "'signature' has 3 bytes instead of 64"),
    ],
)
def test_a_damaged_signature_says_where(changed: dict[str, object], reason: str) -> None:
    entry = json.loads(sign(DIGEST, "Lowland", AT, KEY).text()) | changed
    with pytest.raises(SignatureFormatError, match=reason):
        Signature.read(json.dumps(entry))


def test_a_time_in_utc_stays_in_utc() -> None:
    at = datetime(2031, 5, 1, tzinfo=UTC)
    assert Signature.read(sign(DIGEST, "Lowland", at, KEY).text()).at == at
