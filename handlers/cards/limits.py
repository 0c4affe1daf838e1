"""Discord's limits on a message of components, from its API description, and the budgets kept within them."""

from __future__ import annotations

TEXT = 4000
"""Characters of all text displays of a message together."""


BUTTONS_A_ROW = 5
"""Buttons of one row, by the API."""


CHOICES = 25
"""Choices of a menu or of an option, by the API."""


CHOICE = 100
"""Characters of a choice, and of its value, by the API."""


URL = 512
"""Characters of the address of a link button, by the API."""


ALT_TEXT = 1024
"""Characters of what a picture shows, by the API."""


LONG_TEXT = 1500
"""Characters of a summary or a segment: with all else on its card within TEXT."""


TITLE = 120
"""Characters of a title."""


ROWS = 10
"""Lines of a list on one page."""
