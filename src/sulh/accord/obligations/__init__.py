"""Obligations: who owes what under an agreement, by when, under whose eyes, and what is overdue."""

from sulh.accord.obligations.due import owed
from sulh.accord.obligations.finding import Found, obligations
from sulh.accord.obligations.obligation import Bound, Deadline, Obligation, Owed, Place

__all__ = ["Bound", "Deadline", "Found", "Obligation", "Owed", "Place", "obligations", "owed"]
