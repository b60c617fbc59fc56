"""Promises both ways, and how open things are settled."""
