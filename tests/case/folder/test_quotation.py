import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.case.folder.quotation import Text, is_unique, locate
from sulh.text.span import Span


@given(st.text("ab ", max_size=12), st.text("ab ", min_size=1, max_size=3))
def test_only_what_stands_once_is_located(whole: str, words: str) -> None:
    text = Text(whole, Span(0, len(whole)))
    spans = [Span(i, i + len(words)) for i in range(len(whole)) if whole.startswith(words, i)]
    if len(spans) == 1:
        assert locate(words, text) == spans[0]
    else:
        with pytest.raises(ValueError, match=r"do not stand|times"):
            locate(words, text)
    assert [is_unique(span, text) for span in spans] == [len(spans) == 1] * len(spans)


def test_the_front_matter_is_not_searched() -> None:
    text = Text("said; said", Span(6, 10))
    assert locate("said", text) == Span(6, 10)
    assert not is_unique(Span(0, 4), text)


def test_many_places_are_not_all_shown() -> None:
    with pytest.raises(
        ValueError, match=r"5 times in the dispatch, at \[0, 1\], \[1, 2\], \[2, 3\], …; give"
    ):
        locate("a", Text("aaaaa", Span(0, 5)))
