"""Customers: what they say about a seller."""
