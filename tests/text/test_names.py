"""Names of public figures, places and organisations in pairs: names only, nothing is said about anybody."""

import unicodedata

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from sulh.text.names import Likeness, compare, key, part_of, resolve, skeleton

SAME = """
لافروف | Lavrov
لافروف | Лавров
Lavrov | Лавров
سيرغي لافروف | سيرجي لافروف
سيرغي لافروف | Sergei Lavrov
Sergey Lavrov | Sergei Lavrov
ميخائيل بوغدانوف | ميخائيل بوجدانوف
بوغدانوف | بغدانوف
ميخائيل بوغدانوف | Mikhail Bogdanov
Михаил Богданов | ميخائيل بوغدانوف
أستانا | آستانة
أستانا | الأستانا
آستانة | الآستانة
أستانة | Astana
كازخستان | كازاخستان
كازاخستان | Kazakhstan
كازخستان | Kazakhstan
نور سلطان نزارباييف | نور سلطان نازارباييف
Mohammed | Muhammad
Mohamed | Mohammad
محمد | Muhammad
محمد | Mohamed
محمود | Mahmoud
Qaddafi | Gaddafi
Qadhafi | Gaddafi
القذافي | Gaddafi
القذافي | al-Qadhafi
Nusra | Nusrah
جبهة النصرة | Jabhat al-Nusra
جبهة النصرة | جبهه النصره
جبهة النصرة | Джебхат ан-Нусра
Jabhat al-Nusra | Jabhat an-Nusra
Jabhat al-Nusra | Джебхат ан-Нусра
Sheikh Maqsoud | Shaykh Maqsud
الشيخ مقصود | Sheikh Maqsoud
Erdogan | Erdoğan
أردوغان | Erdoğan
أردوغان | اردوغان
أردوغان | أردغان
رجب طيب أردوغان | Recep Tayyip Erdoğan
جاوش أوغلو | تشاووش أوغلو
جاوش أوغلو | Çavuşoğlu
تشاووش أوغلو | Çavuşoğlu
تشاووش أوغلو | Cavusoglu
Чавушоглу | Çavuşoğlu
Çavuşoğlu | Cavusoglu
أحمد داود أوغلو | Ahmet Davutoğlu
جورج صبرا | George Sabra
جورج صبرا | جورج صبره
رياض حجاب | Riad Hijab
رياض حجاب | Riyad Hijab
ستافان دي ميستورا | ستيفان دي ميستورا
دي ميستورا | de Mistura
ستافان دي دي ميستورا | ستافان دي ميستورا
بشار الجعفري | Bashar al-Jaafari
بشار الجعفري | Bashar Ja'afari
بشار الأسد | Bashar al-Assad
بشار الأسد | بشار الاسد
Bashar Assad | Bachar al-Assad
وليد المعلم | Walid al-Muallem
محمد علوش | Mohammed Alloush
محمد علوش | Mohammad Alloush
أسامة أبو زيد | Osama Abu Zeid
Osama Abu Zayd | Usama Abou Zeid
أحمد الجربا | Ahmad al-Jarba
أحمد طعمة | Ahmad Tomah
هادي البحرة | Hadi al-Bahra
خالد خوجة | Khaled Khoja
Khaled | Khalid
خالد | Khalid
حسن روحاني | Hassan Rouhani
حسن روحاني | Hasan Rohani
Hussein | Husain
حسين | Hussein
عبد الله | عبدالله
Abdullah | Abdallah
عبد الله | Abdullah
Abdul Rahman | Abdel-Rahman
عبد الرحمن | Abdulrahman
عبد الرحمن | Abdurrahman
حسن نصر الله | Hassan Nasrallah
نصرالله | نصر الله
أنطونيو غوتيريش | أنطونيو جوتيريش
غوتيريش | Guterres
روسيا | Russia
سوريا | Syria
سوريا | سورية
إيران | Iran
العراق | Iraq
العراق | al-Iraq
أنقرة | Ankara
طهران | Tehran
موسكو | Moscow
قطر | Qatar
الكويت | Kuwait
البحرين | Bahrain
عمان | Oman
ليبيا | Libya
إسرائيل | Israel
نيجيريا | Nigeria
النيجر | Niger
إدلب | ادلب
إدلب | Idlib
الرقة | Raqqa
دير الزور | Deir ez-Zor
دير الزور | Deir al-Zour
اللاذقية | Latakia
حماة | Hama
حمص | Homs
درعا | Daraa
منبج | Manbij
عفرين | Afrin
جيش الإسلام | Jaysh al-Islam
Jaish al-Islam | Jaysh al Islam
جيش الإسلام | Джейш аль-Ислам
أحرار الشام | Ahrar al-Sham
Ahrar ash-Sham | Ahrar al-Sham
فيلق الشام | Faylaq al-Sham
Faylaq al-Sham | Failaq ash-Sham
الجبهة الشامية | al-Jabha al-Shamiya
حزب الله | Hezbollah
Hezbollah | Hizbullah
حماس | Hamas
القاعدة | al-Qaeda
al-Qaida | al-Qaeda
داعش | Daesh
كييف | كييڤ
فيينا | Vienna
"""

