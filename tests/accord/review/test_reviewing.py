"""Each rule asks where it has to, and keeps silent where it has not."""

from dataclasses import replace
from datetime import date

import pytest

from sulh.accord import parse
from sulh.accord.agreement import Agreement
from sulh.accord.review import RULES, Finding, review
from sulh.accord.review.plain import data
from sulh.accord.review.words import sentence, why
from sulh.case.actor import Actor, ActorKind, Adherence, Membership, Name, Office
from sulh.case.case import Case
from sulh.case.local_text import LocalText
from sulh.case.process import Instrument, Paragraph
from sulh.case.statement import Denial, Statement
from sulh.case.when import Validity, When
from sulh.text.messages import translator


def text(ar: str, en: str) -> LocalText:
    return LocalText((("ar", ar), ("en", en)))


def actor(identifier: str, ar: str, en: str, kind: ActorKind = "body", *of: str) -> Actor:
    names = (Name(ar, "ar"), Name(en, "en"))
    return Actor(identifier, kind, names, tuple(Membership(one) for one in of))


RESOLUTION = Instrument(
    "resolution",
    "resolution",
    text("القرار 4711", "Resolution 4711"),
    paragraphs=(
        Paragraph("1", text("وقف القتال بحلول 30 حزيران 2031", "The fighting ends by 30 June 2031")),
        Paragraph("2", text("يشمل الجميع باستثناء حرس النهر", "It covers everybody except the River Guard")),
        Paragraph("3", text("الإغاثة", "Relief")),
    ),
)
CASE = Case(
    title=text("النهران", "Two rivers"),
    actors=(
        actor("lowland", "مجلس السهل", "Lowland Council"),
        actor("upland", "هيئة المرتفعات", "Upland Assembly"),
        actor("river-guard", "حرس النهر", "River Guard", "formation", "upland"),
        actor("irrigators", "اتحاد المزارعين", "Irrigators' Union", "organisation", "lowland"),
        actor("ministry", "وزارة المرفأ", "Harbour Ministry", "body", "harbour"),
        actor("harbour", "المرفأ", "Harbour Republic", "state"),
        replace(
            actor("speaker", "نوار", "Nawar", "person"),
            offices=(Office(text("ناطق", "spokesperson"), "upland"),),
        ),
    ),
    instruments=(RESOLUTION,),
)
SOUND = """+++
language = "en"
date = 2031-05-01
parties = ["lowland", "upland"]
holder = "lowland"
[[circulated_to]]
actor = "upland"
by = "harbour"
+++
# Truce

## 1. Definitions

"Zone" means both banks.

## 2. Ceasefire {#halt by=upland guarantor=harbour monitor=harbour within=2031-06-01}

The Upland Assembly and the River Guard leave the "Zone" as article 1 says.

## 3. Water {#water by=lowland guarantor=harbour monitor=harbour within="10 days"}

The Lowland Council with the Irrigators' Union opens the gates.
"""


def found(
    words: str = SOUND,
    case: Case = CASE,
    statements: tuple[Statement, ...] = (),
    as_of: date | None = None,
    instrument: str | None = None,
) -> tuple[Finding, ...]:
    copy, faults = parse(words, "draft.md")
    assert faults == ()
    return review(Agreement("truce", (copy,), instrument), case, statements, as_of)


def rules(
    words: str = SOUND,
    case: Case = CASE,
    as_of: date | None = None,
    instrument: str | None = None,
) -> list[str]:
    return [finding.rule for finding in found(words, case, as_of=as_of, instrument=instrument)]


def test_a_sound_draft_has_no_finding() -> None:
    assert found() == ()
    assert review(Agreement("empty"), CASE) == ()
    assert rules("1. The sides meet on Monday.\n", case=Case(title=text("-", "-"))) == []


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        ("self-guarantee", "by=upland guarantor=harbour", "by=upland guarantor=upland"),
        (
            "unmonitored-obligation",
            "by=upland guarantor=harbour monitor=harbour",
            "by=upland guarantor=harbour",
        ),
        ("no-deadline", ' monitor=harbour within="10 days"', " monitor=harbour"),
        ("past-date", "within=2031-06-01", "within=2031-04-01"),
        ("past-date", "opens the gates.", "opens the gates by 4 March 2031."),
        ("open-bracket", "opens the gates", "opens [[lowland: some | upland: all]] gates"),
        ("undefined-term", "opens the gates", "opens the “Upper Gates”"),
        ("dangling-reference", "article 1", "article 7"),
        ("unconsulted-party", "[[circulated_to]]", "[[x]]"),
        ("member-not-bound", " and the River Guard", ""),
        ("denied-knowledge", "", ""),
    ],
)
def test_a_rule_asks(rule: str, old: str, new: str) -> None:
    words = SOUND.replace(old, new) if old else SOUND
    if rule == "unconsulted-party":
        words = words.replace('[[x]]\nactor = "upland"\nby = "harbour"\n', "")
    case = CASE
    if rule == "denied-knowledge":
        case = replace(CASE, adherences=(Adherence("upland", "truce", "denied", "upland"),))
    assert set(rules(words, case=case, instrument="truce")) == {rule}


