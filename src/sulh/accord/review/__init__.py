"""A review of a draft before it is signed: what is missing in it, open or at odds.

Each finding names its rule. It is a question to the drafters, never a verdict; one that somebody accepts
knowingly stays listed.
"""

from sulh.accord.counterpart import RULES, Rule
from sulh.accord.review.finding import Finding
from sulh.accord.review.reviewing import review

__all__ = ["RULES", "Finding", "Rule", "review"]
