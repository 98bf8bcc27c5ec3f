from tests.accord.copies.two_rivers import ARABIC
from tests.accord.documents.pieces import arabic, english

from sulh.accord.documents.signing import signatories


def same(actor: str, _: str) -> str:
    return actor


def test_parties_guarantors_and_others_with_what_is_said_of_them() -> None:
    found, remarks = signatories([english()], same)
    assert [(one.role, one.names) for one in found] == [
        ("parties", ("Lowland Region",)),
        ("parties", ("Upland Region",)),
        ("guarantors", ("State of Harbour",)),
        ("guarantors", ("River Authority",)),
        ("others", ("Northern Front",)),
    ]
    (claim,) = found[0].claims[0]
    assert claim.startswith(
        "Said to be signed, A. Reader, \u200e2030-12-30\u200e, by the word of State of Harbour, "
    )
    assert claim.endswith("on condition: that the Upland Region signs the same text")
    assert found[3].claims == (("Said not to be signed",),)
    assert remarks == ()


def test_pairs_by_order_are_said() -> None:
    found, remarks = signatories([arabic(), english()], same)
    assert found[0].names == ("إقليم السهل", "Lowland Region")
    assert "taken for one actor only by the order of the parties: إقليم السهل = Lowland Region" in remarks
    ids = ARABIC.replace('["إقليم السهل", "إقليم المرتفعات"]', '["Upland Region", "Lowland Region"]')
    found, remarks = signatories([arabic(ids), english()], same)
    assert [one.names for one in found[:2]] == [("Upland Region",) * 2, ("Lowland Region",) * 2]
    assert not any("parties" in one for one in remarks)


def test_one_that_only_one_copy_names() -> None:
    fewer = ARABIC.replace('["إقليم السهل", "إقليم المرتفعات"]', '["Lowland Region"]')
    found, remarks = signatories([arabic(fewer), english()], same)
    assert found[1].names == (None, "Upland Region")
    assert "only one copy names Upland Region among the parties" in remarks
