"""What a denial is about: which statements, and which aspect of them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, get_args

from sulh.case.statement import Aspect, Denial, Statement
from sulh.record.lexicon import Lexicon
from sulh.record.terms import forms_of, terms, without_prefix
from sulh.text.normal import fold

_SHARE_OF_BEST: Final = 0.75  # of the best match; weaker ones are not what is denied
_ASPECTS: Final[tuple[Aspect, ...]] = get_args(Aspect)


def link(
    statements: Sequence[Statement], lexicon: Lexicon, concepts: Sequence[frozenset[str]]
) -> tuple[Statement, ...]:
    """Return the statements, each denial with the statements that it is about and what it denies of them.

    A denial is about earlier statements of other speakers that share the most terms with it; where nothing
    earlier can be meant (a headline, a lead) about later ones. Where it names whose words it denies ("the
    talks that Moscow spoke of") it is only about those; one that names nothing ("this matter") is about what
    the denial before it is.
    """
    if all(statement.polarity == "affirm" for statement in statements):
        return tuple(statements)
    matter = _Matter(statements, lexicon, concepts)
    linked: list[Statement] = []
    for i, statement in enumerate(statements):
        if statement.polarity == "affirm":
            linked.append(statement)
            continue
        about = matter.of(i)
        previous = linked[-1] if linked else None
        if not about and previous is not None and previous.denies and _points_back(statement, lexicon):
            about = tuple(dict.fromkeys(one.statement for one in previous.denies))
        denied = aspects(statement, lexicon)
        linked.append(
            replace(statement, denies=tuple(Denial(one, aspect) for one in about for aspect in denied))
        )
    return tuple(linked)


class _Matter:
    """The affirming statements of a document by the terms that they hold."""

    def __init__(
        self, statements: Sequence[Statement], lexicon: Lexicon, concepts: Sequence[frozenset[str]]
    ) -> None:
        self.statements, self.lexicon = statements, lexicon
        self.terms = [terms(statement.text, lexicon, concepts) for statement in statements]
        self.places: defaultdict[str, list[int]] = defaultdict(list)
        for i, statement in enumerate(statements):
            if statement.polarity == "affirm":
                for term in self.terms[i]:
                    self.places[term].append(i)

    def of(self, i: int) -> tuple[str, ...]:
        """Return the ids of the statements that the denial `i` is about."""
        denial = self.statements[i]
        scores: defaultdict[int, int] = defaultdict(int)
        for term in sorted(self.terms[i]):
            for j in self.places[term]:
                if self.statements[j].speaker != denial.speaker:
                    scores[j] += 1
        leads = all(
            other.polarity == "deny" or other.speaker == denial.speaker for other in self.statements[:i]
        )
        among = {j: score for j, score in scores.items() if j < i or leads}
        named = {j: score for j, score in among.items() if self._is_named(j, denial)}
        among = named or among
        best = max(among.values(), default=0)
        return tuple(self.statements[j].id for j in sorted(among) if among[j] >= _SHARE_OF_BEST * best)

    def _is_named(self, j: int, denial: Statement) -> bool:
        """Whether the denial names the statement's speaker, or the state that the speaker serves."""
        statement, lexicon = self.statements[j], self.lexicon
        words = forms_of(denial.text)
        states = {state.adjective for word in words if (state := lexicon.states.get(word)) is not None}
        own = {
            state.adjective
            for word in forms_of(f"{statement.role or ''} {statement.speaker}")
            if (state := lexicon.adjectives.get(word) or lexicon.states.get(word)) is not None
        }
        return not states.isdisjoint(own) or fold(statement.speaker.split()[-1]) in words


def aspects(denial: Statement, lexicon: Lexicon) -> tuple[Aspect, ...]:
    """Return what a denial denies; `fact` where it names nothing else."""
    forms = forms_of(denial.text)
    words = {*forms, *map(without_prefix, forms)}
    named = (aspect for aspect in _ASPECTS if aspect != "fact")
    return tuple(one for one in named if not words.isdisjoint(lexicon.words[f"denies_{one}"])) or ("fact",)


def _points_back(statement: Statement, lexicon: Lexicon) -> bool:
    """Whether a denial names its matter only by "this matter"."""
    return not lexicon.words["this"].isdisjoint(forms_of(statement.text))
