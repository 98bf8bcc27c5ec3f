import pytest

from sulh.accord.marking import Marks
from sulh.case import Actor, Case, Dispatch, LocalText, Name, Statement
from sulh.case.handling import MEDIATOR, PROCESS, PUBLIC, Handling
from sulh.case.provenance import Provenance, Source
from sulh.text.span import Span

UPLAND = Handling("party:upland")


def provenance(mark: Handling = PUBLIC, *sources: Source) -> Provenance:
    return Provenance(sources, mark)


def actor(identifier: str, basis: Provenance) -> Actor:
    return Actor(identifier, "body", (Name(identifier, "en"),), provenance=basis)


def statement(identifier: str, document: str, basis: Provenance, speaker: str | None = None) -> Statement:
    return Statement(
        id=identifier,
        document=document,
        speaker="A",
        speaker_id=speaker,
        kind="organisation",
        form="direct",
        polarity="affirm",
        text="words",
        status="entered",
        provenance=basis,
    )


CASE = Case(
    title=LocalText((("en", "Two rivers"),)),
    actors=(
        actor("open", provenance()),
        actor("hidden", provenance(MEDIATOR)),
        actor("circular", provenance(PUBLIC, Source("statement", "statements.toml#circle"))),
    ),
    dispatches=(
        Dispatch("news", "dispatches/news.txt", "words", Span(0, 5), "en"),
        Dispatch(
            "minutes", "dispatches/minutes.txt", "words", Span(0, 5), "en", provenance=provenance(PROCESS)
        ),
    ),
    statements=(
        statement("note", "statements.toml", provenance(UPLAND)),
        statement("said", "minutes", provenance()),
        statement("by-hidden", "news", provenance(), "hidden"),
        statement("circle", "statements.toml", provenance(), "circular"),
    ),
)


@pytest.mark.parametrize(
    ("source", "mark"),
    [
        (Source("dispatch", "news"), PUBLIC),
        (Source("dispatch", "minutes"), PROCESS),
        (Source("statement", "statements.toml#note"), UPLAND),
        (Source("statement", "minutes#said"), PROCESS),
        (Source("statement", "news#by-hidden"), MEDIATOR),
        (Source("statement", "minutes#s3"), PROCESS),
        (Source("statement", "news#s3"), PUBLIC),
        (Source("statement", "statements.toml#circle"), PUBLIC),
        (Source("url", "https://news.example"), PUBLIC),
    ],
)
def test_a_mark_is_at_least_that_of_its_source(source: Source, mark: Handling) -> None:
    marks = Marks(CASE, whole=True)
    assert marks.raised(provenance(PUBLIC, source)).handling == mark
    assert marks.raised(provenance(MEDIATOR, source)).handling == MEDIATOR


def test_marks_of_actors() -> None:
    marks = Marks(CASE, whole=True)
    assert marks.raised(provenance(), "open", None, "Some Name", "unknown").handling == PUBLIC
    assert marks.raised(provenance(), "open", "hidden").handling == MEDIATOR


@pytest.mark.parametrize("source", [Source("dispatch", "lost"), Source("statement", "statements.toml#lost")])
def test_what_a_case_with_faults_lacks_is_for_the_mediator(source: Source) -> None:
    assert Marks(CASE, whole=False).raised(provenance(PUBLIC, source)).handling == MEDIATOR
    assert Marks(CASE, whole=False).raised(provenance(), "Some Name").handling == PUBLIC
    assert Marks(CASE, whole=False).raised(provenance(), "unknown").handling == MEDIATOR
