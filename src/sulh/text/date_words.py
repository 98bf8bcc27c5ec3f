"""The words of dates in Arabic and English, as data in ordinary spelling."""

from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple, TypeVar

from sulh.text.calendars import Calendar, Unit
from sulh.text.normal import fold

T = TypeVar("T")


class MonthName(NamedTuple):
    """A name of a month.

    Attributes:
        calendar: of the month.
        number: 1 to 12.
        needs: what must stand beside the name, since it also means something else: "" nothing, "place" a day,
            a year, the word for month or a preposition, "figure" a day, a year or the word for month.
    """

    calendar: Calendar
    number: int
    needs: str


class Portion(NamedTuple):
    """The `number`-th of `of` equal parts."""

    number: int
    of: int


def _words(text: str) -> frozenset[str]:
    return frozenset(map(fold, text.split()))


def _linked(text: str) -> frozenset[str]:
    """Return the words, the Arabic ones also after و."""
    words = _words(text)
    return words | {"و" + word for word in words if not word.isascii()}


def _numbered(table: Mapping[T, str]) -> dict[str, T]:
    return {word: value for value, words in table.items() for word in sorted(_words(words))}


# January to December in each system: Levantine, Egyptian and Gulf, Maghrebi, Moroccan.
_GREGORIAN: Final = (
    "كانون الثاني|يناير|جانفي",
    "شباط|فبراير|فيفري",
    "آذار|مارس",
    "نيسان|أبريل|أفريل",
    "أيار|مايو|ماي",
    "حزيران|يونيو|يونيه|جوان",
    "تموز|يوليو|يوليه|جويلية|يوليوز",
    "آب|أغسطس|أوت|غشت",
    "أيلول|سبتمبر|شتنبر",
    "تشرين الأول|أكتوبر",
    "تشرين الثاني|نوفمبر|نونبر",
    "كانون الأول|ديسمبر|دجنبر",
)
_HIJRI: Final = (
    "محرم|المحرم",
    "صفر",
    "ربيع الأول",
    "ربيع الثاني|ربيع الآخر",
    "جمادى الأولى|جمادى الأول",
    "جمادى الآخرة|جمادى الثانية|جمادى الثاني",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذو القعدة|ذي القعدة|ذا القعدة",
    "ذو الحجة|ذي الحجة|ذا الحجة",
)
_ENGLISH_MONTHS: Final = (
    "january|jan",
    "february|feb",
    "march|mar",
    "april|apr",
    "may",
    "june|jun",
    "july|jul",
    "august|aug",
    "september|sep|sept",
    "october|oct",
    "november|nov",
    "december|dec",
)
_MONTHS: Final[tuple[tuple[Calendar, tuple[str, ...]], ...]] = (
    ("gregorian", _GREGORIAN),
    ("gregorian", _ENGLISH_MONTHS),
    ("hijri", _HIJRI),
)

WEEKDAYS: Final = _numbered(
    {
        0: "الاثنين الإثنين monday",
        1: "الثلاثاء الثلثاء الثلاثا tuesday",
        2: "الأربعاء الأربعا wednesday",
        3: "الخميس thursday",
        4: "الجمعة friday",
        5: "السبت saturday",
        6: "الأحد sunday",
    }
)
"""Monday 0; the article is part of the Arabic name (أحد alone is "one")."""
NOT_WEEKDAY_AFTER: Final = _linked("بين كلا خطيب خطبة صلاة الواحد")
"""بين الاثنين "between the two", صلاة الجمعة a prayer."""

