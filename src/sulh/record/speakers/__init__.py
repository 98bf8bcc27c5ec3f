"""Speakers: all that a document names, and who is meant by a mention or an ellipsis."""
