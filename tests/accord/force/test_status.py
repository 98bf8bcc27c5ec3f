from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.accord.agreements import SIGNED, TEXT, at, copy, read

from sulh.accord.agreement import EVENT_KINDS, Agreement, EntryIntoForce, Event, Extension
from sulh.accord.copies import digest
from sulh.accord.force import State, status
from sulh.accord.force.fact import EVER
from sulh.accord.moment import After, Duration, Moment

ZONE = 'utc_offset = "+02:00"\n'
RULES = (
    ZONE
    + """\
[entry_into_force]
signed_by = ["lowland", "upland"]
starts = {after = "signature", days = 1, at = "00:00"}
"""
)
SAME = '[[entry_into_force.condition]]\nfor = "upland"\nrequires = "same-text"\n'
MONTHS = 'ends = {after = "entry-into-force", months = 6}\n'


def event(kind: str, when: str = "", **more: str) -> str:
    """Return an event as TOML, by the word of the Authority."""
    fields = {"kind": f'"{kind}"', "by": '"authority"', **({"when": when} if when else {}), **more}
    return "[[event]]\n" + "".join(f"{key} = {value}\n" for key, value in fields.items())


def states(
    folder: Path, terms: str, when: str, copies: dict[str, str] | None = None
) -> dict[str, set[State]]:
    agreement, faults = read(folder, terms, copies)
    assert faults == []
    found = status(agreement, at(when))
    return {one.party or "whole": set(one.states) for one in (found.whole, *found.parties)}


@pytest.mark.parametrize(
    ("when", "state"),
    [
        ("2031-04-30T12:00:00+02:00", {"text"}),
        ("2031-05-01T12:00:00+02:00", {"text", "signed", "waiting"}),
        ("2031-05-02T00:00:00+02:00", {"in-force"}),
        ("2031-05-01T22:00:00+00:00", {"in-force"}),
    ],
)
def test_the_day_after_signature(tmp_path: Path, when: str, state: set[State]) -> None:
    assert states(tmp_path / "case", RULES, when)["lowland"] == state


def test_waiting_for_a_fixed_time(tmp_path: Path) -> None:
    terms = ZONE + '[entry_into_force]\nsigned_by = ["lowland", "upland"]\nstarts = 2031-06-01T00:00:00Z\n'
    found, _ = read(tmp_path / "case", terms)
    before = status(found, at("2031-05-20T00:00:00Z"))
    assert before.whole.states == ("waiting",)
    assert before.whole.missing[0].what == "start"
    assert status(found, at("2031-06-01T00:00:00Z")).whole.states == ("in-force",)


def test_one_signature_is_missing(tmp_path: Path) -> None:
    copies = {"lowland": copy("lowland", more=SIGNED.format(who="lowland")), "upland": copy("upland")}
    agreement, _ = read(tmp_path / "case", RULES, copies)
    found = status(agreement, at("2031-05-10T00:00:00Z"))
    assert [(one.party, one.states) for one in found.parties] == [
        ("lowland", ("signed",)),
        ("upland", ("text",)),
    ]
    assert found.whole.states == ("signed",)
    assert [(one.what, one.who) for one in found.whole.missing] == [("signature", "upland")]


def test_a_condition_on_one_text(tmp_path: Path) -> None:
    same = states(tmp_path / "same", RULES + SAME, "2031-05-10T00:00:00Z")
    assert same == {"whole": {"in-force"}, "lowland": {"in-force"}, "upland": {"in-force"}}
    copies = {
        "lowland": copy("lowland", TEXT, SIGNED.format(who="lowland")),
        "upland": copy("upland", TEXT.replace("all", "most"), SIGNED.format(who="upland")),
    }
    agreement, _ = read(tmp_path / "other", RULES + SAME, copies)
    other = status(agreement, at("2031-05-10T00:00:00Z"))
    assert [one.states for one in other.parties] == [("in-force",), ("conditional",)]
    assert other.whole.states == ("conditional",)
    (missing,) = other.whole.missing
    assert (missing.what, missing.copies) == ("same-text", ("upland.md", "lowland.md"))


