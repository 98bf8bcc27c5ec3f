"""Frames around a reporting verb: verb, speaker and content in their usual orders, and relays."""

from typing import Final

from sulh.record.complement import (
    Marker,
    asks_for_anonymity,
    content_end,
    find_marker,
    form_of,
    nominal_start,
    polarity_of,
)
from sulh.record.found import Found
from sulh.record.lexicon import Cue, WordClass
from sulh.record.middle import Middle, parse_middle
from sulh.record.phrases import Phrase, Phrases, is_definite, is_mark

_SUBJECT_REACH: Final = 12  # words before a verb in which a subject that precedes it begins
_TITLE_SUBJECT: Final = 8  # words of a subject in a headline
_LONGEST_NOMINAL_GAP: Final = 30
_PARTICIPLE_REACH: Final = 6  # words between a participle and its complement
_AUXILIARIES: Final = frozenset({"كان", "كانت", "وكان", "وكانت", "قد", "وقد", "كانوا", "وكانوا"})
_DOUBLED: Final = frozenset(
    {"قائلا", "قائله", "قائلين", "بالقول", "يقول", "تقول", "القول", "بقوله", "بقولها", "بقولهم"}
)


def verbal(phrases: Phrases, i: int, cue: Cue, *, headline: bool) -> tuple[Found | None, Phrase | None]:
    """Read the statement whose cue is the verb at `i`.

    Returns:
        The statement, or None where the verb reports nothing; and the subject of the verb, which later
        participles of the sentence may continue.
    """
    if cue.tense == "noun":
        return _quoted_noun(phrases, i, cue), None
    limit = phrases.passage.sentence_ends[i]
    if cue.verb.lemma in ("رفض", "طلب") and asks_for_anonymity(phrases, i):
        return None, None
    relayed = _relay(phrases, i, cue, limit)
    if relayed is not None or cue.verb.lemma == "نقل":
        return relayed, None
    forms = phrases.passage.forms
    last = _doubled_cue(phrases, i, limit)
    marker = find_marker(phrases, last + 1, limit) if "that" in cue.verb.frames or last > i else None
    before = subject_before(phrases, i, headline=headline) if cue.tense != "participle" else None
    follows = before is not None and (
        cue.tense == "present" or bool(phrases.classes[i - 1] & WordClass.RELATIVE)
    )
    nominal = None if last > i else nominal_start(phrases, i + 1, limit, cue, follows=follows)
    if marker is not None and nominal is not None and _precedes(phrases, nominal, marker):
        marker = None
    if marker is not None:
        nominal = None
    end = (
        marker.at
        if marker is not None
        else nominal[1] - (nominal[1] > nominal[0] and forms[nominal[1] - 1] in cue.verb.frames)
        if nominal is not None
        else limit
    )
    middle = parse_middle(
        phrases, i + 1, end if last == i else max(i + 1, min(last, end)), before_noun=nominal is not None
    )
    if last > i and marker is not None:
        rest = parse_middle(phrases, last + 1, marker.at)
        middle.subject = middle.subject or rest.subject
        middle.said = middle.said or rest.said
        middle.addressee = middle.addressee or rest.addressee
    subject, order = middle.subject, "verb-first"
    if cue.tense == "participle" and not _introduces(phrases, i, cue, marker, nominal):
        return None, None
    if before is not None and (subject is None or follows or _is_object_first(phrases, i, marker, nominal)):
        subject, order = before, "subject-first"
    if marker is None and nominal is None:
        return None, subject if subject is not None and can_speak(phrases, subject) else None
    if _is_impersonal(phrases, i, cue, subject):
        return None, None
    if (
        marker is not None
        and cue.verb.also_act
        and cue.tense != "participle"
        and marker.at > i + 1
        and (subject is None or not can_speak(phrases, subject))
    ):
        return None, None
    if (
        nominal is not None
        and cue.verb.also_act
        and cue.tense != "participle"
        and not can_speak(phrases, subject)
    ):
        return None, None
    start = marker.start if marker is not None else nominal[1] if nominal is not None else limit
    found = with_content(phrases, start, limit, marker)
    if found is None:
        return None, None
    content, form = found
    kind = marker.kind if marker is not None else "nominal"
    family = "participle" if cue.tense == "participle" else order
    cue_phrase = _cue_phrase(phrases, i, last)
    relays: tuple[Phrase, ...] = ()
    if middle.source is not None:
        relays, subject, family = ((subject,) if subject is not None else ()), middle.source, "citing"
    return (
        Found(
            cue=cue_phrase,
            subject=subject,
            content=content,
            form=form,
            polarity=polarity_of(phrases, content, cue),
            construction=f"{family}/{kind}",
            relays=relays,
            addressee=middle.addressee or _called_on(phrases, i, cue, middle, nominal),
            said=middle.said or _time_before(phrases, i),
            feminine=cue.feminine,
            plural=cue.plural,
        ),
        subject,
    )


