"""A table of a case folder: what every entry may carry, and references to other entries."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal

from sulh.case.folder.quotation import Text, locate
from sulh.case.folder.table import LANGUAGE, Page, Table, suggestion
from sulh.case.handling import PUBLIC, Handling
from sulh.case.local_text import LocalText
from sulh.case.provenance import Provenance, Source, SourceKind
from sulh.case.reference import BY_HAND, is_id, is_machine_id, split
from sulh.case.when import Validity
from sulh.text.span import Span

if TYPE_CHECKING:
    from sulh.case.folder.positions import KeyPath

Kind = Literal["track", "meeting", "instrument", "actor", "statement", "dispatch", "issue"]

HOMES: Final[Mapping[Kind, str]] = {
    "track": "case.toml",
    "meeting": "case.toml",
    "instrument": "case.toml",
    "actor": "actors.toml",
    "statement": "statements.toml",
    "dispatch": "dispatches/",
    "issue": "issues.toml",
}
STEPS: Final[tuple[Kind, ...]] = ("track", "meeting", "instrument")

_URL: Final = re.compile(r"https?://\S+")
_ROW: Final = re.compile(r".+:[1-9][0-9]*")


@dataclass(slots=True)
class Context:
    """What entries may refer to.

    Attributes:
        language: of a title without language.
        ids: the ids that the case defines, by kind; no key where their file could not be read, and then
            references to it are taken as they are: one fault is enough.
        texts: the dispatches that could be read.
        documents: the document of each statement entered by hand.
        options: the ids of the options by issue; no key where they could not be read.
        taken: the ids met so far, and what they are ids of.
    """

    language: str
    ids: Mapping[Kind, frozenset[str]] = field(default_factory=dict)
    texts: Mapping[str, Text] = field(default_factory=dict)
    documents: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    taken: dict[str, str] = field(default_factory=dict)

    def missing(self, word: str, kinds: tuple[Kind, ...]) -> str | None:
        """Return what to tell of an id that none of `kinds` has, or None where one has it."""
        if any(kind not in self.ids or word in self.ids[kind] for kind in kinds):
            return None
        near = suggestion(word, (known for kind in kinds for known in self.ids[kind]))
        homes = " or ".join(dict.fromkeys(HOMES[kind] for kind in kinds))
        return f"unknown {', '.join(kinds)} {word!r}{near} define it in {homes} or correct the id"


class Entry(Table):
    """A table that knows what its case defines."""

    def __init__(
        self,
        page: Page,
        path: "KeyPath",
        values: dict[str, Any],
        owner: Table | None = None,
        *,
        context: Context,
    ) -> None:
        """Stand at `path` of `page`."""
        super().__init__(page, path, values, owner)
        self.context = context

    def _child(self, path: "KeyPath", values: dict[str, Any], owner: Table | None) -> "Entry":
        return Entry(self.page, path, values, owner, context=self.context)

    def new_id(self, kind: Kind) -> str:
        """Return the id that this entry brings in."""
        word = self.an_id()
        space = kind if kind in {"statement", "issue"} else "entry"
        if other := self.context.taken.get(f"{space} {word}"):
            self.fault(f"the id {word!r} is taken by another {other}; give this {kind} another id", "id")
        self.context.taken[f"{space} {word}"] = kind
        return word

    def an_id(self) -> str:
        """Return the word under `id`, which has to have the shape of an id."""
        word = self.text("id")
        if word and not is_id(word):
            self.fault(
                f"the id {word!r} has signs other than lower-case a-z, 0-9 and hyphen; rename it", "id"
            )
        return word

    def title(self, key: str) -> LocalText:
        """Return a wording in one or several languages that has to be there."""
        return LocalText(self.wordings(key, self.context.language))

    def maybe_title(self, key: str) -> LocalText | None:
        """Return a wording in one or several languages, or None where there is none."""
        return self.title(key) if self.has(key) else None

    def maybe_reference(self, key: str, *kinds: Kind, spoils: bool = True) -> str | None:
        """Return the id of an entry of one of `kinds`, or None where there is none."""
        word = self.maybe_text(key)
        reason = self.context.missing(word, kinds) if word else None
        if reason:
            self.fault(reason, key, spoils=spoils)
            return None
        return word

    def reference(self, key: str, *kinds: Kind) -> str:
        """Return the id of an entry of one of `kinds`; it has to be there."""
        self.require(key)
        return self.maybe_reference(key, *kinds) or ""

    def references(self, key: str, *kinds: Kind) -> tuple[str, ...]:
        """Return the ids of entries of `kinds`, without those that nothing has."""
        words = self.texts(key)
        reasons = [self.context.missing(word, kinds) for word in words]
        for index, reason in enumerate(reasons):
            if reason:
                self.fault(reason, key, index, spoils=False)
        return tuple(word for word, reason in zip(words, reasons, strict=True) if not reason)

    def maybe_statement(self, key: str) -> str | None:
        """Return the statement that a plain id or a `DOCUMENT#ID` names, always as `DOCUMENT#ID`.

        Of a program's reading only the document can be checked here.
        """
        word = self.maybe_text(key)
        if word is None:
            return None
        document, identifier = split(word)
        home = self.context.documents.get(identifier)
        if home is not None and document in {"", home}:
            return f"{home}#{identifier}"
        if document and document != BY_HAND and is_machine_id(identifier):
            reason = self.context.missing(document, ("dispatch",))
        else:
            reason = self.context.missing(word, ("statement",))
        if reason:
            self.fault(reason, key)
        return word

    def validity(self) -> Validity:
        """Return from when until when the entry holds."""
        begins, ends = self.when("from"), self.when("until")
        if begins and ends and ends.last < begins.first:
            self.fault(f"'from' ({begins}) comes after 'until' ({ends}); correct one of them", "from")
        return Validity(begins, ends)

    def handling(self) -> Handling:
        """Return who may see the entry."""
        word = self.maybe_text("handling")
        try:
            mark = Handling(word) if word else PUBLIC
        except ValueError as error:
            self.fault(str(error), "handling")
            return PUBLIC
        reason = self.context.missing(mark.party, ("actor",)) if mark.party else None
        if reason:
            self.fault(reason, "handling")
        return mark

    def provenance(self, also: Iterable[Source] = ()) -> Provenance:
        """Return the fields that every entry may carry, the sources after `also`."""
        return Provenance(
            sources=(*also, *self.parts("sources", Entry.source)),
            handling=self.handling(),
            as_of=self.when("as_of"),
            assumed=self.flag("assumed", default=False),
            note=self.maybe_title("note"),
        )

    def source(self) -> Source:
        """Return what this table names as a source."""
        kinds: tuple[SourceKind, ...] = ("dispatch", "statement", "row", "url", "person")
        given = [kind for kind in kinds if self.has(kind)]
        if len(given) != 1:
            self.fault(f"a source has exactly one of {', '.join(kinds)}; correct it")
            return Source("person", "")
        kind = given[0]
        if kind == "dispatch":
            dispatch = self.reference(kind, "dispatch")
            words = self.has("text") or self.has("at")
            return Source(kind, dispatch, self.words(dispatch) if words else None)
        if kind == "statement":
            return Source(kind, self.maybe_statement(kind) or "")
        if kind == "url":
            return Source(kind, self.maybe_url(kind) or "")
        word = self.text(kind)
        if kind == "row" and not _ROW.fullmatch(word):
            self.fault(f"{word!r} is no row; write FILE:LINE", kind)
        return Source(kind, word)

    def maybe_url(self, key: str) -> str | None:
        """Return a web address, or None where there is none."""
        word = self.maybe_text(key)
        if word and not _URL.fullmatch(word):
            self.fault(f"{word!r} is no web address; it begins with http:// or https://", key)
        return word

    def language_tags(self, key: str) -> tuple[str, ...]:
        """Return a list of language tags, without words that are none."""
        tags = self.texts(key)
        for index, tag in enumerate(tags):
            if not LANGUAGE.fullmatch(tag):
                self.fault(f"{tag!r} is no language tag; use one such as ar, en or fa", key, index)
        return tuple(tag for tag in tags if LANGUAGE.fullmatch(tag))

    def maybe_language(self) -> str | None:
        """Return the language tag under `language`, or None where there is none."""
        word = self.maybe_text("language")
        if word and not LANGUAGE.fullmatch(word):
            self.fault(f"{word!r} is no language tag; use one such as ar, en or fa", "language")
        return word

    def words(self, dispatch: str) -> Span:
        """Return where the exact words `text` of this table stand in `dispatch`, or `at`, or both checked."""
        words = self.maybe_text("text")
        has_place = self.has("at")
        text = self.context.texts.get(dispatch)
        if text is None:
            self.spoil()
            return Span(0, 0)
        if has_place:
            return self._place(words, text)
        if not words:
            self.require("text")
            return Span(0, 0)
        try:
            return locate(words, text)
        except ValueError as error:
            self.fault(str(error), "text")
            return Span(0, 0)

    def _place(self, words: str | None, text: Text) -> Span:
        place = self._values["at"]
        match place:
            case [int(start), int(end)] if 0 <= start < end <= len(text.whole):
                span = Span(start, end)
            case _:
                length = len(text.whole)
                self.fault(
                    f"'at' has to be [start, end] within the {length} characters of the dispatch", "at"
                )
                return Span(0, 0)
        if words is not None and span.of(text.whole) != words:
            there = span.of(text.whole)
            self.fault(f"at {list(span)} the dispatch has {there!r}; correct 'at' or 'text'", "at")
        return span

    def quotations(self, key: str, dispatch: str) -> tuple[Span, ...]:
        """Return where the words under `key` stand: a text, a table `{text, at}`, or a list of these."""

        def read() -> Iterator[Span]:
            values = self._values.get(key, [])
            several = isinstance(values, list)
            for index, value in enumerate(values if several else [values]):
                path = (*self.path, key, index) if several else (*self.path, key)
                table = self._child(path, {"text": value} if isinstance(value, str) else value, self)
                if not isinstance(value, str | dict):
                    table.fault(f"{key!r} has the wrong type; write its exact words, or {{text, at}}")
                    continue
                yield table.words(dispatch)
                table.rest()

        self.has(key)
        return tuple(read())
