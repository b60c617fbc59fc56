"""The shapes of templates, and what doctor checks."""
