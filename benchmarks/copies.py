"""Counterpart copies of 2,000 clauses and 300,000 words: `sulh.accord.copies` beside difflib.

Two copies of one text, made by a seeded generator, with differences scattered over it: sulh aligns the
clauses, says what kind each difference is and gives the words; difflib (`SequenceMatcher` without its
heuristic for popular words) gives the differing words of the whole text, and nothing of clauses and kinds.
difflib runs in a process of its own and is stopped after a limit.
"""

import argparse
import difflib
import multiprocessing
import platform
import random
import statistics
import time
from collections.abc import Callable
from importlib.metadata import version

from sulh.accord import Copy
from sulh.accord.copies import compare, runs
from sulh.accord.copies.canonical import canonical, spelling, tokens
from sulh.accord.reading import parse

CLAUSES, WORDS, CHANGES, RUNS = 2000, 150, 300, 3
FIGURES = 0.03  # share of the words
NUMBERED = 1000  # clauses; numbers of paragraphs have three digits

STEMS = [
    "party",
    "water",
    "bridge",
    "village",
    "council",
    "market",
    "road",
    "school",
    "guard",
    "border",
    "truce",
    "river",
    "valley",
    "field",
    "office",
]

ENDS = [
    "",
    "s",
    "ed",
    "ing",
    "er",
    "ers",
    "ly",
    "al",
    "ness",
    "ment",
    "less",
    "ful",
    "ish",
    "ist",
    "ism",
    "ity",
]


def text(rng: random.Random) -> list[list[str]]:
    """Return clauses of words from a vocabulary of 3,600, with figures among them."""
    vocabulary = [one + two + end for one in STEMS for two in STEMS for end in ENDS]
    return [
        [
            rng.choice(vocabulary) if rng.random() > FIGURES else str(rng.randint(2, 5000))
            for _ in range(WORDS)
        ]
        for _ in range(CLAUSES)
    ]


def changed(clauses: list[list[str]], rng: random.Random) -> list[list[str]]:
    """Return the clauses with one word replaced, added or left out in some of them."""
    copy = [list(clause) for clause in clauses]
    for n in rng.sample(range(CLAUSES), CHANGES):
        at = rng.randrange(WORDS - 1)
        copy[n][at : at + rng.randint(0, 1)] = rng.choice([["otherwise"], ["17"], []]) or ["not"]
    return copy


def markdown(clauses: list[list[str]], name: str) -> Copy:
    """Return the clauses as a copy of an agreement."""
    body = "\n\n".join(f"{n}. The {' '.join(words)}." for n, words in enumerate(clauses, 1) if n < NUMBERED)
    rest = "\n\n".join(
        f"## The {n}\n\n{' '.join(words)}." for n, words in enumerate(clauses, 1) if n >= NUMBERED
    )
    copy, faults = parse(f'+++\nlanguage = "en"\n+++\n{body}\n\n{rest}\n', name)
    if copy is None or faults:
        message = f"the generated text has faults: {faults[:3]}"
        raise ValueError(message)
    return copy


def seconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def by_sulh(one: Copy, other: Copy) -> int:
    """Compare the copies, with the words of every difference."""
    found = compare([one, other]).differences
    for difference in found:
        first, second = (words or "" for _, words in difference.copies)
        runs(first, second)
    return len({difference.clause for difference in found})


def by_difflib(one: list[str], other: list[str], queue: "multiprocessing.Queue[int]") -> None:
    """Compare the words of the whole texts."""
    codes = difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    queue.put(sum(code[0] != "equal" for code in codes))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=float, default=120, help="seconds that difflib is given")
    limit = parser.parse_args().limit
    rng = random.Random(2031)  # noqa: S311 - repeatable, not secret
    clauses = text(rng)
    others = changed(clauses, rng)
    one, other = markdown(clauses, "one"), markdown(others, "other")
    print(f"Python {platform.python_version()}, {platform.machine()}, sulh {version('sulh')}")
    print(f"{CLAUSES} clauses, {CLAUSES * WORDS} words, {CHANGES} of the clauses changed in one word")
    found, mine = by_sulh(one, other), []
    for _ in range(RUNS):
        for remembered in (canonical, spelling, tokens):
            remembered.cache_clear()
        mine.append(seconds(lambda: by_sulh(one, other)))
    context = multiprocessing.get_context("spawn")
    queue: multiprocessing.Queue[int] = context.Queue()
    words = [[word for clause in side for word in clause] for side in (clauses, others)]
    process = context.Process(target=by_difflib, args=(*words, queue))
    start = time.perf_counter()
    process.start()
    process.join(limit)
    theirs = time.perf_counter() - start
    stopped = process.is_alive()
    process.kill()
    median = statistics.median(mine)
    print(
        f"sulh     {median:8.2f} s (least {min(mine):.2f}, greatest {max(mine):.2f}); {found} clauses differ"
    )
    hunks = "stopped" if stopped else f"{queue.get()} places differ"
    print(f"difflib  {'>' if stopped else ' '}{theirs:7.2f} s; {hunks}")
    print(f"ratio    {'>' if stopped else ' '}{theirs / median:7.1f}")


if __name__ == "__main__":
    main()