DIFFERENT = """
أحمد الجربا | أحمد طعمة
Ahmad al-Jarba | Ahmad Tomah
الجبهة الشامية | جبهة النصرة
Levant Front | Nusra Front
Jabhat al-Shamiya | Jabhat al-Nusra
الجبهة الشامية | Jabhat al-Nusra
جيش الإسلام | جيش المجاهدين
Jaysh al-Islam | Jaysh al-Mujahideen
جيش الإسلام | Jaysh al-Mujahideen
أحرار الشام | فيلق الشام
Ahrar al-Sham | Faylaq al-Sham
أحرار الشام | ثوار الشام
جبهة أهل الشام | جبهة النصرة لأهل الشام
Jabhat Ahl al-Sham | Jabhat al-Nusra li-Ahl al-Sham
جبهة أهل الشام | جبهة النصرة
جبهة أنصار الدين | جبهة النصرة
Southern Front | Nusra Front
هيئة تحرير الشام | هيئة التفاوض
جيش إدلب | جيش الإسلام
روسيا | سوريا
Russia | Syria
روسيا | Syria
سوريا | Serbia
صربيا | سوريا
إيران | العراق
Iran | Iraq
إيران | Iraq
العراق | Iran
Niger | Nigeria
النيجر | نيجيريا
النيجر | Nigeria
Niger | نيجيريا
Austria | Australia
النمسا | Australia
أستراليا | Austria
Mali | Malta
مالي | مالطا
مالي | Malta
السودان | جنوب السودان
Sudan | South Sudan
Dominica | Dominican Republic
Guinea | Guinea-Bissau
غينيا | غانا
Guinea | Guyana
كوريا الشمالية | كوريا الجنوبية
North Korea | South Korea
علي | عليا
علي | على
Ali | عليا
Ali | Alia
Assad | Saad
الأسد | سعد
أسد | سعد
Assad | سعد
Saad | الأسد
لافروف | لافرنتي
Lavrov | Lavrenti
لافروف | Lavrenti
حسن | حسين
حسن | حسان
Hassan | Hussein
حسن | Hussein
حسين | Hassan
حسين | Hassan
محمد | محمود
محمد | Mahmoud
محمود | Muhammad
Mohammed | Mahmoud
سليم | سالم
سلمان | سليمان
Salman | Sulaiman
جاسم | قاسم
Jassim | قاسم
جمال | كمال
Jamal | Kamal
Gamal | كمال
غازي | جازي
حارس | حارث
تامر | ثامر
عمر | عمار
عمر | عامر
Omar | Amer
Omar | عامر
Omar | Ammar
سعيد | سعد
Said | سعد
Saad | سعيد
سمير | سميرة
Samir | Samira
سمير | Samira
كريم | كرم
Karim | كرم
حمد | حميد
Hamid | حمد
أمين | أمينة
حماة | حمص
Hama | Homs
حماة | Homs
حمص | Hamas
Hamas | Homs
حماس | حمص
حماس | Homs
Oman | Amman
عدن | عمان
Tehran | Tirana
لبنان | ليبيا
Lebanon | Libya
Kuwait | Qatar
الأردن | السودان
موسكو | مسقط
Moscow | Muscat
Iran | Oran
Chad | Jeddah
تشاد | جدة
الموصل | Mosul Dam
دي ميستورا | مستورة الأحمد
بوغدانوف | بوتين
Bogdanov | Borodavkin
George Sabra | George Sabri
جورج صبرا | جورج صبري
محمد علوش | محمود علوش
محمد علوش | محمد علي
رياض حجاب | رياض نعسان
الفرقة 13 | الفرقة 46
Division 13 | Division 46
ISIL | ISIS
YPG | PYD
HTS | Hats
صالح | صلاح
Saleh | صلاح
نور | نورا
Nour | نار
"""

