from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.text.dates import DateExpression, find_dates

PUBLISHED = date(2016, 12, 27)  # a Tuesday
LETTERS = st.text() | st.text(
    st.sampled_from("0123456789٢٧ /-–().,،\nـَامسالثلاءيوديبرقبعمنوأحخ\ufeb1²½ﷺ㏪") | st.characters(),
    max_size=60,
)
WORDS = st.lists(
    st.sampled_from(
        [
            "27",
            "2016",
            "٢٧",
            "31",
            "/",
            "-",
            "(",
            ")",
            ",",
            "و",
            "بين",
            "من",
            "إلى",
            "to",
            "and",
            "of",
            "كانون",
            "الأول",
            "الثاني",
            "ديسمبر",
            "مارس",
            "آب",
            "رمضان",
            "هـ",
            "May",
            "the",
            "Dec",
            ".",
            "أمس",
            "اليوم",
            "الثلاثاء",
            "الأربعاء",
            "الماضي",
            "المقبل",
            "يوم",
            "مساء",
            "قبل",
            "بعد",
            "خلال",
            "أيام",
            "أسبوعين",
            "10",
            "ثلاثة",
            "العام",
            "الشهر",
            "مطلع",
            "منتصف",
            "النصف",
            "next",
            "last",
            "ago",
            "week",
            "two",
            "early",
            "mid",
            "عام",
            "عامي",
            "in",
            "الأيام",
            "هذا",
        ]
    ),
    max_size=14,
).map(" ".join)


def show(expression: DateExpression, text: str) -> str:
    first, last = expression.first or "?", expression.last or "?"
    return f"{expression.span.of(text)} = {expression.kind} {first}" + (f"/{last}" if last != first else "")


