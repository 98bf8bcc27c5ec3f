from datetime import date
from pathlib import Path

import pytest

from sulh.case import Handling, LocalText, Membership, Name, Provenance, Source, Validity, When
from sulh.case.folder import Reading, parse
from sulh.case.folder.decisions import HEADER
from sulh.case.statement import Saying, Within
from sulh.case.template import files
from sulh.text.span import Span

DISPATCH = "+++\r\ndate = 2031-04-02\r\n+++\r\nThe Assembly said: no. The Assembly\r\nsaid it twice.\r\n"
SOUND = {
    "case.toml": """title = "Two rivers"
languages = ["en"]

[[track]]
id = "t1"
title = "Ceasefire"

[[meeting]]
id = "m1"
title = "Round"

[[instrument]]
id = "i1"
kind = "letter"
title = "Letter"
""",
    "actors.toml": """[[actor]]
id = "russia"
kind = "state"
names = [{en = "Russia"}]

[[actor]]
id = "syria"
kind = "state"
names = [{en = "Syria"}]
""",
    "dispatches/d1.txt": DISPATCH,
}
TRACK = '[[track]]\nid = "x"\ntitle = "x"\n'
ROLE = '\n[[role]]\nactor = "russia"\nrole = "host"\nclaimed_by = "syria"\n'
STATEMENT = '[[statement]]\nid = "c1"\nspeaker = "A"\nkind = "state"\n'
ROW = "record,d1,30,40,statement,confirm,,N. N.,2031-04-05T10:00:00+03:00,\n"


def read(name: str = "", more: str = "", **others: str) -> Reading:
    """Read the sound case with `more` at the end of the file `name`."""
    content = SOUND | others
    if name:
        content |= {name: content.get(name, "") + more}
    return parse({file: text.encode() for file, text in content.items()}, Path("talks"))


def test_the_sound_case_is_sound() -> None:
    reading = read("actors.toml", ROLE)
    assert reading.faults == ()
    assert reading.notices == ()
    assert reading.case.title == LocalText((("en", "Two rivers"),))
    assert reading.case.dispatches[0].published == date(2031, 4, 2)


def test_the_template_is_sound() -> None:
    reading = parse(files(), Path("talks"))
    assert (reading.faults, reading.notices) == ((), ())
    assert reading.case.languages == ("ar", "en")


