"""Custody: what is held of somebody is handed over, shown and erased."""
