"""Discord's limits on a message of components, from its API description, and the budgets kept within them."""

from __future__ import annotations

TEXT = 4000
"""Characters of all text displays of a message together."""

COMPONENTS = 40
BUTTONS_A_ROW = 5
CHOICES = 25
CHOICE = 100
CUSTOM_ID = 100
LABEL = 80
ALT_TEXT = 1024
OPTION = 100

LONG_TEXT = 1500
TITLE = 120
ROWS = 10
"""Lines of a list on one page."""