FAULTS = [
    # case.toml has 15 lines, actors.toml has 9.
    ("case.toml", "oops", 16, "not valid TOML: Expected '='"),
    ("case.toml", '[[track]]\nid = "x"\nfrom = 2031-02-30\n', 18, "not valid TOML: Invalid date"),
    ("case.toml", 'x = "', 16, "not valid TOML"),
    ("case.toml", '[[meting]]\nid = "x"\n', 16, "unknown key 'meting'; did you mean 'meeting'?"),
    ("case.toml", '[[track]]\ntitle = "x"\n', 16, "the key 'id' is missing"),
    ("case.toml", '[[track]]\nid = "X y"\ntitle = "x"\n', 17, "the id 'X y' has signs other than"),
    ("case.toml", '[[track]]\nid = "m1"\ntitle = "x"\n', 9, "the id 'm1' is taken by another track"),
    (
        "actors.toml",
        '[[actor]]\nid = "m1"\nkind = "body"\nnames = [{en = "x"}]\n',
        11,
        "is taken by another meeting",
    ),
    ("case.toml", '[[track]]\nid = "x"\ntitle = 3\n', 18, "'title' has the wrong type; write a text"),
    ("case.toml", '[[track]]\nid = "x"\ntitle = {}\n', 18, "'title' is empty"),
    ("case.toml", '[[track]]\nid = "x"\ntitle = {english = "x", e1 = "y"}\n', 18, "'e1' is no language tag"),
    ("case.toml", '[[track]]\nid = "x"\ntitle = " "\n', 18, "'title' is empty; fill it in"),
    (
        "case.toml",
        TRACK + 'precedes = ["t1", "t2"]\n',
        19,
        "unknown track, meeting, instrument 't2'; define it in case",
    ),
    ("case.toml", TRACK + 'precedes = "t1"\n', 19, "'precedes' has the wrong type"),
    ("case.toml", TRACK + "precedes = [1]\n", 19, "'precedes' has the wrong type"),
    ("case.toml", TRACK + 'depends_on = ["t1", "x"]\n', 16, "in a circle: x → x"),
    (
        "case.toml",
        TRACK + 'from = "2031-05"\nuntil = 2031-04-30\n',
        19,
        "'from' (2031-05-01/2031-05-31) comes after 'until' (2031-04-30)",
    ),
    ("case.toml", TRACK + 'from = "2031-02-30"\n', 19, "there is no date '2031-02-30'"),
    ("case.toml", TRACK + "from = 2031-02-01T10:00:00\n", 19, "'from': 2031-02-01 10:00:00 is not a date"),
    ("case.toml", TRACK + 'handling = "secret"\n', 19, "'secret' is no handling"),
    (
        "case.toml",
        TRACK + 'handling = "party:rusia"\n',
        19,
        "unknown actor 'rusia'; did you mean 'russia'? define it in actors.toml or correct the id",
    ),
    ("case.toml", TRACK + "assumed = 1\n", 19, "'assumed' has the wrong type; write true or false"),
    ("case.toml", TRACK + 'handlin = "mediator"\n', 19, "unknown key 'handlin'; did you mean 'handling'?"),
    ("case.toml", TRACK + "sources = [\n  {},\n]\n", 20, "a source has exactly one of dispatch"),
    ("case.toml", TRACK + "sources = [3]\n", 19, "'sources' has the wrong type; write a list of tables"),
    ("case.toml", TRACK + 'sources = [{url = "javascript:alert(1)"}]\n', 19, "is no web address"),
    ("case.toml", TRACK + 'sources = [{row = "notes.csv"}]\n', 19, "is no row; write FILE:LINE"),
    ("case.toml", TRACK + 'sources = [{url = "http://a.org", text = "x"}]\n', 19, "unknown key 'text'"),
    (
        "case.toml",
        TRACK + 'sources = [{dispatch = "d2"}]\n',
        19,
        "unknown dispatch 'd2'; define it in dispatches/",
    ),
    ("case.toml", TRACK + 'sources = [{statement = "d1#x1"}]\n', 19, "unknown statement 'd1#x1'"),
    ("case.toml", TRACK + 'sources = [{statement = "d2#s1"}]\n', 19, "unknown dispatch 'd2'"),
    (
        "case.toml",
        TRACK + 'sources = [{dispatch = "d1", text = "yes"}]\n',
        19,
        "'yes' do not stand in the dispatch; copy them",
    ),
    (
        "case.toml",
        TRACK + 'sources = [{dispatch = "d1", text = "Assembly said it"}]\n',
        19,
        "with other spaces or line breaks: write at = [56, 73]",
    ),
    (
        "case.toml",
        TRACK + 'sources = [{dispatch = "d1", text = "said"}]\n',
        19,
        "stand 2 times in the dispatch, at [42, 46], [66, 70]; give more words",
    ),
    (
        "case.toml",
        TRACK + 'sources = [{dispatch = "d1", at = [5, 900]}]\n',
        19,
        "'at' has to be [start, end] within the 82 characters",
    ),
    (
        "case.toml",
        TRACK + 'sources = [{dispatch = "d1", text = "said", at = [5, 7]}]\n',
        19,
        "correct 'at' or 'text'",
    ),
    ("case.toml", '[[meeting]]\nid = "x"\ntitle = "x"\ntrack = "m1"\n', 19, "unknown track 'm1'"),
    (
        "case.toml",
        '[[meeting]]\nid = "x"\ntitle = "x"\n[[meeting.participant]]\nactor = "rusia"\nby = "syria"\n',
        20,
        "unknown actor 'rusia'",
    ),
    (
        "case.toml",
        '[[instrument]]\nid = "x"\nkind = "resolusion"\ntitle = "x"\n',
        18,
        "unknown kind 'resolusion'; did you mean 'resolution'?",
    ),
    ("actors.toml", '[[actor]]\nid = "x"\nkind = "body"\n', 10, "the key 'names' is missing"),
    ("actors.toml", '[[actor]]\nid = "x"\nkind = "body"\nnames = []\n', 13, "the actor has no name"),
    (
        "actors.toml",
        '[[actor]]\nid = "x"\nkind = "body"\nnames = [{from = "2031"}]\n',
        13,
        "the name is missing; write it by language",
    ),
    ("actors.toml", "actor = 3\n", 10, "unknown key 'actor'"),
    ("actors.toml", "role = 3\n", 10, "unknown key 'role'"),
    ("actors.toml", "[role]\nx = 3\n", 10, "'role' has the wrong type; write a list of tables"),
    ("actors.toml", f'{ROLE}in = "m2"\n', 15, "unknown track, meeting, instrument 'm2'"),
    ("actors.toml", f'{ROLE}in = {{kind = "meeting", text = "astana"}}\n', 15, "looks like an id"),
    (
        "actors.toml",
        f'{ROLE}modality = "maybe"\n',
        15,
        "unknown modality 'maybe'; use one of held, prospective",
    ),
    (
        "actors.toml",
        f'{ROLE}\n[[adherence]]\nactor = "syria"\ninstrument = "i2"\nstate = "joined"\nby = "syria"\n',
        18,
        "unknown instrument 'i2'",
    ),
    ("actors.toml", '[[presence]]\nactor = "syria"\nby = "syria"\n', 10, "the key 'area' is missing"),
    (
        "statements.toml",
        STATEMENT + 'text = "x"\ncue = "said"\n',
        6,
        "'cue' are words of a dispatch; add 'dispatch'",
    ),
    (
        "statements.toml",
        STATEMENT + 'text = "x"\nsaid = {text = "in May", day = "2031-05"}\n',
        6,
        "'day' has to be one day",
    ),
    (
        "statements.toml",
        STATEMENT + 'text = "x"\nsaid = "in May"\n',
        6,
        "'said' has the wrong type; write a table",
    ),
    (
        "statements.toml",
        STATEMENT + 'text = "x"\ndenies = [{statement = "c2", aspect = "fact"}]\n',
        6,
        "unknown statement 'c2'; define it in statements.toml",
    ),
    (
        "statements.toml",
        STATEMENT + 'dispatch = "d1"\ntext = "no"\ncue = {}\n',
        7,
        "the key 'text' is missing",
    ),
    ("statements.toml", STATEMENT + 'text = "x"\ndispatch = "d1"\n', 5, "the words 'x' do not stand"),
    (
        "statements.toml",
        STATEMENT + 'dispatch = "d1"\ntext = 5\n',
        6,
        "'text' has the wrong type; write its exact words",
    ),
    (
        "statements.toml",
        STATEMENT + 'dispatch = "d1"\ntext = ["twice", "no"]\n',
        6,
        "overlap or are not in their order",
    ),
    (
        "statements.toml",
        f'{STATEMENT.replace("c1", "s1")}dispatch = "d1"\ntext = "no"\n',
        2,
        "ids such as 's1' are the program's own",
    ),
    ("statements.toml", STATEMENT + f'text = "x"\n{STATEMENT}text = "x"\n', 7, "taken by another statement"),
    ("dispatches/Bad_Name.txt", "text", 1, "the name 'Bad_Name' has signs other than"),
    ("dispatches/d2.txt", "", 1, "the file is empty"),
    ("dispatches/d2.txt", "+++\noutlet = 3\n+++\ntext", 2, "'outlet' has the wrong type"),
    (
        "dispatches/d2.txt",
        "\ufeff+++\n\noutlt = 'x'\n+++\ntext",
        3,
        "unknown key 'outlt'; did you mean 'outlet'?",
    ),
    ("dispatches/d2.txt", "+++\nurl = 'x y'\n+++\ntext", 2, "is no web address"),
    ("dispatches/d2.txt", "+++\nlanguage = 'Arabic language'\n+++\ntext", 2, "is no language tag"),
    ("dispatches/d2.txt", "+++\nurl 'x y'\n+++\ntext", 2, "not valid TOML"),
    ("dispatches/d2.txt", "+++\nurl = 'x'\ntext", 1, "the front matter has no end; close it"),
    ("dispatches/d2.txt", "\n+++\nhandling = 'mediator'\n+++\ntext", 1, "has to begin with a line +++"),
    ("dispatches/d2.txt", "\u200f+++\nhandling = 'mediator'\n+++\ntext", 1, "at the very start"),
    ("dispatches/d2.txt", "---\nhandling: mediator\n---\ntext", 1, "has to begin with a line +++"),
]