# What is found, one expression after another.
CASES = {
    "في 27 ديسمبر 2016": "27 ديسمبر 2016 = day 2016-12-27",
    "27 كانون الأول 2016": "27 كانون الأول 2016 = day 2016-12-27",
    "٢٧ كانون الأول/ديسمبر ٢٠١٦": "٢٧ كانون الأول/ديسمبر ٢٠١٦ = day 2016-12-27",
    "۲۷ ديسمبر ۲۰۱۶": "۲۷ ديسمبر ۲۰۱۶ = day 2016-12-27",
    "ديسمبر/كانون الأول": "ديسمبر/كانون الأول = month 2016-12-01/2016-12-31",
    "كانون الأول (ديسمبر) 2015": "كانون الأول (ديسمبر) 2015 = month 2015-12-01/2015-12-31",
    "ديسمبر كانون الأول": "ديسمبر كانون الأول = month 2016-12-01/2016-12-31",
    "31 كانون الثاني - يناير 2016": "31 كانون الثاني - يناير 2016 = day 2016-01-31",
    "كانون الثاني": "كانون الثاني = month 2017-01-01/2017-01-31",
    "كـانـون الأَوَّل": "كـانـون الأَوَّل = month 2016-12-01/2016-12-31",
    "ﺩﻳﺴﻤﺒﺮ 2016": "ﺩﻳﺴﻤﺒﺮ 2016 = month 2016-12-01/2016-12-31",
    "السبت 6 ماي2017": "السبت 6 ماي2017 = day 2017-05-06",
    "يوم 3 غشت 2016 ثم 2 دجنبر": "3 غشت 2016 = day 2016-08-03|2 دجنبر = day 2016-12-02",
    "23 شباط": "23 شباط = day 2017-02-23",
    "السابع والعشرين من ديسمبر": "السابع والعشرين من ديسمبر = day 2016-12-27",
    "الخامس عشر من شهر مارس المقبل": "الخامس عشر من شهر مارس المقبل = day 2017-03-15",
    "العاشر من آب": "العاشر من آب = day 2016-08-10",
    "الحادي والثلاثين من ديسمبر": "الحادي والثلاثين من ديسمبر = day 2016-12-31",
    "الحادي من ديسمبر": "ديسمبر = month 2016-12-01/2016-12-31",
    "في الـ27 من ديسمبر": "الـ27 من ديسمبر = day 2016-12-27",
    "23 من الشهر الجاري": "23 من الشهر الجاري = day 2016-12-23",
    "في 23 الجاري": "23 الجاري = day 2016-12-23",
    "31 من الشهر المقبل": "31 من الشهر المقبل = day 2017-01-31",
    "23 يناير الماضي": "23 يناير الماضي = day 2016-01-23",
    "23 يناير الجاري": "23 يناير الجاري = day 2016-01-23",
    "11 ماي السنة الماضية": "11 ماي السنة الماضية = day 2015-05-11",
    "29 فبراير": "29 فبراير = day 2016-02-29",
    "30 شباط 2017": "30 شباط 2017 = day ?",
    "27/12/2016 و2016/12/27": "27/12/2016 = day 2016-12-27|2016/12/27 = day 2016-12-27",
    "في 5/6/2017": "5/6/2017 = day 2017-06-05",
    "on 5/6/2017": "5/6/2017 = day ?",
    "on 12/27/2016 and 2016-12-27": "12/27/2016 = day 2016-12-27|2016-12-27 = day 2016-12-27",
    "27.12.2016 or 1.2.3 or 31/31/2016": "27.12.2016 = day 2016-12-27|31/31/2016 = day ?",
    "1/27/12/2016 و 27-12-2016-4": "",
    "10/10/1436هـ": "10/10/1436هـ = day 2015-07-26",
    "10/10/1436": "10/10/1436 = day ?",
    "27/12/0999": "",
    "December 27, 2016": "December 27, 2016 = day 2016-12-27",
    "Dec. 27 and the 27th of December": "Dec. 27 = day 2016-12-27|27th of December = day 2016-12-27",
    "27 December last year": "27 December last year = day 2015-12-27",
    "23-24 January 2017": "23-24 January 2017 = interval 2017-01-23/2017-01-24",
    "January 23 to 25, 2017": "January 23 to 25, 2017 = interval 2017-01-23/2017-01-25",
    "January 23 and 24 February": "January 23 = day 2017-01-23|24 February = day 2017-02-24",
    "in 2016 the talks; in 2000 villages": "2016 = year 2016-01-01/2016-12-31",
    "since 2011": "2011 = year 2011-01-01/2011-12-31",
    "عام 2016 وسنة 2015": "عام 2016 = year 2016-01-01/2016-12-31|سنة 2015 = year 2015-01-01/2015-12-31",
    "منذ عام 2011": "عام 2011 = year 2011-01-01/2011-12-31",
    "2016م": "2016م = year 2016-01-01/2016-12-31",
    "طوله 2000 م": "",
    "في 2014، قال": "2014 = year 2014-01-01/2014-12-31",
    "القرار 2254 ورقم 2118، resolution 2254": "",
    "بعد 2254 و2016 مقاتلا وفي 2000 قرية": "",
    "عام 20166 و2016.5": "",
    "5 ربيع الأول 1438 هـ": "5 ربيع الأول 1438 هـ = day 2016-12-04",
    "1438هـ": "1438هـ = year 2016-10-02/2017-09-20",
    "عام 1438": "عام 1438 = year ?",
    "15 رمضان 1320 هـ": "15 رمضان 1320 هـ = day ?",
    "29 جمادى الآخرة": "29 جمادى الآخرة = day 2017-03-28",
    "شهر رمضان 2016": "شهر رمضان 2016 = month 2016-06-06/2016-07-05",
    "ديسمبر 1438هـ": "ديسمبر 1438هـ = month ?",
    "رجب طيب أردوغان وصفر": "",
    "الثلاثاء": "الثلاثاء = weekday 2016-12-27",
    "يوم الأحد": "يوم الأحد = weekday 2016-12-25",
    "للاثنين وبالجمعة": "لاثنين = weekday 2016-12-26|الجمعة = weekday 2016-12-23",
    "الثلاثاء الماضي": "الثلاثاء الماضي = weekday 2016-12-20",
    "الثلاثاء المقبل": "الثلاثاء المقبل = weekday 2017-01-03",
    "الخميس الجاري": "الخميس الجاري = weekday 2016-12-29",
    "سيعقد الاجتماع الخميس": "الخميس = weekday 2016-12-29",
    "سيعقد الاجتماع. وقال الخميس": "الخميس = weekday 2016-12-22",
    "سيعقد الاجتماع كما قال الخميس": "الخميس = weekday 2016-12-22",
    "سياسي الخميس": "الخميس = weekday 2016-12-22",
    "they will meet on Thursday": "Thursday = weekday 2016-12-29",
    "on Tuesday; last Tuesday": "Tuesday = weekday 2016-12-27|last Tuesday = weekday 2016-12-20",
    "next Tuesday, this Friday": "next Tuesday = weekday 2017-01-03|this Friday = weekday 2016-12-30",
    "أمس الاثنين": "أمس الاثنين = weekday 2016-12-26",
    "أمس الثلاثاء": "أمس الثلاثاء = contradictory 2016-12-26/2016-12-27",
    "مساء أمس الاثنين (26 ديسمبر 2016)": "مساء أمس الاثنين (26 ديسمبر 2016) = day 2016-12-26",
    "اليوم الثلاثاء (27 ديسمبر": "اليوم الثلاثاء = weekday 2016-12-27|27 ديسمبر = day 2016-12-27",
    "أمس 27 ديسمبر": "أمس 27 ديسمبر = contradictory 2016-12-26/2016-12-27",
    "الثلاثاء الموافق 28 ديسمبر": "الثلاثاء الموافق 28 ديسمبر = contradictory 2016-12-27/2016-12-28",
    "Tuesday, December 27": "Tuesday, December 27 = day 2016-12-27",
    "الأحد 30 فبراير 2016": "الأحد 30 فبراير 2016 = day ?",
    "فجر اليوم الثلاثاء": "فجر اليوم الثلاثاء = weekday 2016-12-27",
    "أول أمس ثم أول من أمس": "أول أمس = relative 2016-12-25|أول من أمس = relative 2016-12-25",
    "غدا وبعد غد": "غدا = relative 2016-12-28|بعد غد = relative 2016-12-29",
    "الليلة الماضية": "الليلة الماضية = relative 2016-12-26",
    "ليل الأحد الاثنين": "ليل الأحد الاثنين = weekday 2016-12-25/2016-12-26",
    "yesterday, today": "yesterday = relative 2016-12-26|today = relative 2016-12-27",
    "USA Today": "",
    "في اليوم التالي، مرتين في اليوم، ذلك اليوم، قناة روسيا اليوم، تيار الغد": "",
    "أحد عناصر لأحد، بين الاثنين، صلاة الجمعة": "",
    "قبل يومين": "قبل يومين = relative 2016-12-25",
    "منذ ثلاثة أيام": "منذ ثلاثة أيام = relative 2016-12-24",
    "قبل أسبوع": "قبل أسبوع = relative 2016-12-17/2016-12-23",
    "بعد شهر": "بعد شهر = relative 2017-01-12/2017-02-11",
    "بعد يومين من الاجتماع": "بعد يومين = relative ?",
    "قبل أسابيع": "قبل أسابيع = relative ?/2016-12-27",
    "خلال 10 أيام": "خلال 10 أيام = relative 2016-12-27/2017-01-06",
    "في غضون أسبوعين": "في غضون أسبوعين = relative 2016-12-27/2017-01-10",
    "خلال شهر آذار": "شهر آذار = month 2017-03-01/2017-03-31",
    "10 أيام، قبل 3.5 أيام، خمسة عشر يوما": "",
    "two days ago": "two days ago = relative 2016-12-25",
    "a week ago, a few weeks ago": "a week ago = relative 2016-12-17/2016-12-23|"
    "a few weeks ago = relative ?/2016-12-27",
    "in 10 days": "in 10 days = relative 2017-01-06",
    "within the next two weeks": "within the next two weeks = relative 2016-12-27/2017-01-10",
    "the last two weeks, in the coming days": "last two weeks = relative 2016-12-13/2016-12-27|"
    "coming days = relative 2016-12-27/?",
    "الأيام العشرة المقبلة": "الأيام العشرة المقبلة = relative 2016-12-27/2017-01-06",
    "الـ10 أيام الماضية": "الـ10 أيام الماضية = relative 2016-12-17/2016-12-27",
    "السنوات الـ5 الأخيرة": "السنوات الـ5 الأخيرة = relative 2011-12-27/2016-12-27",
    "اليومين الماضيين": "اليومين الماضيين = relative 2016-12-25/2016-12-27",
    "الأيام القليلة المقبلة": "الأيام القليلة المقبلة = relative 2016-12-27/?",
    "الأيام السوداء، الأيام الـ3.5 الماضية، these 3 days, this two weeks": "",
    "الأسبوع الماضي": "الأسبوع الماضي = relative 2016-12-19/2016-12-25",
    "الشهر الجاري": "الشهر الجاري = relative 2016-12-01/2016-12-31",
    "هذا العام، العام الجاري 2016": "هذا العام = relative 2016-01-01/2016-12-31|"
    "العام الجاري 2016 = year 2016-01-01/2016-12-31",
    "الأمين العام الحالي": "",
    "next month, last year": "next month = relative 2017-01-01/2017-01-31|"
    "last year = relative 2015-01-01/2015-12-31",
    "this week, next time": "this week = relative 2016-12-26/2017-01-01",
    "مطلع العام المقبل": "مطلع العام المقبل = part 2017-01-01/2017-04-30",
    "منتصف كانون الثاني": "منتصف كانون الثاني = part 2017-01-11/2017-01-20",
    "أواخر الشهر الجاري": "أواخر الشهر الجاري = part 2016-12-21/2016-12-31",
    "نهاية العام، بداية الأسبوع المقبل": "نهاية العام = part 2016-09-01/2016-12-31|"
    "بداية الأسبوع المقبل = part 2017-01-02/2017-01-03",
    "early next year, mid-January": "early next year = part 2017-01-01/2017-04-30|"
    "mid-January = part 2017-01-11/2017-01-20",
    "late 2016, the end of the year": "late 2016 = part 2016-09-01/2016-12-31|"
    "end of the year = part 2016-09-01/2016-12-31",
    "early next May": "early next May = part 2017-05-01/2017-05-10",
    "the first half of 2017": "first half of 2017 = part 2017-01-01/2017-06-30",
    "الربع الأخير من عام 2017": "الربع الأخير من عام 2017 = part 2017-10-01/2017-12-31",
    "the second quarter of the match": "",
    "بين 23 و24 يناير": "23 و24 يناير = interval 2017-01-23/2017-01-24",
    "بين 5 و13 يناير": "5 و13 يناير = interval 2017-01-05/2017-01-13",
    "يومي 5 و13 يناير": "5 = day 2017-01-05|13 يناير = day 2017-01-13",
    "من 23 إلى 25 كانون الثاني 2017": "23 إلى 25 كانون الثاني 2017 = interval 2017-01-23/2017-01-25",
    "25 إلى 23 يناير": "23 يناير = day 2017-01-23",
    "بين 28 ديسمبر و5 يناير": "28 ديسمبر و5 يناير = interval 2016-12-28/2017-01-05",
    "from 14 June to 15 July 2018": "14 June to 15 July 2018 = interval 2018-06-14/2018-07-15",
    "from 2 March 2017 to 1 March 2017": "2 March 2017 = day 2017-03-02|1 March 2017 = day 2017-03-01",
    "من 5 يناير إلى دمشق": "5 يناير = day 2017-01-05",
    "بين عامي 2011 و2016": "عامي 2011 و2016 = interval 2011-01-01/2016-12-31",
    "from 2011 to 2016": "2011 to 2016 = interval 2011-01-01/2016-12-31",
    "حتى 31 ديسمبر": "31 ديسمبر = day 2016-12-31",
    "الساعة 00:00 منتصف الليل 10:30": "",
    "مارس ضغوطا": "",
    "في مارس ومارس/آذار": "مارس = month 2017-03-01/2017-03-31|مارس/آذار = month 2017-03-01/2017-03-31",
    "اب الأسرة في اب": "",
    "في آب و3 اب": "آب = month 2016-08-01/2016-08-31|3 اب = day 2016-08-03",
    "كانون الأول (يناير)": "كانون الأول = month 2016-12-01/2016-12-31|يناير = month 2017-01-01/2017-01-31",
    "كانون الأول (ديسمبر": "كانون الأول = month 2016-12-01/2016-12-31|ديسمبر = month 2016-12-01/2016-12-31",
    "May we march on Dec? Theresa May, august, may 5": "",
    "by May 5, in March": "May 5 = day 2017-05-05|March = month 2017-03-01/2017-03-31",
    "next May": "next May = month 2017-05-01/2017-05-31",
    "May 5,000": "",
    "قوى 14 آذار": "14 آذار = day ?",
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_reads(text: str, expected: str) -> None:
    assert "|".join(show(found, text) for found in find_dates(text, published=PUBLISHED)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "أمس",
        "الثلاثاء",
        "أمس الثلاثاء",
        "الثلاثاء المقبل",
        "هذا الشهر",
        "قبل يومين",
        "27 ديسمبر",
        "23 الجاري",
        "ديسمبر العام الماضي",
        "next Tuesday",
        "this Friday",
        "الأيام المقبلة",
        "مطلع العام",
        "two days ago",
        "ليل الأحد الاثنين",
        "23 من الشهر المقبل",
    ],
)
def test_without_publication_found_and_unresolved(text: str) -> None:
    (found,) = find_dates(text)
    assert (found.span.of(text), found.first, found.last) == (text, None, None)


