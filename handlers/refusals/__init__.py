"""Reasons for which a request cannot be answered. Each carries what its card needs; the words are in cards/refusal.

Refusal
├── questions  what was asked about is not there, or not understood
├── answers    what is wanted of an answer, a verdict or a follow cannot be done
├── daily      the same of a server's quote of the day
└── moment     it cannot be done now, or what the button shows is over

OptionError, a Refusal too, is of an option that cannot be answered as it was typed.
"""

from __future__ import annotations

from handlers.refusals.answers import (
    CannotDeleteError,
    FullError,
    MaybePostedError,
    MayNotWriteError,
    MessageGoneError,
    NoAnswerError,
    NotAllowedError,
    NotAnAnswerError,
    NothingFollowedError,
    NotYourAnswerError,
    NotYourFollowError,
)
from handlers.refusals.daily import (
    BadDaysError,
    BadHourError,
    BusyError,
    LastOneError,
    NoDailyPostError,
    NothingToChangeError,
    NotManagerError,
    NotRunningError,
    NotSetUpError,
    UnknownZoneError,
)
from handlers.refusals.moment import (
    ChangedError,
    GoneError,
    OldButtonError,
    OverloadedError,
    RebuildingError,
    UnavailableError,
)
from handlers.refusals.questions import (
    BadTimeError,
    CommonTopicError,
    NoChaptersError,
    NoClaimError,
    NoEpisodesError,
    NoFontError,
    NoMomentsError,
    NothingQuotableError,
    NoTimesError,
    NoTopicError,
    PastTheEndError,
    UnknownChapterError,
    UnknownEpisodeError,
    UnknownShowError,
    UnknownSpeakerError,
)
from handlers.refusals.refusal import (
    OptionError,
    Refusal,
)

__all__ = [
    "BadDaysError",
    "BadHourError",
    "BadTimeError",
    "BusyError",
    "CannotDeleteError",
    "ChangedError",
    "CommonTopicError",
    "FullError",
    "GoneError",
    "LastOneError",
    "MayNotWriteError",
    "MaybePostedError",
    "MessageGoneError",
    "NoAnswerError",
    "NoChaptersError",
    "NoClaimError",
    "NoDailyPostError",
    "NoEpisodesError",
    "NoFontError",
    "NoMomentsError",
    "NoTimesError",
    "NoTopicError",
    "NotAllowedError",
    "NotAnAnswerError",
    "NotManagerError",
    "NotRunningError",
    "NotSetUpError",
    "NotYourAnswerError",
    "NotYourFollowError",
    "NothingFollowedError",
    "NothingQuotableError",
    "NothingToChangeError",
    "OldButtonError",
    "OptionError",
    "OverloadedError",
    "PastTheEndError",
    "RebuildingError",
    "Refusal",
    "UnavailableError",
    "UnknownChapterError",
    "UnknownEpisodeError",
    "UnknownShowError",
    "UnknownSpeakerError",
    "UnknownZoneError",
]
