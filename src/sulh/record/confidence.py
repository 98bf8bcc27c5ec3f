"""How sure a statement is: the share right among annotated statements that the same construction found."""

import tomllib
from functools import cache
from importlib.resources import files


def confidence(construction: str) -> float:
    """Return the share of statements right, content and speaker, for a construction.

    The shares were measured on annotated newswire (`benchmarks/_confidence.py` says how). A construction that
    was too rare there has the share of its family, a family that was too rare the share of all rare ones.
    """
    shares = _shares()
    family = construction.partition("/")[0]
    return shares.get(construction, shares.get(family, shares["other"]))


@cache
def _shares() -> dict[str, float]:
    table = (files("sulh.record") / "lexicon" / "confidence.toml").read_text("utf-8")
    return {name: float(share) for name, share in tomllib.loads(table)["share"].items()}
