"""Claims of role in the content of statements: who mediates, guarantees, hosts, drafts, takes part."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Final, get_args

from sulh.case.statement import Modality, Role, RoleClaim, Statement, Within, WithinKind
from sulh.case.local_text import LocalText
from sulh.case.provenance import Provenance
from sulh.record.lexicon import Lexicon, WordClass
from sulh.record.phrases import Phrase, Phrases, is_definite, is_mark
from sulh.text.normal import fold

_REACH: Final = 6  # words between a verb of taking part and the role
_FUTURE: Final = "س"
_PREFIXES: Final = ("وال", "بال", "لل", "ال", "ب", "ل", "و")


@dataclass(frozen=True, slots=True)
class RoleWords:
    """The words that claim roles; all folded."""

    being_role: Mapping[str, Role]
    doing: Mapping[str, Role]
    does: Mapping[str, Role]
    words: Mapping[str, frozenset[str]]


@cache
def role_words() -> RoleWords:
    """Load the role words, once."""
    tables = tomllib.loads((files("sulh.record") / "lexicon" / "arabic_roles.toml").read_text("utf-8"))
    maps: dict[str, dict[str, Role]] = {"is": {}, "doing": {}, "does": {}}
    roles: tuple[Role, ...] = get_args(Role)
    for role in roles:
        for key, target in maps.items():
            for word in tables.get(role, {}).get(key, "").split():
                target.setdefault(fold(word), role)
    for form, role in list(maps["does"].items()):
        maps["does"].setdefault(_FUTURE + form, role)
    words = {key: frozenset(fold(word) for word in value.split()) for key, value in tables["words"].items()}
    return RoleWords(maps["is"], maps["doing"], maps["does"], words)


def role_claims(phrases: Phrases, contents: Sequence[tuple[Statement, Phrase]]) -> tuple[RoleClaim, ...]:
    """Return the claims of role in the contents of `contents`, in reading order.

    A pronoun is resolved: "his country" in the words of a Russian minister is Russia, "these three states" are those
    that the last claim named.
    """
    claims: list[RoleClaim] = []
    states: tuple[str, ...] = ()
    for statement, content in contents:
        found = list(_in_content(phrases, statement, content, states))
        named = tuple(dict.fromkeys(claim.actor for claim in found))
        if len(named) > 1:
            states = named
        claims += found
    return tuple(dict.fromkeys(claims))


def _in_content(
    phrases: Phrases, statement: Statement, content: Phrase, states: tuple[str, ...]
) -> Iterator[RoleClaim]:
    words = role_words()
    forms = phrases.passage.forms
    base = RoleClaim(
        actor="",
        role="party",
        claimed_by=statement.speaker,
        asserted=statement.polarity == "affirm",
        statement=statement.id,
    )
    i = content.start
    while i < content.end:
        form = forms[i]
        bare = form[1:] if form[0] == "و" else form
        if (
            bare in words.words["part"]
            and (at := _near(phrases, i, content.end, {**words.doing, **words.being_role})) is not None
        ):
            role = words.doing.get(forms[at]) or words.being_role[forms[at]]
            claim = replace(
                base,
                role=role,
                modality=_modality(phrases, content, i),
                within=_within(phrases, at + 1, content.end),
            )
            yield from _held(phrases, statement, claim, Phrase(_clause_start(phrases, content, i), i), states)
            i = at
        elif (
            bare in words.words["being"]
            and (at := _near(phrases, i, content.end, words.being_role, reach=4)) is not None
        ):
            claim = replace(
                base,
                role=words.being_role[forms[at]],
                modality=_modality(phrases, content, i),
                within=_within(phrases, at + 1, content.end),
            )
            yield from _held(phrases, statement, claim, Phrase(_clause_start(phrases, content, i), i), states)
            i = at
        elif bare in words.does or form in words.does:
            role = words.does.get(form) or words.does[bare]
            yield from _by_verb(
                phrases,
                statement,
                replace(base, role=role, modality=_modality(phrases, content, i)),
                content,
                i,
                states,
            )
        elif form in words.doing:
            yield from _by_noun(phrases, statement, replace(base, role=words.doing[form]), content, i, states)
        i += 1


def _near(phrases: Phrases, i: int, limit: int, roles: Mapping[str, Role], reach: int = _REACH) -> int | None:
    forms = phrases.passage.forms
    for j in range(i + 1, min(limit, i + 1 + reach)):
        if forms[j] in roles:
            return j
        if forms[j] in "،.؛":
            return None
    return None


def _clause_start(phrases: Phrases, content: Phrase, i: int) -> int:
    """Return where the clause of the verb at `i` begins."""
    forms, classes = phrases.passage.forms, phrases.classes
    start = i
    while start > content.start and not (
        forms[start - 1] in "،؛." or classes[start - 1] & (WordClass.THAT | WordClass.RELATIVE)
    ):
        start -= 1
    return start


def _held(
    phrases: Phrases, statement: Statement, claim: RoleClaim, holder: Phrase, states: tuple[str, ...]
) -> Iterator[RoleClaim]:
    """Yield the claim once for each holder that the phrase names."""
    words = role_words().words
    forms, lexicon = phrases.passage.forms, phrases.lexicon
    start, end = holder
    while end > start and (
        is_mark(forms[end - 1]) or forms[end - 1] in ("قد", "سوف", "ان", "لن", "هي", "هما", "هم")
    ):
        end -= 1
    while start < end and is_mark(forms[start]):
        start += 1
    if start >= end:
        yield _by(claim, statement.speaker, statement)
        return
    if any(forms[j] in words["these_states"] for j in range(start, min(end, start + 2))) and states:
        for state in states:
            yield _by(claim, state, statement)
        return
    for part in _listed(phrases, start, end):
        form = " ".join(forms[part.start : part.end])
        bare = form.removeprefix("و") if form not in lexicon.states else form
        if bare in words["country"]:
            own = home_state(phrases, statement)
            if own is not None:
                yield _by(claim, own, statement)
            continue
        head = forms[part.start].removeprefix("و") if part.start > start else forms[part.start]
        if (
            phrases.classes[part.start] & WordClass.PREPOSITION
            or lexicon.word_class(head) & WordClass.ADJUNCT
        ):
            continue
        text = phrases.passage.slice(*part)
        yield _by(claim, text.removeprefix("و") if part.start > start else text, statement)


def _by(claim: RoleClaim, actor: str, statement: Statement) -> RoleClaim:
    return replace(claim, actor=actor, by_itself=actor == statement.speaker)


def _listed(phrases: Phrases, start: int, end: int) -> Iterator[Phrase]:
    """Split "Moscow, Tehran and Ankara" into its members."""
    forms, lexicon = phrases.passage.forms, phrases.lexicon
    begin = start
    for i in range(start, end):
        form = forms[i]
        joined = (
            form[0] == "و"
            and i > begin
            and (
                form[1:] in lexicon.states
                or is_definite(form[1:])
                or bool(lexicon.word_class(form[1:]) & WordClass.SPEAKER)
            )
            and form not in lexicon.states
        )
        if joined or form in "،,":
            if begin < i:
                yield Phrase(begin, i)
            begin = i + (form in "،,")
    if begin < end:
        yield Phrase(begin, end)


def home_state(phrases: Phrases, statement: Statement) -> str | None:
    """Return the state that a speaker's "my country" means, as the document spells it where it does."""
    lexicon = phrases.lexicon
    if statement.kind == "state":
        return statement.speaker
    for word in (statement.role or statement.speaker).split():
        state = lexicon.adjectives.get(fold(word)) or lexicon.states.get(fold(word))
        if state is not None:
            return _spelling(phrases, state.names)
    return None