def test_explicit_dates_need_no_publication() -> None:
    text = "الثلاثاء 27 ديسمبر 2016، اليوم 28 ديسمبر 2016، من 28 ديسمبر إلى 5 يناير 2017"
    assert [show(found, text) for found in find_dates(text)] == [
        "الثلاثاء 27 ديسمبر 2016 = day 2016-12-27",
        "اليوم 28 ديسمبر 2016 = day 2016-12-28",
        "28 ديسمبر إلى 5 يناير 2017 = interval 2016-12-28/2017-01-05",
    ]


def test_language_decides_the_order_of_day_and_month() -> None:
    assert find_dates("5/6/2017", language="ar")[0].first == date(2017, 6, 5)
    assert find_dates("في 5/6/2017", language="en")[0].first is None


@given(LETTERS | WORDS, st.none() | st.dates())
def test_spans_are_in_order_and_never_empty(text: str, published: date | None) -> None:
    end = 0
    for found in find_dates(text, published=published):
        assert end <= found.span.start < found.span.end <= len(text)
        assert not (found.first and found.last) or found.first <= found.last
        end = found.span.end


@given(
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.sampled_from(
        [
            "الاثنين",
            "يوم الثلاثاء",
            "سيعقد الأربعاء",
            "الخميس الماضي",
            "الأحد المقبل",
            "on Friday",
            "next Sunday",
        ]
    ),
)
def test_weekdays_move_with_the_publication(published: date, text: str) -> None:
    (one,) = find_dates(text, published=published)
    (other,) = find_dates(text, published=published + timedelta(7))
    assert one.first
    assert other.first == other.last == one.first + timedelta(7)
    assert abs((one.first - published).days) <= 7


