from hypothesis import given
from hypothesis import strategies as st

from sulh.brief.highlight import pieces
from sulh.brief.page import Highlight, Passage
from sulh.text.span import Span

SPANS = st.tuples(st.integers(0, 40), st.integers(0, 12)).map(lambda p: Span(p[0], p[0] + p[1]))
HIGHLIGHTS = st.lists(st.lists(SPANS, min_size=1, max_size=3), max_size=5).map(
    lambda many: tuple(Highlight(f"at-{i}", tuple(spans)) for i, spans in enumerate(many))
)


@given(st.text(max_size=30), HIGHLIGHTS, st.integers(0, 8))
def test_pieces_are_the_text_and_each_highlight_begins_once(
    text: str, highlights: tuple[Highlight, ...], offset: int
) -> None:
    found = pieces(Passage(text, "en", offset, highlights))
    assert "".join(piece.text for piece in found) == text
    begun = [highlight.id for piece in found for highlight in piece.begins]
    assert sorted(begun) == sorted(highlight.id for highlight in highlights)


@given(st.text(max_size=30), HIGHLIGHTS, st.integers(0, 8))
def test_a_highlight_covers_exactly_its_characters(
    text: str, highlights: tuple[Highlight, ...], offset: int
) -> None:
    found = pieces(Passage(text, "en", offset, highlights))
    for highlight in highlights:
        wanted = {
            i for span in highlight.spans for i in range(span.start - offset, span.end - offset)
            if 0 <= i < len(text)
        }  # fmt: skip
        if not wanted:
            continue
        covered: set[int] = set()
        at = 0
        for piece in found:
            if highlight in piece.begins + piece.continues:
                covered |= set(range(at, at + len(piece.text)))
            at += len(piece.text)
        assert covered == wanted


def test_overlapping_highlights_are_cut_at_each_boundary() -> None:
    first, second = Highlight("a", (Span(0, 4),)), Highlight("b", (Span(2, 6),))
    found = pieces(Passage("abcdefgh", "en", 0, (first, second)))
    assert [(p.text, p.begins, p.continues) for p in found] == [
        ("ab", (first,), ()),
        ("cd", (second,), (first,)),
        ("ef", (), (second,)),
        ("gh", (), ()),
    ]
