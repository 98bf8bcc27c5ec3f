"""Where something is said to have happened, as precisely as it was said and no more."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from sulh.case.actor import Name

Precision = Literal["point", "locality", "area", "either", "unknown"]


@dataclass(frozen=True, slots=True)
class Area:
    """An administrative area, at any level.

    Attributes:
        id: p-code of the Common Operational Datasets (OCHA), or one of the user (`SY01`).
        names: in each language, the first of a language being the one to show; the others are variants.
        level: 0 for a country, 1 for a governorate, and so on.
        parent: id of the area that it lies in.
    """

    id: str
    names: tuple[Name, ...]
    level: int = 1
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """A position in WGS 84, decimal degrees as written, never with more digits than were given."""

    longitude: Decimal
    latitude: Decimal


@dataclass(frozen=True, slots=True)
class Place:
    """A place as a report names it.

    Attributes:
        text: the words of the report; empty where it gives a point only.
        areas: ids of the areas that it may mean, sorted; more than one where the words fit several
            ("Damascus", the city or its countryside), none where no area is known.
        point: the position, where the report gives one.
        precision: what is known: `point`, `locality` (a named place inside the area), `area`, `either` (one
            of several areas), `unknown`.
    """

    text: str = ""
    areas: tuple[str, ...] = ()
    point: Point | None = None
    precision: Precision = "unknown"