def _spelling(phrases: Phrases, names: Sequence[str]) -> str:
    forms = phrases.passage.forms
    for i, form in enumerate(forms):
        for name in names:
            words = name.split()
            if form == words[0] and list(forms[i : i + len(words)]) == words:
                return phrases.passage.slice(i, i + len(words))
    return names[0]


def _by_verb(
    phrases: Phrases, statement: Statement, claim: RoleClaim, content: Phrase, i: int, states: tuple[str, ...]
) -> Iterator[RoleClaim]:
    """A verb of the role: the holder stands before it, or after it and what it governs."""
    words, forms = role_words().words, phrases.passage.forms
    limit = content.end
    delegates = next((j for j in range(i + 1, min(limit, i + 8)) if forms[j] in words["delegates"]), None)
    if delegates is not None:
        start = delegates + 1 + (delegates + 1 < limit and forms[delegates + 1] in ("عن", "من"))
        if start >= limit:
            return
        opened = start in phrases.passage.closes
        full_end = min(phrases.passage.closes[start], limit) if opened else phrases.subject_end(start, limit)
        start += opened
        end = next((j for j in range(start, full_end) if phrases.classes[j] & WordClass.RELATIVE), full_end)
        if start < end:
            note = phrases.passage.slice(start, full_end) if end < full_end else None
            claim = replace(
                claim, within=_within(phrases, i + 1, delegates), provenance=Provenance(note=LocalText((("ar", note),)) if note else None)
            )
            yield from _held(phrases, statement, claim, Phrase(start, end), states)
        return
    before = Phrase(_clause_start(phrases, content, i), i)
    if before.start < before.end and not phrases.classes[before.start] & WordClass.PREPOSITION:
        yield from _held(
            phrases, statement, replace(claim, within=_within(phrases, i + 1, limit)), before, states
        )
        return
    end = phrases.structure(i + 1, limit).end
    if end > i + 1 and phrases.classes[i + 1] & WordClass.SPEAKER:
        yield from _held(
            phrases,
            statement,
            replace(claim, within=_within(phrases, end, limit)),
            Phrase(i + 1, end),
            states,
        )


