"""Probations: their deadlines, what was not told, what help was given."""
