import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.text.language import UNDETERMINED, detect

SENTENCES = [
    ("ar", "قال المتحدث إن الوفد سيصل إلى العاصمة بعد يومين من المشاورات."),
    ("ar", "هدنة شاملة"),
    ("ar", "ﻗﺎﻝ ﺍﻟﻤﺘﺤﺪﺙ ﺇﻥ ﺍﻟﻮﻓﺪ ﺳﻴﺼﻞ"),
    ("ar", "وَقَفَتِ الحَرْبُ فِي المَدِينَةِ"),
    ("ar", "Share this page\nقال المتحدث باسم الوفد إن المشاورات ستستمر في العاصمة ثلاثة أيام أخرى"),
    ("fa", "سخنگوی هیئت گفت که گفتگوها در پایتخت برای سه روز دیگر ادامه دارد."),
    ("ur", "ترجمان نے کہا کہ دارالحکومت میں بات چیت مزید تین دن جاری رہے گی۔"),
    ("ckb", "وتەبێژی شاندەکە گوتی کە گفتوگۆکان لە پایتەخت بۆ سێ ڕۆژی تر بەردەوام دەبن."),
    ("ps", "ویاند وویل چې خبرې په پلازمېنه کې د درې نورو ورځو لپاره روانې دي."),
    ("en", "The spokesman said that talks in the capital would go on for three more days."),
    ("fr", "Le porte-parole a déclaré que les pourparlers dans la capitale vont durer trois jours."),
    ("de", "Der Sprecher sagte, die Gespräche in der Hauptstadt würden noch drei Tage dauern."),
    ("es", "El portavoz dijo que las conversaciones en la capital durarán tres días más."),
    ("it", "Il portavoce ha detto che i colloqui nella capitale dureranno altri tre giorni."),
    ("pt", "O porta-voz disse que as conversações na capital vão durar mais três dias."),
    ("nl", "De woordvoerder zei dat het overleg in de hoofdstad nog drie dagen zal duren."),
    ("tr", "Sözcü, başkentteki görüşmelerin üç gün daha süreceğini ve bir heyetin geleceğini söyledi."),
    ("ku", "Berdevk got ku gotûbêj li paytextê sê rojên din jî didomin û şandek tê."),
    ("ru", "Представитель сообщил, что переговоры в столице продлятся ещё три дня."),
    ("uk", "Речник повідомив, що переговори у столиці триватимуть ще три дні."),
    ("kk", "Өкіл елордадағы келіссөздер тағы үш күнге созылатынын және бұл туралы айтты."),
    ("he", "הדובר אמר כי השיחות בבירה יימשכו שלושה ימים נוספים."),
    ("el", "Ο εκπρόσωπος είπε ότι οι συνομιλίες συνεχίζονται."),
    ("hy", "Խոսնակն ասաց, որ բանակցությունները շարունակվում են։"),
    ("ka", "სპიკერმა თქვა, რომ მოლაპარაკებები გრძელდება."),
]


@pytest.mark.parametrize(("language", "sentence"), SENTENCES)
def test_one_sentence_is_enough(language: str, sentence: str) -> None:
    assert detect(sentence) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2254 / 2015",
        "عمر",
        "Astana",
        "Москва",
        "谈判",
        "Rzecznik powiedział, że rozmowy trwają",
        "ab אב",
        "la",
    ],
)
def test_what_cannot_be_told_is_undetermined(text: str) -> None:
    assert detect(text) == UNDETERMINED


def test_the_language_of_most_letters_counts() -> None:
    sentences = dict(SENTENCES)
    english, arabic = sentences["en"], "قال المتحدث إن الوفد سيصل إلى العاصمة بعد يومين من المشاورات."
    assert detect(f"{english} {arabic} {arabic}") == "ar"
    assert detect(f"{arabic} {english} {english}") == "en"


@given(*[st.sampled_from([each for each in SENTENCES if each[1].count(" ") > 4])] * 2)
def test_one_foreign_sentence_changes_nothing(most: tuple[str, str], foreign: tuple[str, str]) -> None:
    assert detect(f"{foreign[1]} {' '.join([most[1]] * 12)}") == most[0]


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    assert 2 <= len(detect(text)) <= 3
