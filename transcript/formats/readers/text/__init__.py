"""Readers of text that people can read as it is: with names or times before what is said, or with words alone."""
