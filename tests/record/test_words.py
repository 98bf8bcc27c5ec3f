from hypothesis import given
from hypothesis import strategies as st

from sulh.record.words import Passage, after_li, passage, word_sequences, word_set
from sulh.text.span import Span

TEXTS = st.text(
    alphabet=st.sampled_from("اب تو قال.،:؟!«»“”\"'()-\u200f\u064e\n 12aé"), max_size=80
) | st.text(max_size=60)
IGNORED = set("\u200e\u200f\u061c\u00ad\ufeff") | {
    chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
}


def _whole(text: str) -> Passage:
    return passage(text, [Span(0, len(text))])


def test_words_sentences_and_quotations() -> None:
    text = "قالت: «لن نعود. أبدًا». ثم غادرت."
    words = _whole(text)
    assert words.forms == ["قالت", ":", "«", "لن", "نعود", ".", "ابدا", "»", ".", "ثم", "غادرت", "."]
    assert words.closes == {2: 7}
    assert words.closing == {7}
    assert words.quoted == [-1, -1, -1, 2, 2, 2, 2, -1, -1, -1, -1, -1]
    assert words.sentence_starts == [0] * 9 + [9] * 3
    assert words.sentence_ends == [9] * 9 + [12] * 3
    assert words.span(3, 5).of(text) == words.slice(3, 5) == "لن نعود"
    assert words.slice(3, 3) == ""
    assert words.over(Span(7, 14)) == (3, 5)
    assert words.at(7) == 3


def test_the_outermost_quotation_counts() -> None:
    words = _whole('«قال "لن نعود" ثم عاد»')
    assert words.closes == {0: 8, 2: 5}
    assert words.quoted == [-1] + [0] * 7 + [-1]


def test_lines_part_sentences() -> None:
    text = "سطر أول\r\nسطر ثان"
    words = passage(text, [Span(0, 7), Span(9, 16)])
    assert words.sentence_ends == [2, 2, 4, 4]


@given(TEXTS)
def test_words_cover_what_is_not_blank(text: str) -> None:
    words = _whole(text)
    covered = {i for start, end in zip(words.starts, words.ends, strict=True) for i in range(start, end)}
    assert {i for i, c in enumerate(text) if not c.isspace() and c not in IGNORED} <= covered
    assert all(end <= start for end, start in zip(words.ends, words.starts[1:], strict=False))


@given(TEXTS)
def test_every_list_has_one_entry_a_word(text: str) -> None:
    words = _whole(text)
    count = len(words)
    lists = (words.starts, words.ends, words.sentence_starts, words.sentence_ends, words.quoted)
    assert all(len(one) == count for one in lists)
    assert all(words.forms)
    for i in range(count):
        assert words.sentence_starts[i] <= i < words.sentence_ends[i]
        opening = words.quoted[i]
        assert opening == -1 or opening < i < words.closes[opening]


def test_word_lists_are_folded() -> None:
    assert word_set("إلى أنّ") == {"الي", "ان"}
    assert word_sequences("لا صحة|عار عن") == {("لا", "صحه"), ("عار", "عن")}


def test_a_noun_after_an_attached_preposition() -> None:
    assert [after_li(form) for form in ("للوكاله", "لوكاله", "له", "وكاله")] == ["الوكاله", "وكاله", "", ""]
