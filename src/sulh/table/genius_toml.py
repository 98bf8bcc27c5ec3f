"""The `negotiation.toml` of an import from Genius, which keeps the files that it comes from."""

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import PurePath
from typing import Final, NamedTuple

from sulh.case.folder.toml import block
from sulh.table.markup import Element
from sulh.table.number import plain

_HEAD: Final = """\
# Read from Genius files by 'sulh import genius'. The tables [[genius]] at the end keep these files as they
# were, what no utility depends on included (discount, cost, descriptions); sulh computes nothing from them.
"""


class Document(NamedTuple):
    """One XML file.

    Attributes:
        file: its name, as the user gave it.
    """

    file: str
    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """What a profile says of each issue: its weight and the values of its options."""

    reservation: Fraction
    worth: Mapping[str, tuple[Fraction, Mapping[str, Fraction]]]


def written(
    issues: Mapping[str, Sequence[str]], parties: Mapping[str, Profile], documents: Sequence[Document]
) -> str:
    """Return the `negotiation.toml`: options by issue, profiles by party, and the files they come from."""
    return "".join(
        (
            _HEAD,
            *(
                block("party", {"id": party}) + f"reservation = {_toml(profile.reservation)}\n"
                for party, profile in parties.items()
            ),
            *(block("issue", {"id": issue, "options": options}) for issue, options in issues.items()),
            *(_preference(party, profile) for party, profile in parties.items()),
            *map(_document, documents),
        )
    )


def _preference(party: str, profile: Profile) -> str:
    weights = {issue: weight for issue, (weight, _) in profile.worth.items()}
    values = "".join(
        f"values.{_toml(issue)} = {_toml(worths)}\n" for issue, (_, worths) in profile.worth.items()
    )
    return f"\n[preference.{_toml(party)}]\nweights = {_toml(weights)}\n{values}"


def _document(document: Document) -> str:
    elements = "".join(
        f"  [{element.depth}, {_toml(element.name)}, {_toml(dict(element.attributes))}"
        f"{f', {_toml(element.text)}' if element.text else ''}],\n"
        for element in document.elements
    )
    return block("genius", {"file": PurePath(document.file).name}) + f"elements = [\n{elements}]\n"


def _toml(value: str | Fraction | Mapping[str, str] | Mapping[str, Fraction]) -> str:
    """Return a TOML value; an exact fraction that is no decimal is a text."""
    match value:
        case Fraction():
            number = plain(value)
            return f'"{number}"' if "/" in number else number
        case str():
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case _:
            return "{" + ", ".join(f"{_toml(key)} = {_toml(item)}" for key, item in value.items()) + "}"


def kept(text: str) -> tuple[Document, ...]:
    """Return the XML files that the `negotiation.toml` in `text` was read from, without their folders."""
    return tuple(
        Document(
            table["file"],
            tuple(
                Element(depth, name, tuple(attributes.items()), *texts)
                for depth, name, attributes, *texts in table["elements"]
            ),
        )
        for table in tomllib.loads(text).get("genius", ())
    )
