"""The tables of what servers and the operator have of their own: sources, items and contents in the database."""
