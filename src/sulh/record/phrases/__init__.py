"""Noun phrases: where they end, and what kind of speaker they name."""
