"""What is expected of a seller, and how it is rated."""
