"""Refusals of questions: what was asked about is not there, or not understood."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from handlers.refusals.refusal import OptionError, Refusal
from transcript.library.coverage import Coverage
from transcript.models import Chapter, Episode


class NoEpisodesError(Refusal):
    """Nothing is loaded, or nothing is read yet."""

    def __init__(self, coverage: Coverage) -> None:
        super().__init__("no episode")
        self.coverage = coverage


class UnknownEpisodeError(OptionError):
    """No episode is called that."""

    option = "episode"

    def __init__(self, typed: str, known: Sequence[Episode]) -> None:
        super().__init__(typed)
        self.known = known


class UnknownShowError(OptionError):
    """No show is called that."""

    option = "show"

    def __init__(self, typed: str, known: Sequence[str]) -> None:
        super().__init__(typed)
        self.known = known


class UnknownSpeakerError(OptionError):
    """Nobody is called that."""

    option = "speaker"

    def __init__(self, typed: str, known: Sequence[str]) -> None:
        super().__init__(typed)
        self.known = known


class UnknownChapterError(OptionError):
    """No chapter is called that."""

    option = "name"

    def __init__(self, typed: str, known: Sequence[tuple[Episode, Chapter]]) -> None:
        super().__init__(typed)
        self.known = known


class NoChaptersError(Refusal):
    """The transcript has no chapters."""

    def __init__(self, episode: Episode) -> None:
        super().__init__(episode.slug)
        self.episode = episode


class BadTimeError(OptionError):
    """Not a time."""

    option = "time"


class NoTimesError(Refusal):
    """An episode whose transcript has no times."""

    def __init__(self, episode: Episode) -> None:
        super().__init__(episode.slug)
        self.episode = episode


class PastTheEndError(OptionError):
    """A time after the episode's end. `seconds` is the time that was asked for."""

    option = "time"

    def __init__(self, episode: Episode, seconds: float) -> None:
        super().__init__(episode.slug)
        self.episode = episode
        self.seconds = seconds


class NoMomentsError(OptionError):
    """The topic does not come up. `narrowed` is whether only one speaker or episode was asked about."""

    option = "topic"

    def __init__(self, topic: str, *, narrowed: bool = False) -> None:
        super().__init__(topic)
        self.narrowed = narrowed


class CommonTopicError(OptionError):
    """The topic's words are said all the time."""

    option = "topic"


class NoTopicError(OptionError):
    """The topic has no word to look for."""

    option = "topic"


class NothingQuotableError(Refusal):
    """No passage stands on its own. `unpunctuated` is whether that is since the transcripts have no punctuation."""

    def __init__(self, *, unpunctuated: bool = False) -> None:
        super().__init__(unpunctuated)
        self.unpunctuated = unpunctuated


class NoClaimError(Refusal):
    """There are no words to check in what was typed, in a member's message, or in a bot's."""

    def __init__(self, source: Literal["typed", "message", "bot"]) -> None:
        super().__init__(source)
        self.source = source


class NoFontError(Refusal):
    """No font of this machine has the letters."""
