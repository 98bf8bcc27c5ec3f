"""Nouns that are no part of a name, counted in news texts: the source of `lexicon/arabic_nouns.txt`.

A word counts as a common noun when it stands often without the article and now and then with it, and seldom
where a name stands: right after a title with the article, or after a first name.

    python benchmarks/_common_nouns.py TEXTS.jsonl.gz > src/sulh/record/lexicon/arabic_nouns.txt

TEXTS holds one JSON object a line with the field `text`.
"""

import gzip
import json
import re
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

from sulh.record.lexicon import WordClass, arabic
from sulh.text.normal import fold

BARE = 8  # times without the article
DEFINITE = 2  # times with it
NAMED = 0.02  # share of the times right after a title or a first name
SHORTEST = 4  # letters
ARTICLE = "ال"


def main() -> None:
    """Print the nouns, one a line, in alphabetical order."""
    lexicon = arabic()
    count: Counter[str] = Counter()
    named: Counter[str] = Counter()
    with gzip.open(Path(sys.argv[1]), "rt", encoding="utf-8") as lines:
        for line in lines:
            words = re.findall(r"[^\W\d_]+", fold(json.loads(line)["text"]))
            count.update(words)
            named.update(
                word
                for title, word in pairwise(words)
                if (title.startswith(ARTICLE) and lexicon.word_class(title) & WordClass.TITLE)
                or title in lexicon.words["given_names"]
            )
    for word in sorted(count):
        if (
            len(word) >= SHORTEST
            and not word.startswith(ARTICLE)
            and count[word] >= BARE
            and count[ARTICLE + word] >= DEFINITE
            and named[word] + named[ARTICLE + word] <= NAMED * (count[word] + count[ARTICLE + word])
            and not lexicon.word_class(word)
            and word not in lexicon.adjectives
            and word not in lexicon.words["given_names"]
            and lexicon.cue(word) is None
        ):
            print(word)


if __name__ == "__main__":
    main()
