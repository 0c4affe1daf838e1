"""Refusals that are of this moment, or of a button that time has overtaken."""

from __future__ import annotations

from handlers.refusals.refusal import Refusal


class OverloadedError(Refusal):
    """More is asked for than can be answered in time."""


class RebuildingError(Refusal):
    """The index was damaged, and is not whole again."""


class UnavailableError(Refusal):
    """The database cannot be used at the moment."""


class GoneError(Refusal):
    """The button shows something that is not there any more."""


class ChangedError(Refusal):
    """Other words stand there now."""


class OldButtonError(Refusal):
    """The button is not one that this version knows."""
