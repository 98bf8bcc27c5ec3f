from datetime import date

from sulh.accord import Front, parse
from sulh.case.local_text import LocalText
from sulh.case.provenance import Source
from sulh.case.when import When

MAY = When.on(date(2031, 5, 1))
HASH = "0123456789abcdef" * 4


def read(toml: str) -> tuple[Front, list[str]]:
    copy, faults = parse(f'+++\nlanguage = "en"\n{toml}\n+++\n1. Words\n', "x")
    return copy.front, [f"{fault.line}: {fault.reason}" for fault in faults]


def test_all_fields() -> None:
    front, faults = read(f"""\
title = "Truce"
version = "3 of 1 May"
holder = "upland"
parties = ["upland", "Lowland Council"]
guarantors = ["harbour"]
drafted_by = ["harbour", "upland"]
date = 2031-05-01
place = {{ar = "المرفأ", en = "The Harbour"}}
handling = "process"
sources = [{{person = "minutes of 1 May"}}]

[[circulated_to]]
actor = "lowland"
when = 2031-05-01
by = "harbour"
sources = [{{statement = "2031-05-02-news#s2"}}]

[[response]]
actor = "lowland"
stance = "silent"

[[signature]]
actor = "upland"
person = "A. Spokesperson"
when = 2031-05-01
condition = "that Lowland signs the same text"
asserted = false
by = "lowland"

[[intended_difference]]
clause = "parties"
accepted_by = ["upland", "lowland"]
note = "each copy names its holder first"

[[translation]]
clause = "scope"
hash = {{ar = "{HASH}", en = "{HASH}"}}
by = "a sworn translator"
when = 2031-05-01
""")
    assert faults == []
    assert front.title == LocalText((("en", "Truce"),))
    assert (front.version, front.holder, front.date) == ("3 of 1 May", "upland", MAY)
    assert front.parties == ("upland", "Lowland Council")
    assert (front.guarantors, front.drafted_by) == (("harbour",), ("harbour", "upland"))
    assert front.place is not None
    assert front.place.within("ar") == "المرفأ"
    assert front.provenance.handling.mark == "process"
    (circulated,) = front.circulated_to
    assert (circulated.actor, circulated.when, circulated.by) == ("lowland", MAY, "harbour")
    assert circulated.provenance.sources == (Source("statement", "2031-05-02-news#s2"),)
    (response,) = front.responses
    assert (response.actor, response.stance, response.when) == ("lowland", "silent", None)
    (signature,) = front.signatures
    assert (signature.person, signature.when, signature.asserted) == ("A. Spokesperson", MAY, False)
    assert signature.condition is not None
    (difference,) = front.intended_differences
    assert (difference.clause, difference.accepted_by) == ("parties", ("upland", "lowland"))
    (translation,) = front.translations
    assert translation.hashes == (("ar", HASH), ("en", HASH))
    assert (translation.clause, translation.by, translation.when) == ("scope", "a sworn translator", MAY)


def test_entries_with_faults_are_left_out() -> None:
    cases = {
        '[[response]]\nactor = "x"\nstance = "acepts"': "did you mean 'accepts'?",
        '[[response]]\nactr = "x"\nstance = "accepts"': "did you mean 'actor'?",
        '[[intended_difference]]\nclause = "x"': "names nobody",
        f'[[translation]]\nclause = "x"\nby = "y"\nhash = {{ar = "{HASH}"}}': "between two languages",
        '[[translation]]\nclause = "x"\nby = "y"\nhash = {ar = "1", en = "2"}': "is no SHA-256",
        '[[translation]]\nclause = "x"\nby = "y"': "the key 'hash' is missing",
        '[[signature]]\nactor = ""': "'actor' is empty",
        'parties = "upland"': "write a list of texts",
    }
    for toml, words in cases.items():
        front, faults = read(toml)
        assert any(words in fault for fault in faults), (toml, faults)
        lists = (front.responses, front.intended_differences, front.translations, front.signatures)
        assert (*lists, front.parties) == ((),) * 5
