import pytest
from hypothesis import strategies as st

_PIECES = [
    *(
        "# ",
        "## ",
        "### 2. ",
        "1. ",
        "1.1 ",
        "2) ",
        "(a) ",
        "(i) ",
        "أ) ",
        "هـ - ",
        "المادة ٣: ",
        "Article 3",
    ),
    *("أولاً: ", "Annex B\n", "- ", "| a | b |\n", "   ", "\t", "\n", "\n\n", "\r\n", "\r\n\r\n"),
    *("[[A: x | B, C: y]]", "[[A: x | :]]", "[[", "]]", " | ", "A: ", "{>> Jo: why <<}", "{>>", "<<}"),
    *(" {#x}", " {#y by=a to=b}", '{#z within="10 days"}', "{#", "{by=a}", '"', "{", "}", "\\", "\\#"),
    *("words", " and more ", "وقف إطلاق النار", "٢٠١٧", "\u200f", "\ufeff", "\u2067", "é", "𐤀"),
]


def texts() -> st.SearchStrategy[str]:
    """Return texts made of the marks of the format, well written or not."""
    front = st.sampled_from(["", '+++\ntitle = "T"\n+++\n', "\ufeff+++\r\nparties = 1\r\n+++\r\n"])
    body = st.lists(st.sampled_from(_PIECES) | st.text(max_size=3), max_size=30).map("".join)
    return st.builds(str.__add__, front, body)


@pytest.fixture(scope="session")
def marked_texts() -> st.SearchStrategy[str]:
    return texts()
