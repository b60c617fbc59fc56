"""Praise: given, and not given for long."""
