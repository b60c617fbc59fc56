"""The screens of small actions."""
