"""The database's tables, brought up to date step by step; `versions/` has a step a file."""
