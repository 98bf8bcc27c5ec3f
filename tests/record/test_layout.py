import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.record.layout import lay_out
from sulh.record.lexicon import arabic
from sulh.text.span import Span

TITLE = "هيئة المرفأ تفتح الطريق"
LINE = "عادت السفن إلى أرصفتها بعد العاصفة."


def _lines(text: str) -> list[str]:
    return [line.of(text) for line in lay_out(text, Span(0, len(text)), arabic()).lines]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2029", "\n \n\t\n"])
def test_title_and_lines(end: str) -> None:
    text = f"  {TITLE} {end}{LINE}{end}"
    layout = lay_out(text, Span(0, len(text)), arabic())
    assert layout.title is not None
    assert layout.title.of(text) == TITLE
    assert _lines(text) == [TITLE, LINE]


def test_a_repeated_title_is_read_once() -> None:
    assert _lines(f"{TITLE}\n{LINE}\n{TITLE}\n") == [TITLE, LINE]


@pytest.mark.parametrize("furniture", ["اقرأ أيضا: عودة السفن", "Spread the love", "جميع الحقوق محفوظة"])
def test_furniture_is_left_out(furniture: str) -> None:
    assert _lines(f"{TITLE}\n{furniture}\n{LINE}") == [TITLE, LINE]


def test_a_long_line_is_no_furniture() -> None:
    sentence = "مشاركة السفن " + "كلها " * 20
    assert sentence.strip() in _lines(f"{TITLE}\n{sentence}")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("المصدر: الجسر", ("الجسر",)),
        ("المصدر : الجسر + الضفاف.", ("الجسر + الضفاف",)),
        ("المصادر: الجسر، الضفاف/ المرفأ", ("الجسر", "الضفاف", "المرفأ")),
        ("المصدر: الجسر   -   الضفاف و-المرفأ", ("الجسر", "الضفاف", "المرفأ")),
        ("المصدر:", ()),
    ],
)
def test_the_credit_line(line: str, names: tuple[str, ...]) -> None:
    text = f"{TITLE}\n{LINE}\n{line}"
    assert lay_out(text, Span(0, len(text)), arabic()).credited == names
    assert _lines(text) == [TITLE, LINE]


@pytest.mark.parametrize("first", ["كلمة " * 31, "كلمة،" * 100])
def test_a_paragraph_is_no_title(first: str) -> None:
    text = f"{first}\n{LINE}"
    assert lay_out(text, Span(0, len(text)), arabic()).title is None


def test_a_single_line_is_no_title() -> None:
    assert lay_out(TITLE, Span(0, len(TITLE)), arabic()).title is None


def test_only_the_body_is_read() -> None:
    text = f"menu\n{TITLE}\n{LINE}\nfooter"
    body = Span(5, len(text) - 7)
    assert [line.of(text) for line in lay_out(text, body, arabic()).lines] == [TITLE, LINE]


@given(st.text(alphabet=st.sampled_from("اب:. \r\n\t\u2028المصدر"), max_size=80) | st.text(max_size=60))
def test_lines_are_stripped_and_in_order(text: str) -> None:
    layout = lay_out(text, Span(0, len(text)), arabic())
    assert all(line.of(text) == line.of(text).strip() != "" for line in layout.lines)
    assert list(layout.lines) == sorted(layout.lines)
    assert layout.title is None or layout.title == layout.lines[0]
