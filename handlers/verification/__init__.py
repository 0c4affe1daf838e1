"""Checking quotes: the words of a message, the verdicts on them for who asked, and a verdict for all to see."""
