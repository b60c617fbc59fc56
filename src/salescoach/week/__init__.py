"""The week, and today: who needs the manager, and why."""
