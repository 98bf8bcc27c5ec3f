import tomllib
from decimal import Decimal
from typing import Any

import pytest

from sulh.table.edits import Edit, Edited, edit, put

FILE = """\
[[party]]
id = "upland"
members = [{id = "north"}]
[[party]]
id = "low.land"
reservation = 40
[[issue]]
id = "water"
options = ["half", "need"]
[preference.upland]
weights = {water = 20}
values.water = {half = 1, need = 0.5}
interactions = [{when = {water = "half"}, adds = 1}, {when = {water = "need"}, adds = 2}]
"""


def values() -> dict[str, Any]:
    return tomllib.loads(FILE, parse_float=Decimal)


def changed(text: str) -> tuple[dict[str, Any], Edited]:
    table = values()
    (edited,) = put(table, [edit(text)])
    return table, edited


def test_a_path_and_a_value_as_toml_has_them() -> None:
    assert edit("party.upland.reservation=35") == Edit(("party", "upland", "reservation"), 35)
    assert edit("""a."b.c".'d e' = 0.10""") == Edit(("a", "b.c", "d e"), Decimal("0.10"))
    assert edit('طرف.الأول="16/19"') == Edit(("طرف", "الأول"), "16/19")
    assert edit("a=[8, 20]").value == [8, 20]


@pytest.mark.parametrize("text", ["a", "=3", "a..b=3", ".a=3", "", 'a."b=3'])
def test_what_is_no_path(text: str) -> None:
    with pytest.raises(ValueError, match="write PATH=VALUE"):
        edit(text)


@pytest.mark.parametrize("value", ["", "35%", "16/19", "3\nb = 4", "1e99999999999999999999"])
def test_what_is_no_value(value: str) -> None:
    with pytest.raises(ValueError, match="is no TOML; write a number"):
        edit(f"a.b={value}")


def test_entries_of_lists_by_id_and_by_place() -> None:
    table, edited = changed("preference.upland.interactions.1.adds=-2.50")
    assert table["preference"]["upland"]["interactions"][1]["adds"] == Decimal("-2.50")
    assert edited == Edited("preference.upland.interactions.1.adds", "2", "-2.5")
    table, edited = changed('party."low.land".reservation=35')
    assert table["party"][1]["reservation"] == 35
    assert edited == Edited('party."low.land".reservation', "40", "35")
    table, _ = changed('issue.water.options.need="by-need"')
    assert table["issue"][0]["options"] == ["half", "by-need"]
    assert changed("preference.upland.values.water.need=0")[1].before == "0.5"
    assert changed("preference.upland.weights={water = 3}")[1].before == '{"water": 20}'


def test_a_reservation_value_that_the_file_leaves_out() -> None:
    table, edited = changed("party.upland.reservation=35")
    assert table["party"][0]["reservation"] == 35
    assert edited.before is None
    assert changed("party.upland.members.north.reservation=1")[1].before is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("partys.upland.reservation=3", "no 'partys' in the file; did you mean 'party'? the file has party"),
        ("party.uplant.reservation=3", "no 'uplant' in party; did you mean 'upland'?"),
        ("party.9.reservation=3", "no '9' in party;"),
        ("party.upland.reservatoin=3", "no 'reservatoin' in party.upland; party.upland has id, members"),
        ("preference.upland.weights.watr=3", "did you mean 'water'? preference.upland.weights has water"),
        ("preference.upland.weights.water.low=3", "water has nothing below it"),
        ("issue.water.reservation=3", "no 'reservation' in issue.water"),
    ],
)
def test_a_path_that_leads_nowhere_names_what_is_nearest(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match="there is no") as error:
        changed(text)
    assert reason in str(error.value)
