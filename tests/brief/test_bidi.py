from hypothesis import given
from hypothesis import strategies as st

from sulh.brief.bidi import balanced

OPENS = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
CLOSES = "\u202c\u2069"
TEXTS = st.text(st.sampled_from("aب1 " + OPENS + CLOSES))


@given(TEXTS)
def test_what_is_opened_is_closed_in_order(text: str) -> None:
    stack: list[str] = []
    for char in balanced(text):
        if char in OPENS:
            stack.append("\u2069" if char >= "\u2066" else "\u202c")
        elif char in CLOSES:
            assert stack.pop() == char
    assert not stack


@given(TEXTS)
def test_only_controls_change(text: str) -> None:
    letters = str.maketrans("", "", OPENS + CLOSES)
    assert balanced(text).translate(letters) == text.translate(letters)
    assert balanced(balanced(text)) == balanced(text)


def test_a_stray_end_is_dropped_and_an_open_override_closed() -> None:
    assert balanced("a\u2069b") == "ab"
    assert balanced("\u202eabc") == "\u202eabc\u202c"
    assert balanced("\u2066a\u2069") == "\u2066a\u2069"
