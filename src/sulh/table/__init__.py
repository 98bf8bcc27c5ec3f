"""What could be agreed: the packages that every party accepts and none can better, or what blocks them."""

from sulh.table.conflict import Blocked, blocked_by
from sulh.table.counting import count_acceptable
from sulh.table.cover import Cover, cover
from sulh.table.diagram import TooLargeError
from sulh.table.door import InvalidNegotiationError, load, load_with_faults
from sulh.table.explain import Explanation, explain
from sulh.table.frontier import Frontier, Point, frontier
from sulh.table.negotiation import Member, Negotiation, Party, Preference
from sulh.table.solutions import Solutions, solutions

__all__ = [
    "Blocked",
    "Cover",
    "Explanation",
    "Frontier",
    "InvalidNegotiationError",
    "Member",
    "Negotiation",
    "Party",
    "Point",
    "Preference",
    "Solutions",
    "TooLargeError",
    "blocked_by",
    "count_acceptable",
    "cover",
    "explain",
    "frontier",
    "load",
    "load_with_faults",
    "solutions",
]
