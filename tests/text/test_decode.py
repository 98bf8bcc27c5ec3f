from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.text.decode import Decoded, NotTextError, decode

ARABIC = "قالت الوزارة، أمس الأول، إنّ «المشاورات» مستمرّة في العاصمة (منذ 3 أيام) — وفق وكالة Reuters.\r\n"
OTHERS = [
    ("windows-1251", "Министр сообщил, что переговоры продолжаются в столице третий день подряд."),
    ("koi8-r", "Министр сообщил, что переговоры продолжаются в столице третий день подряд."),
    ("windows-1253", "Ο υπουργός δήλωσε ότι οι συνομιλίες συνεχίζονται στην πρωτεύουσα."),
    ("windows-1254", "Sözcü, görüşmelerin başkentte üç gündür sürdüğünü söyledi."),
    ("windows-1255", "השר אמר כי השיחות נמשכות בבירה זה היום השלישי ברציפות."),
    ("latin-1", "Der Sprecher erklärte, die Gespräche würden für drei Tage über Gebühr verlängert."),
    ("latin-1", "Le porte-parole a déclaré que les négociations étaient prolongées à Genève."),
    ("iso-8859-6", "قالت الوزارة إن المشاورات مستمرة في العاصمة وفق ما نقلته الوكالة."),
    ("cp720", "قالت الوزارة إن المشاورات مستمرة في العاصمة وفق ما نقلته الوكالة."),
    ("gb18030", "发言人表示，谈判已在首都持续三天，双方将继续磋商。"),
    ("big5", "發言人表示，談判已在首都持續三天，雙方將繼續磋商。"),
    ("shift_jis", "報道官は、首都での協議が三日間続いていると述べた。"),
    ("euc-kr", "대변인은 수도에서 사흘째 협의가 계속되고 있다고 말했다."),
]


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\t\n\r\f"), min_size=1))
def test_utf8_is_kept_letter_for_letter(text: str) -> None:
    if text != "\ufeff":
        assert decode(text.encode()) == Decoded(text, "utf-8")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_with_a_byte_order_mark(encoding: str) -> None:
    text = "\ufeff" + ARABIC
    assert decode(text.encode(encoding)) == Decoded(text, encoding)


def test_byte_order_mark_of_utf8_stays() -> None:
    assert decode(b"\xef\xbb\xbfa\r\nb").text == "\ufeffa\r\nb"


@pytest.mark.parametrize("text", [ARABIC, "نعم", "مُفاوَضات جاريـــة", "هدنة Hôtel\n" + ARABIC * 2])
def test_windows_1256_is_read_with_a_notice(text: str) -> None:
    decoded = decode(text.encode("windows-1256"))
    assert (decoded.text, decoded.encoding) == (text, "windows-1256")
    assert "Windows-1256" in (decoded.notice or "")


@pytest.mark.parametrize(("encoding", "text"), OTHERS)
def test_other_encodings_are_refused(encoding: str, text: str) -> None:
    with pytest.raises(NotTextError, match=r"neither UTF-8 nor Windows-1256; save|not a text"):
        decode(text.encode(encoding))


def test_damaged_utf8_is_not_taken_for_windows_1256() -> None:
    with pytest.raises(NotTextError, match="neither UTF-8"):
        decode(ARABIC.encode() + b"\xff")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf", "the file is empty"),
        (b"\xff\xfe", "the file is empty"),
        (b"\xff\xfea", "begins like UTF-16"),
        (b"\xff\xfe\x00\xd8", "begins like UTF-16"),
        ("هدنة".encode("utf-16-le") + b"a\0", r"not a text file: .* U\+0006 at offset 1;"),
        (b"ab\0", r"not a text file: .* U\+0000 at offset 2;"),
        (b"\x89PNG\r\n\x1a\n\0\0", r"not a text file: .* U\+001A"),
        ("\ufeffهد\x1bنة".encode("utf-16-le"), r"not a text file: .* U\+001B at offset 3"),
        (b"caf\xe9", "neither UTF-8"),
        (b"\x80 12", "neither UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(NotTextError, match=reason):
        decode(data)


def test_a_stray_control_character_is_kept_with_a_notice() -> None:
    text = ARABIC * 2 + "\x1a"
    assert decode(text.encode()) == Decoded(
        text,
        "utf-8",
        f"has 1 control character(s), the first U+001A at offset {len(text) - 1}; they are kept",
    )
    assert "Windows-1256, because it is not UTF-8; " in (decode(text.encode("cp1256")).notice or "")
    with pytest.raises(NotTextError, match=r"not a text file: .* the first U\+0000"):
        decode((ARABIC * 2 + "\0").encode())


@given(
    st.binary()
    | st.binary().map(b"\xff\xfe".__add__)
    | st.text().map(lambda text: text.encode("cp1256", "ignore"))
)
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with suppress(NotTextError):
        decoded = decode(data)
        assert decoded.text.encode(decoded.encoding) == data