def test_a_condition_waits_for_the_other_signature(tmp_path: Path) -> None:
    more = 'signed_by = ["authority"]\n'
    agreement, faults = read(tmp_path / "case", RULES + SAME + more)
    assert faults == []
    found = status(agreement, at("2031-05-10T00:00:00Z"))
    assert found.parties[1].states == ("conditional",)
    assert [(one.what, one.who) for one in found.parties[1].missing] == [("signature", "authority")]


def test_a_condition_without_copies_to_compare(tmp_path: Path) -> None:
    copies = {"lowland": copy("lowland", more=SIGNED.format(who="lowland"))}
    terms = RULES + SAME + event("signed", "2031-05-01", actor='"upland"')
    agreement, _ = read(tmp_path / "case", terms, copies)
    found = status(agreement, at("2031-05-10T00:00:00Z"))
    assert [one.what for one in found.parties[1].missing] == ["copy"]


def test_a_condition_on_a_certified_translation(tmp_path: Path) -> None:
    rules = RULES + SAME.replace("same-text", "certified-translation")
    copies = {
        "lowland": copy("lowland", TEXT, SIGNED.format(who="lowland")),
        "upland": copy("upland", "# هدنة\n", SIGNED.format(who="upland"), language="ar"),
    }
    agreement, _ = read(tmp_path / "case", rules, copies)
    found = status(agreement, at("2031-05-10T00:00:00Z"))
    assert [one.what for one in found.parties[1].missing] == ["certified-translation"]
    assert states(tmp_path / "same", rules, "2031-05-10T00:00:00Z")["upland"] == {"in-force"}


def test_a_condition_on_acceptance(tmp_path: Path) -> None:
    rules = RULES + '[[entry_into_force.condition]]\nfor = "upland"\naccepted_by = "authority"\n'
    accepted = rules + event("accepted", "2031-05-20", actor='"authority"')
    agreement, _ = read(tmp_path / "case", accepted)
    assert status(agreement, at("2031-05-10T00:00:00Z")).parties[1].states == ("conditional",)
    later = status(agreement, at("2031-05-30T00:00:00Z"))
    assert later.parties[1].states == ("in-force",)
    assert [step.kind for step in later.parties[1].chain] == [
        "signed",
        "signed",
        "accepted",
        "entered-into-force",
    ]


def test_a_condition_in_the_words_of_a_signature(tmp_path: Path) -> None:
    condition = SIGNED.format(who="upland") + 'condition = "that the bridge is open"'
    copies = {
        "lowland": copy("lowland", more=SIGNED.format(who="lowland")),
        "upland": copy("upland", more=condition),
    }
    terms = RULES + event("condition-met", "2031-05-20T00:00:00Z", actor='"upland"')
    agreement, faults = read(tmp_path / "case", terms, copies)
    assert faults == []
    before = status(agreement, at("2031-05-10T00:00:00Z")).parties[1]
    assert before.states == ("conditional",)
    assert before.missing[0].what == "condition-met"
    after = status(agreement, at("2031-05-20T00:00:00Z")).parties[1]
    assert after.states == ("in-force",)
    assert str(after.since) == "2031-05-20T00:00:00+00:00"


def test_a_trigger_alone_suspends_nothing(tmp_path: Path) -> None:
    terms = RULES + '[[entry_into_force.trigger]]\neffect = "terminates"\ntitle = "a change of the line"\n'
    agreement, _ = read(tmp_path / "case", terms)
    found = status(agreement, at("2031-05-10T00:00:00Z"))
    assert [(one.effect, one.clause) for one in found.triggers] == [
        ("terminates", None),
        ("suspends", "fire"),
    ]
    assert found.whole.states == ("in-force",)


