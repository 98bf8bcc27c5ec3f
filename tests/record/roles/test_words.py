from sulh.record.roles.words import role_words


def test_all_persons_of_a_verb_claim_its_role() -> None:
    does = role_words().does
    for form in ("استضافت", "يستضيف", "ستستضيف", "نستضيف", "يستضيفون", "سيستضيفان", "استضافا"):
        assert does[form] == "host"


def test_a_claim_begins_with_the_words_of_a_frame() -> None:
    words = role_words()
    assert {"ضامنا", "ستستضيف", "بوساطه", "مشاركتها", "تساهم", "بصفه", "ستكون"} <= words.first
    assert "نهر" not in words.first
    assert words.kinds["اتفاق"] == "agreement"
    assert words.own["بمشاركتهم"] == "participant"