@pytest.mark.parametrize(("name", "more", "line", "reason"), FAULTS)
def test_a_fault_is_named_with_its_line(name: str, more: str, line: int, reason: str) -> None:
    reading = read(name, more)
    (fault,) = reading.faults
    assert reason in fault.reason
    assert (fault.file, fault.line or 1) == (f"talks/{name}", line)
    assert "\n" not in fault.reason


def test_all_faults_come_at_once_and_the_rest_is_read() -> None:
    reading = read(
        "actors.toml",
        ROLE.replace("syria", "siria") + ROLE + '[[adherence]]\nactor = "russia"\n',
        **{"statements.toml": "oops", "decisions.csv": "x", "dispatches/B.txt": "x"},
    )
    assert [(Path(fault.file).name, fault.line) for fault in reading.faults] == [
        ("actors.toml", 14),
        ("actors.toml", 20),
        ("actors.toml", 20),
        ("actors.toml", 20),
        ("decisions.csv", 1),
        ("B.txt", None),
        ("statements.toml", 1),
    ]
    assert len(reading.case.roles) == 1
    assert [actor.id for actor in reading.case.actors] == ["russia", "syria"]


def test_what_rests_on_an_entry_with_a_fault_is_left_out_without_a_fault_of_its_own() -> None:
    actors = SOUND["actors.toml"].replace('kind = "state"', 'kind = "stat"', 1) + ROLE
    reading = read(**{"actors.toml": actors})
    assert len(reading.faults) == 1
    assert reading.case.roles == ()
    assert [actor.id for actor in reading.case.actors] == ["syria"]


