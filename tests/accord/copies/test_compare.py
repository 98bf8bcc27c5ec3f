import pytest
from tests.accord.copies.two_rivers import ARABIC, ENGLISH, copy

from sulh.accord import Copy
from sulh.accord.copies import Comparison, compare, digest
from sulh.accord.copies.plain import data
from sulh.accord.copies.words import status_text
from sulh.text.messages import LANGUAGES, translator


def front(text: str, lines: str) -> str:
    """Add lines to the front matter."""
    start, head, body = text.split("+++\n")
    return f"{start}+++\n{head}{lines}\n+++\n{body}"


def compared(*texts: str) -> Comparison:
    return compare([copy(text, f"copy-{n}") for n, text in enumerate(texts, 1)])


def abouts(found: Comparison) -> list[tuple[str, str | None]]:
    return [(remark.about, remark.clause) for remark in found.remarks]


def certificates(one: Copy, other: Copy) -> str:
    return "\n".join(
        f'[[translation]]\nclause = "{clause.id}"\nby = "Office of the envoy"\nwhen = 2030-12-01\n'
        f'hash = {{en = "{digest(clause.text)}", ar = "{digest(its.text)}"}}'
        for clause, its in zip(one.walk(), other.walk(), strict=True)
    )


def test_certified_translations_make_one_text() -> None:
    certified = front(ENGLISH, certificates(copy(ENGLISH), copy(ARABIC)))
    found = compared(certified, ARABIC)
    assert (found.status, found.unproved, found.differences) == ("same", (), ())
    assert [about for about, _ in abouts(found)].count("certified") == 8


def test_a_certificate_breaks_when_a_text_changes() -> None:
    certified = front(ENGLISH, certificates(copy(ENGLISH), copy(ARABIC)))
    found = compared(certified, ARABIC.replace("يسوي", "يحل"))
    assert (found.status, found.unproved) == ("unproved", ("disputes",))
    assert ("certificate broken", "disputes") in abouts(found)
    assert dict(dict(found.digests)["disputes"])["copy-1"] in certified


def test_a_certificate_for_other_languages_does_not_suffice() -> None:
    certified = front(ENGLISH, certificates(copy(ENGLISH), copy(ARABIC)).replace("ar =", "fr ="))
    found = compared(certified, ARABIC)
    assert found.status == "unproved"
    assert ("certificate incomplete", "aid") in abouts(found)


