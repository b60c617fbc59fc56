"""Screens and documents."""
