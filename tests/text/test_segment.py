from itertools import pairwise
from typing import SupportsIndex

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sulh.text.segment import quotations, sentences

ALPHABET = "اب وفaBs1٣ \t\n\r.!?؟…،:,;()[]{}«»‹›“”„″′\"'‘’ـ\u200f\u2028-"
texts = st.text() | st.text(st.sampled_from(ALPHABET), max_size=60)


def parts(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@given(texts)
def test_sentences_hold_every_character_once(text: str) -> None:
    spans = sentences(text)
    assert all(first.end <= second.start for first, second in pairwise(spans))
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text) == span.of(text).strip()
    gaps = zip([0, *(span.end for span in spans)], [*(span.start for span in spans), len(text)], strict=True)
    assert not "".join(text[start:end] for start, end in gaps).strip()


@given(texts)
def test_quotations_nest_and_stay_in_their_paragraph(text: str) -> None:
    found = quotations(text)
    for outer, inner, _, closed in found:
        assert 0 <= outer.start < inner.start <= inner.end <= outer.end <= len(text)
        assert inner == (outer.start + 1, outer.end - 1 if closed else outer.end)
        assert not set(outer.of(text)) & set("\n\r\u2028")
    for at, quotation in enumerate(found):
        around = [other for other in found[:at] if other.outer.overlaps(quotation.outer)]
        assert all(quotation.outer.end <= other.inner.end for other in around)
        assert quotation.depth == len(around)


@given(texts)
@example('؟”0"')
@example("«ا.»”0“")
def test_sentences_break_no_closed_quotation(text: str) -> None:
    spans = sentences(text)
    for quotation in quotations(text):
        if quotation.closed:
            assert any(
                span.start <= quotation.outer.start and quotation.outer.end <= span.end for span in spans
            )


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير إن المشاورات بدأت.| وأضاف أنها ستستمر.",
        "هل وصل الوفد؟| نعم!| لم يُعلن ذلك… |بعد أيام.",
        "عنوان الخبر|\n\nنص الخبر؛ وهو قصير|\r\nخاتمة",
        "قالت قناة إن.بي.سي إن الوفد وصل.| وغادر أ.د. كريم و د. سعيد القاعة.",
        "انتهى الاجتماع.|وأعلن البيان لاحقا.",
        "قال .. ثم سكت .. وعاد.| انتهى",
        "بلغت النسبة 3.5 في المئة و٣.٥ مليون.| التفاصيل على www.example.org/a.b?c=d اليوم",
        "1. وقف النار|\n2. الإفراج عن المحتجزين|\nأ. البند الأول",
        "قال: «لا نعلم. لم يبلغنا أحد. هل يعقل؟» وأضاف.| انتهى",
        "قال: «لا نعلم شيئا.»| وغادر الوفد القاعة",
        "الوفد (وصل أمس. وغادر) موجود.| انتهى",
        "فتح «قوسا ولم يغلقه.| وهذه جملة|\nوأخرى.| وثالثة",
        "Mr. Smith met Dr. J. R. Stone at 5 p.m. on Friday.| They met the U.N. envoy.",
        "They left at 5 p.m. |The talks go on, see Art. 5 and No. 7.| She said no.| He agreed.",
        "“We agree. We will sign.”| He left.| “Will they?” Stone asked.",
        "Yahoo! news said so... |Then it stopped ... and began again.",
        "(He left. She stayed.)| The envoy (U.N.) Stone spoke.",
        "It rose by 1.5%.| “Yes.” he said, “no” .| End",
        "سلام ]} (a [b) c. D] e",
        "یہ پہلا جملہ ہے۔|یہ دوسرا ہے",
    ],
)
def test_sentences(text: str) -> None:
    pieces = [piece.strip() for piece in text.split("|")]
    assert parts(text.replace("|", "")) == pieces


def marked(text: str) -> tuple[str, list[str]]:
    """Return `text` without ⟦ ⟧, and what stands between each pair, by where it begins."""
    plain, stack, found = "", [], []
    for character in text:
        if character == "⟦":
            stack.append(len(plain))
        elif character == "⟧":
            start = stack.pop()
            found.append((start, plain[start:]))
        else:
            plain += character
    return plain, [inner for _, inner in sorted(found)]


@pytest.mark.parametrize(
    "text",
    [
        'قال «⟦نعم⟧» و“⟦لا⟧” و„⟦ربما⟧“ و"⟦كلا⟧" و‹⟦أبدا⟧›',
        "وفق ”⟦مصادر محلية⟧“ و»⟦مصادر أخرى⟧« ثم „⟦ثالثة⟧“وانتهى",
        'دعا إلى “⟦تنفيذ القرار 2254⟧″، وقال “⟦نعم⟧" ثم',
        'الصاروخ بطول 5″ وقطر 7" فقط',
        'وصف ب"⟦المهم⟧" وبـ"⟦الجاد⟧" والـ"⟦ثالث⟧" وقال:"⟦نعم⟧".',
        'قال"⟦ نص أول⟧" ثم "⟦نص ثان ⟧"ومضى',
        'قال "⟦ نص أول ⟧" ثم',
        '«⟦أعلنت “⟦الهيئة⟧” أن "⟦الوفد⟧" وصل⟧» و“⟦قالت «⟦الوكالة⟧» ذلك⟧”',
        '"⟦The "⟦council⟧" met⟧" he said',
        "‘⟦It is the parties’ wish, isn’t it,⟧’ he said. The parties’ view; rock 'n roll in the '90s.",
        "“⟦He said ‘⟦no⟧’ to it⟧” and '⟦yes⟧' to ‘⟦“⟦that⟧”⟧’",
        '\u200f"⟦نعم⟧"\u200f قال',
        "«⟦ذكر “⟦الأمر⟧ ⟧»",
        "«⟦فتح ولم يغلق⟧ \nسطر آخر» “",
        "‘Abd al-Karim said “⟦yes⟧”",
        "كلمة » ثم كلمة“ ثم",
        "“⟦⟧” فارغة",
    ],
)
def test_quotations(text: str) -> None:
    plain, inner = marked(text)
    assert [quotation.inner.of(plain) for quotation in quotations(plain)] == inner


def test_depth_and_unclosed() -> None:
    text = "«أ “ب «ج» د” هـ» و “ز"
    assert [(found.outer.of(text), found.depth, found.closed) for found in quotations(text)] == [
        ("«أ “ب «ج» د” هـ»", 0, True),
        ("“ب «ج» د”", 1, True),
        ("«ج»", 2, True),
        ("“ز", 0, False),
    ]
    assert quotations(text)[0].inner.of(text) == "أ “ب «ج» د” هـ"


class Counted(str):
    """A text that counts the code points that are taken out of it."""

    __slots__ = ("taken",)
    taken: int

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        piece = super().__getitem__(key)
        self.taken += len(piece)
        return piece


@pytest.mark.parametrize(
    "unit",
    [
        '"',
        "“",
        "”",
        "«",
        "»",
        "‘",
        "'",
        "s’ a",
        '" ',
        ' "',
        "“\u200f",
        "“ ",
        "(",
        ")",
        "([",
        ".",
        "a. ",
        "«a.» ",
    ],
)
def test_work_grows_with_the_length_only(unit: str) -> None:
    text = Counted(unit * 2000)
    text.taken = 0
    quotations(text)
    sentences(text)
    assert text.taken <= 60 * len(text)
