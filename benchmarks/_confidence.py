"""How often each construction is right, on annotated articles: the source of `lexicon/confidence.toml`.

A statement counts as right when its content overlaps an annotated one by half of both and the speaker is the
same. Shares are smoothed towards the overall share with the weight of `PRIOR` statements; constructions with
fewer than `ENOUGH` are left to their family.

    python benchmarks/_confidence.py FOLDER > src/sulh/record/lexicon/confidence.toml

Use articles that the grammar was not developed on: on those that it was, the shares come out far too high.
FOLDER holds articles `ID.txt` with annotations `ID.json`, a list of objects with `content` (exact substrings)
and `speaker_name`.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from sulh.case import Statement
from sulh.record import read_text
from sulh.text.names import compare, part_of

PRIOR = 5
ENOUGH = 8
OVERLAP = 0.5


def is_right(statement: Statement, gold: list[dict[str, Any]], text: str) -> bool:
    """Tell whether an annotated statement has this content and this speaker."""
    read = {i for span in statement.content for i in range(*span)}
    for one in gold:
        start = text.find(one["content"][0])
        meant = set(range(start, start + len(one["content"][0])))
        if len(read & meant) >= OVERLAP * len(read | meant):
            names = statement.speaker, one["speaker_name"]
            return any((compare(*names), part_of(*names), part_of(*reversed(names))))
    return False


def main() -> None:
    """Print the table as TOML."""
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for path in sorted(Path(sys.argv[1]).glob("*.txt")):
        text = path.read_bytes().decode()
        gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
        for statement in read_text(text, language="ar").statements:
            family = statement.construction.partition("/")[0]
            for name in {statement.construction, family, "all"}:
                found[name] += 1
                right[name] += is_right(statement, gold, text)
    overall = right["all"] / found["all"]
    rare = [name for name in found if "/" not in name and found[name] < ENOUGH]
    print("# Written by benchmarks/_confidence.py; statements counted in the comments.")
    print("[share]")
    for name in sorted(found):
        if found[name] >= ENOUGH and name != "all":
            share = (right[name] + PRIOR * overall) / (found[name] + PRIOR)
            print(f'"{name}" = {share:.2f}  # {right[name]} of {found[name]}')
    few, of = sum(right[name] for name in rare), sum(found[name] for name in rare)
    print(f"other = {(few + PRIOR * overall) / (of + PRIOR):.2f}  # {few} of {of}")


if __name__ == "__main__":
    main()