MISSED = """
جواد ظريف | Javad Zarif
ستيفان دي ميستورا | Staffan de Mistura
فرنسا | France
النصرة | Nusra Front
جبهة النصرة | Nusra Front
طه | Taha
ترامب | ترمب
"""
"""One name each, which the rules leave to the lists of a case: a Persian v, a translation, a short word."""

GIVEN_NAMES = """
أحمد محمد محمود حامد حميد حمد حمدي حماد حمود علي عليا عمر عمار عامر معمر سعد سعيد مسعود سعود أسعد سليم سالم
سلام سلمان سليمان مسلم حسن حسين حسان محسن حسني قاسم جاسم بسام باسم بسيم كريم كرم كامل كمال جمال جميل خالد خليل
خليفة وليد والد نصر ناصر نصار منصور نصير نزار نادر نذير منذر طارق طاهر ظاهر زاهر زهير زياد زيد زايد يزيد صالح
صلاح صبحي صبري صابر سمير سامر سامي سامح ثامر تامر عماد عادل رامي رامز رمزي رياض رضا رائد رشيد راشد رشاد مرشد
"""

PART = """
لافروف | سيرغي لافروف
Lavrov | سيرغي لافروف
لافروف | Sergei Lavrov
بوغدانوف | ميخائيل بوغدانوف
بوجدانوف | ميخائيل بوغدانوف
صبرا | جورج صبرا
جورج صبرا | جورج إبراهيم صبرا
George Sabra | جورج إبراهيم صبرا
دي ميستورا | ستافان دي ميستورا
النصرة | جبهة النصرة
Nusra | جبهة النصرة
عبدالله | عبد الله غول
هيئة التفاوض | هيئة التفاوض السورية
"""

NO_PART = """
سيرغي | ميخائيل بوغدانوف
صبرا سيرغي | سيرغي لافروف
صبرا جورج | جورج إبراهيم صبرا
سيرغي سيرغي لافروف لافروف سيرغي | سيرغي لافروف
الهيئة | الهيئة العليا للمفاوضات
الجبهة | الجبهة الشامية
الشام | فيلق الشام
Army | Free Syrian Army
الرئيس | الرئيس فلاديمير بوتين
the Sheikh | Sheikh Maqsoud
دي | ستافان دي ميستورا
أوغلو | مولود جاوش أوغلو
السودان | جنوب السودان
Sudan | South Sudan
Guinea | Equatorial Guinea
Guinea | Guinea-Bissau
جبهة أهل الشام | جبهة النصرة لأهل الشام
Jabhat Ahl al-Sham | Jabhat al-Nusra li-Ahl al-Sham
لافروف | لافروف
سيرغي لافروف | لافروف
على | علي عبد الله صالح
… | جورج صبرا
"""


def read(table: str) -> list[tuple[str, str]]:
    return [(a.strip(), b.strip()) for a, b in (line.split("|") for line in table.strip().splitlines())]