def test_suspended_for_one_party_by_somebodys_word(tmp_path: Path) -> None:
    terms = RULES + event("suspended", "2031-06-01", **{"for": '["upland"]', "actor": '"upland"'})
    agreement, _ = read(tmp_path / "case", terms)
    found = status(agreement, at("2031-07-01T00:00:00Z"))
    assert [one.states for one in found.parties] == [("in-force",), ("suspended",)]
    assert found.whole.states == ("in-force",)
    last = found.parties[1].chain[-1]
    assert last.claim is not None
    assert (last.kind, last.claim.by) == ("suspended", "authority")
    assert str(found.parties[1].since) == "2031-06-01"


def test_resumed(tmp_path: Path) -> None:
    terms = RULES + event("suspended", "2031-06-01") + event("resumed", "2031-06-10")
    agreement, _ = read(tmp_path / "case", terms)
    found = status(agreement, at("2031-07-01T00:00:00Z")).whole
    assert (found.states, str(found.since)) == (("in-force",), "2031-06-10")
    assert status(agreement, at("2031-06-05T00:00:00Z")).whole.states == ("suspended",)


def test_which_came_last_cannot_be_told(tmp_path: Path) -> None:
    terms = RULES + event("suspended", '"2031-06"') + event("resumed", "2031-06-10")
    assert states(tmp_path / "case", terms, "2031-07-01T00:00:00Z")["whole"] == {"in-force", "suspended"}


@pytest.mark.parametrize(
    ("when", "state"),
    [("2031-06-15T00:00:00Z", {"in-force", "suspended"}), ("2031-07-01T00:00:00Z", {"suspended"})],
)
def test_an_imprecise_suspension(tmp_path: Path, when: str, state: set[State]) -> None:
    assert states(tmp_path / "case", RULES + event("suspended", '"2031-06"'), when)["whole"] == state


def test_a_contested_suspension_stands_beside_its_denial(tmp_path: Path) -> None:
    denied = event("suspended", asserted="false").replace('"authority"', '"upland"')
    agreement, _ = read(tmp_path / "case", RULES + event("suspended", "2031-06-01") + denied)
    found = status(agreement, at("2031-07-01T00:00:00Z")).whole
    assert set(found.states) == {"in-force", "suspended"}
    assert found.since is None
    assert [(step.kind, [one.by for one in step.denied]) for step in found.chain][-1] == (
        "suspended",
        ["upland"],
    )
    assert [one.by for one in found.unclear] == ["authority"]


def test_an_undated_signature_cannot_be_placed(tmp_path: Path) -> None:
    copies = {
        "lowland": copy("lowland", more='[[signature]]\nactor = "lowland"\n[[signature]]\nactor = "upland"')
    }
    found = states(tmp_path / "case", RULES + MONTHS, "2031-05-10T00:00:00Z", copies)
    assert {"text", "in-force"} <= found["lowland"]


def test_a_denied_signature_that_nobody_claims(tmp_path: Path) -> None:
    terms = RULES + event("signed", "2031-05-01", actor='"upland"', asserted="false")
    copies = {"lowland": copy("lowland", more=SIGNED.format(who="lowland"))}
    agreement, _ = read(tmp_path / "case", terms, copies)
    found = status(agreement, at("2031-05-10T00:00:00Z"))
    assert found.parties[1].states == ("text",)
    assert [step.claim.asserted for step in found.parties[1].chain if step.claim] == [True, False]


def test_reports_that_differ_on_the_day_of_signature(tmp_path: Path) -> None:
    terms = RULES + event("signed", "2031-05-04", actor='"upland"')
    found = states(tmp_path / "case", terms, "2031-05-03T12:00:00Z")
    assert found["upland"] == {"in-force"}  # the later report is not known of yet
    assert "text" in states(tmp_path / "other", terms, "2031-05-04T12:00:00Z")["upland"]


def test_terminated(tmp_path: Path) -> None:
    agreement, _ = read(tmp_path / "case", RULES + event("terminated", "2031-06-01"))
    found = status(agreement, at("2031-07-01T00:00:00Z")).whole
    assert (found.states, str(found.since), found.missing) == (
        ("terminated",),
        "2031-06-01T00:00:00+02:00/2031-06-01T23:59:59.999999+02:00",
        (),
    )
    unclear = status(agreement, at("2031-06-01T12:00:00Z")).whole
    assert set(unclear.states) == {"in-force", "terminated"}


