from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.text.numbers import find_numbers

CASES = {
    "خمسة وعشرون ألفا": "خمسة وعشرون ألفا=25000",
    "قتل ٢٥ ألفا و300 جريح": "٢٥ ألفا و300=25300",
    "1,234,567.5 و١٬٢٣٤ و۱۲٫۵": "1,234,567.5=1234567.5|١٬٢٣٤=1234|۱۲٫۵=12.5",
    "10،000 و100،200": "10،000=10000|100=100|200=200",
    "1.234.567 و1.2.3": "1.234.567=1234567|1=1|2=2|3=3",
    "12,34": "12=12|34=34",
    "مئة ومئتان وثلاثمئة": "مئة=100|مئتان=200|ثلاثمئة=300",
    "ثلاث مئة وأربع مائة": "ثلاث مئة=300|أربع مائة=400",
    "ثلاثمائة وخمسة وأربعين": "ثلاثمائة وخمسة وأربعين=345",
    "ألف وثلاثة آلاف": "ألف=1000|ثلاثة آلاف=3000",
    "مليون وخمسمئة ألف": "مليون وخمسمئة ألف=1500000",
    "ألفين وستة عشر": "ألفين وستة عشر=2016",
    "أحد عشر واثنتي عشرة وإحدى وعشرون": "أحد عشر=11|اثنتي عشرة=12|إحدى وعشرون=21",
    "أحد عناصر، إحدى وسائل": "",
    "القرن التاسع عشر": "",
    "ألف وأحد عشر، مئة وواحد وعشرون": "ألف وأحد عشر=1011|مئة وواحد وعشرون=121",
    "مئات وآلاف وملايين وبضعة آلاف وعدة مئة": "",
    "ألفا مقاتل": "",
    "ألف مليون": "ألف=1000|مليون=1000000",
    "ثلاثة وأربعة": "ثلاثة=3|أربعة=4",
    "خمسة five": "خمسة=5|five=5",
    "لثلاثة وبخمسة، لست": "ثلاثة=3|خمسة=5",
    "الدول الثلاث والعشرون": "الثلاث والعشرون=23",
    "50 في المئة و5%": "50=50|5=5",
    "-5 و5-10 (−3.5) و5 -10": "-5=-5|5=5|10=10|−3.5=-3.5|5=5|10=10",
    "F-16 إس-300 covid19 ميغ29": "",
    "القرار2254 والـ300": "2254=2254|300=300",
    "27th, 5km, 10² 1½": "5=5|10=10|1=1",
    "twenty-five thousand": "twenty-five thousand=25000",
    "two hundred and five thousand and six": "two hundred and five thousand and six=205006",
    "between one hundred and two hundred": "one hundred=100|two hundred=200",
    "nineteen hundred fifteen": "nineteen hundred fifteen=1915",
    "1.5 million, 2 hundred": "1.5 million=1500000|2 hundred=200",
    "twenty five and six": "twenty five=25|six=6",
    "thousand million": "thousand=1000|million=1000000",
    "several hundred, hundreds of thousands, no one, one of them": "",
    "one month": "one=1",
    "1" * 40 + " مليون": "1" * 40 + " مليون=" + "1" * 40 + "000000",
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_reads(text: str, expected: str) -> None:
    pairs = [one.split("=") for one in expected.split("|") if one]
    assert [(number.span.of(text), number.value) for number in find_numbers(text)] == [
        (words, Decimal(value)) for words, value in pairs
    ]


@given(st.text() | st.text(st.sampled_from("0123456789٠۹.,٫٬،-− وألفثاةخمسعشرنيhundreonatw²½ﷺ"), max_size=60))
def test_spans_are_in_order_and_never_empty(text: str) -> None:
    end = 0
    for number in find_numbers(text):
        assert end <= number.span.start < number.span.end <= len(text)
        assert number.value.is_finite()
        end = number.span.end


@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=3),
    st.sampled_from(("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")),
)
def test_reads_back_digits(value: Decimal, digits: str) -> None:
    for written in (f"{value:f}", f"{value:,f}"):
        text = written.translate(str.maketrans("0123456789", digits))
        (number,) = find_numbers(text)
        assert (number.span.of(text), number.value) == (text, value)


UNITS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ARABIC_UNITS = ["واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"]
ARABIC_TENS = ["عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
ARABIC_HUNDREDS = ["مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"]


def english(number: int) -> str:
    if number >= 1000:
        rest = f" {english(number % 1000)}" if number % 1000 else ""
        return f"{english(number // 1000)} thousand{rest}"
    if number >= 100:
        return f"{UNITS[number // 100 - 1]} hundred" + (
            f" and {english(number % 100)}" if number % 100 else ""
        )
    if number < 20:
        return UNITS[number - 1]
    return TENS[number // 10 - 2] + (f"-{UNITS[number % 10 - 1]}" if number % 10 else "")


def arabic(number: int) -> str:
    parts = []
    if number >= 1000:
        thousands = number // 1000
        many = f"{arabic(thousands)} " + ("آلاف" if 3 <= thousands <= 10 else "ألف")
        parts.append({1: "ألف", 2: "ألفان"}.get(thousands, many))
        number %= 1000
    if number >= 100:
        parts.append(ARABIC_HUNDREDS[number // 100 - 1])
        number %= 100
    if 10 < number < 20:
        first = {11: "أحد", 12: "اثنا"}.get(number, ARABIC_UNITS[number - 11])
        parts.append(f"{first} عشر")
    elif number > 10:
        parts += [ARABIC_UNITS[number % 10 - 1]] * (number % 10 > 0) + [ARABIC_TENS[number // 10 - 2]]
    elif number:
        parts.append(ARABIC_UNITS[number - 1])
    return " و".join(parts)


@given(st.integers(1, 999_999))
def test_reads_back_words(number: int) -> None:
    for text in (english(number), arabic(number)):
        (found,) = find_numbers(text)
        assert (found.span.of(text), found.value) == (text, Decimal(number))
