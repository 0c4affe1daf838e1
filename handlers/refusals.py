"""Reasons for which a request cannot be answered. Each carries what its card needs; the words are in cards/refusal.py.

Refusal
├── NoEpisodesError        nothing is loaded, or nothing is read yet
├── UnknownEpisodeError    no episode is called that
├── UnknownShowError       no show is called that
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
├── NoFontError            no font of this machine has the letters
├── NothingFollowedError   neither a phrase nor a speaker was given
├── NotYourFollowError     what is to be stopped is not followed by whoever asks
├── FullError              a member or a server follows as much as it may
├── NotAnAnswerError       the message is none of the bot's
├── NotYourAnswerError     only who asked for it, or who may manage messages, can do that
├── CannotDeleteError      the bot may not delete there
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
from typing import ClassVar, Literal

from discord import app_commands

from transcript.library.coverage import Coverage
from transcript.models import Chapter, Episode


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


class NoEpisodesError(Refusal):
    def __init__(self, coverage: Coverage) -> None:
        super().__init__("no episode")
        self.coverage = coverage


class UnknownEpisodeError(OptionError):
    option = "episode"

    def __init__(self, typed: str, known: Sequence[Episode]) -> None:
        super().__init__(typed)
        self.known = known


class UnknownShowError(OptionError):
    option = "show"

    def __init__(self, typed: str, known: Sequence[str]) -> None:
        super().__init__(typed)
        self.known = known


class UnknownSpeakerError(OptionError):
    option = "speaker"

    def __init__(self, typed: str, known: Sequence[str]) -> None:
        super().__init__(typed)
        self.known = known


class UnknownChapterError(OptionError):
    option = "name"

    def __init__(self, typed: str, known: Sequence[tuple[Episode, Chapter]]) -> None:
        super().__init__(typed)
        self.known = known


class NoChaptersError(Refusal):
    def __init__(self, episode: Episode) -> None:
        super().__init__(episode.slug)
        self.episode = episode


class BadTimeError(OptionError):
    option = "time"


class NoTimesError(Refusal):
    def __init__(self, episode: Episode) -> None:
        super().__init__(episode.slug)
        self.episode = episode


class PastTheEndError(OptionError):
    """`seconds` is the time that was asked for."""

    option = "time"

    def __init__(self, episode: Episode, seconds: float) -> None:
        super().__init__(episode.slug)
        self.episode = episode
        self.seconds = seconds


class NoMomentsError(OptionError):
    """`narrowed` is whether only one speaker or episode was asked about."""

    option = "topic"

    def __init__(self, topic: str, *, narrowed: bool = False) -> None:
        super().__init__(topic)
        self.narrowed = narrowed


class CommonTopicError(OptionError):
    option = "topic"


class NoTopicError(OptionError):
    option = "topic"


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


class NoFontError(Refusal):
    pass


class NothingFollowedError(Refusal):
    pass


class NotYourFollowError(Refusal):
    pass


class FullError(Refusal):
    """`of` is "member" or "server": who follows as much as they may."""

    def __init__(self, of: Literal["member", "server"]) -> None:
        super().__init__(of)
        self.of = of


class NotAnAnswerError(Refusal):
    pass


class NotYourAnswerError(Refusal):
    pass


class CannotDeleteError(Refusal):
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


class BadHourError(OptionError):
    option = "time"


class UnknownZoneError(OptionError):
    """`known` are zones that may be meant."""

    option = "timezone"

    def __init__(self, typed: str, known: Sequence[str]) -> None:
        super().__init__(typed)
        self.known = known


class BadDaysError(OptionError):
    option = "days"


class NotSetUpError(Refusal):
    pass


class NotRunningError(Refusal):
    pass


class NothingToChangeError(Refusal):
    pass


class NoDailyPostError(Refusal):
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