NAMES = sorted({name for pair in read(SAME) + read(DIFFERENT) for name in pair})
names = (
    st.sampled_from(NAMES)
    | st.text(max_size=12)
    | st.text("اأإآبتثجحخدةىيوهعغقكلمنسش ءABEabeghkouyw-'", max_size=10)
)


@pytest.mark.parametrize(("one", "other"), read(SAME))
def test_one_name(one: str, other: str) -> None:
    assert compare(one, other)
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("one", "other"), read(DIFFERENT))
def test_different_names(one: str, other: str) -> None:
    assert compare(one, other) is None
    assert compare(other, one) is None


def test_arabic_given_names_that_differ_by_little_are_apart() -> None:
    given_names = GIVEN_NAMES.split()
    assert not [(a, b) for a in given_names for b in given_names if a != b and compare(a, b)]


@pytest.mark.parametrize(("one", "other"), read(MISSED))
def test_what_is_left_to_the_lists_of_a_case(one: str, other: str) -> None:
    assert compare(one, other) is None


def test_the_tables_do_not_contradict_each_other() -> None:
    group = {name: {name} for name in NAMES}
    for one, other in read(SAME):
        group[one] |= group[other]
        for name in group[one]:
            group[name] = group[one]
    assert not [pair for pair in read(DIFFERENT) if pair[1] in group[pair[0]]]


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("لافروف", "لافروف", Likeness.EXACT),
        ("النصرة", "النصره", Likeness.FORM),
        ("أستانا", "اسـتَانا", Likeness.FORM),
        ("عبد الله", "عبدالله", Likeness.FORM),
        ("Erdoğan", "ERDOGAN", Likeness.FORM),
        ("Al-Nusra", "al nusra", Likeness.FORM),
        ("Ja'afari", "Jaafari", Likeness.FORM),
        ("الفرقة ١٣", "الفرقة 13", Likeness.FORM),
        ("Łódź", "lodz", Likeness.FORM),
        ("جنوب السودان", "\u200fجنوب السودان\u200e", Likeness.FORM),
        ("السودان", "سودان", Likeness.SPELLING),
        ("Nusra", "Nusrah", Likeness.SPELLING),
        ("Лавров", "Lavrov", Likeness.SCRIPT),
        ("صبرا", "Sabra", Likeness.SCRIPT),
        ("جورج Sabra", "George Sabra", Likeness.SCRIPT),
    ],
)
def test_level(one: str, other: str, level: Likeness) -> None:
    match = compare(one, other)
    assert match
    assert match.level is level


def test_the_evidence_names_what_differs() -> None:
    match = compare("سيرغي لافروف", "سيرجي لافروف")
    assert match
    assert match.why == "Another spelling: سيرغي ≈ سيرجي."
    assert match.words == (("سيرغي", "سيرجي"), ("لافروف", "لافروف"))
    assert match.score == 0.767


def test_an_article_more_is_told() -> None:
    match = compare("Bashar Assad", "Bashar al-Assad")
    assert match
    assert match.why == "Another spelling: the same words, with or without article."


@pytest.mark.parametrize(("short", "full"), read(PART))
def test_a_part_of_a_name(short: str, full: str) -> None:
    assert part_of(short, full)


@pytest.mark.parametrize(("short", "full"), read(NO_PART))
def test_no_part_of_a_name(short: str, full: str) -> None:
    assert part_of(short, full) is None


def test_a_part_says_what_else_there_is() -> None:
    same, spelt = part_of("لافروف", "سيرغي لافروف"), part_of("Lavrov", "سيرغي لافروف")
    assert same
    assert spelt
    assert (same.level, same.why) == (Likeness.EXACT, "The same words; سيرغي لافروف also has سيرغي.")
    assert spelt.level is Likeness.SCRIPT
    assert spelt.why == "The sounds correspond: lavrov ≈ لافروف; سيرغي لافروف also has سيرغي."


