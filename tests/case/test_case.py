from sulh.case import Actor, Case, Dispatch, LocalText, Name
from sulh.text.span import Span


def test_by_id() -> None:
    actor = Actor("upland", "body", (Name("Uplands", "en"),))
    dispatch = Dispatch("d1", "dispatches/d1.txt", "text", Span(0, 4), "en")
    case = Case(LocalText((("en", "x"),)), actors=(actor,), dispatches=(dispatch,))
    assert case.actor_by_id == {"upland": actor}
    assert case.dispatch_by_id == {"d1": dispatch}
