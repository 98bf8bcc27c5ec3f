"""A review of a draft before it is signed: what is missing, open or at odds in it, each finding with its rule.

A finding is a question to the drafters, never a verdict; somebody may accept it knowingly, and it stays listed.
"""

from sulh.accord.counterpart import RULES, Rule
from sulh.accord.review.finding import Finding
from sulh.accord.review.reviewing import review

__all__ = ["RULES", "Finding", "Rule", "review"]
