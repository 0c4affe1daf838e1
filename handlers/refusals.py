"""Reasons for which a request cannot be answered. Each carries what its card needs; the words are in cards/refusal.py.

Refusal
├── NoEpisodesError        nothing is loaded
├── UnknownEpisodeError    no episode is called that
├── UnknownSpeakerError    nobody is called that
├── UnknownChapterError    no chapter is called that
├── NoChaptersError        the transcript has no chapters
├── BadTimeError           not a time
├── NoTimesError           an episode whose transcript has no times
├── PastTheEndError        a time after the episode's end
├── NoMomentsError         the topic does not come up
├── CommonTopicError       the topic's words are said all the time
├── NoTopicError           the topic has no word to look for
├── NothingQuotableError   no passage stands on its own
├── NoClaimError           the message has no words to check
├── NotAllowedError        only who may manage messages can do that
├── MayNotWriteError       only who may write there can do that
├── NoAnswerError          Discord has not said whether the post is there
├── MessageGoneError       the message that was checked was deleted
├── NotManagerError        only who may manage the server can do that
├── BadHourError           not a time of day
├── UnknownZoneError       no time zone is called that
├── BadDaysError           not days of the week
├── NotSetUpError          no quote of the day was set up
├── NotRunningError        it is stopped
├── LastOneError           no other quote is left to put in its place
├── BusyError              the post is under way
├── OverloadedError        more is asked for than can be answered in time
├── StateAwayError         the database cannot be used at the moment
├── GoneError              what the button shows is not there any more
├── ChangedError           other words stand there now
└── OldButtonError         the button is not one that this version knows
"""

from __future__ import annotations

from collections.abc import Sequence

from discord import app_commands

from transcript.models import Chapter, Episode


class Refusal(app_commands.AppCommandError):  # it is an answer, not a fault
    """An expected answer, told to the asker alone and never logged."""


class NoEpisodesError(Refusal):
    pass


class UnknownEpisodeError(Refusal):
    def __init__(self, typed: str, known: Sequence[Episode]) -> None:
        super().__init__(typed)
        self.typed = typed
        self.known = known


class UnknownSpeakerError(Refusal):
    def __init__(self, typed: str, known: Sequence[str]) -> None:
        super().__init__(typed)
        self.typed = typed
        self.known = known


class UnknownChapterError(Refusal):
    def __init__(self, typed: str, known: Sequence[tuple[Episode, Chapter]]) -> None:
        super().__init__(typed)
        self.typed = typed
        self.known = known


class NoChaptersError(Refusal):
    def __init__(self, episode: Episode) -> None:
        super().__init__(episode.slug)
        self.episode = episode


class BadTimeError(Refusal):
    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.typed = typed


class NoTimesError(Refusal):
    def __init__(self, episode: Episode) -> None:
        super().__init__(episode.slug)
        self.episode = episode


class PastTheEndError(Refusal):
    """`seconds` is the time that was asked for."""

    def __init__(self, episode: Episode, seconds: float) -> None:
        super().__init__(episode.slug)
        self.episode = episode
        self.seconds = seconds


class NoMomentsError(Refusal):
    """`narrowed` is whether only one speaker or episode was asked about."""

    def __init__(self, topic: str, *, narrowed: bool = False) -> None:
        super().__init__(topic)
        self.topic = topic
        self.narrowed = narrowed


class CommonTopicError(Refusal):
    def __init__(self, topic: str) -> None:
        super().__init__(topic)
        self.topic = topic


class NoTopicError(Refusal):
    def __init__(self, topic: str) -> None:
        super().__init__(topic)
        self.topic = topic


class NothingQuotableError(Refusal):
    """`unpunctuated` is whether that is since the transcripts have no punctuation."""

    def __init__(self, *, unpunctuated: bool = False) -> None:
        super().__init__(unpunctuated)
        self.unpunctuated = unpunctuated


class NoClaimError(Refusal):
    """`of_bot` is whether a bot wrote the message."""

    def __init__(self, *, of_bot: bool = False) -> None:
        super().__init__(of_bot)
        self.of_bot = of_bot


class NotAllowedError(Refusal):
    pass


class MayNotWriteError(Refusal):
    pass


class NoAnswerError(Refusal):
    pass


class MaybePostedError(Refusal):
    """An earlier try may have posted it, and the channel cannot be read to see if it has."""


class MessageGoneError(Refusal):
    pass


class NotManagerError(Refusal):
    pass


class BadHourError(Refusal):
    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.typed = typed


class UnknownZoneError(Refusal):
    """`known` are zones that may be meant."""

    def __init__(self, typed: str, known: Sequence[str]) -> None:
        super().__init__(typed)
        self.typed = typed
        self.known = known


class BadDaysError(Refusal):
    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.typed = typed


class NotSetUpError(Refusal):
    pass


class NotRunningError(Refusal):
    pass


class LastOneError(Refusal):
    pass


class BusyError(Refusal):
    pass


class OverloadedError(Refusal):
    pass


class RebuildingError(Refusal):
    """The index was damaged, and is not whole again."""


class StateAwayError(Refusal):
    pass


class GoneError(Refusal):
    pass


class ChangedError(Refusal):
    pass


class OldButtonError(Refusal):
    pass
