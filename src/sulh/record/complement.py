"""What is said: where the content of a statement begins and ends beside its cue."""

from typing import Final, Literal, NamedTuple

from sulh.case.statement import Form, Polarity
from sulh.record.lexicon import Cue, WordClass
from sulh.record.phrases import Phrase, Phrases, is_definite, is_mark

MarkerKind = Literal["that", "quote", "colon"]

_FARTHEST: Final = 45  # words between a cue and its complementiser
_SPEECH_WORDS: Final = 4  # a quotation of so many words is speech, a shorter one may be a name
_NEW_CUE_REACH: Final = 14  # words in which a cue that opens a new statement shows its complement
_NOT_BEFORE_THAT: Final = frozenset(
    "بعد قبل دون منذ يمكن يمكنه يمكنها يجب حتي غير الا مجرد ينبغي يتوقع المتوقع المقرر المرجح يفترض المفترض رغم بيد شرط علما بشرط سوي قد عليه عليها لا بد يريد تريد".split()
)
_OPENERS: Final = frozenset(
    {"كما", "فيما", "بينما", "حيث", "لكنه", "لكنها", "ولكنه", "ولكنها", "وقد", "فقد", "حين", "كذلك", "انه"}
)
_ACCUSATIONS: Final = frozenset({"اتهامات", "مزاعم", "ادعاءات", "اتهام"})
_NEGATIONS: Final = frozenset({"لا", "ليس", "ليست", "لم"})
_CONNECTIONS: Final = frozenset({"علاقه", "صله", "علم", "ارتباط"})
_DENYING: Final = (
    ("لا", "علم"), ("لا", "علاقه"), ("لا", "صحه"), ("لا", "يوجد"), ("لا", "توجد"), ("لا", "وجود"), ("ليس", "له"), ("ليس", "لها"),
    ("ليس", "لنا"), ("ليس", "هناك"), ("ليست", "هناك"), ("ليست", "له"), ("لم", "يكن"), ("لم", "نكن"), ("غير", "صحيح"), ("غير", "صحيحه"),
    ("عار", "عن"), ("عاريه", "عن"), ("لا", "اساس"),
)  # fmt: skip


class Marker(NamedTuple):
    """What introduces a clause of content.

    Attributes:
        kind: complementiser, quotation mark or colon.
        at: index of the marker.
        start: index of the first word of the content (a quotation mark included).
    """

    kind: MarkerKind
    at: int
    start: int


def is_speech(phrases: Phrases, opening: int) -> bool:
    """Tell whether the quotation opened at `opening` is speech and not a quoted name."""
    passage, classes = phrases.passage, phrases.classes
    closing = passage.closes[opening]
    count = _words_between(phrases, opening, closing)
    if count <= 0:
        return False
    if count >= _SPEECH_WORDS:
        return not (
            opening
            and classes[opening - 1] & (WordClass.OUTLET_HEAD | WordClass.BODY)
            and count == _SPEECH_WORDS
        )
    before = passage.forms[opening - 1] if opening else ""
    if before in ("ل", "ب", "لل") or classes[opening - 1] & (WordClass.SPEAKER | WordClass.OUTLET_HEAD):
        return False
    after = passage.forms[closing + 1] if closing + 1 < len(passage) else "."
    return after in ".؟!،" and (
        before == ":"
        or bool(classes[opening - 1] & WordClass.THAT)
        or phrases.lexicon.cue(before) is not None
    )


def _words_between(phrases: Phrases, opening: int, closing: int) -> int:
    """Count the words of a quotation; letters with full stops between them (سي.إن.إن) are one."""
    forms = phrases.passage.forms
    return sum(not is_mark(forms[i]) and forms[i - 1] != "." for i in range(opening + 1, closing))


