"""What is counted of small actions, what they are, and whom they are for today."""