def _called_on(
    phrases: Phrases, i: int, cue: Cue, middle: Middle, nominal: tuple[int, int] | None
) -> Phrase | None:
    """Return the one called on, warned or threatened, who stands between the speaker and the content."""
    if nominal is None or not (cue.verb.act == "call" or cue.verb.lemma in ("حذر", "هدد", "اوصي", "نصح")):
        return None
    start = (
        i + 1
        if middle.subject is None or middle.subject.end > nominal[0] or middle.subject.start < i
        else middle.subject.end
    )
    while start < nominal[0] and (is_mark(phrases.passage.forms[start]) or start in phrases.dates):
        start = phrases.dates.get(start, start + 1)
    return (
        Phrase(start, nominal[0])
        if start < nominal[0] and phrases.subject_end(start, nominal[0]) == nominal[0]
        else None
    )


def _introduces(
    phrases: Phrases, i: int, cue: Cue, marker: Marker | None, nominal: tuple[int, int] | None
) -> bool:
    """Whether a participle (مشيرا) is a cue: it depends on a clause and its complement follows at once."""
    before = phrases.passage.forms[i - 1] if i else "."
    if cue.feminine and before not in "،,":
        return False
    if marker is not None:
        return marker.at - i <= _PARTICIPLE_REACH
    return (
        nominal is not None
        and nominal[1] - i <= _PARTICIPLE_REACH
        and (before in "،,و" or nominal[1] - i > 1)
    )


def _cue_phrase(phrases: Phrases, first: int, last: int) -> Phrase:
    """Return the doubled cue as one phrase only where its words stand together."""
    return Phrase(first, last + 1) if last - first <= 1 else Phrase(last, last + 1)


def with_content(
    phrases: Phrases, start: int, limit: int, marker: Marker | None
) -> tuple[Phrase, str] | None:
    """Return content and form, the outer quotation marks taken off."""
    passage = phrases.passage
    if start >= limit:
        return None
    while start < limit and is_mark(passage.forms[start]) and start not in passage.closes:
        start += 1
    if (
        start < limit
        and phrases.classes[start] & WordClass.THAT
        and marker is not None
        and marker.kind == "colon"
    ):
        start += 1
    if start >= limit:
        return None
    end = content_end(phrases, start, limit, quoted=marker is not None and marker.kind in ("quote", "colon"))
    if end <= start:
        return None
    first_person = marker is not None and marker.kind == "colon"
    form = form_of(phrases, Phrase(start, end), first_person=first_person)
    if start in passage.closes and passage.closes[start] == end - 1:
        start, end = start + 1, end - 1
    elif start in passage.closes and passage.closes[start] >= end:
        start += 1
    while end - start > 1 and is_mark(passage.forms[end - 1]) and passage.forms[end - 1] in ".،,؛;:":
        end -= 1
    while end - start > 1 and passage.forms[start] in ".،,":
        start += 1
    if end <= start or all(is_mark(form) for form in passage.forms[start:end]):
        return None
    return Phrase(start, end), form


def _precedes(phrases: Phrases, nominal: tuple[int, int], marker: Marker) -> bool:
    """Whether the nominal complement begins before the marker and the marker only continues it."""
    subject_end, begin = nominal
    if marker.kind == "colon" or begin >= marker.at:
        return False
    if (
        marker.kind == "that"
        and marker.at - begin <= 1
        and phrases.passage.forms[marker.at - 1] in ("الي", "علي", "عن", "من", "ب")
    ):
        return False
    strong = bool(phrases.classes[begin] & WordClass.OBJECT)
    return begin < marker.at - 1 and (
        strong
        or phrases.passage.forms[subject_end] in ("عن", "الي", "علي", "من", "في")
        and begin == subject_end + 1
    )