def test_a_file_that_is_no_toml_does_not_make_references_to_it_wrong() -> None:
    broken = {"actors.toml": "oops", "statements.toml": "oops"}
    more = '[[meeting]]\nid = "x"\ntitle = "x"\nsources = [{statement = "c1"}]\n'
    reading = read("case.toml", more + '[[meeting.participant]]\nactor = "a"\nby = "b"\n', **broken)
    assert [Path(fault.file).name for fault in reading.faults] == ["actors.toml", "statements.toml"]
    assert [meeting.id for meeting in reading.case.meetings] == ["m1"]


def test_without_a_frame_the_rest_is_read_and_kept_from_the_public() -> None:
    content = {name: text.encode() for name, text in SOUND.items() if name != "case.toml"}
    reading = parse(
        content | {"actors.toml": content["actors.toml"] + f'{ROLE}in = "m1"\n'.encode()}, Path("x")
    )
    (fault,) = reading.faults
    assert str(fault).startswith("x/case.toml:1: a case has this file")
    assert reading.case.provenance.handling == Handling("mediator")
    assert len(reading.case.actors) == 2
    assert reading.case.roles == ()


@pytest.mark.parametrize(("name", "line"), [("case.toml", 2), ("decisions.csv", 2), ("actors.toml", 2)])
def test_toml_and_csv_have_to_be_utf8(name: str, line: int) -> None:
    data = {file: text.encode() for file, text in SOUND.items()} | {name: "x\nقال".encode("windows-1256")}
    (fault,) = parse(data, Path("x")).faults
    assert (fault.file, fault.line, fault.reason[:9]) == (f"x/{name}", line, "not UTF-8")


def test_a_byte_order_mark_does_no_harm() -> None:
    content = {name: f"\ufeff{text}" for name, text in SOUND.items()}
    reading = read(**content)
    assert reading.faults == ()
    assert reading.case.dispatches[0].text == "\ufeff" + DISPATCH
    assert reading.case.dispatches[0].body.of("\ufeff" + DISPATCH).startswith("The Assembly")


def test_a_fault_in_the_frame_keeps_the_case_from_the_public() -> None:
    reading = read(**{"case.toml": 'title = "x"\nhandlng = "mediator"\n'})
    assert reading.case.provenance.handling == Handling("mediator")


def test_a_fault_in_the_front_matter_keeps_the_text_for_the_mediator() -> None:
    reading = read(**{"dispatches/d1.txt": "+++\nhandlng = 'process'\n+++\ntext"})
    (dispatch,) = reading.case.dispatches
    assert dispatch.body.of(dispatch.text) == "text"
    assert dispatch.provenance.handling == Handling("mediator")
    assert "until then the dispatch is handled as mediator" in reading.faults[0].reason