@pytest.mark.parametrize(
    ("more", "when", "state"),
    [
        ("", "2031-10-30T00:00:00Z", {"in-force"}),
        ("", "2031-11-03T00:00:00Z", {"expired"}),
        ("extension = {months = 6, automatic = true}\n", "2032-04-01T00:00:00Z", {"in-force"}),
        ("extension = {months = 6, automatic = true}\n", "2041-04-01T00:00:00Z", {"in-force"}),
        ("extension = {months = 6}\n", "2032-04-01T00:00:00Z", {"expired"}),
        (
            "extension = {months = 6}\n" + event("extended", "2031-10-01"),
            "2032-04-01T00:00:00Z",
            {"in-force"},
        ),
        ("extension = {months = 6}\n" + event("extended", "2031-10-01"), "2032-06-01T00:00:00Z", {"expired"}),
        (
            "extension = {months = 6, automatic = true}\n" + event("extension-refused", "2031-10-01"),
            "2032-04-01T00:00:00Z",
            {"expired"},
        ),
        (
            "extension = {months = 6, automatic = true}\n" + event("extension-refused", '"2031-11"'),
            "2032-04-01T00:00:00Z",
            {"in-force", "expired"},
        ),
        (
            "extension = {months = 6, automatic = true}\n" + event("extension-refused", "2031-12-01"),
            "2032-04-01T00:00:00Z",
            {"in-force"},
        ),
        (
            "extension = {months = 6, automatic = true}\n" + event("extension-refused", "2031-12-01"),
            "2032-06-01T00:00:00Z",
            {"expired"},
        ),
    ],
)
def test_the_end_of_its_time(tmp_path: Path, more: str, when: str, state: set[State]) -> None:
    assert states(tmp_path / "case", RULES + MONTHS + more, when)["whole"] == state


def test_a_start_counted_from_an_event(tmp_path: Path) -> None:
    rules = ZONE + '[entry_into_force]\nsigned_by = ["lowland", "upland"]\nstarts = {after = "opening"}\n'
    agreement, _ = read(tmp_path / "case", rules)
    found = status(agreement, at("2031-05-10T00:00:00Z")).whole
    assert (found.states, [(one.what, one.who) for one in found.missing]) == (
        ("waiting",),
        [("event", "opening")],
    )
    opened = rules + event("occurred", "2031-05-05T00:00:00Z", id='"opening"')
    agreement, _ = read(tmp_path / "open", opened)
    found = status(agreement, at("2031-05-10T00:00:00Z")).whole
    assert (found.states, found.chain[-2].kind) == (("in-force",), "occurred")


def test_without_rules_it_never_enters_into_force(tmp_path: Path) -> None:
    agreement, _ = read(tmp_path / "case")
    found = status(agreement, at("2031-05-10T00:00:00Z")).whole
    assert (found.states, found.missing[0].what) == (("signed",), "rule")


def test_an_agreement_without_parties() -> None:
    found = status(Agreement("empty", entry=EntryIntoForce()), at("2031-05-10T00:00:00Z"))
    assert (found.whole.states, found.parties) == (("text",), ())


START = datetime(2031, 1, 1, tzinfo=UTC)
TIMES = st.integers(0, 60).map(lambda days: START + timedelta(days=days))
MOMENTS = st.tuples(TIMES, st.integers(0, 9)).map(lambda one: Moment(one[0], one[0] + timedelta(days=one[1])))
EVENTS = st.builds(
    Event,
    st.sampled_from(EVENT_KINDS),
    id=st.sampled_from([None, "opening"]),
    actor=st.sampled_from(["lowland", "upland", None]),
    parties=st.sampled_from([(), ("upland",)]),
    when=MOMENTS | st.none(),
    by=st.sampled_from(["authority", "upland"]),
    asserted=st.sampled_from([True, True, True, False]),
)
STARTS = st.sampled_from([None, Moment.at(START), After("signature", Duration(1, "days")), After("opening")])
RULE = st.builds(
    EntryIntoForce,
    signed_by=st.just(("lowland", "upland")),
    starts=STARTS,
    ends=st.sampled_from([None, After("entry-into-force", Duration(10, "days"))]),
    extension=st.sampled_from(
        [None, Extension(Duration(5, "days"), automatic=True), Extension(Duration(1, "weeks"))]
    ),
)
AGREEMENTS = st.builds(
    Agreement,
    st.just("truce"),
    entry=RULE,
    events=st.lists(EVENTS, max_size=8).map(tuple),
)


