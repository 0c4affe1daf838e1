"""How Python looks for what is no longer used."""

from __future__ import annotations

import gc

YOUNG = 10_000
"""Objects after which it looks through the new ones. A verdict makes some thousands of words: with Python's own 700 it
would go through them, and through all that is kept of earlier ones, again and again."""


def settle() -> None:
    """Leave out for good what was loaded at the start, and look seldom for the rest."""
    gc.freeze()
    gc.set_threshold(YOUNG)
