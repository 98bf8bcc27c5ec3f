"""Claims of role inside what somebody said."""
