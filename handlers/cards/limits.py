"""Discord's limits on a message of components, from its API description, and the budgets kept within them."""

from __future__ import annotations

TEXT = 4000
"""Characters of all text displays of a message together."""


BUTTONS_A_ROW = 5


CHOICES = 25


CHOICE = 100


URL = 512


ALT_TEXT = 1024


LONG_TEXT = 1500


TITLE = 120


ROWS = 10
"""Lines of a list on one page."""
