from hypothesis import given
from hypothesis import strategies as st

from sulh.text.normal import fold
from sulh.text.scan import Scan, with_clitics


def test_pieces_are_words_digits_signs_and_blank_lines() -> None:
    scan = Scan("في ٢٧/12\n\nDec.", {})
    assert list(scan.words) == ["في", "27", "/", "12", "\n\n", "dec", "."]
    assert [scan.joined(at) for at in range(8)] == [False, False, True, True, True, True, True, False]
    assert [scan.digits(at) for at in range(-1, 4)] == [False, False, True, False, True]
    assert scan.word(-1) == scan.word(7) == ""
    assert (scan.original(1), scan.original(5)) == ("٢٧", "Dec")


def test_clitics_become_pieces_of_their_own() -> None:
    text = "وللأسبوع وأمس"
    scan = Scan(text, with_clitics([fold("الأسبوع"), fold("أمس"), "today"]))
    assert list(scan.words) == ["ول", "الاسبوع", "و", "امس"]
    assert [scan.original(at) for at in range(4)] == ["ول", "لأسبوع", "و", "أمس"]
    assert scan.joined(1)


def test_raised_digits_do_not_join_the_number_before() -> None:
    assert list(Scan("10² 1½ ①", {}).words) == ["10", "^", "1", "^", "^"]


@given(st.text())
def test_pieces_lie_in_the_text_in_order(text: str) -> None:
    scan = Scan(text, {})
    spans = [scan.span(at, at + 1) for at in range(len(scan.words))]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert spans == sorted(spans)
