from fractions import Fraction

from sulh.case.agreement import Issue, Option
from sulh.case.local_text import LocalText
from sulh.table.sentence import Sentence, sentence
from sulh.text.messages import translator

SCOPE = Issue(
    "scope", (Option("all", LocalText((("ar", "الكل"), ("en", "everything")))), Option("local")), None
)


def test_every_kind_of_argument_is_put_into_words() -> None:
    said = sentence(
        "{party} {count} {figure} {issue} {option} {options}",
        party="upland",
        count=3,
        figure=Fraction(1, 8),
        issue=SCOPE,
        option=SCOPE.options[0],
        options=((SCOPE, SCOPE.options[0]), (SCOPE, SCOPE.options[1])),
    )
    english = said.within(translator("en"), {"upland": "Upland Assembly"})
    assert english == "Upland Assembly 3 0.125 scope everything scope: everything, scope: local"
    assert said.within(translator("ar"), {}).startswith("upland 3 0.125 scope الكل scope: الكل، ")


def test_a_sentence_is_a_value() -> None:
    assert sentence("{party}", party="a") == Sentence("{party}", (("party", "a"),))