_DAY_PHRASES: Final = {
    -2: "أول أمس|أول من أمس|أمس الأول|البارحة الأولى",
    -1: "أمس|الأمس|البارحة|الليلة الماضية|yesterday",
    0: "اليوم|الليلة|today|tonight",
    1: "غدا|غد|الغد|tomorrow",
    2: "بعد غد|بعد الغد",
}
DAY_PHRASES: Final = {
    tuple(fold(phrase).split()): offset
    for offset, phrases in _DAY_PHRASES.items()
    for phrase in phrases.split("|")
}
"""Days from today."""
NOT_TODAY_AFTER: Final = _linked("ذلك تلك نفس ذات طوال طيلة مدار في حزب تيار حركة")
"""ذلك اليوم another day, في اليوم a day's rate, تيار الغد a party."""
NOT_TODAY_BEFORE: Final = _words(
    "التالي السابق نفسه ذاته عينه الوطني العالمي الدولي الموعود الأخير الواحد الأول الثاني الثالث الرابع "
    "الخامس السادس السابع الثامن التاسع العاشر التالية الأولى الثانية الواحدة"
)
OUTLETS: Final = _linked("قناة لقناة موقع لموقع وكالة لوكالة شبكة لشبكة صحيفة لصحيفة المصري عين")
"""After which اليوم belongs to a name: قناة روسيا اليوم."""
DAY_PARTS: Final = _words("يوم صباح مساء فجر ظهر عصر ليل ليلة نهار عشية ظهيرة")

ORDINALS: Final = _numbered(
    {
        1: "الأول الأولى first",
        2: "الثاني الثانية second",
        3: "الثالث الثالثة third",
        4: "الرابع الرابعة fourth",
        5: "الخامس",
        6: "السادس",
        7: "السابع",
        8: "الثامن",
        9: "التاسع",
        10: "العاشر",
        20: "العشرين العشرون",
        30: "الثلاثين الثلاثون",
    }
)
FIRST_OF_TENS: Final = fold("الحادي")

_UNIT_FORMS: Final[Mapping[tuple[Unit, int | None], str]] = {
    ("day", 1): "يوم يوما day",
    ("day", 2): "يومين يومان",
    ("day", None): "أيام أياما days",
    ("week", 1): "أسبوع أسبوعا week",
    ("week", 2): "أسبوعين أسبوعان",
    ("week", None): "أسابيع weeks",
    ("month", 1): "شهر شهرا month",
    ("month", 2): "شهرين شهران",
    ("month", None): "أشهر شهور months",
    ("year", 1): "عام عاما سنة year",
    ("year", 2): "عامين عامان سنتين سنتان",
    ("year", None): "أعوام سنوات سنين years",
}
UNITS: Final = _numbered(_UNIT_FORMS)
"""What is counted, and how many of it the word alone means (None: several)."""
VAGUE: Final = _words("بضعة بضع عدة few several القليلة القلائل")
"""Counts that say only that there are several."""
GENERAL_AFTER: Final = _words(
    "الأمين المدير النائب القائد المدعي المفتش المفوض المراقب المنسق القنصل الحاكم المشرف السكرتير الرأي "
    "القطاع الشأن الوضع الموقف الإطار المشهد المؤتمر الصالح الأمن العفو المجلس الاتحاد الإضراب المسار السياق "
    "الاتجاه الطابع المستوى الهدف الحق المال النظام الدين الاستنفار"
)
"""After which العام is the adjective "general": الأمين العام الحالي."""

DIRECTIONS: Final = _numbered(
    {
        -1: "الماضي الماضية الماضيين الماضيتين المنصرم المنصرمة الفائت الفائتة",
        0: "الجاري الجارية الحالي الحالية",
        1: "المقبل المقبلة المقبلين المقبلتين القادم القادمة القادمين القادمتين",
    }
)
"""What follows an Arabic unit, month or weekday."""
RECENT: Final = _words("الأخيرة الأخيرين الأخيرتين")
"""The past, of several units only: الأيام الأخيرة."""
ENGLISH_DIRECTIONS: Final = _numbered({-1: "last past", 0: "this current", 1: "next coming upcoming"})
THIS: Final = _words("هذا هذه")

PORTIONS: Final = _numbered(
    {
        Portion(1, 3): "مطلع بداية بدايات أوائل مستهل early beginning start",
        Portion(2, 3): "منتصف أواسط mid middle",
        Portion(3, 3): "أواخر نهاية late end",
    }
)
"""Imprecise parts of a month or a year, read as thirds."""
FRACTIONS: Final = _numbered({2: "النصف half", 3: "الثلث third", 4: "الربع quarter"})
LAST: Final = _words("الأخير الأخيرة last final")

