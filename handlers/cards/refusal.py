"""Refusals in words: the cause, and what to do instead."""

from __future__ import annotations

from handlers.cards import limits
from handlers.cards.citation import headline, name, title
from handlers.cards.layout import Card, card
from handlers.cards.markdown import clip, typed
from handlers.refusals import (
    BadDaysError,
    BadHourError,
    BadTimeError,
    BusyError,
    ChangedError,
    CommonTopicError,
    GoneError,
    LastOneError,
    MaybePostedError,
    MayNotWriteError,
    MessageGoneError,
    NoAnswerError,
    NoChaptersError,
    NoClaimError,
    NoEpisodesError,
    NoMomentsError,
    NotAllowedError,
    NothingQuotableError,
    NoTimesError,
    NotManagerError,
    NoTopicError,
    NotRunningError,
    NotSetUpError,
    OldButtonError,
    OverloadedError,
    PastTheEndError,
    RebuildingError,
    Refusal,
    StateAwayError,
    UnknownChapterError,
    UnknownEpisodeError,
    UnknownSpeakerError,
    UnknownZoneError,
)
from handlers.texts import Texts
from transcript.timecode import format_time

NAMED = 5
"""Names that a refusal offers at most."""


def refusal_card(refusal: Refusal, texts: Texts) -> Card:
    return card([_refusal_text(refusal, texts)])


def failure_card(reference: str, texts: Texts) -> Card:
    """For what nobody expected; the reference is in the log too."""
    return card([texts("Sorry, that did not work. If it happens again, tell whoever runs this bot: {reference}",
                       reference=f"`{reference}`")])  # fmt: skip


def outdated_card(texts: Texts) -> Card:
    """For a command that this Discord client knows in an older form."""
    return card([texts("This command has changed. Restart Discord (Ctrl+R), then try again.")])


def _refusal_text(refusal: Refusal, texts: Texts) -> str:  # a table of cases
    match refusal:
        case NoEpisodesError():
            return texts("No transcript is loaded. Whoever runs this bot has to add one.")
        case UnknownEpisodeError(typed=words, known=episodes):
            there = _bulleted_names([f"`{episode.slug}` {headline(episode)}" for episode in episodes])
            return texts("No episode is called “{typed}”. There are:", typed=typed(words)) + there
        case UnknownSpeakerError(typed=words, known=speakers):
            there = _bulleted_names([name(speaker) for speaker in speakers])
            return texts("Nobody called “{typed}” speaks here. There are:", typed=typed(words)) + there
        case UnknownChapterError(typed=words, known=chapters):
            shown = [f"{chapter.index}. {title(chapter.title, texts.language)}" for _, chapter in chapters]
            return texts("No chapter is called “{typed}”. There are:", typed=typed(words)) + _bulleted_names(shown)
        case NoChaptersError(episode=episode):
            return texts("The transcript of {episode} has no chapters. Try /when or /at.", episode=headline(episode))
        case BadTimeError(typed=words):
            return texts("“{typed}” is not a time. Write 31:39, 1:02:03, 31m39s or seconds.", typed=typed(words))
        case NoTimesError(episode=episode):
            return texts("The transcript of {episode} has no times.", episode=headline(episode))
        case PastTheEndError(episode=episode, seconds=seconds):
            asked, length = format_time(seconds), format_time(episode.duration)
            return texts("Nothing is said at {time}: {episode} is {length} long.",
                         time=asked, episode=headline(episode), length=length)  # fmt: skip
        case NoMomentsError(topic=words, narrowed=True):
            return texts("“{typed}” does not come up there, or not with that speaker.", typed=typed(words))
        case NoMomentsError(topic=words):
            return texts("“{typed}” does not come up in these transcripts.", typed=typed(words))
        case NoClaimError(of_bot=True):
            return texts("That is a bot's message without a quote in it. Choose the message that claims the quote.")
        case NoClaimError():
            return texts("That message has no text to check. For a picture, type its words into /verify.")
        case NoAnswerError():
            return texts("Discord has not answered. If the post does not come, press again: it is not posted twice.")
        case MaybePostedError():
            return texts(
                "Discord did not answer the first time, and I may not read this channel to see if the post is there. "
                "If it is not, ask for it again with the command."
            )
        case MessageGoneError():
            return texts("The message that was checked is gone; nothing was posted.")
        case MayNotWriteError():
            return texts("Only those who may write here can do that.")
        case NotAllowedError():
            return texts("Only those who may manage messages here can do that.")
        case NotManagerError():
            return texts("Only those who may manage this server can set up its quote of the day.")
        case BadHourError(typed=words):
            return texts("“{typed}” is not a time of day. Write 9, 09:00 or 9:30 pm.", typed=typed(words))
        case UnknownZoneError(typed=words, known=known) if known:
            return texts("“{typed}” may be several time zones. Choose one:", typed=typed(words)) + _bulleted_names(
                list(known)
            )
        case UnknownZoneError(typed=words):
            return texts(
                "No time zone is called “{typed}”. Type a city, and choose one that is offered.", typed=typed(words)
            )
        case NotRunningError():
            return texts("The quote of the day is stopped. It begins again with /daily start.")
        case LastOneError():
            return texts(
                "That was the last one that is left: it is not posted again, and there is no other to put in its "
                "place. Delete the message, or choose more with /daily start."
            )
        case BadDaysError(typed=words):
            return texts(
                "“{typed}” names no days of the week. Write weekdays, mon,thu or every day.", typed=typed(words)
            )
        case NotSetUpError():
            return texts("No quote of the day is set up in this server. Start with /daily start.")
        case BusyError():
            return texts("Today's quote is being posted at this moment. Look again in a minute.")
        case OverloadedError():
            return texts("Too many at once: I cannot answer in time. Try again in a moment.")
        case RebuildingError():
            return texts("The index was damaged and is being built anew. Ask again in a minute.")
        case StateAwayError():
            return texts(
                "What servers have chosen cannot be read or changed at the moment. Try again in a few minutes; "
                "everything else works."
            )
        case CommonTopicError(topic=words):
            return texts("“{typed}” is said all the time. Try a rarer word.", typed=typed(words))
        case NoTopicError(topic=words):
            return texts("“{typed}” has no word to look for. Type a word or a name.", typed=typed(words))
        case NothingQuotableError(unpunctuated=True):
            return texts(
                "These transcripts have no punctuation, so it cannot be told where a passage begins and ends. "
                "Search and /verify work with them."
            )
        case NothingQuotableError():
            return texts("There is no passage here that stands on its own.")
        case GoneError():
            return texts("The episode that this was from is no longer here.")
        case ChangedError():
            return texts("The transcript has been corrected since. Ask again with a command.")
        case OldButtonError():
            return texts("This button is from another version of the bot. Ask again with a command.")
    raise AssertionError(refusal)


def _bulleted_names(names: list[str]) -> str:
    """The first few of the names, each on a line; an ellipsis stands for those left out."""
    lines = [f"- {clip(each, limits.TITLE)}" for each in names[:NAMED]]
    return "".join(f"\n{line}" for line in (lines if len(names) <= NAMED else [*lines, "…"]))
