"""Onboardings: plans, phases, steps and milestones, and what was learned from them."""
