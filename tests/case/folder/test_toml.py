import tomllib
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sulh.case.folder.toml import Value, block, pairs

scalars = st.one_of(st.text(), st.booleans(), st.integers(-(2**63), 2**63 - 1), st.dates())
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), values, max_size=3))
def test_what_is_written_is_read_again(table: dict[str, Value]) -> None:
    kept = {key: value for key, value in table.items() if value != []}
    assert tomllib.loads(pairs(table)) == kept


def test_a_block() -> None:
    text = block(
        "meeting", {"id": "x", "when": date(2031, 5, 1), "note": None, "of": {"a": None, "b": ["ص\n"]}}
    )
    assert text == '\n[[meeting]]\nid = "x"\nwhen = 2031-05-01\nof = {b = ["ص\\n"]}\n'
