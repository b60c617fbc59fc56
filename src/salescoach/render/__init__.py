"""Answers become screens and documents here, and nowhere else."""
