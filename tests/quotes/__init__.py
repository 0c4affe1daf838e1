"""Misquotes and honest quotes, made from the sentences of any transcript by seeded chance."""
