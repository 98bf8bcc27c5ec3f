import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulh.accord import parse
from sulh.accord.drafts import ClauseChange, changes
from sulh.accord.drafts.plain import data

FIRST = """+++
version = "1"
holder = "harbour"
language = "en"
handling = "process"
[[circulated_to]]
actor = "upland"
by = "harbour"
+++
## 1. Scope {#scope}

The ceasefire covers [[upland: the whole valley | lowland, harbour: the west bank]] of the river.

## 2. Monitoring {#monitoring by=harbour within="10 days"}

Harbour sends three observers to the bridge.

## 3. Aid {#aid}

Convoys pass every day.

## 4. Prisoners {#prisoners}

The sick are released first, the others in two groups.
"""


def moved(before: str, after: str) -> dict[str, ClauseChange]:
    drafts = []
    for name, text in (("a.md", before), ("b.md", after)):
        copy, faults = parse(text, name)
        assert faults == ()
        drafts.append(copy)
    return {change.clause.id: change for change in changes(*drafts).clauses}


def test_equal_drafts_have_no_changes() -> None:
    assert moved(FIRST, FIRST) == {}
    assert moved(FIRST, FIRST.replace("every day", "every  day")) == {}


def test_a_bracket_is_closed_by_the_wording_of_its_proposers() -> None:
    text = FIRST.replace("[[upland: the whole valley | lowland, harbour: the west bank]]", "the west bank")
    (change,) = moved(FIRST, text).values()
    (bracket,) = change.brackets
    assert (change.clause.id, change.kinds, bracket.kind) == ("scope", (), "closed")
    assert bracket.stands is not None
    assert bracket.stands.proposers == ("lowland", "harbour")
    (back,) = moved(text, FIRST)["scope"].brackets
    assert (back.kind, back.before) == ("opened", None)
    assert back.stands is not None
    assert back.stands.text == "the west bank"


def test_a_bracket_may_be_closed_by_other_words_and_beside_other_changes() -> None:
    text = FIRST.replace("[[upland: the whole valley | lowland, harbour: the west bank]]", "both banks")
    change = moved(FIRST, text)["scope"]
    assert (change.kinds, change.brackets[0].stands) == (("reworded",), None)
    text = FIRST.replace(
        "[[upland: the whole valley | lowland, harbour: the west bank]] of the river",
        "the whole valley and its bridges",
    )
    change = moved(FIRST, text)["scope"]
    assert change.kinds == ("reworded",)
    assert change.brackets[0].stands is not None
    assert change.brackets[0].stands.proposers == ("upland",)


def test_deleted_words_settle_a_bracket_only_between_the_same_words() -> None:
    before = "1. Aid passes[[lowland: | : on request]] daily.\n"
    (bracket,) = moved(before, "1. Aid passes daily.\n")["1"].brackets
    assert bracket.stands is not None
    assert bracket.stands.proposers == ("lowland",)
    change = moved(before, "1. Aid passes if agreed daily.\n")["1"]
    assert (change.kinds, change.brackets[0].stands) == (("reworded",), None)


def test_a_bracket_changes_in_wording_or_proposers() -> None:
    for old, new in (("the whole valley", "the upper valley"), ("lowland, harbour", "lowland")):
        change = moved(FIRST, FIRST.replace(old, new))["scope"]
        assert (change.kinds, [one.kind for one in change.brackets]) == ((), ["changed"])
        assert change.brackets[0].before
        assert change.brackets[0].after


def test_two_brackets_find_their_own() -> None:
    before = "1. Cease [[upland: now | lowland: in May]] [[upland: here | lowland: there]] for good.\n"
    after = "1. Cease [[upland: here | lowland: elsewhere]] for good.\n"
    found = moved(before, after)["1"].brackets
    assert [one.kind for one in found] == ["closed", "changed"]
    assert found[0].before is not None
    assert found[0].before.wordings[0].text == "now"
    assert [one.kind for one in moved(after, before)["1"].brackets] == ["changed", "opened"]


