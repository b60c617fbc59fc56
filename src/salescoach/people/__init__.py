"""Who the sellers are: added, changed, away, left; their story, and words in it."""
