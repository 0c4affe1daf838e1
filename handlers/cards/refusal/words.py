"""Refusals in words: the cause, and what to do instead. Two tables: a row a kind of refusal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from config.follows import MOST_OF_MEMBER, MOST_OF_SERVER
from handlers import refusals as kinds
from handlers.cards import limits
from handlers.cards.citation import headline, name, title
from handlers.cards.library.refusals import LIBRARY_WORDS
from handlers.cards.markdown import clip, escape, typed
from handlers.refusals import OptionError, Refusal
from handlers.texts import Texts, to_translate
from transcript.timecode import format_time

NAMED = 5
"""Names that a refusal lists at most, where it has no menu of them."""


Words: TypeAlias = Callable[[Any, Texts], str]
"""Makes the text of a refusal of one kind."""


def refusal_text(refusal: Refusal, texts: Texts, *, listed: bool) -> str:
    """The cause and the mend. `listed` adds the names that there are, where nothing offers them to be chosen."""
    said = _cause_in_words(refusal, texts)
    names = _known_names(refusal, texts)
    if not names:
        return said
    if not listed:
        return texts("{said} Choose:", said=said)
    return texts("{said} There are:", said=said) + _bulleted_names(names)


def _cause_in_words(refusal: Refusal, texts: Texts) -> str:
    kind = type(refusal)
    if kind in _MADE:
        return _MADE[kind](refusal, texts)
    values = {"typed": typed(refusal.typed)} if isinstance(refusal, OptionError) else {}
    return texts(_MESSAGES[kind], **values)


def _known_names(refusal: Refusal, texts: Texts) -> list[str]:
    match refusal:
        case kinds.UnknownEpisodeError():
            return [f"`{episode.slug}` {headline(episode)}" for episode in refusal.known]
        case kinds.UnknownShowError():
            return [escape(clip(show, limits.TITLE)) for show in refusal.known]
        case kinds.UnknownSpeakerError():
            return [name(speaker) for speaker in refusal.known]
        case kinds.UnknownChapterError():
            return [f"{chapter.index}. {title(chapter.title, texts.language)}" for _, chapter in refusal.known]
        case kinds.UnknownZoneError():
            return list(refusal.known)
    return []


def _bulleted_names(names: Sequence[str]) -> str:
    """The first few of the names, each on a line; an ellipsis stands for those left out."""
    lines = [f"- {clip(each, limits.TITLE)}" for each in names[:NAMED]]
    return "".join(f"\n{line}" for line in (lines if len(names) <= NAMED else [*lines, "…"]))


def _no_episodes(refusal: kinds.NoEpisodesError, texts: Texts) -> str:
    coverage = refusal.coverage
    if coverage.is_complete:
        return texts("There are no episodes yet. Whoever manages this server can add some: /library add.")
    if not coverage.total:
        return texts("I have just started, and look at what there is to read. Ask again in a minute.")
    return texts("I am still reading the transcripts: {done} of {total}. Ask again in a minute.",
                 done=coverage.done, total=coverage.total)  # fmt: skip


def _past_the_end(refusal: kinds.PastTheEndError, texts: Texts) -> str:
    asked, length = format_time(refusal.seconds), format_time(refusal.episode.duration)
    return texts("Nothing is said at {time}: {episode} is {length} long.",
                 time=asked, episode=headline(refusal.episode), length=length)  # fmt: skip


def _no_moments(refusal: kinds.NoMomentsError, texts: Texts) -> str:
    if refusal.narrowed:
        return texts("“{typed}” does not come up there, or not with that speaker.", typed=typed(refusal.typed))
    return texts("“{typed}” does not come up in these transcripts.", typed=typed(refusal.typed))


def _no_claim(refusal: kinds.NoClaimError, texts: Texts) -> str:
    if refusal.source == "typed":
        return texts("There are no words in it to check.")
    if refusal.source == "bot":
        return texts("That is a bot's message without a quote in it. Choose the message that claims the quote.")
    return texts("That message has no text to check. For a picture, type its words into /verify.")


def _full_of_follows(refusal: kinds.FullError, texts: Texts) -> str:
    if refusal.of == "server":
        return texts("This server follows {count}, which is all it may. Stop one first.", count=MOST_OF_SERVER)
    return texts("You follow {count}, which is all one may. Stop one first.", count=MOST_OF_MEMBER)


def _unknown_zone(refusal: kinds.UnknownZoneError, texts: Texts) -> str:
    if refusal.is_like:
        return texts("“{typed}” may be several time zones.", typed=typed(refusal.typed))
    return texts("No time zone is called “{typed}”.", typed=typed(refusal.typed))


def _nothing_quotable(refusal: kinds.NothingQuotableError, texts: Texts) -> str:
    if refusal.unpunctuated:
        return texts(
            "These transcripts have no punctuation, so it cannot be told where a passage begins and ends. "
            "Search and /verify work with them."
        )
    return texts("There is no passage here that stands on its own.")


_MADE: dict[type[Refusal], Words] = {
    **LIBRARY_WORDS,
    kinds.NoEpisodesError: _no_episodes,
    kinds.NoChaptersError: lambda refusal, texts: texts(
        "The transcript of {episode} has no chapters. Try /when or /at.", episode=headline(refusal.episode)
    ),
    kinds.NoTimesError: lambda refusal, texts: texts(
        "The transcript of {episode} has no times.", episode=headline(refusal.episode)
    ),
    kinds.PastTheEndError: _past_the_end,
    kinds.NoMomentsError: _no_moments,
    kinds.NoClaimError: _no_claim,
    kinds.FullError: _full_of_follows,
    kinds.UnknownZoneError: _unknown_zone,
    kinds.NothingQuotableError: _nothing_quotable,
}
"""Makes the text of refusals that need more than what was typed."""


_MESSAGES: dict[type[Refusal], str] = {
    kinds.UnknownEpisodeError: to_translate("No episode is called “{typed}”."),
    kinds.UnknownShowError: to_translate("No show is called “{typed}”."),
    kinds.UnknownSpeakerError: to_translate("Nobody called “{typed}” speaks here."),
    kinds.UnknownChapterError: to_translate("No chapter is called “{typed}”."),
    kinds.BadTimeError: to_translate("“{typed}” is not a time. Write 31:39, 1:02:03, 31m39s or seconds."),
    kinds.NoAnswerError: to_translate(
        "Discord has not answered. If the post does not come, press again: it is not posted twice."
    ),
    kinds.MaybePostedError: to_translate(
        "Discord did not answer the first time, and I may not read this channel to see if the post is there. "
        "If it is not, ask for it again with the command."
    ),
    kinds.MessageGoneError: to_translate("The message that was checked is gone; nothing was posted."),
    kinds.MayNotWriteError: to_translate("Only those who may write here can do that."),
    kinds.NothingFollowedError: to_translate("Give a phrase, a speaker or both."),
    kinds.NotYourFollowError: to_translate("You do not follow that here. /follow list shows what can be stopped."),
    kinds.NotAllowedError: to_translate("Only those who may manage messages here can do that."),
    kinds.NotManagerError: to_translate("Only those who may manage this server can set up its quote of the day."),
    kinds.BadHourError: to_translate("“{typed}” is not a time of day. Write 9, 09:00 or 9:30 pm."),
    kinds.NothingToChangeError: to_translate("Choose what to change, for example time: or channel:"),
    kinds.NoDailyPostError: to_translate("That message is no quote of the day of this server."),
    kinds.NotRunningError: to_translate("The quote of the day is stopped. It begins again with /daily start."),
    kinds.LastOneError: to_translate(
        "That was the last one that is left: it is not posted again, and there is no other to put in its "
        "place. Delete the message, or choose more with /daily start."
    ),
    kinds.BadDaysError: to_translate("“{typed}” names no days of the week. Write weekdays, mon,thu or every day."),
    kinds.NotSetUpError: to_translate(
        "No quote of the day is set up in this server. Those who manage it begin with /daily start."
    ),
    kinds.BusyError: to_translate("Today's quote is being posted at this moment. Look again in a minute."),
    kinds.OverloadedError: to_translate("Too many at once: I cannot answer in time. Try again in a moment."),
    kinds.RebuildingError: to_translate("The index was damaged and is being built anew. Ask again in a minute."),
    kinds.UnavailableError: to_translate(
        "What servers have chosen cannot be read or changed at the moment. Try again in a few minutes; "
        "everything else works."
    ),
    kinds.CommonTopicError: to_translate("“{typed}” is said all the time. Try a rarer word."),
    kinds.NoTopicError: to_translate("“{typed}” has no word to look for. Type a word or a name."),
    kinds.GoneError: to_translate("The episode that this was from is no longer here."),
    kinds.ChangedError: to_translate("The transcript has been corrected since. Ask again with a command."),
    kinds.OldButtonError: to_translate("This button is from another version of the bot. Ask again with a command."),
    kinds.NoFontError: to_translate("I have no font for these letters, so I can draw no picture of them."),
    kinds.NotAnAnswerError: to_translate("That is not an answer of mine."),
    kinds.NotYourAnswerError: to_translate(
        "Only who asked for that answer can delete it, or whoever may manage messages here."
    ),
    kinds.CannotDeleteError: to_translate("I cannot delete it: I have no access to this channel."),
}
"""The text of each other kind, in which `typed` is what was typed."""
