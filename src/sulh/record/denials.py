"""What a denial is about: which statements, and which aspect of them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sulh.case.statement import Aspect, Denial, Statement
from sulh.text.normal import fold
from sulh.record.lexicon import Lexicon

_SHORTEST_TERM: Final = 3  # letters
_SHARE_OF_BEST: Final = 0.75  # of the best match; weaker ones are not what is denied
_ASPECTS: Final[tuple[tuple[Aspect, frozenset[str]], ...]] = (
    ("knowledge", frozenset("علم علمها علمه علمهم بعلمها يعلم نعلم معرفه معرفتها معرفته درايه اطلاع".split())),
    ("involvement", frozenset("مشاركه مشاركتها مشاركته مشاركتهم علاقه علاقتها علاقته صله صلتها صلته تورط تورطه تورطها ضلوع ضلوعه ضلوعها دور".split())),
    ("authorship", frozenset("تصريحات تصريح بيان منسوب منسوبه قوله قولها اصدار اصداره توقيعه توقيعها صاغ كتب".split())),
    ("endorsement", frozenset("قبول قبولها قبوله موافقه موافقتها موافقته تاييد تاييدها اعتراف نقبل نوافق".split())),
)  # fmt: skip
_PREFIXES: Final = ("وبال", "وال", "بال", "كال", "فال", "لل", "ال", "وب", "ول", "و", "ب", "ل", "ك")
_SUFFIXES: Final = ("اتها", "اته", "ات", "ها", "هم", "ين", "ون", "يه", "ه", "ي")


def link(
    statements: Sequence[Statement], lexicon: Lexicon, concepts: Sequence[frozenset[str]]
) -> tuple[Statement, ...]:
    """Return the statements, each denial with the statements that it is about and what it denies of them.

    A denial is about earlier statements of other speakers, a denial in the headline about later ones, that share the
    most terms with it; where it names whose words it denies ("the talks that Moscow spoke of"), only about those.
    """
    if all(statement.polarity == "affirm" for statement in statements):
        return tuple(statements)
    terms = [_terms(statement.text, concepts) for statement in statements]
    return tuple(
        replace(statement, denies=_denied(i, statements, terms, lexicon))
        if statement.polarity == "deny"
        else statement
        for i, statement in enumerate(statements)
    )


def _denied(
    i: int, statements: Sequence[Statement], terms: Sequence[frozenset[str]], lexicon: Lexicon
) -> tuple[Denial, ...]:
    denial = statements[i]
    headline = denial.construction.endswith("headline") or i == 0
    candidates = [
        j
        for j, other in enumerate(statements)
        if other.polarity == "affirm"
        and other.speaker != denial.speaker
        and (j < i or headline)
        and terms[i] & terms[j]
    ]
    named = [j for j in candidates if _speaks_for(statements[j], denial, lexicon)]
    scores = {j: len(terms[i] & terms[j]) for j in named or candidates}
    if not scores:
        return ()
    best = max(scores.values())
    return tuple(
        Denial(statements[j].id, aspect)
        for j in sorted(scores)
        if scores[j] >= _SHARE_OF_BEST * best
        for aspect in aspects(denial)
    )


def aspects(denial: Statement) -> tuple[Aspect, ...]:
    """Return what a denial denies; `fact` where it names nothing else."""
    words = {fold(word.strip('،.؛:"”“«»')) for word in denial.text.split()}
    bare = words | {word.removeprefix("ال") for word in words} | {word.removeprefix("ب") for word in words}
    return tuple(aspect for aspect, signs in _ASPECTS if bare & signs) or ("fact",)


def _speaks_for(statement: Statement, denial: Statement, lexicon: Lexicon) -> bool:
    """Whether the denial names the statement's speaker, or the state that the speaker serves."""
    words = [fold(word.strip('،.؛:"”“«»')) for word in denial.text.split()]
    states = {state.adjective for word in words if (state := lexicon.states.get(word)) is not None}
    own = {
        state.adjective
        for word in f"{statement.role or ''} {statement.speaker}".split()
        if (state := lexicon.adjectives.get(fold(word)) or lexicon.states.get(fold(word))) is not None
    }
    return bool(states & own) or fold(statement.speaker.split()[-1]) in words


def _terms(text: str, concepts: Sequence[frozenset[str]]) -> frozenset[str]:
    """Return the terms of a text: its longer words without affixes, words of one concept as one term."""
    found = set()
    for word in text.split():
        form = fold("".join(character for character in word if character.isalnum()))
        stem = next(
            (
                form.removeprefix(prefix)
                for prefix in _PREFIXES
                if form.startswith(prefix) and len(form) - len(prefix) >= _SHORTEST_TERM
            ),
            form,
        )
        concept = next((min(group) for group in concepts if stem in group or form in group), None)
        short = next(
            (
                stem.removesuffix(suffix)
                for suffix in _SUFFIXES
                if stem.endswith(suffix) and len(stem) - len(suffix) >= _SHORTEST_TERM
            ),
            stem,
        )
        if concept is not None:
            found.add(concept)
        elif len(short) >= _SHORTEST_TERM and form not in _COMMON:
            found.add(short)
    return frozenset(found)


_COMMON: Final = frozenset(
    "التي الذي هذا هذه هذا بهذا الموضوع بوجود وجود بين الي علي عنها عنه بشان تحدثت بالتاكيد ليس لنا اي علم اتفاق".split()
)