def test_clauses_are_added_removed_moved_and_renumbered() -> None:
    head, scope, monitoring, aid, prisoners = FIRST.split("## ")
    order = (scope, prisoners.replace("4.", "2."), monitoring.replace("2.", "3."))
    text = "## ".join([head, *(part.rstrip() + "\n\n" for part in order), "4. Dams {#dams}\n\nClosed.\n"])
    found = moved(FIRST, text)
    assert {clause: change.kinds for clause, change in found.items()} == {
        "prisoners": ("moved", "renumbered"),
        "monitoring": ("renumbered",),
        "aid": ("removed",),
        "dams": ("added",),
    }
    assert found["aid"].after is None
    assert found["aid"].words() == ()
    assert aid.startswith("3.")


def test_rewording_and_attributes() -> None:
    text = FIRST.replace("three observers", "five observers").replace(
        '"10 days"', '"14 days" monitor=authority'
    )
    (change,) = moved(FIRST, text).values()
    assert change.kinds == ("reworded", "annotated")
    assert change.attributes == (("within", "10 days", "14 days"), ("monitor", None, "authority"))
    assert change.before
    assert change.after
    words = [
        (run.sign, run.first.of(change.before.text), run.second.of(change.after.text))
        for run in change.words()
    ]
    assert ("removed", "three", "") in words
    assert ("added", "", "five") in words


def test_all_brackets_of_a_new_clause_are_opened() -> None:
    change = moved(FIRST, FIRST + "\n## 5. Dams {#dams}\n\nThe dams [[upland: close | lowland: stay]].\n")[
        "dams"
    ]
    assert (change.kinds, [one.kind for one in change.brackets]) == (("added",), ["opened"])
    with pytest.raises(ValueError, match="about a clause"):
        assert ClauseChange(None, None, ()).clause


def test_drafts_are_of_one_language() -> None:
    drafts = [parse(text, "a.md")[0] for text in (FIRST, FIRST.replace('language = "en"', 'language = "ar"'))]
    with pytest.raises(ValueError, match="two languages"):
        changes(*drafts)


def test_data_tells_who_holds_which_version() -> None:
    drafts = [
        parse(text, name)[0] for name, text in (("a.md", FIRST), ("b.md", FIRST.replace("three", "two")))
    ]
    found = data(changes(*drafts))
    assert found["audience"] == "process"
    first = found["drafts"][0]
    assert (first["version"], first["holder"], first["open_brackets"]) == ("1", "harbour", 1)
    assert first["circulated_to"] == [{"actor": "upland", "when": None, "by": "harbour"}]
    (clause,) = found["clauses"]
    assert (clause["clause"], clause["kinds"], clause["numbers"]) == ("monitoring", ["reworded"], ["2", "2"])
    assert {"sign": "removed", "text": "three"} in clause["words"]
    text = FIRST.replace("[[upland: the whole valley | lowland, harbour: the west bank]]", "the west bank")
    closed = data(changes(drafts[0], parse(text, "b.md")[0]))["clauses"][0]["brackets"][0]
    assert (closed["kind"], closed["after"]) == ("closed", None)
    assert closed["stands"] == {"proposers": ["lowland", "harbour"], "text": "the west bank"}
    assert closed["before"][0] == {"proposers": ["upland"], "text": "the whole valley"}


@given(st.data())
def test_settling_a_bracket_is_reported_as_such_and_as_nothing_else(data: st.DataObject) -> None:
    words = st.lists(st.sampled_from(["all", "river", "the", "bank", "west", "new", "سد"]), max_size=4).map(
        " ".join
    )
    before, after, one, other = (data.draw(words) for _ in range(4))
    draft = parse(f"1. Start {before} [[upland: {one} | lowland: {other}]] {after} end.\n", "a.md")[0]
    settled = parse(f"1. Start {before} {one} {after} end.\n", "b.md")[0]
    (change,) = changes(draft, settled).clauses
    (bracket,) = change.brackets
    assert (change.kinds, bracket.kind) == ((), "closed")
    assert bracket.stands is not None
    assert draft.clauses[0].text.replace(draft.brackets().__next__().span.of(draft.text), one).split() == (
        settled.clauses[0].text.split()
    )
    assert bracket.stands.text == one or f"{before} {bracket.stands.text} {after}".split() == (
        f"{before} {one} {after}".split()
    )
