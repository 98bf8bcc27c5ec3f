"""Words that stand in names without naming anybody by themselves, as folded by `sulh.text.normal.fold`."""

from typing import Final


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


ARTICLES: Final = frozenset({"al", "el", "ul", "аль", "эль", "the"})
"""Articles written as words; dropped wherever another word follows."""

ASSIMILATED: Final = {
    **{written: written[1:] for written in ("an", "ar", "as", "ad", "at", "az", "ash", "adh", "ath")},
    **{"e" + written: written for written in ("n", "r", "s", "d", "t", "z", "sh")},
    **{
        written: written[1:] for written in ("ан", "ар", "ас", "ад", "ат", "аз", "аш", "эн", "эр", "эс", "эш")
    },
}
"""Articles whose l has become the first sound of the next word: dropped only before that sound."""

BARE_AL: Final = _words(
    """
    الله الياس الكس الكسي الكسيس الكسندر الكساندر الكسندرا اليخاندرو اليزابيث اليوت اليسار المانيا
    المانيه البانيا البانيه
    """
)
"""Words in which ال is no article, even where the hamza is left out."""

SAME_WORD: Final = {
    "ibn": "bin",
    "ben": "bin",
    "ابن": "بن",
    "ибн": "бин",
    **dict.fromkeys(("abdul", "abdel", "abdal", "abdoul", "abdur"), "abd"),
    **dict.fromkeys(("abdallah", "abdellah", "abdulla", "abdalla", "abdoullah"), "abdullah"),
    "qaida": "qaeda",
    "daish": "daesh",
    "jabhat": "jabha",
    "jabhet": "jabha",
    "jebhat": "jabha",
    "cebhet": "jabha",
    "джебхат": "джебха",
    "джабхат": "джабха",
    "harakat": "haraka",
    "харакат": "харака",
    "hayat": "haya",
    "hayet": "haya",
    "firqat": "firqa",
    "katibat": "katiba",
    "jamaat": "jamaa",
    "dawlat": "dawla",
    "ghurfat": "ghurfa",
    "munazzamat": "munazzama",
}
"""Another form of the same word; Latin writes the t of a ta marbuta before a genitive."""

SUFFIXES: Final = frozenset({"oglu", "оглу", "اوغلو", "اوغلي", "اوجلو"})
"""Endings of surnames that may be written apart; one word with what stands before them."""

TITLES: Final = _words(
    """
    السيد السيده سيد الدكتور دكتور د الشيخ شيخ الامير امير الملك ملك الرئيس رييس الوزير وزير السفير
    سفير المبعوث مبعوث اللواء العميد عميد العقيد عقيد الرايد النقيب الجنرال جنرال المهندس الاستاذ
    القايد قايد نايب الحاج المتحدث الناطق mr mrs ms dr prof sheikh shaykh sheik shaikh prince king
    queen president minister ambassador envoy general major colonel brigadier captain sir lord
    sayyid hajji mullah
    """
)
"""Titles and offices."""

PARTICLES: Final = _words(
    """
    من في على الي عن مع بن ابن بنت ابو ابي ابا ام ال دي دو فان فون of the in on and for from to bin
    ibn ben abu abou umm al el de di da du van von la le
    """
)
"""Words that only join other words."""

COMMON: Final = _words(
    """
    جبهه حركه هييه جيش لواء الويه فيلق فرقه كتيبه كتايب حزب تنظيم جماعه مجلس ايتلاف وفد وزاره حكومه
    دوله جمهوريه مملكه اتحاد تحالف قوات سرايا احرار ثوار شهداء انصار غرفه منظمه معارضه شام اسلام
    اسلامي اسلاميه سوري سوريه سوريا front movement army brigade brigades division battalion party
    group council coalition delegation ministry government state republic kingdom union alliance
    forces organisation organization opposition levant sham islam islamic syria syrian jabha haraka
    haya jaysh jaish liwa faylaq failaq firqa katiba hizb jamaa dawla ahrar thuwar ansar shuhada
    """
)
"""Words that many names of bodies, groups and states share, without the article."""

DISTINGUISHING: Final = _words(
    """
    جنوب شمال شرق غرب جنوبي شمالي شرقي غربي جنوبيه شماليه شرقيه غربيه وسطي جديد جديده استواييه بيساو
    south north east west southern northern eastern western central new equatorial bissau
    """
)
"""Words, without the article, that make a longer name another one: South Sudan is not Sudan in full."""
