"""Figures from a CRM: what an export amounts to, per seller and month."""
