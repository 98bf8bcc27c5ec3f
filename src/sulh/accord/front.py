"""The front matter of a copy: what is known of the paper itself."""

import re
from typing import Final

from sulh.accord.counterpart import (
    RULES,
    STANCES,
    Acceptance,
    Circulation,
    Front,
    IntendedDifference,
    Response,
    Signature,
    Translation,
)
from sulh.case.folder.entry import Entry
from sulh.case.folder.table import Table

_SHA256: Final = re.compile("[0-9a-f]{64}")


def front(entry: Entry, language: str) -> Front:
    """Read the front matter of a copy whose text is in `language`.

    Entries with a fault are left out; the page of `entry` then tells what is wrong.
    """
    value = Front(
        language=language,
        title=entry.maybe_title("title"),
        version=entry.maybe_text("version"),
        holder=entry.maybe_text("holder"),
        parties=entry.texts("parties"),
        guarantors=entry.texts("guarantors"),
        drafted_by=entry.texts("drafted_by"),
        circulated_to=entry.entries("circulated_to", _circulation),
        responses=entry.entries("response", _response),
        date=entry.when("date"),
        place=entry.maybe_title("place"),
        signatures=entry.entries("signature", _signature),
        intended_differences=entry.entries("intended_difference", _intended_difference),
        translations=entry.entries("translation", _translation),
        accepted=entry.entries("accepted", _acceptance),
        provenance=entry.provenance(),
    )
    entry.rest()
    return value


def _circulation(entry: Entry) -> Circulation:
    return Circulation(
        entry.text("actor"), entry.when("when"), entry.maybe_text("by"), provenance=entry.provenance()
    )


def _response(entry: Entry) -> Response:
    return Response(
        actor=entry.text("actor"),
        stance=entry.choice("stance", STANCES),
        when=entry.when("when"),
        by=entry.maybe_text("by"),
        provenance=entry.provenance(),
    )


def _signature(entry: Entry) -> Signature:
    return Signature(
        actor=entry.text("actor"),
        person=entry.maybe_text("person"),
        when=entry.when("when"),
        condition=entry.maybe_title("condition"),
        asserted=entry.flag("asserted", default=True),
        by=entry.maybe_text("by"),
        provenance=entry.provenance(),
    )


def _intended_difference(entry: Entry) -> IntendedDifference:
    clause, accepted_by = entry.text("clause"), entry.texts("accepted_by")
    if not accepted_by:
        entry.fault("'accepted_by' names nobody; name who accepts that the copies differ here", "accepted_by")
    return IntendedDifference(clause, accepted_by, entry.provenance())


def _acceptance(entry: Entry) -> Acceptance:
    clause, actor = entry.maybe_text("clause"), entry.maybe_text("actor")
    if clause is None and actor is None:
        entry.fault("an acceptance is about a clause or an actor; add 'clause' or 'actor'")
    return Acceptance(
        rule=entry.choice("rule", RULES),
        why=entry.title("why"),
        by=entry.text("by"),
        clause=clause,
        actor=actor,
        when=entry.when("when"),
        provenance=entry.provenance(),
    )


def _translation(entry: Entry) -> Translation:
    entry.require("hash")
    hashes = entry.part("hash", Table.by_language) or ()
    for language, digits in hashes:
        if not _SHA256.fullmatch(digits):
            entry.fault(
                f"{digits!r} is no SHA-256; write the 64 hexadecimal digits of the text", "hash", language
            )
    if len(hashes) == 1:
        entry.fault("a translation is between two languages; give the hash of each text", "hash")
    return Translation(
        clause=entry.text("clause"),
        hashes=hashes,
        by=entry.text("by"),
        when=entry.when("when"),
        provenance=entry.provenance(),
    )
