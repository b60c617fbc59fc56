"""The mark language: what is typed becomes records."""