def test_a_part_with_another_letter_variant_agrees_in_form() -> None:
    match = part_of("النصره", "جبهة النصرة")
    assert match
    assert match.level is Likeness.FORM
    assert match.why == "The same words but for letter variants or article; جبهة النصرة also has جبهه."


def test_key_leaves_out_articles() -> None:
    assert key("الجبهة الشَّامية") == key("جبهه شاميه") == ("جبهه", "شاميه")
    assert key("Deir ez-Zor") == ("deir", "zor")
    assert key("الله") == ("الله",)


def test_skeleton() -> None:
    assert skeleton("لافروف") == skeleton("Lavrov") == skeleton("Лавров") == "LFRF"
    assert skeleton("") == ""


def test_resolve_keeps_every_candidate_best_first() -> None:
    entries = {
        "b-lavrov": ["سيرغي لافروف", "Sergei Lavrov"],
        "c-lavrov": ["ألكسندر لافروف"],
        "bogdanov": ["ميخائيل بوغدانوف"],
        "lavroff": ["Lavroff"],
        "nameless": [],
    }
    found = resolve("لافروف", entries)
    assert [(one.id, one.extent, one.match.level) for one in found] == [
        ("lavroff", "whole", Likeness.SCRIPT),
        ("b-lavrov", "part", Likeness.EXACT),
        ("c-lavrov", "part", Likeness.EXACT),
    ]
    assert resolve("لافروف", dict(reversed(entries.items()))) == found
    assert resolve("George Sabra", entries) == ()


def test_resolve_shows_the_name_that_agrees_best() -> None:
    (found,) = resolve("Sergei Lavrov", {"lavrov": ["سيرغي لافروف", "Sergey Lavrov", "Sergei  Lavrov"]})
    assert (found.name, found.match.level) == ("Sergei  Lavrov", Likeness.FORM)


@given(names)
def test_every_name_is_itself(name: str) -> None:
    assume(name.strip())
    match = compare(name, name)
    assert match
    assert (match.level, match.score) == (Likeness.EXACT, 1.0)


@pytest.mark.parametrize("blank", ["", "  ", "\u200f"])
def test_a_blank_is_no_name(blank: str) -> None:
    assert compare(blank, "") is None
    assert compare(blank, "Lavrov") is None


@given(names, names)
@example("جورج صبرا", "Jorge Sabra")
def test_symmetric_and_ordered(one: str, other: str) -> None:
    there, back = compare(one, other), compare(other, one)
    assert (there and there[:2]) == (back and back[:2])
    if there:
        low, high = {1: (0.5, 0.65), 2: (0.7, 0.9), 3: (0.95, 0.95), 4: (1.0, 1.0)}[there.level]
        assert low <= there.score <= high
        assert there.level > Likeness.SPELLING or skeleton(one) == skeleton(other)


@given(names, names, names)
def test_equal_form_is_an_equivalence(one: str, two: str, three: str) -> None:
    def equal(a: str, b: str) -> bool:
        match = compare(a, b)
        return match is not None and match.level >= Likeness.FORM

    assert not (equal(one, two) and equal(two, three)) or equal(one, three)


@given(st.sampled_from([name for name in NAMES if "\u0600" <= name[0] <= "\u06ff"]), st.data())
def test_marks_and_tatweel_keep_the_form(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(name)))
    marked = name[:at] + data.draw(st.text("\u0640\u064e\u0651", min_size=1, max_size=3)) + name[at:]
    match = compare(name, marked)
    assert match
    assert match.level is Likeness.FORM


@given(st.sampled_from(NAMES))
def test_composition_keeps_the_form(name: str) -> None:
    match = compare(name, unicodedata.normalize("NFD", name))
    assert match
    assert match.level >= Likeness.FORM


@given(names, names)
def test_parts_and_candidates_never_raise(one: str, other: str) -> None:
    part_of(one, other)
    for candidate in resolve(one, {"x": [other]}):
        assert candidate.name == other
