"""One file a command: read, ask a rule, write, return an Answer."""
