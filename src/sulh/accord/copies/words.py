"""What a comparison says, in the words of one language."""

from sulh.accord.copies.comparison import Remark, Status
from sulh.accord.copies.feature import Kind
from sulh.text.messages import Messages


def status_text(status: Status, m: Messages) -> str:
    """Return the answer as a sentence; only `same` is called one text."""
    return {
        "same": m.gettext("The copies are one text."),
        "different": m.gettext("The copies differ."),
        "unproved": m.gettext(
            "No difference was found, and nothing proves that the languages say the same: the clauses named "
            "below have no certified translation."
        ),
    }[status]


def kind_text(kind: Kind, m: Messages) -> str:
    """Return what differs."""
    return {
        "missing": m.pgettext("difference", "missing"),
        "order": m.pgettext("difference", "place in the text"),
        "date": m.pgettext("difference", "date or time"),
        "number": m.pgettext("difference", "number"),
        "party": m.pgettext("difference", "named actor"),
        "exclusion": m.pgettext("difference", "who is included or excluded"),
        "reference": m.pgettext("difference", "reference or clause number"),
        "wording": m.pgettext("difference", "wording"),
    }[kind]


def remark_text(remark: Remark, m: Messages) -> str:
    """Return a remark as a sentence."""
    details = dict(remark.details)
    comma, colon = m.gettext(", "), m.gettext(": ")
    listed = comma.join(f"{name}{colon}{text}" if name else text for name, text in remark.details)
    by = details.get("by", "")
    if details.get("when"):
        by = m.gettext("{who} ({when})").format(who=by, when=details["when"])
    sentence = {
        "vowel signs": m.gettext("The copies differ in vowel signs only."),
        "digits": m.gettext("The copies write the same number in different digits."),
        "brackets": m.gettext("Not a final text: words in brackets are not agreed ({listed})."),
        "ids": m.gettext("The copies give the same clause different ids ({listed})."),
        "numbers": m.gettext("The clause has another number in each copy ({listed})."),
        "actors": m.gettext(
            "Taken for the same actor only because they stand at the same place of the lists: {listed}."
        ),
        "certified": m.gettext("The translation is certified by {by}."),
        "certificate broken": m.gettext(
            "The certificate of {by} no longer holds: the text has changed since ({changed})."
        ),
        "certificate incomplete": m.gettext("The certificate of {by} does not cover: {lacking}."),
        "intended": m.gettext("The difference is intended, and every holder accepts it ({listed})."),
        "not accepted by all": m.gettext(
            "The difference is declared as intended, and not every holder accepts it; it is accepted by: "
            "{listed}."
        ),
        "intended and equal": m.gettext(
            "The clause is declared as an intended difference, and the copies do not differ in it."
        ),
    }[remark.about]
    return sentence.format(
        listed=listed, by=by, changed=details.get("changed", ""), lacking=details.get("lacking", "")
    )
