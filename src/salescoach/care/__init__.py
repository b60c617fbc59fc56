"""Care of the files: checked, edited, merged, and taken back."""