def test_who_answers_for_what() -> None:
    one = SOUND.replace("by=lowland guarantor=harbour", "by=lowland")
    assert rules(one) == ["unanswered-party", "unguaranteed-clause"]
    none = SOUND.replace(" guarantor=harbour", "")
    assert rules(none) == ["unguaranteed-clause", "unguaranteed-clause"]
    assert rules(none.replace("holder", 'guarantors = ["harbour"]\nholder')) == []


def test_a_part_of_the_guarantor_is_the_guarantor_itself() -> None:
    (one,) = found(
        SOUND.replace("by=upland guarantor", 'by="upland, ministry" guarantor').replace(
            'by = "harbour"', 'by = "harbour"\n[[circulated_to]]\nactor = "ministry"'
        )
    )
    assert (one.rule, one.actor, dict(one.details)["debtor"]) == ("self-guarantee", "harbour", "ministry")


def test_attributes_of_a_clause_hold_for_those_under_it() -> None:
    whole = SOUND.split("## 2.", maxsplit=1)[0].replace('parties = ["lowland", "upland"]', "")
    under = (
        '## 2. Water {#w guarantor=harbour monitor=harbour within="9 days"}\n\n2.1 Open. {#o by=lowland}\n'
    )
    member = "The Irrigators' Union helps.\n"
    assert rules(whole + under + member) == []
    assert "no-deadline" in rules(whole + under.replace(' within="9 days"', "") + member)


def test_what_is_forbidden_needs_no_day() -> None:
    text_ = SOUND.replace(' within="10 days"', "").replace("opens the gates", "shall not open the gates")
    assert rules(text_) == []
    assert rules(text_.replace("shall not open the gates", "opens the gates within 5 days")) == []


def test_the_past_is_told_from_history() -> None:
    for words in ("held before 4 March 2030", "as the sides agreed on 4 March 2030", "by 4 March"):
        assert rules(SOUND.replace("opens the gates", words)) == []
    assert rules(as_of=date(2031, 5, 20)) == []
    (late,) = found(as_of=date(2031, 7, 1))
    assert (late.rule, late.clause, late.details[1]) == ("past-date", "halt", ("day", "2031-07-01"))
    assert rules(SOUND.replace("date = 2031-05-01\n", "").replace("2031-06-01", "2031-04-01")) == []


def test_a_term_is_defined_in_many_ways() -> None:
    for words in ('the upper gates (the "Gates"). The "Gates" stay', "what is hereinafter called “Gates”"):
        assert rules(SOUND.replace("the gates", words)) == []
    assert rules(SOUND.replace("the gates", "the gates of the “Upland Assembly”")) == []
    arabic = '+++\nlanguage = "ar"\n+++\n1. تفتح البوابات العليا (المشار إليها فيما يلي بـ«البوابات»).\n'
    assert rules(arabic) == []
    assert rules(arabic.replace("(المشار إليها فيما يلي بـ«البوابات»)", "في «المنطقة»")) == ["undefined-term"]


def test_references_to_other_texts_are_left_alone() -> None:
    for words in ("article 51 of the Charter", "paragraph 9 of resolution 2254", "the gates"):
        assert rules(SOUND.replace("article 1", words)) == []
    twice, _ = parse("1. a\n\n# A\n\n1. b\n\n2. See paragraph 1.\n", "d.md")
    agreement = Agreement("d", (twice,))
    assert {one.rule for one in review(agreement, CASE)} <= {"ambiguous-reference"}
    arabic = '+++\nlanguage = "ar"\n+++\n1. تفتح البوابات.\n\n2. وفق البند 5.\n'
    assert rules(arabic) == ["dangling-reference"]
    assert rules(arabic.replace("البند 5", "البند 1")) == []


def test_a_member_may_be_asked_in_place_of_its_party() -> None:
    words = SOUND.replace('actor = "upland"', 'actor = "river-guard"')
    assert rules(words) == []
    assert rules(words.replace("river-guard", "ministry")) == ["unconsulted-party"]