def test_a_certificate_does_not_hide_a_different_date() -> None:
    other = ARABIC.replace("31 كانون", "30 كانون")
    found = compared(front(ENGLISH, certificates(copy(ENGLISH), copy(other))), other)
    assert [(one.clause, one.kind) for one in found.differences] == [("ceasefire", "date")]
    assert (found.status, found.unproved) == ("different", ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_unproved_is_never_called_one_text(language: str) -> None:
    m = translator(language)
    found = compared(ENGLISH, ARABIC)
    said = status_text(found.status, m) + str(data(found, m))
    assert "one text" not in said
    assert "نص واحد" not in said
    assert {"en": "one text", "ar": "نص واحد"}[language] in status_text("same", m)


INTENDED = '[[intended_difference]]\nclause = "monitoring"\naccepted_by = ["Lowland Region", "Upland Region"]'


def test_an_intended_difference_is_shown_and_named() -> None:
    one = front(ENGLISH, f'holder = "Lowland Region"\n{INTENDED}')
    other = front(ENGLISH.replace("45 persons", "60 persons"), 'holder = "Upland Region"')
    found = compared(one, other)
    (difference,) = found.differences
    assert (found.status, difference.kind, difference.intended) == ("different", "number", True)
    assert difference.accepted_by == ("Lowland Region", "Upland Region")
    assert abouts(found) == [("intended", "monitoring")]


def test_a_difference_that_not_all_accept_is_not_intended() -> None:
    one = front(ENGLISH, f'holder = "Lowland Region"\n{INTENDED}')
    other = front(ENGLISH.replace("45 persons", "60 persons"), 'holder = "State of Harbour"')
    found = compared(one, other)
    assert not found.differences[0].intended
    assert abouts(found) == [("not accepted by all", "monitoring")]


def test_without_holders_every_copy_must_declare_it() -> None:
    other = ENGLISH.replace("45 persons", "60 persons")
    assert not compared(front(ENGLISH, INTENDED), other).differences[0].intended
    assert compared(front(ENGLISH, INTENDED), front(other, INTENDED)).differences[0].intended
    assert abouts(compared(front(ENGLISH, INTENDED), ENGLISH)) == [("intended and equal", "monitoring")]


def test_brackets_are_content_and_said() -> None:
    open_ = ENGLISH.replace("three crossings", "[[Lowland: three | Upland: two]] crossings")
    found = compared(open_, open_)
    assert (found.status, abouts(found)) == ("same", [("brackets", None), ("brackets", None)])
    assert compared(open_, ENGLISH).status == "different"


def test_three_copies() -> None:
    found = compared(ENGLISH, ARABIC, ENGLISH.replace("10 days", "12 days"))
    (difference,) = found.differences
    assert (difference.clause, difference.kind) == ("pull-back", "date")
    assert [name for name, _ in difference.copies] == ["copy-1", "copy-2", "copy-3"]
    assert len(found.unproved) == 8


def test_a_clause_that_only_the_third_copy_has() -> None:
    found = compared(
        ENGLISH, ENGLISH, ENGLISH + "\n# Article 7: Costs {#costs}\n\nEach side bears its own.\n"
    )
    (difference,) = found.differences
    assert (difference.clause, difference.kind) == ("costs", "missing")
    assert [text is None for _, text in difference.copies] == [True, True, False]


PLAIN = "+++\nlanguage = 'en'\n+++\n" + "\n\n".join(
    f"{n}. {words}"
    for n, words in enumerate(
        [
            "All fire ceases at noon on both banks.",
            "The bridge is opened to all travellers and goods.",
            "Detainees are released without delay by the two sides.",
            "Reserved.",
            "A commission of both sides meets in the town hall.",
            "Reserved.",
        ],
        1,
    )
)


def test_clauses_without_ids_are_found_by_their_words() -> None:
    without = PLAIN.replace("2. The bridge is opened to all travellers and goods.\n\n", "")
    for n in range(3, 7):
        without = without.replace(f"\n{n}. ", f"\n{n - 1}. ")
    without = without.replace("without delay", "without any delay")
    found = compared(PLAIN, without)
    assert [(one.clause, one.kind) for one in found.differences] == [("2", "missing"), ("3", "wording")]
    assert abouts(found) == [("numbers", str(n)) for n in range(3, 7)]


def test_another_number_is_a_difference() -> None:
    found = compared(PLAIN, PLAIN.replace("\n6. Reserved", "\n7. Reserved"))
    assert [(one.clause, one.kind) for one in found.differences] == [("6", "reference")]


def test_another_word_for_the_number_is_a_difference() -> None:
    found = compared(ENGLISH, ENGLISH.replace("# Article 6:", "# 6."))
    assert [(one.clause, one.kind) for one in found.differences] == [("disputes", "wording")]


def test_a_clause_rewritten_as_a_whole_is_one_clause() -> None:
    found = compared(
        PLAIN, PLAIN.replace("All fire ceases at noon on both banks", "Guns fall silent forever")
    )
    assert [(one.clause, one.kind) for one in found.differences] == [("1", "wording")]


def test_other_ids_are_no_difference() -> None:
    found = compared(ENGLISH, ENGLISH.replace("{#aid}", "{#relief}"))
    assert (found.status, abouts(found)) == ("same", [("ids", "aid")])


def test_clauses_in_two_languages_without_ids() -> None:
    arabic = (
        "+++\nlanguage = 'ar'\n+++\n1. يقف النار.\n\n   أ) أولا يفتح الجسر.\n\n"
        "   ب) ثم تفتح الطريق.\n\n2. ينشر في 5 أيام."
    )
    english = (
        "+++\nlanguage = 'en'\n+++\n1. Fire ceases.\n\n   (a) The bridge opens.\n\n"
        "   (b) The road opens.\n\n2. Made public in 6 days."
    )
    found = compared(arabic, english)
    assert [(one.clause, one.kind) for one in found.differences] == [("2", "date")]
    assert len(found.unproved) == 4


def test_names_given_with_the_case() -> None:
    one, other = (
        copy(text.replace("parties", "drafted_by"), name) for text, name in ((ENGLISH, "a"), (ARABIC, "b"))
    )
    names = {"low": ["Lowland Region", "إقليم السهل"], "up": ["Upland Region", "إقليم المرتفعات"]}
    assert compare([one, other], names).differences == ()


def test_handling_is_the_strictest() -> None:
    kept = front(ENGLISH, 'handling = "party:upland"')
    assert str(compared(ENGLISH, kept).audience) == "party:upland"


def test_one_copy_is_not_enough() -> None:
    with pytest.raises(ValueError, match="at least two"):
        compared(ENGLISH)
    with pytest.raises(ValueError, match="different names"):
        compare([copy(ENGLISH), copy(ENGLISH)])
