"""Recap: the main points of a talk as she gets them, and what both of you remember of it."""
