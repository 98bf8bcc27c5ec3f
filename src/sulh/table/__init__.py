"""What could be agreed: the packages that every party accepts and none can better, or what blocks them."""

from sulh.table.conflict import Blocked, blocked_by
from sulh.table.counting import count_acceptable
from sulh.table.door import InvalidNegotiationError, load, load_with_faults
from sulh.table.frontier import Frontier, Point, frontier
from sulh.table.solutions import Solutions, solutions

__all__ = [
    "Blocked",
    "Frontier",
    "InvalidNegotiationError",
    "Point",
    "Solutions",
    "blocked_by",
    "count_acceptable",
    "frontier",
    "load",
    "load_with_faults",
    "solutions",
]
