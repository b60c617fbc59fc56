"""What people type or bring becomes records."""