YEAR_WORDS: Final = _words("عام سنة العام السنة لعام year")
YEARS_WORDS: Final = _words("عامي سنتي الأعوام السنوات أعوام years")
_ERA_FORMS: Final[Mapping[Calendar, str]] = {
    "gregorian": "م ميلادي ميلادية ad ce",
    "hijri": "هـ هجري هجرية ah",
}
ERAS: Final = {word: calendar for calendar, words in _ERA_FORMS.items() for word in sorted(_words(words))}
BEFORE_MONTH: Final = _linked("في منذ حتى خلال بحلول in since until till during")
"""Words after which an ambiguous name of a month (مارس, أوت, May) is one."""
BEFORE_YEAR: Final = BEFORE_MONTH | _linked(
    "قبل بعد بين من إلى مع صيف شتاء ربيع خريف "
    "by before after between from to of early late mid spring summer autumn fall winter"
)
"""Words after which a number is a year."""
BETWEEN: Final = _linked("بين من between from")

DAYS_IN_NAMES_AFTER: Final = _linked("قوى تحالف حركة فريق ثورة هجمات أحداث")
"""After which a day without a year belongs to a name, not to this year: قوى 14 آذار."""

COUNTED: Final = _numbered(
    {"before": "قبل منذ", "after": "بعد in", "within": "خلال غضون within"},
)
"""Words before a quantity of time."""

# A bare year is a count when an indefinite noun follows (في 2000 قرية); these words are none.
AFTER_YEAR: Final = _words(
    "في من إلى على عن مع حتى بعد قبل بين منذ خلال ضد عندما حين حيث كما لكن إذ إن أن أنه أو ثم أي قد لم لن "
    "لا ما هو هي كان كانت قال قالت أعلن أعلنت وقع وقعت"
)
NOT_PLURAL: Final = frozenset(("was", "is", "as", "has", "this", "its", "his", "does", "us"))

REPORTING: Final = _linked(
    "قال قالت أعلن أعلنت ذكر ذكرت أكد أكدت أضاف أضافت صرح صرحت أفاد أفادت أوضح أوضحت نقل نقلت أشار "
    "أشارت كشف كشفت said told announced stated reported added declared confirmed was were had"
)
"""Between a word about the future and a weekday, these make the weekday one of the past."""
FUTURE: Final = _words(
    "سوف وسوف المقرر المزمع المرتقب المنتظر المتوقع يعتزم تعتزم ينوي مقرر مقررة "
    "will shall scheduled due plans expected"
)
NOT_FUTURE: Final = _words(
    "سيادة سياسة سياسي سياسية سياسيا سياق سيارة سيارات سيد سيدة سيطر سيطرة سيطرت سير سيف سيل سيما سيناء "
    "سيرغي سيرجي سينما سيئ سيئة ست ستة ستون ستين ستار ستيفان ستافان ستراتيجي ستراتيجية سترات"
)
"""Words in سي… and ست… that are no verbs in the future."""

_NEEDS: Final = {
    fold(name): "place" for name in ["مارس", "ماي", "أوت", "جوان", "آب", "رمضان", "march", "may", "august"]
} | {
    fold(name): "figure"
    for name in [
        "محرم",
        "المحرم",
        "صفر",
        "رجب",
        "شعبان",
        "شوال",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    ]
}


@cache
def month_names() -> Mapping[str, tuple[tuple[str, MonthName], ...]]:
    """Return for the first word of each name the second words ("" if none) and the months; in normal form."""
    names: dict[str, dict[str, MonthName]] = {}
    for calendar, table in _MONTHS:
        for number, spellings in enumerate(table, 1):
            for spelling in spellings.split("|"):
                first, _, second = fold(spelling).partition(" ")
                needs = "" if second else _NEEDS.get(first, "")
                names.setdefault(first, {})[second] = MonthName(calendar, number, needs)
    return {first: tuple(sorted(options.items(), reverse=True)) for first, options in names.items()}
