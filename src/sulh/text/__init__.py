"""Language, letter for letter: normal forms, sentences, dates, numbers and names with their offsets kept.

Only `Span` is here, as every value of a case needs it; the rest is imported where it is used, since its
tables of words take time to load:

- `normal`: `normalise`, `fold`, `Fold`, `Normal`: one form of all spellings, with the origin of each letter.
- `language`: `detect`, the language of a text; `decode`: `decode`, its characters from its bytes.
- `segment`: `sentences`, `quotations`.
- `dates`: `find_dates`; `numbers`: `find_numbers`; `calendars`: days of the Gregorian and the Hijri calendar.
- `names`: `compare`, `part_of`, `resolve`, `Likeness`: one name in several spellings and scripts.
- `messages`: `translator`, the program's own words in each of its languages.
"""

from sulh.text.span import Span

__all__ = ["Span"]