def find_marker(phrases: Phrases, start: int, limit: int) -> Marker | None:
    """Find what introduces the content of the cue before `start`; None where only a nominal complement can."""
    passage, classes, forms = phrases.passage, phrases.classes, phrases.passage.forms
    in_relative_clause = False
    i = start
    stop = min(limit, start + _FARTHEST)
    while i < stop:
        form = forms[i]
        if i in passage.closes:
            if is_speech(phrases, i):
                return Marker("quote", i, i)
            i = min(passage.closes[i], limit) + 1
            continue
        if (
            classes[i] & WordClass.THAT
            and forms[i - 1] not in _NOT_BEFORE_THAT
            and (i > start or form != "لان")
        ):
            return Marker("that", i - (i > start and bool(classes[i - 1] & WordClass.THAT_PREFIX)), i + 1)
        if form == ":" and not (forms[i - 1].isdigit() and i + 1 < limit and forms[i + 1].isdigit()):
            return Marker("colon", i, i + 1) if i + 1 < limit else None
        if classes[i] & WordClass.RELATIVE:
            in_relative_clause = True
        elif form in "،,":
            in_relative_clause = False
            if i + 1 < limit and classes[i + 1] & WordClass.CLAUSE_START:
                return None
        elif not in_relative_clause and i > start:
            cue = phrases.lexicon.cue(form)
            if cue is not None and _stands_alone(phrases, i, cue):
                return None
        i += 1
    return None


def asks_for_anonymity(phrases: Phrases, i: int) -> bool:
    """Tell whether the verb at `i` only says that a source did not want to be named."""
    window = phrases.passage.forms[i + 1 : i + 7]
    return any(
        form in ("هويته", "هويتها", "هويتهم", "اسمه", "اسمها", "اسماءهم", "اسمايهم", "هوياتهم", "نفسها")
        for form in window
    ) and any(form in ("الكشف", "عدم", "ذكر", "الافصاح", "كشف", "نشر", "الاعلان") for form in window)


def _stands_alone(phrases: Phrases, i: int, cue: Cue) -> bool:
    """Whether the cue at `i` is a verb of its own rather than a noun or participle within a phrase."""
    if cue.verb.lemma in ("رفض", "طلب") and asks_for_anonymity(phrases, i):
        return False
    if cue.tense == "noun" or phrases.classes[i] & (
        WordClass.TITLE | WordClass.ANONYMOUS | WordClass.OBJECT | WordClass.PREPOSITION
    ):
        return False
    if cue.tense == "participle":
        return phrases.passage.forms[i - 1] in "،," and not cue.feminine
    return not (
        is_definite(phrases.passage.forms[i])
        or phrases.passage.forms[i - 1] in ("رفض", "رفضت", "طلب", "طلبت")
    )


def content_end(phrases: Phrases, start: int, limit: int, *, quoted: bool = False) -> int:
    """Return the index after the content that begins at `start`, within the sentence that ends at `limit`.

    Args:
        start: index of the first word of the content, or of the quotation mark before it.
        limit: index after the sentence.
        quoted: the content was introduced by its quotation mark alone, so that it ends with it unless the
            sentence plainly goes on.
    """
    passage, forms = phrases.passage, phrases.passage.forms
    i = start
    while i < limit:
        if i in passage.closes:
            closing = passage.closes[i]
            limit = max(limit, passage.sentence_ends[min(closing, len(passage) - 1)])
            first, i = i == start, closing + 1
            if quoted and first and _ends_with_quotation(phrases, i, limit):
                return i
            continue
        if i > start and _is_boundary(phrases, i, limit):
            break
        i += 1
    while i - start > 1 and is_mark(forms[i - 1]) and forms[i - 1] in ".،,؛;:-–—…":
        i -= 1
    return i


def _ends_with_quotation(phrases: Phrases, i: int, limit: int) -> bool:
    if i >= limit:
        return True
    form = phrases.passage.forms[i]
    return (
        is_mark(form)
        or bool(phrases.classes[i] & (WordClass.CLAUSE_START | WordClass.ADJUNCT | WordClass.RELATIVE))
        or phrases.lexicon.cue(form) is not None
        or form[0] == "و"
        or form in _OPENERS
    )


