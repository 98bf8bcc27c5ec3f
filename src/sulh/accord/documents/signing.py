"""Who is to sign a document, in each of its languages, and what is said of signatures."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from sulh.accord.counterpart import Copy
from sulh.accord.documents.display import clean
from sulh.accord.documents.document import Role, Signatory
from sulh.accord.documents.labels import claim, messages

Namer = Callable[[str, str], str]
"""The name of an actor, by its id or name, in a language."""


def signatories(copies: Sequence[Copy], name: Namer) -> tuple[tuple[Signatory, ...], tuple[str, ...]]:
    """Return who is to sign, and what a person has to check.

    The same actor in two copies is known by its id or name. Where names differ and both lists are equally
    long, they are paired by their order, and a remark says so.
    """
    found: list[Signatory] = []
    remarks: list[str] = []
    roles: tuple[Role, ...] = ("parties", "guarantors")
    for role in roles:
        pairs = _paired([getattr(copy.front, role) for copy in copies])
        for actors in pairs:
            if len(set(filter(None, actors))) > 1:
                remarks.append(
                    f"taken for one actor only by the order of the {role}: {' = '.join(_known(actors))}"
                )
            elif None in actors:
                remarks.append(f"only one copy names {_known(actors)[0]} among the {role}")
            found.append(_signatory(role, actors, copies, name))
    listed = {actor for copy in copies for actor in (*copy.front.parties, *copy.front.guarantors)}
    others = dict.fromkeys(one.actor for copy in copies for one in copy.front.signatures)
    found += (_signatory("others", (one,) * len(copies), copies, name) for one in others if one not in listed)
    return tuple(found), tuple(remarks)


def _known(actors: Iterable[str | None]) -> list[str]:
    return [actor for actor in actors if actor is not None]


def _paired(lists: Sequence[tuple[str, ...]]) -> Iterator[tuple[str | None, ...]]:
    """Yield the actors of the first list with those of the second, where there is one."""
    first, *rest = lists
    if not rest:
        yield from ((actor,) for actor in first)
        return
    (second,) = rest
    partner: dict[str, str | None] = {actor: actor for actor in first if actor in second}
    left = [actor for actor in first if actor not in second]
    new = [actor for actor in second if actor not in first]
    if len(left) == len(new):
        partner |= zip(left, new, strict=True)
        new = []
    yield from ((actor, partner.get(actor)) for actor in first)
    yield from ((None, actor) for actor in new)


def _signatory(
    role: Role,
    actors: tuple[str | None, ...],
    copies: Sequence[Copy],
    name: Namer,
) -> Signatory:
    languages = [copy.front.language for copy in copies]
    return Signatory(
        role,
        tuple(
            actor and clean(name(actor, language)) for actor, language in zip(actors, languages, strict=True)
        ),
        tuple(
            tuple(clean(one) for one in _claims(copy, actor, name))
            for copy, actor in zip(copies, actors, strict=True)
        ),
    )


def _claims(copy: Copy, actor: str | None, name: Namer) -> Iterator[str]:
    language = copy.front.language
    for signature in copy.front.signatures:
        if signature.actor == actor:
            by = name(signature.by, language) if signature.by else None
            yield claim(signature, language, by, messages(language))
