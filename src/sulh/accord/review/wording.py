"""Rules about the text itself: open brackets, terms without definition, references that lead nowhere."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from sulh.accord.clause import Clause
from sulh.accord.copies.figures import figures
from sulh.accord.counterpart import Copy, Rule
from sulh.accord.plain import plain_text
from sulh.accord.review.finding import Finding, at_clause
from sulh.text.normal import fold
from sulh.text.span import Span

_MOST_WORDS: Final = 6
_QUOTED: Final = re.compile(r"“([^“”\n]+)”|«([^«»\n]+)»|\"([^\"\n]+)\"|„([^„“\n]+)“")
_DEFINED_AFTER: Final = re.compile(
    r"\s*(?:[:=–—]|(?:shall\s+|will\s+)?(?:means?|refers?|denotes?|includes?|is|are)\b"
    r"|(?:[يت]عني|[يت]قصد|[يت]شمل|[يت]دل|هو|هي|هم)\b|\s*\))"
)
_DEFINED_BEFORE: Final = re.compile(
    r"(?:\(\s*(?:the\s+)?|\b(?:hereinafter|hereafter|referred\s+to\s+as|called|known\s+as|named|terms?|word|"
    r"expression|purposes?\s+of)(?:\s+(?:as|the))*\s*|(?:يقصد|المقصود|[يت]شار\s+الي\w*|المشار\s+الي\w*|"
    r"(?:فيما|في\s+ما)\s+يلي|[يت]سمي|المسمي|المسماه|[يت]دعي|عباره|بعباره|كلمه|مصطلح|تعبير|باسم)"
    r"(?:\s+بعده)?(?:\s*[:بـ])*\s*)$"
)
_DEFINITIONS: Final = re.compile(r"\b(?:definitions?|glossary|(?:ال)?(?:تعريف|تعاريف|تعريفات|مصطلحات))\b")
_ELSEWHERE: Final = re.compile(
    r"\b(?:resolutions?|charter|protocols?|conventions?|memorand\w+|statements?|treaty|law|constitution|letter|"
    r"communique|declaration|annex\w*"
    r"|(?:[وبلف]|وب|لل)?(?:ال)?(?:قرار\w*|ميثاق|بروتوكول\w*|اتفاقيه|مذكره|بيان|معاهده|قانون|دستور|رساله|اعلان|ملحق|مرفق))\b"
    r"|\bof\s+(?:the|that|an?)\s+\w*\s*agreement|[as]/"
)
_OWN: Final = re.compile(r"(?:article|part) (\d+(?:\.\d+)*)")


def open_brackets(copy: Copy) -> Iterator[Finding]:
    """Yield what is not agreed."""
    for clause in copy.walk():
        for bracket in clause.brackets:
            wordings = " | ".join(wording.text for wording in bracket.wordings)
            who = ", ".join(name for wording in bracket.wordings for name in wording.proposers)
            yield at_clause("open-bracket", copy, clause, span=bracket.span, words=wordings, who=who)


def undefined_terms(copy: Copy, names: Iterable[str]) -> Iterator[Finding]:
    """Yield the first use of each term in quotation marks that no clause defines and that names nobody."""
    known = {_term(name) for name in names}
    used: dict[str, Finding] = {}
    for clause, defines in _with_definitions(copy.clauses):
        plain = plain_text(copy, clause)
        for found in _QUOTED.finditer(plain.text):
            words = next(group for group in found.groups() if group)
            if len(words.split()) > _MOST_WORDS or not any(map(str.isalpha, words)):
                continue
            before, after = fold(plain.text[: found.start()]), fold(plain.text[found.end() :])
            if defines or _DEFINED_AFTER.match(after) or _DEFINED_BEFORE.search(before):
                known.add(_term(words))
            else:
                span = plain.origin(Span(*found.span()))
                finding = at_clause("undefined-term", copy, clause, span=span, term=words)
                used.setdefault(_term(words), finding)
    yield from (finding for term, finding in used.items() if term not in known)


def _term(words: str) -> str:
    """Return what two spellings of a term share: `the Zone`, `zone`, المنطقة."""
    folded = [word for word in fold(words).split() if word != "the"]
    return " ".join(word.removeprefix("ال") for word in folded)


def _with_definitions(clauses: Iterable[Clause], *, defines: bool = False) -> Iterator[tuple[Clause, bool]]:
    """Yield each clause, and whether it or one above it is headed as definitions."""
    for clause in clauses:
        first = fold(clause.text.partition("\n")[0]) if clause.level else ""
        here = defines or bool(_DEFINITIONS.search(first))
        yield clause, here
        yield from _with_definitions(clause.children, defines=here)


def references(copy: Copy) -> Iterator[Finding]:
    """Yield references to articles and paragraphs of this text that it has not, or has twice.

    A clause that names another text is left alone: its references may be to that one. A number is known where
    a clause has it as a whole or as the last part of its path.
    """
    numbers = Counter(clause.number for clause in copy.walk() if clause.number)
    if not numbers:
        return
    tails = {
        ".".join(parts[at:])
        for number in numbers
        for parts in [number.split(".")]
        for at in range(len(parts))
    }
    for clause in copy.walk():
        plain = plain_text(copy, clause)
        if _ELSEWHERE.search(fold(plain.text)):
            continue
        for one in figures(plain.text, copy.front.language):
            own = _OWN.match(one.value) if one.kind == "reference" else None
            if own is None:
                continue
            twice = numbers[own[1]] > 1
            if twice or own[1] not in tails:
                rule: Rule = "ambiguous-reference" if twice else "dangling-reference"
                span, words = plain.origin(one.span), one.span.of(plain.text)
                yield at_clause(rule, copy, clause, span=span, reference=words)
