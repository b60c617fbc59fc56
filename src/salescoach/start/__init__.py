"""How it begins: a journal, a demo, the help."""
