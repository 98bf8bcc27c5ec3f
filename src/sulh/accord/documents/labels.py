"""What a document says beside the words of the copies, in one language."""

from sulh.accord.counterpart import Signature
from sulh.accord.documents.document import Labels
from sulh.case.when import When
from sulh.text.messages import LANGUAGES, SOURCE_LANGUAGE, Messages, translator


def messages(language: str) -> Messages:
    """Return the messages of a language, those in English where the program has none in it."""
    return translator(language if language in LANGUAGES else SOURCE_LANGUAGE)


def labels(m: Messages) -> Labels:
    """Return the words of one language."""
    return Labels(
        missing=m.pgettext("document", "No such clause in this language"),
        note=m.pgettext("document", "Remark"),
        name=m.pgettext("document", "Name"),
        signature=m.pgettext("document", "Signature"),
        date=m.pgettext("document", "Date"),
        parties=m.pgettext("document", "For the parties"),
        guarantors=m.pgettext("document", "For the guarantors"),
        others=m.pgettext("document", "Others who are said to have signed"),
        digest=m.pgettext("document", "SHA-256 of the text"),
        audience=m.gettext("Audience: {audience}"),
        against=m.pgettext("document", "Changes against"),
        as_it_stood=m.pgettext("document", "as it stood"),
        deleted=m.pgettext("document", "(deleted)"),
    )


def day(when: When | None) -> str:
    """Return a date that keeps its order between words of any direction; empty for None."""
    return f"\u200e{when}\u200e" if when else ""


def claim(signature: Signature, language: str, by: str | None, m: Messages) -> str:
    """Return what is said of a signature, as a sentence.

    Args:
        signature: the claim.
        language: of its condition.
        by: the name of whose word it is; None where only sources say it.
        m: messages of the language of the document.
    """
    comma, colon = m.gettext(", "), m.gettext(": ")
    what = m.pgettext("document", "Said to be signed")
    if not signature.asserted:
        what = m.pgettext("document", "Said not to be signed")
    details = [signature.person or "", day(signature.when)]
    if by:
        details.append(m.pgettext("document", "by the word of {who}").format(who=by))
    sentence = comma.join([what, *filter(None, details)])
    if signature.condition:
        words = signature.condition.within(language)
        sentence += comma + m.pgettext("document", "on condition") + colon + words
    return sentence