def _doubled_cue(phrases: Phrases, i: int, limit: int) -> int:
    """Return the index of the second word of a doubled cue (وتابع لافروف قائلا), or `i`."""
    forms = phrases.passage.forms
    for j in range(i + 1, min(limit, i + 10)):
        if forms[j] in _DOUBLED:
            return j if forms[j - 1] not in "،," else i
        if is_mark(forms[j]) or phrases.classes[j] & WordClass.THAT or j in phrases.passage.closes:
            break
    return i


def _is_object_first(
    phrases: Phrases, i: int, marker: Marker | None, nominal: tuple[int, int] | None
) -> bool:
    """Whether nothing that can be a subject stands after the verb."""
    following = i + 1
    if marker is not None:
        return marker.at == following or (
            marker.at == following + 1 and bool(phrases.classes[following] & WordClass.THAT_PREFIX)
        )
    return nominal is not None and nominal[0] == following


def subject_before(phrases: Phrases, i: int, *, headline: bool) -> Phrase | None:
    """Return the phrase before the verb at `i` that is its subject; None where none plainly is."""
    passage, forms, classes = phrases.passage, phrases.passage.forms, phrases.classes
    first = passage.sentence_starts[i]
    j = i - 1
    while j >= first and forms[j] in _AUXILIARIES:
        j -= 1
    if j < first:
        return None
    relative = bool(classes[j] & WordClass.RELATIVE)
    if relative:
        j -= 1
        if j >= first and forms[j] in "،,":
            j -= 1
    end = j + 1
    begin = end
    while begin > first and end - begin < _SUBJECT_REACH:
        form, kind = forms[begin - 1], classes[begin - 1]
        if begin - 1 in phrases.dates.values() and not headline:
            pass
        if (
            form in _AUXILIARIES
            or kind & (WordClass.THAT | WordClass.CLAUSE_START | WordClass.RELATIVE)
            or form in "؛:.!؟"
        ):
            break
        if form in "،," and not (
            end - begin >= 1 and begin - 2 >= first and classes[begin] & WordClass.TITLE
        ):
            break
        if phrases.lexicon.cue(form) is not None and not kind and not is_definite(form):
            break
        begin -= 1
    if begin >= end:
        return None
    begin = _phrase_start(phrases, begin, end)
    if begin is None:
        return None
    kind = classes[begin]
    at_start = (
        begin == first
        or forms[begin - 1] in _AUXILIARIES
        or forms[begin - 1] in '،,؛-–—:"”»'
        or bool(classes[begin - 1] & (WordClass.CLAUSE_START | WordClass.THAT))
    )
    if headline and begin == first and end - begin <= _TITLE_SUBJECT:
        return Phrase(begin, end)
    if relative:
        start = next(
            (
                k
                for k in range(end - 1, begin - 1, -1)
                if classes[k] & WordClass.SPEAKER and not (k > begin and classes[k - 1] & WordClass.SPEAKER)
            ),
            None,
        )
        return Phrase(start, end) if start is not None else None
    if at_start and (kind & WordClass.SPEAKER or phrases.is_known_name(begin, end)):
        return (
            Phrase(begin, phrases.subject_end(begin, end))
            if phrases.subject_end(begin, end) == end or True
            else None
        )
    return None


def _phrase_start(phrases: Phrases, begin: int, end: int) -> int | None:
    """Skip what cannot begin a subject."""
    while begin < end and is_mark(phrases.passage.forms[begin]) and begin not in phrases.passage.closes:
        begin += 1
    if begin >= end or phrases.classes[begin] & WordClass.PREPOSITION:
        return None
    return begin


def _is_impersonal(phrases: Phrases, i: int, cue: Cue, subject: Phrase | None) -> bool:
    """Whether the verb has no speaker at all (يذكر أن, ويشار إلى أن)."""
    form = phrases.passage.forms[i]
    bare = form[1:] if form[0] in "وف" and form not in phrases.lexicon.cues else form
    following = phrases.classes[i + 1] if i + 1 < len(phrases.passage) else 0
    impersonal = bare in ("يذكر", "يشار", "يتوقع", "يرجح", "يعتقد", "اشير", "ذكر")
    return (
        impersonal
        and subject is None
        and bool(following & (WordClass.THAT | WordClass.THAT_PREFIX))
        and cue.tense == "present"
    )