def _is_boundary(phrases: Phrases, i: int, limit: int) -> bool:
    passage, classes, forms, lexicon = (
        phrases.passage,
        phrases.classes,
        phrases.passage.forms,
        phrases.lexicon,
    )
    form = forms[i]
    after_comma = forms[i - 1] in "،,"
    cue = lexicon.cue(form)
    if cue is not None:
        if cue.tense == "participle":
            following = forms[i + 1] if i + 1 < limit else ""
            introduces = (
                bool(phrases.classes[i + 1] & (WordClass.THAT | WordClass.THAT_PREFIX))
                if following
                else False
            )
            return (
                after_comma
                and not (cue.feminine and not introduces)
                or (introduces and not cue.feminine)
                or following == ":"
                or (introduces and following in ("الي", "ان", "انه", "انها", "ب"))
            )
        if cue.tense in ("past", "present") and not cue.pronoun and not is_definite(form):
            joined = form[0] in "وف" and form not in lexicon.cues
            if joined or forms[i - 1] in _OPENERS:
                return _opens_statement(phrases, i, cue)
    if form in _OPENERS and i + 1 < limit:
        following_cue = lexicon.cue(forms[i + 1])
        if following_cue is not None and following_cue.tense in ("past", "present"):
            return _opens_statement(phrases, i + 1, following_cue)
    if is_tail(phrases, i) or (form == "وفي" and i + 1 < limit and forms[i + 1] == "وقت"):
        return True
    if after_comma and classes[i] & WordClass.CLAUSE_START:
        following = next(
            (
                j
                for j in range(i + 1, min(limit, i + 9))
                if (c := lexicon.cue(forms[j])) is not None and _stands_alone(phrases, j, c)
            ),
            None,
        )
        if following is not None and _opens_statement(phrases, following, lexicon.cue(forms[following])):
            return True
    return after_comma and form in ("فيما", "بينما", "علما", "وذلك", "يذكر", "يشار") and bool(classes[i])


def is_tail(phrases: Phrases, i: int) -> bool:
    """Tell whether the narrator speaks again from `i` on ("without giving details", "according to")."""
    forms, lexicon = phrases.passage.forms, phrases.lexicon
    form = forms[i]
    for tail in lexicon.narrator_tails:
        if form == tail[0] and tuple(forms[i : i + len(tail)]) == tail:
            if form in lexicon.according:
                return names_source(phrases, i)
            return True
    return False


def names_source(phrases: Phrases, i: int) -> bool:
    """Tell whether the according-to word at `i` is followed by somebody who can have said something."""
    forms, classes = phrases.passage.forms, phrases.classes
    j = i + 1
    if j >= len(forms):
        return False
    form = forms[j]
    if forms[i] in phrases.lexicon.according_what:
        return phrases.lexicon.cue(form) is not None
    if (
        form == "ما"
        or form.startswith("ما")
        and phrases.lexicon.cue(form[2:]) is not None
        or form in phrases.lexicon.according_what
    ):
        return True
    kind = classes[j]
    if form[0] == "ل" and len(form) > 2:  # noqa: PLR2004 - a preposition and a word
        kind |= phrases.lexicon.word_class("ال" + form[2:] if form[1] == "ل" else form[1:])
    return (
        bool(kind & (WordClass.SPEAKER | WordClass.OUTLET_HEAD | WordClass.OWN_WORDS))
        and not kind & WordClass.NOT_SOURCE
        or (j in phrases.passage.closes or (form == "ل" and j + 1 in phrases.passage.closes))
    )