@pytest.mark.parametrize("start", ["\n+++\n", " +++\n", "\u200f+++\n", "+++ handling\n", "---\n"])
def test_what_looks_like_front_matter_in_another_place_keeps_the_text_for_the_mediator(start: str) -> None:
    reading = read(**{"dispatches/d1.txt": f"{start}handling = 'mediator'\n+++\ntext"})
    assert reading.case.dispatches[0].provenance.handling == Handling("mediator")


def test_a_text_that_begins_with_a_dash_has_no_front_matter() -> None:
    reading = read(**{"dispatches/d1.txt": "--- The Assembly said"})
    assert reading.case.dispatches[0].provenance.handling == Handling("public")


def test_a_longer_circle_is_shown_and_taken_apart() -> None:
    steps = [("a", "b"), ("b", "m1"), ("c", "a")]
    more = "".join(f'[[track]]\nid = "{one}"\ntitle = "x"\nprecedes = ["{two}"]\n' for one, two in steps)
    meeting = SOUND["case.toml"].replace('title = "Round"', 'title = "Round"\nprecedes = ["a"]\n')
    reading = read(**{"case.toml": meeting + more})
    (fault,) = reading.faults
    assert "goes round in a circle: " in fault.reason
    order = {track.id: track.precedes for track in reading.case.tracks}
    assert order == {"t1": (), "a": (), "b": (), "c": ("a",)}
    assert reading.case.meetings[0].precedes == ()


def test_fields_of_actors() -> None:
    more = """
[[actor]]
id = "assembly"
kind = "body"
names = [{ar = "المجلس", en = "Assembly", from = "2031"}, {en = "Front"}]
as_of = "2031-05/2031-06"
sources = [
  {person = "N. N."},
  {dispatch = "d1", text = "The Assembly\\r\\nsaid"},
  {dispatch = "d1", at = [0, 3]},
]
[[actor.member_of]]
of = "syria"
note = "since the round"
"""
    reading = read("actors.toml", more)
    assert reading.faults == ()
    actor = reading.case.actors[-1]
    year = Validity(When(date(2031, 1, 1), date(2031, 12, 31)))
    assert actor.names == (Name("المجلس", "ar", year), Name("Assembly", "en", year), Name("Front", "en"))
    note = LocalText((("en", "since the round"),))
    assert actor.members_of == (Membership("syria", provenance=Provenance(note=note)),)
    assert actor.provenance.as_of == When(date(2031, 5, 1), date(2031, 6, 30))
    assert actor.provenance.sources == (
        Source("person", "N. N."),
        Source("dispatch", "d1", Span(52, 70)),
        Source("dispatch", "d1", Span(0, 3)),
    )
    assert Span(52, 70).of(DISPATCH) == "The Assembly\r\nsaid"


def test_fields_of_roles() -> None:
    named = f'{ROLE}in = {{kind = "channel", text = "astana"}}\nstatement = "c1"\n'
    by_id = ROLE.replace("syria", "russia") + 'in = "i1"\nstatement = "d1#s3"\n'
    reading = read("actors.toml", named + by_id, **{"statements.toml": STATEMENT + 'text = "x"\n'})
    assert reading.faults == ()
    first, second = reading.case.roles
    assert (first.within, first.by_itself) == (Within("channel", "astana"), False)
    assert first.statement == "statements.toml#c1"
    assert (second.within, second.by_itself) == (Within("agreement", "i1"), True)
    assert second.statement == "d1#s3"


def test_fields_of_statements() -> None:
    more = (
        STATEMENT + f'text = ["x", "y"]\nentered_by = "N. N."\nsaid = {{text = "then"}}\n'
        f'{STATEMENT.replace("c1", "c2")}dispatch = "d1"\ntext = ["no", {{text = "said", at = [66, 70]}}]\n'
        'cue = {at = [42, 46]}\nmention = "The Assembly said"\n'
        'denies = [{statement = "c1", aspect = "fact"}]\n'
    )
    reading = read("statements.toml", more)
    assert reading.faults == ()
    first, second = reading.case.statements
    assert (first.text, first.content, first.document) == ("x … y", (), "statements.toml")
    assert first.provenance.sources == (Source("person", "N. N."),)
    assert first.said == Saying("then", None)
    assert (second.text, second.content) == ("no … said", (Span(48, 50), Span(66, 70)))
    assert (second.cue, second.mention) == (Span(42, 46), Span(29, 46))
    assert second.denies[0].statement == "statements.toml#c1"
    assert {statement.status for statement in reading.case.statements} == {"entered"}


