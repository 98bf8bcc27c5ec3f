"""Entry into force: for whom an agreement is in force, since when, and what is missing."""

from sulh.accord.force.claims import is_later
from sulh.accord.force.standing import Missing, Standing, State, Status, Step
from sulh.accord.force.status import status, triggers

__all__ = ["Missing", "Standing", "State", "Status", "Step", "is_later", "status", "triggers"]
