"""What a review finds, in the words of one language: the finding itself, and why its rule asks."""

from collections.abc import Callable

from sulh.accord.counterpart import Rule
from sulh.accord.review.finding import Finding
from sulh.text.messages import Messages


def sentence(finding: Finding, m: Messages, label: Callable[[str], str] = str) -> str:
    """Return the finding as a sentence.

    Args:
        finding: what is found.
        m: of the reader's language.
        label: what an actor is called; an actor that it does not know stays as it is.
    """
    details = dict(finding.details)
    comma = m.gettext(", ")
    for key in ("who", "debtor", "of"):
        if key in details:
            details[key] = comma.join(label(word) for word in details[key].split(", "))
    return _pattern(finding, m).format(actor=label(finding.actor or ""), **details)


def _pattern(finding: Finding, m: Messages) -> str:
    if finding.rule == "conflicts-with-mandate":
        if finding.actor:
            return m.gettext(
                "The clause leaves out {actor}; paragraph {paragraph} of {instrument}, as the case sums it "
                "up, leaves out others and does not name it: «{summary}»."
            )
        return m.gettext(
            "The clause gives time until {date}; paragraph {paragraph} of {instrument}, as the case sums it "
            "up, until {limit}: «{summary}»."
        )
    return {
        "unguaranteed-clause": m.gettext("Nobody is named who answers for this obligation of {who}."),
        "unanswered-party": m.gettext(
            "Somebody answers for obligations of others, and nobody for those of {who}."
        ),
        "self-guarantee": m.gettext("{who} answers for {debtor}, which is itself or a part of itself."),
        "unmonitored-obligation": m.gettext("Nobody is named who watches over this obligation of {who}."),
        "no-deadline": m.gettext("This obligation of {who} has no time from which or by which it is due."),
        "past-date": m.gettext("«{date}» lies before {day}."),
        "open-bracket": m.gettext("Not agreed: «{words}» ({who})."),
        "undefined-term": m.gettext("«{term}» stands in quotation marks, and nothing says what it means."),
        "dangling-reference": m.gettext("«{reference}»: the text has no such clause."),
        "ambiguous-reference": m.gettext("«{reference}»: the text has two clauses with this number."),
        "unconsulted-party": m.gettext(
            "The draft binds {who}, and no entry that this page may use says that it has seen a copy."
        ),
        "denied-knowledge": m.gettext(
            "The draft binds {who}, which has denied knowledge or involvement ({source}): «{words}». Whether "
            "that is about this text, a person decides."
        ),
        "member-not-bound": m.gettext("The draft binds {of} and does not name {who}, a part of it."),
        "uncovered-paragraph": m.gettext(
            "The text goes through {instrument} by paragraphs, and no clause refers to paragraph "
            "{paragraph}: «{summary}»."
        ),
    }[finding.rule]


def why(rule: Rule, m: Messages) -> str:
    """Return why the rule asks."""
    return {
        "unguaranteed-clause": m.gettext(
            "When an obligation for which nobody answers is broken, nobody has to act."
        ),
        "unanswered-party": m.gettext(
            "A party for which nobody answers, beside others for which somebody does, is treated unequally."
        ),
        "self-guarantee": m.gettext("Who answers for itself adds nothing to its own promise."),
        "unmonitored-obligation": m.gettext(
            "Where nobody watches, keeping and breaking an obligation are one word against another."
        ),
        "no-deadline": m.gettext("Without a time nobody can say that an obligation is overdue."),
        "past-date": m.gettext(
            "A time that has passed cannot be kept; often it is left from an older draft."
        ),
        "open-bracket": m.gettext(
            "Words in brackets are not agreed; signed with them, the text is disputed."
        ),
        "undefined-term": m.gettext("Each side will read its own meaning into a term that is not defined."),
        "dangling-reference": m.gettext(
            "A reference to a clause that is not there says nothing; often the numbers have moved."
        ),
        "ambiguous-reference": m.gettext("A reference that fits two clauses can be read in two ways."),
        "unconsulted-party": m.gettext(
            "Who was not shown a text has not agreed to it, whatever others say in its name."
        ),
        "denied-knowledge": m.gettext("A denial that nobody clears up before signature comes back after it."),
        "member-not-bound": m.gettext(
            "A group inside a party may say that it is not bound, unless the text says that it is."
        ),
        "uncovered-paragraph": m.gettext(
            "What the instrument asks for and the text leaves out may come up later."
        ),
        "conflicts-with-mandate": m.gettext(
            "What goes beyond the instrument that a clause names may be challenged; the instrument itself "
            "has to be read, of which the case has only a summary."
        ),
    }[rule]
