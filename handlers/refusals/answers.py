"""Refusals of what somebody wants done with an answer, a verdict or a follow."""

from __future__ import annotations

from typing import Literal

from handlers.refusals.refusal import Refusal


class NotAllowedError(Refusal):
    """Only who may manage messages can do that."""


class MayNotWriteError(Refusal):
    """Only who may write there can do that."""


class NoAnswerError(Refusal):
    """Discord has not said whether the post is there."""


class MaybePostedError(Refusal):
    """An earlier try may have posted it, and the channel cannot be read to see if it has."""


class MessageGoneError(Refusal):
    """The message that was checked was deleted."""


class NotAnAnswerError(Refusal):
    """The message is none of the bot's."""


class NotYourAnswerError(Refusal):
    """Only who asked for it, or who may manage messages, can do that."""


class CannotDeleteError(Refusal):
    """The bot may not delete there."""


class NothingFollowedError(Refusal):
    """Neither a phrase nor a speaker was given."""


class NotYourFollowError(Refusal):
    """Whoever asks to stop following something does not follow it."""


class FullError(Refusal):
    """A member or a server, which `of` says, follows as much as it may."""

    def __init__(self, of: Literal["member", "server"]) -> None:
        super().__init__(of)
        self.of = of
