"""What stands and falls with what is not known of the parties' preferences."""

from sulh.table.robust.analysis import Robust, robust

__all__ = ["Robust", "robust"]
