import tomllib
from collections.abc import Iterator
from pathlib import Path

from sulh.case.folder.positions import KeyPath, lines
from sulh.case.template import files

EXAMPLES = Path(__file__).parents[3] / "examples"

TEXT = """# a remark
title = {ar = "أ", en = '''
x''', 'a.b' = {c = 1}}
"a b".c.d = 1
[[meeting]]   # another
id = "x"

[[meeting.participant]]
list = [1, # one
  # nothing
  {a = 1},
  [2,
   3]]
[[meeting.participant]]
[[meeting]]
[[meeting.participant]]
x = 1
[table."s t"]
y.z = 2
[other]
"""


def test_lines() -> None:
    assert lines(TEXT) == {
        ("title",): 2,
        ("title", "ar"): 2,
        ("title", "en"): 2,
        ("title", "a.b"): 3,
        ("title", "a.b", "c"): 3,
        ("a b",): 4,
        ("a b", "c"): 4,
        ("a b", "c", "d"): 4,
        ("meeting",): 5,
        ("meeting", 0): 5,
        ("meeting", 0, "id"): 6,
        ("meeting", 0, "participant"): 8,
        ("meeting", 0, "participant", 0): 8,
        ("meeting", 0, "participant", 0, "list"): 9,
        ("meeting", 0, "participant", 0, "list", 0): 9,
        ("meeting", 0, "participant", 0, "list", 1): 11,
        ("meeting", 0, "participant", 0, "list", 1, "a"): 11,
        ("meeting", 0, "participant", 0, "list", 2): 12,
        ("meeting", 0, "participant", 0, "list", 2, 0): 12,
        ("meeting", 0, "participant", 0, "list", 2, 1): 13,
        ("meeting", 0, "participant", 1): 14,
        ("meeting", 1): 15,
        ("meeting", 1, "participant"): 16,
        ("meeting", 1, "participant", 0): 16,
        ("meeting", 1, "participant", 0, "x"): 17,
        ("table",): 18,
        ("table", "s t"): 18,
        ("table", "s t", "y"): 19,
        ("table", "s t", "y", "z"): 19,
        ("other",): 20,
    }


def paths(value: object, path: KeyPath = ()) -> Iterator[KeyPath]:
    if path:
        yield path
    if isinstance(value, dict):
        for key, item in value.items():
            yield from paths(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from paths(item, (*path, index))


def test_every_key_of_real_files_has_a_line() -> None:
    texts = [file.read_text("utf-8") for file in EXAMPLES.rglob("*.toml")]
    texts += [data.decode() for name, data in files().items() if name.endswith(".toml")]
    assert len(texts) >= 3
    for text in texts:
        assert set(lines(text)) == set(paths(tomllib.loads(text)))
