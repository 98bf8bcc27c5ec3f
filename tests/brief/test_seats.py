from dataclasses import replace
from datetime import date

from sulh.brief import seats
from sulh.brief.content import Content
from sulh.brief.seats import Seat
from sulh.case import Actor, LocalText, Membership, Name, Office, RoleClaim, Validity, When
from sulh.case.statement import Role, Within

TITLE = LocalText((("en", "clerk"),))


def seat(content: Content, role: str, actor: str) -> Seat:
    return next(s for p in seats.places(content) for s in p.seats if (s.role, s.actor) == (role, actor))


def test_places_are_meetings_and_instruments_by_date_then_texts_then_nowhere(content: Content) -> None:
    found = [place.within.text if place.within else None for place in seats.places(content)]
    assert found == ["first-round", "truce", "the back channel", None]


def test_the_actor_and_the_parties_without_a_word_are_named(content: Content) -> None:
    assert seat(content, "mediator", "harbour").silent == ("harbour", "upland")
    assert seat(content, "party", "lowland").silent == ("upland",)
    assert seat(content, "participant", "upland").silent == ()


def test_who_holds_an_office_speaks_for_the_actor(content: Content) -> None:
    assert seats.voices(content, "speaker", None) == {"speaker", "upland"}
    assert seats.voices(content, "Nobody Known", None) == {"Nobody Known"}
    claim = RoleClaim("harbour", "host", "speaker", within=Within("meeting", "first-round"))
    more = replace(content, roles=(*content.roles, claim))
    assert seat(more, "host", "harbour").silent == ("harbour", "lowland")


def test_a_ministry_speaks_for_its_state_and_a_member_not_for_its_group(content: Content) -> None:
    council = Actor("council", "body", (Name("Council office", "en"),), (Membership("lowland"),))
    faction = Actor("faction", "formation", (Name("Faction", "en"),), (Membership("upland"),))
    clerk = Actor("clerk", "person", (Name("Clerk", "en"),), (), (Office(TITLE, "council"),))
    more = replace(content, case=replace(content.case, actors=(council, faction, clerk)))
    assert seats.voices(more, "clerk", None) == {"clerk", "council", "lowland"}
    assert seats.voices(more, "faction", None) == {"faction"}


def test_who_no_longer_holds_the_office_speaks_for_oneself_only(content: Content) -> None:
    ended = Validity(None, When.on(date(2031, 4, 1)))
    actors = tuple(
        replace(a, offices=tuple(replace(o, validity=ended) for o in a.offices)) for a in content.case.actors
    )
    later = replace(content, case=replace(content.case, actors=actors))
    assert seats.voices(later, "speaker", When.on(date(2031, 4, 1))) == {"speaker", "upland"}
    assert seats.voices(later, "speaker", When.on(date(2031, 4, 2))) == {"speaker"}


def claimed(role: Role, actor: str, by: str, text: str, *, asserted: bool = True) -> RoleClaim:
    within = Within("agreement", text)
    return RoleClaim(actor, role, by, asserted=asserted, by_itself=actor == by, within=within)


def test_the_seats_of_several_places_become_one_for_an_actor_and_a_role(content: Content) -> None:
    claims = (
        claimed("guarantor", "harbour", "lowland", "a deal"),
        claimed("guarantor", "harbour", "harbour", "the deal"),
        claimed("party", "upland", "lowland", "the deal"),
    )
    apart = replace(content, roles=claims, case=replace(content.case, roles=(), meetings=()))
    all_seats = tuple(s for p in seats.places(apart) for s in p.seats)
    assert [(s.actor, s.silent) for s in all_seats] == [
        ("harbour", ("harbour",)), ("upland", ("upland",)), ("harbour", ("upland",)),
    ]  # fmt: skip
    assert [(s.role, len(s.asserted), s.silent) for s in seats.merged(apart, all_seats)] == [
        ("party", 1, ("upland",)), ("guarantor", 2, ("upland",)),
    ]  # fmt: skip


def test_a_seat_is_unconfirmed_while_only_a_program_has_read_of_it(content: Content) -> None:
    assert seats.is_unconfirmed(content, seat(content, "mediator", "harbour"))
    assert not seats.is_unconfirmed(content, seat(content, "party", "upland"))
    confirmed = tuple(replace(s, status="confirmed") for s in content.statements)
    later = replace(content, statements=confirmed)
    assert not seats.is_unconfirmed(later, seat(later, "mediator", "harbour"))
