"""A reading as plain data, in the form that other programs rely on (`docs/reference/read-output.md`)."""

from typing import Any

from sulh.case.statement import RoleClaim, Statement
from sulh.record.reading import NamedActor, Reading


def data(reading: Reading, *, audience: str = "public", text: str | None = None) -> dict[str, Any]:
    """Return the JSON object of one document.

    Args:
        reading: what was read.
        audience: who may see it, from the document's handling.
        text: the text that offsets count in, where that is not the file itself (standard input).
    """
    document = reading.document
    about = {
        "path": document.path,
        "language": document.language,
        "title": document.title,
        "outlet": document.outlet,
        "published": document.published.isoformat() if document.published else None,
        "credited": list(document.credited),
        "body": list(document.body),
    }
    if text is not None:
        about["text"] = text
    return {
        "audience": audience,
        "document": about,
        "actors": [_actor(one) for one in reading.actors],
        "statements": [_statement(one) for one in reading.statements],
        "roles": [_role(one) for one in reading.roles],
        **({"notices": list(reading.notices)} if reading.notices else {}),
    }


def _actor(actor: NamedActor) -> dict[str, Any]:
    return {
        "name": actor.name,
        "kind": actor.kind,
        "role": actor.role,
        "affiliation": actor.affiliation,
        "mentions": [list(span) for span in actor.mentions],
    }


def _statement(one: Statement) -> dict[str, Any]:
    said = one.said
    return {
        "id": one.id,
        "speaker": one.speaker,
        "kind": one.kind,
        "role": one.role,
        "mention": list(one.mention) if one.mention is not None else None,
        "cue": list(one.cue) if one.cue is not None else None,
        "content": [list(span) for span in one.content],
        "text": one.text,
        "form": one.form,
        "polarity": one.polarity,
        "via": list(one.via),
        "addressee": one.addressee,
        "when": {"text": said.text, "date": said.day.isoformat() if said.day else None} if said else None,
        "denies": [{"statement": denial.statement, "aspect": denial.aspect} for denial in one.denies],
        "dates": [
            {
                "text": mention.text,
                "from": mention.first.isoformat() if mention.first else None,
                "to": mention.last.isoformat() if mention.last else None,
            }
            for mention in one.dates
        ],
        "confidence": one.confidence,
        "construction": one.construction,
    }


def _role(role: RoleClaim) -> dict[str, Any]:
    within = role.within
    return {
        "actor": role.actor,
        "role": role.role,
        "asserted": role.asserted,
        "modality": role.modality,
        "claimed_by": role.claimed_by,
        "self": role.by_itself,
        "in": {"kind": within.kind, "text": within.text} if within is not None else None,
        "statement": role.statement,
        **({"note": role.provenance.note.within("ar")} if role.provenance.note else {}),
    }