@settings(deadline=None, max_examples=150)
@given(AGREEMENTS, TIMES)
def test_a_status_depends_on_nothing_later(agreement: Agreement, as_of: datetime) -> None:
    known = tuple(one for one in agreement.events if one.when is None or one.when.first <= as_of)
    assert status(agreement, as_of) == status(replace(agreement, events=known), as_of)


@settings(deadline=None, max_examples=150)
@given(AGREEMENTS, TIMES)
def test_a_chain_never_goes_back_and_always_explains(agreement: Agreement, as_of: datetime) -> None:
    found = status(agreement, as_of)
    for standing in (found.whole, *found.parties):
        firsts = [step.first or EVER for step in standing.chain]
        assert firsts == sorted(firsts)
        assert all(first <= as_of for first in firsts)
        assert standing.states
        assert standing.chain or standing.states == ("text",)
        assert all(step.claim in agreement.events for step in standing.chain if step.claim)
        assert standing.missing or standing.unclear or "text" not in standing.states


@settings(deadline=None, max_examples=100)
@given(AGREEMENTS)
def test_an_end_is_an_end(agreement: Agreement) -> None:
    """What has certainly been terminated never comes back, as long as nothing new is said of it."""
    ended = False
    for day in range(0, 70, 3):
        states = status(agreement, START + timedelta(days=day)).whole.states
        assert not ended or states == ("terminated",)
        ended = ended or states == ("terminated",)


def test_certificates_of_every_clause_meet_the_condition(tmp_path: Path) -> None:
    rules = RULES + SAME.replace("same-text", "certified-translation")
    english, arabic = "1. The bridge is open.\n", "1. الجسر مفتوح.\n"
    certificate = (
        '\n[[translation]]\nclause = "1"\nby = "a sworn translator"\nwhen = 2031-05-20\n'
        f'hash = {{en = "{digest("The bridge is open.")}", ar = "{digest("الجسر مفتوح.")}"}}\n'
    )
    copies = {
        "lowland": copy("lowland", english, SIGNED.format(who="lowland") + certificate),
        "upland": copy("upland", arabic, SIGNED.format(who="upland"), language="ar"),
    }
    agreement, faults = read(tmp_path / "case", rules, copies)
    assert faults == []
    assert status(agreement, at("2031-05-10T00:00:00Z")).parties[1].states == ("conditional",)
    assert set(status(agreement, at("2031-05-20T12:00:00Z")).parties[1].states) == {"conditional", "in-force"}
    assert status(agreement, at("2031-05-30T00:00:00Z")).parties[1].states == ("in-force",)


def test_the_copy_of_a_party_is_the_one_that_it_signed(tmp_path: Path) -> None:
    copies = {
        "one": copy("authority", more=SIGNED.format(who="lowland")),
        "two": copy("authority", more=SIGNED.format(who="upland")),
    }
    assert states(tmp_path / "case", RULES + SAME, "2031-05-10T00:00:00Z", copies)["upland"] == {"in-force"}


def test_a_dispute_among_events_with_names_is_that_of_one(tmp_path: Path) -> None:
    terms = RULES + event("occurred", "2031-05-01", id='"a"') + event("occurred", id='"b"', asserted="false")
    agreement, _ = read(tmp_path / "case", terms)
    assert status(agreement, at("2031-05-10T00:00:00Z")).whole.states == ("in-force",)
