"""Rules: pure, today is an argument."""
