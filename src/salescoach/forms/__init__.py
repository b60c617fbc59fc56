"""Forms: questions go out, answers come back and are read."""
