"""From a case to the bytes of its folder; touches no file."""

from collections.abc import Iterator, Mapping, Sequence

from sulh.case.actor import Actor, Name
from sulh.case.agreement import Issue, Option
from sulh.case.case import Case
from sulh.case.folder import decisions, reading
from sulh.case.folder.dates import plain
from sulh.case.folder.dispatches import take_apart
from sulh.case.folder.quotation import Text, is_unique
from sulh.case.folder.toml import Item, Value, block, pairs
from sulh.case.handling import PUBLIC
from sulh.case.local_text import LocalText
from sulh.case.position import Position
from sulh.case.process import Instrument, Meeting, Track
from sulh.case.provenance import Provenance, Source
from sulh.case.reference import BY_HAND
from sulh.case.statement import RoleClaim, Statement
from sulh.case.view import within_id
from sulh.case.when import Validity, When
from sulh.text.span import Span

Values = dict[str, Value]


def render(case: Case) -> dict[str, bytes]:
    """Return the files of the case by path in its folder; those without content are left out."""
    writer = _Writer({dispatch.id: take_apart(dispatch.text).text for dispatch in case.dispatches})
    texts = {
        reading.FRAME: writer.frame(case),
        reading.ACTORS: writer.actors(case),
        reading.STATEMENTS: "".join(map(writer.statement, case.statements)),
        reading.ISSUES: "".join((*map(writer.issue, case.issues), *map(writer.position, case.positions))),
        reading.DECISIONS: decisions.written(case.decisions) if case.decisions else "",
    }
    result = {name: text.lstrip("\n").encode() for name, text in texts.items() if text}
    return result | {dispatch.path: dispatch.text.encode() for dispatch in case.dispatches}


def _title(title: LocalText | None) -> Value:
    return dict(title.wordings) if title else None


def _when(time: When | None) -> Value:
    return plain(time) if time else None


def _validity(validity: Validity) -> Values:
    return {"from": _when(validity.begins), "until": _when(validity.ends)}


def _names(names: Sequence[Name]) -> list[Item]:
    return [{name.language: name.text, **_validity(name.validity)} for name in names]


