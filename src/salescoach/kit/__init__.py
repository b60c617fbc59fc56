"""The kit: what screens and documents are made of, and what asks."""
