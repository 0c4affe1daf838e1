"""Refusals about a server's quote of the day."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.refusals.refusal import OptionError, Refusal


class NotManagerError(Refusal):
    """Only who may manage the server can do that."""


class BadHourError(OptionError):
    """Not a time of day."""

    option = "time"


class UnknownZoneError(OptionError):
    """No time zone is called that. `known` are zones that may be meant, or else (not `is_like`) the commonest."""

    option = "timezone"

    def __init__(self, typed: str, known: Sequence[str], *, is_like: bool) -> None:
        super().__init__(typed)
        self.known = known
        self.is_like = is_like


class BadDaysError(OptionError):
    """Not days of the week."""

    option = "days"


class NotSetUpError(Refusal):
    """No quote of the day was set up."""


class NotRunningError(Refusal):
    """It is stopped."""


class NothingToChangeError(Refusal):
    """Nothing was given to be changed."""


class NoDailyPostError(Refusal):
    """The message is no quote of the day of the server."""


class LastOneError(Refusal):
    """No other quote is left to put in its place."""


class BusyError(Refusal):
    """The post is under way."""
