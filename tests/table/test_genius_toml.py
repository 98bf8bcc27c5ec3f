import tomllib
from decimal import Decimal
from fractions import Fraction
from pathlib import PurePath

from hypothesis import given, settings
from hypothesis import strategies as st

from sulh.table.genius_toml import Document, Profile, kept, written
from sulh.table.markup import Element
from sulh.table.reading import parse

texts = st.text(st.characters(codec="utf-8"), max_size=8)
names = texts.filter(str.strip)
numbers = st.fractions(-(10**17), 10**17, max_denominator=10**6) | st.sampled_from(
    [Fraction(10**17 + 1), Fraction(1, 3), Fraction(-1, 8)]
)
documents = st.builds(
    Document,
    st.from_regex(r"[a-z]{1,5}\.xml", fullmatch=True),
    st.lists(
        st.builds(
            Element,
            st.integers(0, 9),
            names,
            st.dictionaries(texts, texts, max_size=3).map(lambda d: (*d.items(),)),
            texts,
        ),
        max_size=4,
    ).map(tuple),
)


@st.composite
def domains(draw: st.DrawFn) -> tuple[dict[str, list[str]], dict[str, Profile]]:
    options = st.lists(names, min_size=1, max_size=3, unique=True)
    issues = draw(st.dictionaries(names, options, min_size=1, max_size=3))

    def profile() -> Profile:
        worth = {
            issue: (draw(numbers), {option: draw(numbers) for option in options})
            for issue, options in issues.items()
            if draw(st.booleans())
        }
        return Profile(draw(numbers), worth)

    return issues, {party: profile() for party in draw(st.lists(names, min_size=1, max_size=3, unique=True))}


@settings(max_examples=30)
@given(domains(), st.lists(documents, max_size=2))
def test_what_is_written_is_read_as_it_was(
    domain: tuple[dict[str, list[str]], dict[str, Profile]], files: list[Document]
) -> None:
    issues, profiles = domain
    text = written(issues, profiles, files)
    negotiation, faults = parse(text, "n.toml")
    assert faults == ()
    assert negotiation is not None
    assert {issue.id: [option.id for option in issue.options] for issue in negotiation.issues} == issues
    assert list(profiles) == [party.id for party in negotiation.parties]
    for party, profile in zip(negotiation.parties, profiles.values(), strict=True):
        assert party.reservation == profile.reservation
        assert dict(party.preference.values) == {
            issue: tuple(weight * value for value in values.values())
            for issue, (weight, values) in profile.worth.items()
        }
    assert kept(text) == tuple(files)


def test_numbers_stay_readable() -> None:
    """Decimals are written as decimals, and what is none in quotation marks."""
    profile = Profile(Fraction(1, 4), {"a": (Fraction(10**17 + 1), {"x": Fraction(1, 3), "y": Fraction(-2)})})
    text = written({"a": ["x", "y"]}, {"p": profile}, [])
    found = tomllib.loads(text, parse_float=Decimal)
    assert found["party"] == [{"id": "p", "reservation": Decimal("0.25")}]
    assert found["preference"]["p"] == {"weights": {"a": 10**17 + 1}, "values": {"a": {"x": "1/3", "y": -2}}}


def test_files_are_kept_without_their_folders() -> None:
    file = Document("profiles/lowland.xml", (Element(0, "a", (("x", "1"),), "words"),))
    (one,) = kept(written({"a": ["x"]}, {"p": Profile(Fraction(0), {})}, [file]))
    assert one == file._replace(file=PurePath(file.file).name)
    assert kept('[[party]]\nid = "p"\n') == ()
