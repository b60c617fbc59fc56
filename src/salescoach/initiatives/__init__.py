"""Initiatives: a change of behaviour wanted of all, talked about with each one by one."""
