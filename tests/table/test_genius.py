from collections.abc import Sequence
from fractions import Fraction

import pytest

from sulh.table.genius import Imported, imported
from sulh.table.genius_toml import Document, kept
from sulh.table.markup import parse
from sulh.table.negotiation import Negotiation
from sulh.table.reading import parse as parse_toml

DOMAIN = """\
<negotiation_template>
 <utility_space number_of_issues="3">
  <objective index="0" name="root" type="objective" etype="objective" description="">
   <issue index="1" name="Water share" vtype="discrete" type="discrete" etype="discrete">
    <item index="1" value="half" cost="0" description="half each"/>
    <item index="2" value="by &quot;need&quot;" cost="7"><note/></item>
   </issue>
   <issue index="2" name="أسرى" type="discrete"><item value="all"/><item value="some"/></issue>
   <issue index="3" name="Days" etype="integer" type="integer" vtype="integer" lowerbound="3" upperbound="6"/>
  </objective>
 </utility_space>
</negotiation_template>
"""
UPLAND = """\
<utility_space>
 <reservation value="0.25"/>
 <objective index="0" name="any" type="objective">
  <issue index="1" name="Water share" type="discrete">
   <item index="1" value="by &quot;need&quot;" evaluation="3" cost="0.5"/>
   <item index="2" value="half" evaluation="1e1"/>
  </issue>
  <issue index="2" name="أسرى"><item value="some" evaluation="-2.50"/>
   <item value="all" evaluation="7"/></issue>
  <issue index="3" name="Days" type="integer" lowerbound="4" upperbound="6">
   <evaluator ftype="linear" offset="0.4" slope="0.35"/>
  </issue>
  <weight index="1" value="0.30000000000000001"/><weight index="2" value="0.5"/><weight index="3" value=".2"/>
 </objective>
 <discount_factor value="0.9"/>
</utility_space>
"""
LOWLAND = (
    UPLAND.replace(' <reservation value="0.25"/>\n', "")
    .replace('<weight index="2" value="0.5"/>', "")
    .replace('name="Water share"', 'name="Water"')
    .replace('lowerbound="4" upperbound="6"', "")
    .replace('<item value="some"', '<item value="none" evaluation="9"/><item value="some"')
)


def documents(*texts: str) -> list[Document]:
    names = ["domain.xml", *(f"profiles/p{n}.xml" for n in range(1, len(texts)))]
    return [Document(name, parse(text.encode())) for name, text in zip(names, texts, strict=True)]


def text_of(result: Imported) -> str:
    assert result.faults == ()
    assert result.text is not None
    return result.text


def negotiation_of(result: Imported) -> Negotiation:
    negotiation, faults = parse_toml(text_of(result), "n.toml")
    assert faults == ()
    assert negotiation is not None
    return negotiation


def said(notes: Sequence[object]) -> list[str]:
    return [str(note) for note in notes]


def test_issues_weights_evaluations_and_reservations_as_written() -> None:
    negotiation = negotiation_of(imported(documents(DOMAIN, UPLAND, LOWLAND)))
    assert [issue.id for issue in negotiation.issues] == ["Water share", "أسرى", "Days"]
    assert [[option.id for option in issue.options] for issue in negotiation.issues] == [
        ["half", 'by "need"'],
        ["all", "some"],
        ["3", "4", "5", "6"],
    ]
    first, second = negotiation.parties
    assert (first.id, second.id) == ("p1", "p2")
    exact = Fraction(30000000000000001, 10**17)
    assert dict(first.preference.values) == {
        "Water share": (10 * exact, 3 * exact),
        "أسرى": (Fraction(7, 2), Fraction(-5, 4)),
        "Days": (Fraction(1, 100), Fraction(8, 100), Fraction(15, 100), Fraction(2, 10)),
    }
    assert first.preference.reservation == Fraction(1, 4)
    assert dict(second.preference.values) == {
        "Water share": (10 * exact, 3 * exact),
        "Days": (Fraction(8, 100), Fraction(15, 100), Fraction(2, 10), Fraction(2, 10)),
    }
    assert second.preference.reservation == 0


def test_what_a_person_should_know() -> None:
    scale, name, weight = said(imported(documents(DOMAIN, UPLAND, LOWLAND)).notices)
    assert scale.startswith("profiles/p1.xml:2: the reservation value 0.25 is on the 0-1 scale of Genius")
    assert name.startswith(
        "profiles/p2.xml:3: the issue with the index '1' is 'Water' here and 'Water share'"
    )
    assert (
        weight == "profiles/p2.xml:7: the issue 'أسرى' has no weight here; it is worth nothing to this party"
    )
    extra = UPLAND.replace('<item value="some"', '<item value="none" evaluation="9"/><item value="some"')
    notices = imported(documents(DOMAIN, extra), normalised=True).notices
    assert said(notices) == ["profiles/p1.xml:8: the domain has no 'none' in 'أسرى'; it is left out"]


