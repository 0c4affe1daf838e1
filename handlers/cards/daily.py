"""The quote of the day: the post itself, what is set up, what became of the last posts, and what stands in its way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from babel.dates import get_day_names

from config.schedule import EVERY_DAY, WEEKDAYS, WEEKEND
from handlers.addresses.address import PostAddress, QuoteAddress
from handlers.addresses.custom_id import Verb
from handlers.cards.citation import name, who_and_when
from handlers.cards.controls import watch_button
from handlers.cards.layout import QUOTE_COLOUR, AnyButton, Button, Card, Frame, card, join, small, stack_frames
from handlers.cards.markdown import bold, clip, escape
from handlers.cards.quote import Quote, just_before, where
from handlers.texts import Texts
from transcript.language.language_names import own_name

EPISODE_TITLE = 90


@dataclass(frozen=True, slots=True)
class Setting:
    """A server's choices as they are shown: `minute` of the day, `days` of the week from Monday, 0."""

    channel_id: int
    minute: int
    timezone: str
    days: frozenset[int]
    speaker: str | None
    episode: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the ledger: `due` in seconds since 1970, `link` to its message."""

    due: int
    status: str
    lack: str | None = None
    link: str | None = None


def daily_frame(quote: Quote, address: QuoteAddress, post: PostAddress | None, texts: Texts) -> Frame:
    """The post, or without `post` a preview. Its buttons open beside it, and so change nothing for the others."""
    passage = quote.passage
    blocks = [
        small(texts("Quote of the day")),
        "> " + bold(passage.text, ()),
        who_and_when(quote.episode, passage.speaker, quote.start),
        where(quote, texts),
        just_before(quote, texts),
    ]
    around = replace(address, context=True)
    buttons: list[AnyButton] = [Button(around, "c", label=texts("Context"), verb=Verb.OPEN)]
    for language in quote.episode.languages:
        if language != passage.language:
            flipped = replace(address, flipped=True)
            buttons.append(Button(flipped, "l", label=own_name(language), verb=Verb.OPEN))
    buttons += watch_button(quote.episode, quote.start, texts)
    if post is not None:
        buttons.append(Button(post, "", label=texts("Not this one"), verb=Verb.REPLACE))
    return Frame(blocks, buttons, QUOTE_COLOUR)


def started_card(
    setting: Setting,
    coming: Sequence[datetime],
    left: int,
    lack: str | None,
    unsure: bool,
    preview: Frame,
    texts: Texts,
) -> Card:
    """The choices, the next posts, how many come before one comes again, what is lacking, and a preview.

    `unsure` is whether the bot cannot read the channel, and so cannot find a post of its own again.
    """
    heading = texts("The quote of the day is set up")
    blocks = [f"### {heading}", _setting_line(setting, texts)]
    if lack:
        blocks.append("⚠️ " + lack_in_words(lack, texts))
    elif unsure:
        blocks.append(small(texts(
            "I may not read the history of that channel. If I am cut off while posting, that day's quote can stay out; "
            "with the permission Read Message History I would look, and post it."
        )))  # fmt: skip
    blocks.append(texts("The next posts:") + "".join(f"\n- {_discord_stamp(each)}" for each in coming))
    blocks.append(small(join(_quotes_left(left, texts), texts("So it will look:"))))
    return stack_frames([Frame(blocks), preview])


def status_card(
    setting: Setting, state: str, coming: datetime | None, left: int, last: Sequence[Entry], texts: Texts
) -> Card:
    """`state` is running, stopped or paused; `left` is how many quotes are to come before one comes again."""
    heading = {
        "running": texts("The quote of the day is running"),
        "stopped": texts("The quote of the day is stopped"),
        "paused": texts("The quote of the day is paused: nothing could be posted for a week"),
    }[state]
    blocks = [f"### {heading}", _setting_line(setting, texts)]
    if coming is not None:
        blocks.append(texts("Next: {time}", time=f"{_discord_stamp(coming)} (<t:{int(coming.timestamp())}:R>)"))
    else:
        blocks.append(texts("It begins again with /daily start."))
    blocks.append(_quotes_left(left, texts) if left else lack_in_words("nothing", texts))
    if last:
        blocks.append(texts("The last posts:") + "".join(f"\n- {_entry_line(entry, texts)}" for entry in last))
    return card(blocks)


def _quotes_left(left: int, texts: Texts) -> str:
    return texts.many("{count} quote is left before one comes again.",
                      "{count} quotes are left before one comes again.", left)  # fmt: skip


def skipped_card(skipped: datetime, coming: datetime | None, texts: Texts) -> Card:
    after = texts("The next one: {time}", time=_discord_stamp(coming)) if coming else None
    return card(["\n".join(filter(None, (texts("Left out: {time}", time=_discord_stamp(skipped)), after)))])


def stopped_card(*, running: bool, forgotten: bool, texts: Texts) -> Card:
    if forgotten:
        return card([texts("It is ended, and all that was kept of this server is deleted.")])
    if not running:
        return card([texts("It was not running. What was chosen is kept; forget:true deletes it.")])
    return card([texts("No more quotes are posted. What was chosen is kept, and /daily start begins again.")])


def posted_card(link: str, *, besides: bool, coming: datetime | None, texts: Texts) -> Card:
    said = texts("Posted, besides today's: {link}", link=link) if besides else texts("Posted: {link}", link=link)
    after = (
        texts("The next one: {time}", time=_discord_stamp(coming))
        if coming
        else texts("It begins again with /daily start.")
    )
    return card([f"{said}\n{after}"])


def unsure_card(*, again: bool, texts: Texts) -> Card:
    if again:
        return card([texts("Discord did not answer. If the quote is not there, it is tried again in a minute.")])
    return card([texts("Discord did not answer. If the quote is not there, try again.")])


def lacking_card(lack: str, texts: Texts) -> Card:
    return card(["⚠️ " + lack_in_words(lack, texts)])


def trouble_card(lack: str, server: str, channel_id: int, pause: int, texts: Texts) -> Card:
    """For whoever set it up."""
    blocks = [
        texts("The quote of the day could not be posted in {channel} of {server}.",
              channel=f"<#{channel_id}>", server=f"**{escape(clip(server, 100))}**"),
        lack_in_words(lack, texts),
        small(texts("It is tried again each day, and paused after {count} days. This is the only message about it.",
                    count=pause)),
    ]  # fmt: skip
    return card(blocks)


def lack_in_words(lack: str, texts: Texts) -> str:
    """The obstacle to posting, and its mend."""
    return {
        "gone": texts("The channel is gone. Choose another with /daily start."),
        "see": texts("I cannot see that channel. Give me the permission View Channel there."),
        "send": texts("I may not post in that channel. Give me the permission Send Messages there."),
        "threads": texts("I may not post in that thread. Give me the permission Send Messages in Threads, and see that "
                         "the thread is not locked."),
        "tag": texts("That forum asks for a tag, and has none that I may use. Add one, or do not require it."),
        "refused": texts("Discord refused the message. Try another channel with /daily start."),
        "unpunctuated": texts("These transcripts have no punctuation, so it cannot be told where a passage begins and "
                              "ends. Search and /verify work with them."),
        "nothing": texts("There is no passage that stands on its own. Choose another speaker or episode, or none."),
    }[lack]  # fmt: skip


def days_in_words(days: frozenset[int], texts: Texts) -> str:
    named = {EVERY_DAY: texts("every day"), WEEKDAYS: texts("on weekdays"), WEEKEND: texts("on weekends")}
    if days in named:
        return named[days]
    names = get_day_names("abbreviated", locale=texts.language)
    return ", ".join(names[day] for day in sorted(days))


def _setting_line(setting: Setting, texts: Texts) -> str:
    hour, minute = divmod(setting.minute, 60)
    when = f"{hour:02}:{minute:02} ({escape(setting.timezone)})"
    narrowed = join(
        name(setting.speaker) if setting.speaker else None,
        escape(clip(setting.episode, EPISODE_TITLE)) if setting.episode else None,
    )
    return join(f"<#{setting.channel_id}>", when, days_in_words(setting.days, texts), narrowed)


def _entry_line(entry: Entry, texts: Texts) -> str:
    said = {
        "pending": texts("under way"),
        "posted": texts("posted"),
        "skipped": texts("skipped"),
        "missed": texts("left out, since it was too late"),
        "failed": texts("could not be posted"),
    }[entry.status]
    shown = f"[{said}]({entry.link})" if entry.link else said
    return join(f"<t:{entry.due}:d>", shown, lack_in_words(entry.lack, texts) if entry.lack else None)


def _discord_stamp(moment: datetime) -> str:
    """In each reader's own time."""
    return f"<t:{int(moment.timestamp())}:F>"
