"""The words that claim a role, loaded from `lexicon/arabic_roles.toml`; all folded."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, get_args

from sulh.case.statement import Role, WithinKind
from sulh.text.normal import fold

_FUTURE: Final = "س"
_PRONOUNS: Final = ("ها", "هم", "هما", "ه")
_PERSONS: Final = "يتن"
_KINDS: Final[tuple[WithinKind, ...]] = get_args(WithinKind)


@dataclass(frozen=True, slots=True)
class RoleWords:
    """The words that claim roles.

    Attributes:
        being: the role itself, as a predicate.
        does: forms of the verbs of a role.
        doing: verbal nouns after a verb of taking part or an offer.
        through: verbal nouns before their holder.
        own: verbal nouns with the pronoun of their holder.
        within: what a verb or verbal noun of the role has to govern; nothing where any use claims the role.
        kinds: what a noun is: a meeting, an agreement …
        strict: roles that even a noun for them claims only in what `within` names.
        words: lists of words, each used by one rule.
        first: the words with which a claim may begin.
    """

    being: Mapping[str, Role]
    does: Mapping[str, Role]
    doing: Mapping[str, Role]
    through: Mapping[str, Role]
    own: Mapping[str, Role]
    within: Mapping[Role, frozenset[str]]
    kinds: Mapping[str, WithinKind]
    strict: frozenset[str]
    words: Mapping[str, frozenset[str]]
    first: frozenset[str]


@cache
def role_words() -> RoleWords:
    """Load the role words, once."""
    tables = tomllib.loads((files("sulh.record") / "lexicon" / "arabic_roles.toml").read_text("utf-8"))
    words = {name: frozenset(map(fold, listed.split())) for name, listed in tables["words"].items()}
    maps: dict[str, dict[str, Role]] = {name: {} for name in ("is", "does", "doing", "through", "own")}
    within: dict[Role, frozenset[str]] = {}
    roles: tuple[Role, ...] = get_args(Role)
    for role in roles:
        table = tables.get(role, {})
        for name, target in maps.items():
            for word in table.get(name, "").split():
                target.setdefault(fold(word), role)
        for pair in table.get("verbs", "").split():
            for form in _forms(*map(fold, pair.split(":"))):
                maps["does"].setdefault(form, role)
        within[role] = frozenset(table.get("within", "").split())
    for pair in words["part_verbs"]:
        words["part"] |= frozenset(_forms(*pair.split(":")))
    own = {
        f"{preposition}{noun}{pronoun}": role
        for noun, role in maps["own"].items()
        for preposition in ("", "ب")
        for pronoun in _PRONOUNS
    }
    single = (maps["is"], maps["does"], maps["doing"], maps["through"], own)
    first = frozenset[str]().union(*single, *(words[name] for name in ("part", "as", "being")))
    return RoleWords(
        being=maps["is"],
        does=maps["does"],
        doing=maps["doing"],
        through=maps["through"],
        own=own,
        within=within,
        kinds={word: kind for kind in reversed(_KINDS) for word in words[kind]},
        strict=words["must_be_in"],
        words=words,
        first=first,
    )


def _forms(past: str, present: str) -> Iterator[str]:
    """Yield the forms of a sound verb."""
    yield from (past, past + "ت", past + "وا", past + "ا", past + "تا", past + "نا")
    for future in ("", _FUTURE):
        for person in _PERSONS:
            yield future + person + present[1:]
        for person in _PERSONS[:2]:
            for number in ("ون", "ان", "وا", "ا"):
                yield future + person + present[1:] + number
