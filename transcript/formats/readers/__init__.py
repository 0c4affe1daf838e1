"""Readers of formats, a module a family: each takes a file's text and gives a Reading, or None if it is not its."""