def test_normalised_divides_by_the_highest_evaluation() -> None:
    worthless = LOWLAND.replace('evaluation="3"', 'evaluation="0"').replace(
        'evaluation="1e1"', 'evaluation="0"'
    )
    first, second = negotiation_of(imported(documents(DOMAIN, UPLAND, worthless), normalised=True)).parties
    exact = Fraction(30000000000000001, 10**17)
    assert dict(first.preference.values) == {
        "Water share": (exact, exact * 3 / 10),
        "أسرى": (Fraction(1, 2), Fraction(-5, 28)),
        "Days": (Fraction(1, 100), Fraction(8, 100), Fraction(15, 100), Fraction(2, 10)),
    }
    assert dict(second.preference.values)["Water share"] == (Fraction(0), Fraction(0))


@pytest.mark.parametrize("normalised", [False, True])
def test_the_files_are_kept_as_they_were(*, normalised: bool) -> None:
    originals = documents(DOMAIN, UPLAND, LOWLAND)
    text = text_of(imported(originals, normalised=normalised))
    assert kept(text) == tuple(one._replace(file=one.file.rpartition("/")[2]) for one in originals)
    assert 'discount_factor", {"value" = "0.9"}' in text


def test_text_and_control_characters_are_kept() -> None:
    odd = DOMAIN.replace("<utility_space", "<extra a='&#x7f;&#x85;\\'>two\nlines</extra><utility_space")
    originals = documents(odd, UPLAND)
    extra = originals[0].elements[1]
    assert (extra.get("a"), extra.text) == ("\x7f\x85\\", "two\nlines")
    assert kept(text_of(imported(originals)))[0] == originals[0]


def test_a_negotiation_without_such_files_has_none() -> None:
    assert kept('[[party]]\nid = "p"\n') == ()


def test_the_domain_is_the_file_without_weights() -> None:
    one, two = documents(DOMAIN, UPLAND)
    assert negotiation_of(imported([two, one])) == negotiation_of(imported([one, two]))


@pytest.mark.parametrize(
    ("texts", "without"),
    [
        ((DOMAIN,), "domain.xml"),
        ((DOMAIN, DOMAIN), "domain.xml, profiles/p1.xml"),
        ((UPLAND, UPLAND), "none"),
    ],
)
def test_one_domain_and_a_profile(texts: tuple[str, ...], without: str) -> None:
    result = imported(documents(*texts))
    assert result.text is None
    (fault,) = said(result.faults)
    assert fault.startswith("domain.xml:1: one file has to be the domain, without weights")
    assert fault.endswith(f"; without are: {without}")


def test_parties_of_the_same_file_name_are_told_apart() -> None:
    domain, profile = documents(DOMAIN, UPLAND)
    same = [domain, profile, profile._replace(file="other/p1.xml"), profile._replace(file="p1.xml")]
    assert [party.id for party in negotiation_of(imported(same)).parties] == ["p1", "p1 (2)", "p1 (3)"]


def test_names_that_stand_twice_in_a_domain() -> None:
    domain = DOMAIN.replace('name="أسرى"', 'name="Water share"').replace('value="some"', 'value="all"')
    result = imported(documents(domain, UPLAND))
    water, prisoners, _ = negotiation_of(result).issues
    assert (water.id, prisoners.id) == ("Water share", "Water share (2)")
    assert [option.id for option in prisoners.options] == ["all"]
    assert "domain.xml:8: the issue 'Water share' names an option twice" in said(result.notices)[0]


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        ((' evaluation="3"', ""), "p1.xml:5: <item> evaluation='': not a number"),
        (('evaluation="3"', 'evaluation="NaN"'), "p1.xml:5: <item> evaluation='NaN': not a number"),
        (('evaluation="3"', 'evaluation="3,5"'), "p1.xml:5: <item> evaluation='3,5': not a number"),
        (('evaluation="3"', 'evaluation="9e9999"'), "p1.xml:5: <item> evaluation='9e9999': a number of more"),
        (('value="half"', 'value="whole"'), "p1.xml:4: the issue 'Water share' has no 'half' here"),
        (('issue index="2"', 'issue index="9"'), "p1.xml:1: the profile has no issue with the index '2'"),
        (('slope="0.35"', ""), "p1.xml:10: the integer issue 'Days' has no <evaluator> with offset"),
        (('value="0.25"', ""), "p1.xml:2: <reservation> value='': not a number"),
    ],
)
def test_faults_of_a_profile(damage: tuple[str, str], fault: str) -> None:
    result = imported(documents(DOMAIN, UPLAND.replace(*damage)))
    assert result.text is None
    (found,) = said(result.faults)
    assert found.startswith(f"profiles/{fault}")


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        (('lowerbound="3"', 'lowerbound="7"'), "9: 'Days' needs whole bounds"),
        (('lowerbound="3"', 'lowerbound="2.5"'), "9: 'Days' needs whole bounds"),
        (('upperbound="6"', 'upperbound="900000"'), "9: 'Days' needs whole bounds"),
        (('type="integer"', 'type="real"'), "9: the issue 'Days' is real; only discrete and integer"),
        (('name="أسرى"', ""), "8: an issue without a name, without options"),
        (('value="some"', ""), "8: an issue without a name, without options"),
    ],
)
def test_faults_of_a_domain(damage: tuple[str, str], fault: str) -> None:
    result = imported(documents(DOMAIN.replace(*damage), UPLAND))
    assert result.text is None
    assert said(result.faults)[0].startswith(f"domain.xml:{fault}")


def test_a_domain_without_issues() -> None:
    result = imported(documents("<a/>", UPLAND))
    assert said(result.faults) == ["domain.xml:1: the domain has no issues; name the right file"]
