"""The ground of all refusals."""

from __future__ import annotations

from typing import ClassVar

from discord import app_commands


class Refusal(app_commands.AppCommandError):  # it is an answer, not a fault
    """An expected answer, told to the asker alone and never logged.

    `asked` is the command with its options as `handlers.cards.refusal.Asked`, where it was asked again by a press.
    """

    asked: object = None


class OptionError(Refusal):
    """An option of a command that cannot be answered as it was typed: its name, and what was typed."""

    option: ClassVar[str]

    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.typed = typed
