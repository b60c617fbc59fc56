"""What is kept: one model per kind, and Seller, the fold of one file."""