DECISION_FAULTS = [
    (ROW.replace("record", "recrd"), "unknown room 'recrd'; did you mean 'record'?"),
    (ROW.replace("d1", "d2"), "unknown dispatch 'd2'"),
    (ROW.replace("30,40", "30,400"), "are no stretch of the dispatch"),
    (ROW.replace("30,40", "30,x"), "are no stretch of the dispatch"),
    (ROW.replace("30,40", "40,30"), "are no stretch of the dispatch"),
    (ROW.replace("confirm", "confrm"), "unknown decision 'confrm'; did you mean 'confirm'?"),
    (ROW.replace("statement", "statment"), "unknown what 'statment'"),
    (ROW.replace("statement", "speaker"), "'confirm' does not go with 'speaker'"),
    (ROW.replace("confirm", "correct"), "'correct' does not go with 'statement'"),
    (ROW.replace("N. N.", ""), "'by' is empty"),
    (ROW.replace("+03:00", ""), "is no time with offset"),
    (ROW.replace("2031-04-05", "2031-04-55"), "is no time with offset"),
    (ROW.replace("confirm,", "confirm,x"), "'confirm' takes no value"),
    (ROW.replace("confirm,", "merge,"), "'' does not name stretches"),
    (ROW.replace("confirm,", "merge,30-31 33-34"), "does not name stretches"),
    (
        ROW.replace("confirm,", "split,30-31"),
        "in order; write start-end start-end",
    ),
    (ROW.replace("confirm,", "split,33-34 30-31"), "does not name stretches"),
    (ROW.replace("statement,confirm,", "content,correct,x"), "does not name stretches"),
    (ROW.replace("statement,confirm,", "speaker,correct, "), "the value of 'speaker' is empty"),
    (ROW.replace("statement,confirm,", "speaker_id,correct,rusia"), "unknown actor 'rusia'"),
    (
        ROW.replace("statement,confirm,", "polarity,correct,denny"),
        "unknown polarity 'denny'; did you mean 'deny'?",
    ),
    (ROW.replace(",\n", "\n"), "9 fields instead of 10"),
    (ROW.replace("N. N.", '"N" N'), "not readable as CSV"),
]


@pytest.mark.parametrize(("row", "reason"), DECISION_FAULTS)
def test_a_fault_in_a_decision(row: str, reason: str) -> None:
    lines = ",".join(HEADER) + "\n\n" + ROW.replace(",\n", ',"two\nlines"\n') + row
    reading = read(**{"decisions.csv": lines})
    assert [decision.line for decision in reading.case.decisions] == [3]
    (fault,) = reading.faults
    assert reason in fault.reason
    assert fault.line == 5


@pytest.mark.parametrize(
    "what",
    [
        "statement,reject,",
        "statement,merge,41-42",
        "statement,split,30-35 36-40",
        "content,correct,31-40",
        "speaker_id,correct,russia",
        "speaker_id,correct,",
        "addressee,correct,the press",
        "form,correct,direct",
    ],
)
def test_sound_decisions(what: str) -> None:
    row = ROW.replace("statement,confirm,", what)
    reading = read(**{"decisions.csv": "\ufeff" + ",".join(HEADER) + "\n" + row})
    assert reading.faults == ()
    (decision,) = reading.case.decisions
    assert [decision.what, decision.verb, decision.value] == what.split(",")
    assert (decision.line, decision.span) == (2, Span(30, 40))


def test_an_empty_file_of_decisions_lacks_its_header() -> None:
    (fault,) = read(**{"decisions.csv": ""}).faults
    assert fault.reason.startswith("the first line has to be room,document,start,end,what")


def test_languages_have_to_be_tags_and_faults_come_by_line() -> None:
    reading = read(
        **{"case.toml": 'title = "x"\nlanguages = ["en", "ar-"]\n' + "x = 1\n" + "\n" * 8 + "y = 1\n"}
    )
    assert [fault.line for fault in reading.faults] == [2, 3, 12]
    assert "'ar-' is no language tag" in reading.faults[0].reason
    assert reading.case.languages == ("en",)
