"""Frames of attribution: the shapes in which a text gives somebody's words, each a small function."""