def test_denials_are_of_those_who_are_bound() -> None:
    said = Statement(
        "s1", "news", "Nawar", "person", "We know nothing of it.", "direct", "deny",
        speaker_id="speaker", denies=(Denial("news#s2", "knowledge"),),
    )  # fmt: skip
    (one,) = found(statements=(said,))
    assert (one.rule, one.actor) == ("denied-knowledge", "upland")
    assert dict(one.details)["source"] == "news#s1"
    for other in (
        replace(said, speaker_id="harbour"),
        replace(said, denies=(Denial("news#s2", "fact"),)),
        replace(said, denies=()),
    ):
        assert found(statements=(other,)) == ()


def test_memberships_that_have_ended_do_not_count() -> None:
    ended = Validity(None, When.on(date(2031, 1, 1)))
    guard = replace(CASE.actors[2], members_of=(Membership("upland", ended),))
    case = replace(CASE, actors=(*CASE.actors[:2], guard, *CASE.actors[3:]))
    assert rules(SOUND.replace(" and the River Guard", ""), case=case) == []


MANDATE = (
    SOUND
    + """
## 4. Order

Under paragraphs 1 and 2 of Resolution 4711 the fighting ends by 1 June 2031, except against the River Guard.

## 5. Relief

Relief passes as paragraph 3 of Resolution 4711 says.
"""
)


def test_a_draft_is_held_against_the_paragraphs_that_it_names() -> None:
    assert rules(MANDATE) == []
    (uncovered,) = found(MANDATE.replace("as paragraph 3 of Resolution 4711 says", "daily"))
    assert (uncovered.rule, dict(uncovered.details)["paragraph"]) == ("uncovered-paragraph", "3")
    assert rules(SOUND + "\n## 4. Order\n\nMindful of Resolution 4711.\n") == []
    assert rules(MANDATE, instrument="resolution") == []


def test_only_what_is_exact_goes_beyond_a_mandate() -> None:
    (late,) = found(MANDATE.replace("1 June 2031", "1 August 2031"))
    assert (late.rule, dict(late.details)["limit"]) == ("conflicts-with-mandate", "2031-06-30")
    (other,) = found(MANDATE.replace("against the River Guard", "against the Irrigators' Union"))
    assert (other.rule, other.actor) == ("conflicts-with-mandate", "irrigators")
    assert rules(MANDATE.replace("1 June 2031", "summer")) == []
    arabic = replace(RESOLUTION, paragraphs=(Paragraph("1", LocalText((("ar", "بحلول 30 حزيران 2031"),))),))
    later = MANDATE.replace("1 June 2031", "1 August 2031")
    assert rules(later, case=replace(CASE, instruments=(arabic,))) == []


def test_an_attribute_counts_as_the_words_of_its_clause() -> None:
    words = MANDATE.replace("## 4. Order", "## 4. Order {#order within=2031-08-01}")
    assert rules(words) == ["conflicts-with-mandate"]


def test_what_is_accepted_stays_listed() -> None:
    accepted = (
        '[[accepted]]\nrule = "self-guarantee"\nclause = "halt"\nby = "harbour"\nwhy = "Agreed."\n+++\n#'
    )
    words = SOUND.replace("by=upland guarantor=harbour", "by=upland guarantor=upland").replace(
        "+++\n#", accepted, 1
    )
    (one,) = found(words)
    assert one.accepted is not None
    assert one.accepted.by == "harbour"
    for other in ('clause = "water"', 'actor = "lowland"'):
        assert found(words.replace('clause = "halt"', other, 1))[0].accepted is None
    assert found(words.replace('clause = "halt"', 'actor = "Upland Assembly"', 1))[0].accepted is not None
    for wrong in (words.replace('clause = "halt"\n', "", 1), words.replace("self-guarantee", "nonsense", 1)):
        assert len(parse(wrong, "d.md")[1]) == 1


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_rule_has_words_in_both_languages(language: str) -> None:
    m = translator(language)
    keys = (
        "who",
        "debtor",
        "date",
        "day",
        "words",
        "term",
        "reference",
        "source",
        "of",
        "instrument",
        "paragraph",
    )
    details = tuple((key, f"<{key}>") for key in (*keys, "summary", "limit"))
    for rule in RULES:
        for actor_ in (None, "upland"):
            finding = Finding(rule, "draft.md", 3, "halt", actor_, details)
            said = sentence(finding, m, lambda who: f"*{who}*")
            assert "{" not in said
            found_ = data(finding, m)
            assert (found_["rule"], found_["why"], found_["accepted"]) == (rule, why(rule, m), None)
    if language == "ar":
        english = translator("en")
        assert all(why(rule, m) != why(rule, english) for rule in RULES)
        findings = [Finding(rule, "d.md", details=details) for rule in RULES]
        assert all(sentence(one, m) != sentence(one, english) for one in findings)