def _by_noun(
    phrases: Phrases, statement: Statement, claim: RoleClaim, content: Phrase, i: int, states: tuple[str, ...]
) -> Iterator[RoleClaim]:
    """A verbal noun of the role: with the holder's pronoun, after an offer, or before the holder."""
    words, forms, lexicon = role_words().words, phrases.passage.forms, phrases.lexicon
    window = range(max(content.start, i - 3), i)
    if any(forms[j] in words["offer"] for j in window):
        offer = next(j for j in window if forms[j] in words["offer"])
        claim = replace(claim, modality="offered", within=_within(phrases, i + 1, content.end))
        owned = phrases.is_owned(offer)
        holder = Phrase(offer, offer) if owned else Phrase(_clause_start(phrases, content, offer), offer)
        yield from _held(phrases, statement, claim, holder, states)
    elif forms[i].endswith(("ها", "هم")) or (phrases.is_owned(i) and forms[i].endswith("ه")):
        yield _by(replace(claim, within=_within(phrases, i + 1, content.end)), statement.speaker, statement)
    elif i + 1 < content.end and (forms[i + 1] in lexicon.states or forms[i + 1] in lexicon.adjectives):
        for j in range(i + 1, min(content.end, i + 5)):
            form = forms[j]
            bare = form.removeprefix("و") if form not in lexicon.states else form
            state = lexicon.states.get(bare) or lexicon.adjectives.get(bare)
            if state is None:
                break
            yield _by(claim, _spelling(phrases, state.names), statement)


def _modality(phrases: Phrases, content: Phrase, i: int) -> Modality:
    words, forms = role_words().words, phrases.passage.forms
    before = forms[max(content.start, i - 3) : i]
    if any(form in words["offer"] for form in before):
        return "offered"
    if any(form in words["conditional"] for form in before):
        return "conditional"
    form = forms[i].removeprefix("و")
    scheduled = any(form in ("المقرر", "المرتقب", "المتوقع", "سوف") for form in before)
    return "prospective" if scheduled or (form[0] == _FUTURE and form[1:2] in ("ت", "ي", "ن")) else "held"


def _within(phrases: Phrases, start: int, limit: int) -> Within | None:
    """Return what the role is in: the first meeting, agreement, channel or track that is named from `start` on."""
    words, forms = role_words().words, phrases.passage.forms
    kinds: tuple[WithinKind, ...] = ("meeting", "agreement", "channel", "track")
    for i in range(start, min(limit, start + _REACH)):
        form = forms[i]
        bare = next((form.removeprefix(prefix) for prefix in _PREFIXES if form.startswith(prefix)), form)
        for kind in kinds:
            if form in words[kind] or bare in words[kind]:
                end = i + 1
                while (
                    end < limit
                    and not is_mark(forms[end])
                    and end - i < _REACH
                    and (
                        (is_definite(forms[end]) if form != bare else True)
                        and not phrases.classes[end]
                        & (WordClass.PREPOSITION | WordClass.RELATIVE | WordClass.TIME)
                    )
                    and end not in phrases.dates
                ):
                    end += 1
                text = phrases.passage.slice(i, end)
                raw = phrases.passage.slice(i, i + 1)
                if form.startswith("لل"):
                    text = "ال" + text[2:]
                elif form.startswith("بال"):
                    text = text[1:]
                del raw
                return Within(kind, text)
    return None


def kinds_of(lexicon: Lexicon) -> frozenset[str]:
    """Return the words of all states, for tests."""
    return frozenset(lexicon.states)