def can_speak(phrases: Phrases, subject: Phrase | None) -> bool:
    """Tell whether a phrase names somebody who can say something; an ellipsis can."""
    if subject is None:
        return True
    return bool(phrases.classes[subject.start] & WordClass.SPEAKER) or phrases.is_known_name(*subject)


def _time_before(phrases: Phrases, i: int) -> Phrase | None:
    """Return a time expression just before the cue."""
    start = max(phrases.passage.sentence_starts[i], i - 6)
    for j in range(start, i):
        if j in phrases.dates and phrases.dates[j] <= i and i - phrases.dates[j] <= 1:
            return Phrase(j, phrases.dates[j])
    return None


def _quoted_noun(phrases: Phrases, i: int, cue: Cue) -> Found | None:
    """Read a verbal noun with its speaker's pronoun that introduces content by itself (بقوله إن …)."""
    form = phrases.passage.forms[i]
    if cue.verb.lemma != "قال" or not form.startswith("بقول"):
        return None
    limit = phrases.passage.sentence_ends[i]
    marker = find_marker(phrases, i + 1, min(limit, i + 6))
    if marker is None:
        return None
    found = with_content(phrases, marker.start, limit, marker)
    if found is None:
        return None
    content, content_form = found
    return Found(
        cue=Phrase(i, i + 1),
        subject=None,
        content=content,
        form=content_form,
        polarity=polarity_of(phrases, content, cue),
        construction=f"noun/{marker.kind}",
        feminine=cue.feminine,
        plural=cue.plural,
    )


def _relay(phrases: Phrases, i: int, cue: Cue, limit: int) -> Found | None:
    """Read "نقلت R عن S قوله إن …": R passes on what S said."""
    if cue.verb.lemma != "نقل":
        return None
    forms, classes = phrases.passage.forms, phrases.classes
    source = next(
        (j for j in range(i + 1, min(limit, i + 16)) if forms[j] in ("عن", "عنه", "عنها", "عنهم")), None
    )
    if source is None:
        return None
    marker = find_relayed_marker(phrases, source + 1, limit)
    if marker is None:
        return None
    noun = next(
        (
            j
            for j in range(source + 1, marker.at)
            if (c := phrases.lexicon.cue(forms[j])) is not None and c.tense == "noun"
        ),
        None,
    )
    relay = parse_middle(phrases, i + 1, source)
    speaker_end = noun if noun is not None else marker.at
    speaker = parse_middle(phrases, source + 1, speaker_end) if forms[source] == "عن" else Middle()
    after = parse_middle(phrases, noun + 1, marker.at) if noun is not None else Middle()
    found = with_content(phrases, marker.start, limit, marker)
    if found is None:
        return None
    content, form = found
    at = noun if noun is not None else i
    noun_cue = phrases.lexicon.cue(forms[at])
    del classes
    return Found(
        cue=Phrase(at, at + 1),
        subject=speaker.subject,
        content=content,
        form=form,
        polarity=polarity_of(phrases, content, noun_cue),
        construction=f"relay/{marker.kind}",
        relays=(relay.subject,) if relay.subject is not None else (),
        addressee=speaker.addressee or after.addressee,
        said=speaker.said or after.said or relay.said,
        feminine=noun_cue.feminine if noun is not None and noun_cue is not None else None,
        plural=noun_cue.plural if noun is not None and noun_cue is not None else None,
    )


def find_relayed_marker(phrases: Phrases, start: int, limit: int) -> Marker | None:
    """Find what introduces relayed content, across the verbal noun (قوله) that may stand before it."""
    marker = find_marker(phrases, start, limit)
    if marker is not None:
        return marker
    forms = phrases.passage.forms
    for j in range(start, min(limit, start + _LONGEST_NOMINAL_GAP)):
        cue = phrases.lexicon.cue(forms[j])
        if cue is not None and cue.tense == "noun":
            return find_marker(phrases, j + 1, limit) or (
                Marker("colon", j, j + 1) if j + 1 < limit and cue.verb.lemma != "قال" else None
            )
    return None
