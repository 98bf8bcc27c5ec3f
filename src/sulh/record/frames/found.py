"""What one frame finds: a statement before its speaker is resolved."""

from dataclasses import dataclass

from sulh.case.statement import Form, Polarity
from sulh.record.phrases.recogniser import Phrase


@dataclass(frozen=True, slots=True)
class Found:
    """A cue with what belongs to it, as phrases of a passage.

    Attributes:
        cue: the reporting word or words.
        subject: the phrase that names the speaker; None for an ellipsis or a pronoun.
        content: what is said, without complementiser, outer quotation marks and final stop.
        construction: the frame, as `FAMILY/WHAT INTRODUCES THE CONTENT`.
        relays: phrases of the relays, outermost first.
        addressee: the one spoken to.
        said: the time expression of the saying.
        feminine: whether the cue agrees with a feminine subject; None where it shows no agreement.
        plural: likewise for a human plural or dual.
    """

    cue: Phrase
    subject: Phrase | None
    content: Phrase
    form: Form
    polarity: Polarity
    construction: str
    relays: tuple[Phrase, ...] = ()
    addressee: Phrase | None = None
    said: Phrase | None = None
    feminine: bool | None = None
    plural: bool | None = None