def _opens_statement(phrases: Phrases, i: int, cue: Cue) -> bool:
    """Whether the cue at `i` shows a complement of its own soon after."""
    limit = min(phrases.passage.sentence_ends[i], i + _NEW_CUE_REACH)
    if find_marker(phrases, i + 1, limit) is not None:
        return True
    if cue.verb.also_act:
        return False
    return nominal_start(phrases, i + 1, limit, cue) is not None


def nominal_start(
    phrases: Phrases, start: int, limit: int, cue: Cue, *, follows: bool = False
) -> tuple[int, int] | None:
    """Find a nominal complement of the cue before `start`.

    Args:
        phrases: recogniser of the passage.
        start: index after the cue.
        limit: index after the sentence.
        cue: the cue.
        follows: the subject stands before the cue, so that the complement begins at once.

    Returns:
        The index after the subject, and that of the first word of the complement; None where there is none.
    """
    classes = phrases.classes
    frames = cue.verb.frames
    noun = _noun_start(phrases, start, limit, cue, follows=follows) if "noun" in frames else None
    governed = _governed_start(phrases, start, limit, cue)
    if noun is None or governed is None:
        return noun or governed
    strong = bool(classes[noun[1]] & WordClass.OBJECT) or phrases.is_owned(noun[1])
    return noun if strong and noun[1] < governed[1] else governed


def _governed_start(phrases: Phrases, start: int, limit: int, cue: Cue) -> tuple[int, int] | None:
    """Find a complement after the preposition that the verb governs (كشف عن, دعا إلى, رحب بـ)."""
    forms, classes = phrases.passage.forms, phrases.classes
    frames = cue.verb.frames
    closed = phrases.subject_end(start, limit, before_noun=True) if "ب" in frames else limit
    for i in range(start, min(limit, start + _FARTHEST)):
        form = forms[i]
        if (
            form in frames
            and form not in ("ب", "noun")
            and i + 1 < limit
            and not (
                form == "في"
                and (classes[i + 1] & (WordClass.VENUE | WordClass.TIME) or i + 1 in phrases.dates)
            )
            and not (form == "من" and forms[i + 1] in ("جهته", "جهتها", "جانبه", "جانبها", "قبل"))
        ):
            return i, i + 1
        if "ب" in frames and (
            _with_b(phrases, i, start) or (form[0] == "ب" and i in (closed, closed + 1) and i > start)
        ):
            return i, i
        if form in "؛:" or (
            i > start and form == "،" and i + 1 < limit and classes[i + 1] & WordClass.CLAUSE_START
        ):
            break
        if (
            i > start
            and (other := phrases.lexicon.cue(form)) is not None
            and _stands_alone(phrases, i, other)
            and not (classes[i - 1] & WordClass.RELATIVE)
        ):
            break
    return None


def _noun_start(
    phrases: Phrases, start: int, limit: int, cue: Cue, *, follows: bool
) -> tuple[int, int] | None:
    """Find a complement that follows the subject without a preposition (نفى X صحة …)."""
    forms, classes = phrases.passage.forms, phrases.classes
    end = start if follows else phrases.subject_end(start, limit, before_noun=True)
    begin = _skip_adverbials(phrases, end, limit)
    if begin >= limit or is_mark(forms[begin]) and begin not in phrases.passage.closes:
        return None
    strong = bool(classes[begin] & WordClass.OBJECT) or phrases.is_owned(begin)
    if (
        begin == start
        and not follows
        and not strong
        and not (cue.verb.act in ("deny", "refuse") or is_definite(forms[begin]))
    ):
        return None
    if cue.verb.also_act and not strong and end == start:
        return None
    if classes[begin] & (WordClass.PREPOSITION | WordClass.RELATIVE | WordClass.CLAUSE_START):
        return None
    return end, begin


