"""The talk: prepared, held, written down."""