class _Writer:
    """Writes entries; knows the dispatches, in which the words of sources stand."""

    def __init__(self, texts: Mapping[str, Text]) -> None:
        self._texts = texts

    def _words(self, document: str, span: Span) -> Values:
        """Return the exact words of a stretch, and its place where the words alone do not tell it."""
        text = self._texts[document]
        words = span.of(text.whole)
        if not words.strip():
            return {"at": list(span)}
        return {"text": words} if is_unique(span, text) else {"text": words, "at": list(span)}

    def _source(self, source: Source) -> Values:
        words = self._words(source.reference, source.span) if source.span else {}
        return {source.kind: source.reference, **words}

    def _provenance(self, provenance: Provenance) -> Values:
        return {
            "sources": [self._source(source) for source in provenance.sources],
            "handling": None if provenance.handling == PUBLIC else str(provenance.handling),
            "as_of": _when(provenance.as_of),
            "assumed": provenance.assumed or None,
            "note": _title(provenance.note),
        }

    def frame(self, case: Case) -> str:
        """Return `case.toml`."""
        top: Values = {
            "title": _title(case.title),
            **_validity(case.period),
            "languages": list(case.languages),
            **self._provenance(case.provenance),
        }
        return "".join(
            (
                pairs(top),
                *map(self._track, case.tracks),
                *(part for meeting in case.meetings for part in self._meeting(meeting)),
                *(part for instrument in case.instruments for part in self._instrument(instrument)),
            )
        )

    def _track(self, track: Track) -> str:
        return block(
            "track",
            {
                "id": track.id,
                "title": _title(track.title),
                "precedes": track.precedes,
                "depends_on": track.depends_on,
                **_validity(track.validity),
                **self._provenance(track.provenance),
            },
        )

    def _meeting(self, meeting: Meeting) -> Iterator[str]:
        yield block(
            "meeting",
            {
                "id": meeting.id,
                "title": _title(meeting.title),
                "place": _title(meeting.place),
                "when": _when(meeting.when),
                "track": meeting.track,
                "precedes": meeting.precedes,
                "depends_on": meeting.depends_on,
                **self._provenance(meeting.provenance),
            },
        )
        for word in meeting.participants:
            yield block(
                "meeting.participant",
                {
                    "actor": word.actor,
                    "by": word.by,
                    "attends": None if word.attends else False,
                    **self._provenance(word.provenance),
                },
            )

    def _instrument(self, instrument: Instrument) -> Iterator[str]:
        yield block(
            "instrument",
            {
                "id": instrument.id,
                "kind": instrument.kind,
                "title": _title(instrument.title),
                "when": _when(instrument.when),
                "depends_on": instrument.depends_on,
                **self._provenance(instrument.provenance),
            },
        )
        for paragraph in instrument.paragraphs:
            yield block(
                "instrument.paragraph", {"number": paragraph.number, "summary": _title(paragraph.summary)}
            )

    def actors(self, case: Case) -> str:
        """Return `actors.toml`."""
        return "".join(
            (
                *(part for actor in case.actors for part in self._actor(actor)),
                *map(self._role, case.roles),
                *(
                    block(
                        "adherence",
                        {
                            "actor": word.actor,
                            "instrument": word.instrument,
                            "state": word.state,
                            "by": word.by,
                            "when": _when(word.when),
                            **self._provenance(word.provenance),
                        },
                    )
                    for word in case.adherences
                ),
                *(
                    block(
                        "presence",
                        {
                            "actor": word.actor,
                            "area": word.area,
                            "by": word.by,
                            **_validity(word.validity),
                            **self._provenance(word.provenance),
                        },
                    )
                    for word in case.presences
                ),
            )
        )

    def _actor(self, actor: Actor) -> Iterator[str]:
        yield block(
            "actor",
            {
                "id": actor.id,
                "kind": actor.kind,
                "names": _names(actor.names),
                **self._provenance(actor.provenance),
            },
        )
        for member in actor.members_of:
            yield block(
                "actor.member_of",
                {"of": member.of, **_validity(member.validity), **self._provenance(member.provenance)},
            )
        for office in actor.offices:
            yield block(
                "actor.office",
                {
                    "title": _title(office.title),
                    "of": office.of,
                    **_validity(office.validity),
                    **self._provenance(office.provenance),
                },
            )

    def _role(self, role: RoleClaim) -> str:
        named: Value = within_id(role.within)
        if named is None and role.within is not None:
            named = {"kind": role.within.kind, "text": role.within.text}
        return block(
            "role",
            {
                "actor": role.actor,
                "role": role.role,
                "in": named,
                "modality": role.modality,
                "asserted": None if role.asserted else False,
                "claimed_by": role.claimed_by,
                "statement": role.statement,
                "said": _when(role.said),
                **_validity(role.validity),
                **self._provenance(role.provenance),
            },
        )

    def statement(self, statement: Statement) -> str:
        """Return one `[[statement]]`."""
        carried = statement.document != BY_HAND

        def words(*spans: Span | None) -> list[Item]:
            return [self._words(statement.document, span) for span in spans if span]

        return block(
            "statement",
            {
                "id": statement.id,
                "dispatch": statement.document if carried else None,
                "speaker": statement.speaker,
                "speaker_id": statement.speaker_id,
                "kind": statement.kind,
                "text": words(*statement.content) if carried else statement.text,
                "cue": words(statement.cue),
                "mention": words(statement.mention),
                "role": statement.role,
                "form": statement.form,
                "polarity": statement.polarity,
                "via": statement.via,
                "addressee": statement.addressee,
                "said": {"text": statement.said.text, "day": statement.said.day} if statement.said else None,
                "denies": [{"statement": item.statement, "aspect": item.aspect} for item in statement.denies],
                "dates": [
                    {"text": item.text, "from": item.first, "until": item.last} for item in statement.dates
                ],
                **self._provenance(statement.provenance),
            },
        )

    def issue(self, issue: Issue) -> str:
        """Return one `[[issue]]`."""
        options = [self._option(option) for option in issue.options]
        return block(
            "issue",
            {
                "id": issue.id,
                "title": _title(issue.title),
                "options": options,
                **self._provenance(issue.provenance),
            },
        )

    def _option(self, option: Option) -> Item:
        if option == Option(option.id):
            return option.id
        return {"id": option.id, "title": _title(option.title), "clause": _title(option.clause)}

    def position(self, position: Position) -> str:
        """Return one `[[position]]`."""
        return block(
            "position",
            {
                "actor": position.actor,
                "issue": position.issue,
                "stance": position.stance,
                "option": position.option,
                "proposes": _title(position.proposes),
                "statement": position.statement,
                "said": _when(position.said),
                **self._provenance(position.provenance),
            },
        )
