"""What holds of the positions in the reference case."""

from pathlib import Path

from sulh.case.folder import read
from sulh.record import read_case

CASE, FAULTS = read(Path(__file__).parent.parent / "examples" / "astana-2016")
GUARANTORS = ("russia", "iran", "turkey")
SPEAKS_FOR = {
    "lavrov": ("russia",),
    "bogdanov": ("russia",),
    "russian-mfa": ("russia",),
    "turkish-mfa": ("turkey",),
    "sana": ("syria",),
    "resolution 2336": ("un-security-council",),
    "روسيا و إيران و تركيا": GUARANTORS,
    "the concept paper on the Joint Group": GUARANTORS,
}
"""For whom a speaker of the case has the word: a minister for the state, a joint text for its authors."""


def test_the_statement_behind_a_position_is_the_word_of_its_actor() -> None:
    """The numbers of machine-read statements may move with the reader, to the words of somebody else."""
    assert FAULTS == ()
    statements = {statement.id: statement for statement in read_case(CASE).statements}
    cited = [position for position in CASE.positions if position.statement]
    assert len(cited) > 20
    for position in cited:
        said = statements[position.statement or ""]
        speaker = said.speaker_id or said.speaker
        assert position.actor in SPEAKS_FOR.get(speaker, (speaker,))
        assert (said.polarity == "deny") == (position.stance == "denied")


def test_every_position_rests_on_words_and_none_is_assumed() -> None:
    for position in CASE.positions:
        words = [source for source in position.provenance.sources if source.span]
        assert position.statement or words
        assert not position.provenance.assumed


def test_every_wording_is_in_both_languages() -> None:
    provenances = [issue.provenance for issue in CASE.issues]
    provenances += [position.provenance for position in CASE.positions]
    wordings = [issue.title for issue in CASE.issues]
    wordings += [option.title for issue in CASE.issues for option in issue.options]
    wordings += [position.proposes for position in CASE.positions if position.proposes]
    wordings += [provenance.note for provenance in provenances if provenance.note]
    assert all(wording is not None and set(wording.languages()) == {"ar", "en"} for wording in wordings)
