"""What the rows of an export mean, what they amount to, and whether that says anything."""
