from hypothesis import example, given
from hypothesis import strategies as st

from sulh.text import Span

spans = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda ends: Span(*sorted(ends)))


@given(spans, st.text(max_size=20))
def test_of_is_the_slice(span: Span, text: str) -> None:
    assert span.of(text) == "".join(
        character for at, character in enumerate(text) if span.start <= at < span.end
    )


@given(spans, st.integers(0, 9), st.text(min_size=29))
def test_shift_names_the_same_characters_further_on(span: Span, by: int, text: str) -> None:
    assert span.shift(by).of("x" * by + text) == span.of(text)
    assert span.shift(by).shift(-by) == span


@given(spans, spans)
@example(Span(2, 2), Span(0, 4))
def test_overlaps_means_a_shared_code_point(one: Span, other: Span) -> None:
    shared = set(range(*one)) & set(range(*other))
    assert one.overlaps(other) == other.overlaps(one) == bool(shared)
