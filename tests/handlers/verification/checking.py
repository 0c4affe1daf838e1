"""Checking a message, as a user does it."""

from __future__ import annotations

from typing import Any

from tests.handlers.stage import Seen, Stage, seen

ALTERED = "There are no top researchers I know for sure are going there"


CARD = [
    "⚠️ **Altered** — a negation",
    "> There are **some** top researchers I know for sure are going there.",
    "**Dylan Patel** · 1:00:13",
    "-# claimed: There are ~~no~~ top researchers I know for sure are going there",
]


async def check(stage: Stage, message: Any, *, by: Any = None) -> Seen:
    """The answer of "Check quote" on that message."""
    return seen((await (by or stage.alice).context_menu(stage.channel, "Check quote", message)).response)
