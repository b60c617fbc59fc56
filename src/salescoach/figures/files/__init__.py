"""What is done with the files of figures."""