def _skip_adverbials(phrases: Phrases, i: int, limit: int) -> int:
    """Return the index after time expressions and adverbials of place between the subject and its complement."""
    forms, classes = phrases.passage.forms, phrases.classes
    while i < limit:
        if i in phrases.dates:
            i = phrases.dates[i]
        elif classes[i] & WordClass.TIME or forms[i] in "،,":
            i += 1
        elif classes[i] & WordClass.ADJUNCT or forms[i] == "في" or forms[i] in ("لصحيفه", "لوكاله", "لقناه"):
            comma = next((j for j in range(i, min(limit, i + 12)) if forms[j] in "،,"), None)
            noun = next(
                (
                    j
                    for j in range(i + 1, min(limit, i + 8))
                    if classes[j] & WordClass.OBJECT
                    or phrases.is_owned(j)
                    and not classes[j] & WordClass.VENUE
                ),
                None,
            )
            candidates = [j for j in (comma, noun) if j is not None]
            if not candidates:
                return limit
            i = min(candidates)
            if i == noun:
                return i
        else:
            break
    return i


def _with_b(phrases: Phrases, i: int, start: int) -> bool:
    """Whether the word at `i` is a complement with attached بـ, not a name that begins so."""
    form = phrases.passage.forms[i]
    if (
        form[0] != "ب"
        or len(form) < 3
        or form in ("باسم", "بعد", "بين", "بدوره", "بدورها", "بشان", "بشكل", "بيان", "بن", "بخصوص")
    ):  # noqa: PLR2004 - a preposition and a word
        return form == "ب" and i + 1 < len(phrases.passage)
    if form.startswith("بال"):
        return True
    if phrases.classes[i] & WordClass.SPEAKER:
        return False
    rest = form[1:]
    return (
        bool(phrases.lexicon.word_class(rest))
        or rest.endswith(("ه", "ها", "هم", "ات", "ين"))
        or (
            i > start and rest[0] in "تاي" and len(rest) > 3  # noqa: PLR2004 - a verbal noun
        )
    )


def form_of(phrases: Phrases, content: Phrase, *, first_person: bool = False) -> Form:
    """Tell whether the content is direct, indirect or mixed speech."""
    passage = phrases.passage
    opened = passage.quoted[content.start]
    if opened >= 0 and passage.closes[opened] >= content.end:
        return "direct"
    if content.start in passage.closes and passage.closes[content.start] == content.end - 1:
        return "direct"
    if first_person:
        return "direct"
    quotes = [i for i in range(content.start, content.end) if i in passage.closes]
    return "mixed" if any(_is_quoted_word(phrases, i) for i in quotes) else "indirect"


def _is_quoted_word(phrases: Phrases, opening: int) -> bool:
    """Whether a quotation inside content quotes somebody's words, not a name (تنظيم "داعش")."""
    count = _words_between(phrases, opening, phrases.passage.closes[opening])
    if opening == 0 or count >= _SPEECH_WORDS:
        return True
    before = phrases.classes[opening - 1]
    return not before & (
        WordClass.BODY | WordClass.OUTLET_HEAD | WordClass.STATE | WordClass.TITLE
    ) and phrases.passage.forms[opening - 1] not in ("ل", "ب")


def polarity_of(phrases: Phrases, content: Phrase, cue: Cue | None) -> Polarity:
    """Tell whether the statement rejects an account, or involvement or knowledge."""
    forms = phrases.passage.forms
    words = forms[content.start : content.end]
    act = cue.verb.act if cue is not None else "say"
    if act == "deny":
        return "deny"
    start = 1 if content.start in phrases.passage.closes else 0
    if tuple(words[start : start + 2]) in _DENYING:
        return "deny"
    rejects = act == "refuse" or (cue is not None and cue.verb.lemma in ("وصف", "اعتبر"))
    if rejects and _ACCUSATIONS & {word.removeprefix("ال") for word in words[:3]}:
        return "deny"
    for i, word in enumerate(words):
        if word in _NEGATIONS and _CONNECTIONS & set(words[i + 1 : i + 6]):
            return "deny"
    return "affirm"