SYSTEMS = {
    "levantine": "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|"
    "كانون الأول",
    "egyptian": "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
    "maghrebi": "جانفي|فيفري|مارس|أفريل|ماي|جوان|جويلية|أوت|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
    "moroccan": "يناير|فبراير|مارس|أبريل|ماي|يونيو|يوليوز|غشت|شتنبر|أكتوبر|نونبر|دجنبر",
    "english": "January|February|March|April|May|June|July|August|September|October|November|December",
    "short": "Jan.|Feb.|Mar.|Apr.|May|Jun.|Jul.|Aug.|Sep.|Oct.|Nov.|Dec.",
}
DAYS = st.dates(date(1600, 1, 1), date(2199, 12, 31))


@given(DAYS, st.sampled_from([name for name in SYSTEMS if name not in ("english", "short")]))
def test_reads_back_arabic_dates(day: date, system: str) -> None:
    name, egyptian = (SYSTEMS[key].split("|")[day.month - 1] for key in (system, "egyptian"))
    plain = name.translate(str.maketrans("أآ", "اا"))
    digits = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    for text in (
        f"{day.day} {name} {day.year}",
        f"{day.day} {plain} {day.year}",
        f"{day.day} {name}/{egyptian} {day.year}",
        f"{day.day} {egyptian} ({name}) {day.year}",
        f"{day.day} من {name} {egyptian} عام {day.year}م",
        f"{day.day} {name} {day.year}".translate(digits),
    ):
        assert find_dates(f"في {text}.") == (
            DateExpression(find_dates(f"في {text}.")[0].span, day, day, "day"),
        )
        assert find_dates(f"في {text}.")[0].span.of(f"في {text}.") == text


@given(DAYS, st.sampled_from(("english", "short")))
def test_reads_back_english_and_numeric_dates(day: date, system: str) -> None:
    name = SYSTEMS[system].split("|")[day.month - 1]
    for text in (
        f"{day.day} {name} {day.year}",
        f"{name} {day.day}, {day.year}",
        f"{day.day}th of {name} {day.year}",
        f"{day.isoformat()}",
        f"{day:%Y/%m/%d}",
    ):
        (found,) = find_dates(f"on {text} in")
        assert (found.span.of(f"on {text} in"), found.first, found.last) == (text, day, day)
    for text in (f"{day.day}/{day.month}/{day.year}", f"{day:%d-%m-%Y}", f"{day:%d.%m.%Y}"):
        assert [found.first for found in find_dates(text, language="ar")] == [day]


def test_long_hostile_texts_are_read() -> None:
    assert find_dates("7" * 100_000 + " " + "قبل " * 20_000, published=PUBLISHED) == ()
