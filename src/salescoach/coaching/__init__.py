"""The rules: pure functions over records, with today as an argument."""
