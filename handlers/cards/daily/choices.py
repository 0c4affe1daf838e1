"""A server's choices for its quote of the day, what comes next, and what became of the last posts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from babel.dates import get_day_names

from config.schedule import EVERY_DAY, WEEKDAYS, WEEKEND
from handlers.cards.citation import name
from handlers.cards.daily.lacks import lack_in_words, warnings
from handlers.cards.layout import Card, Frame, card, join, small, stack_frames
from handlers.cards.markdown import clip, escape
from handlers.texts import Texts

EPISODE_TITLE = 90
"""Characters of the title of the episode that quotes are narrowed to."""


FEW = 30
"""Quotes below which a server is told how long they last."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A server's choices as they are shown: `minute` of the day, `days` of the week from Monday, 0.

    `also` are the names of the switches that are on: explicit, thread, pin, publish.
    """

    channel_id: int
    minute: int
    timezone: str
    days: frozenset[int]
    speaker: str | None
    episode: str | None
    role_id: int | None = None
    also: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the ledger: `due` in seconds since 1970, `link` to its message."""

    due: int
    status: str
    lack: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Supply:
    """The quotes that are left before one comes again, and the moment of the last of them; none where it is stopped."""

    left: int
    until: datetime | None


def started_card(
    setting: Setting,
    coming: Sequence[datetime],
    supply: Supply,
    lacks: Sequence[str],
    unsure: bool,
    preview: Frame,
    texts: Texts,
    *,
    changed: bool = False,
) -> Card:
    """The choices, the next posts, how many come before one comes again, what is lacking, and a preview.

    `unsure` is whether the bot cannot read the channel, and so cannot find a post of its own again. `changed` is
    whether it was set up before.
    """
    heading = texts("The quote of the day is changed") if changed else texts("The quote of the day is set up")
    blocks = [f"### {heading}", _setting_line(setting, texts), warnings(lacks, texts)]
    if unsure:
        blocks.append(small(texts(
            "I may not read the history of that channel. If I am cut off while posting, that day's quote can stay out; "
            "with the permission Read Message History I would look, and post it."
        )))  # fmt: skip
    if coming:
        blocks.append(texts("The next posts:") + "".join(f"\n- {discord_stamp(each)}" for each in coming))
    else:
        blocks.append(texts("It begins again with /daily start."))
    blocks += [small(_supply_line(supply, texts)), small(texts("So it will look:"))]
    return stack_frames([Frame(blocks), preview])


def status_card(
    setting: Setting,
    state: str,
    coming: datetime | None,
    supply: Supply,
    last: Sequence[Entry],
    lacks: Sequence[str],
    texts: Texts,
) -> Card:
    """`state` is running, stopped or paused."""
    heading = {
        "running": texts("The quote of the day is running"),
        "stopped": texts("The quote of the day is stopped"),
        "paused": texts("The quote of the day is paused: nothing could be posted for a week"),
    }[state]
    blocks = [f"### {heading}", _setting_line(setting, texts), warnings(lacks, texts)]
    if coming is not None:
        blocks.append(texts("Next: {time}", time=f"{discord_stamp(coming)} (<t:{int(coming.timestamp())}:R>)"))
    else:
        blocks.append(texts("It begins again with /daily start."))
    blocks.append(_supply_line(supply, texts) if supply.left else lack_in_words("nothing", texts))
    if last:
        blocks.append(texts("The last posts:") + "".join(f"\n- {_entry_line(entry, texts)}" for entry in last))
    return card(blocks)


def _supply_line(supply: Supply, texts: Texts) -> str:
    left = texts.many("{count} quote is left before one comes again.",
                      "{count} quotes are left before one comes again.", supply.left)  # fmt: skip
    if supply.left >= FEW or supply.until is None:
        return left
    lasting = texts("They last until {date}.", date=f"<t:{int(supply.until.timestamp())}:D>")
    return f"{left} {lasting}"


def days_in_words(days: frozenset[int], texts: Texts) -> str:
    named = {EVERY_DAY: texts("every day"), WEEKDAYS: texts("on weekdays"), WEEKEND: texts("on weekends")}
    if days in named:
        return named[days]
    names = get_day_names("abbreviated", locale=texts.language)
    return ", ".join(names[day] for day in sorted(days))


def schedule_in_words(setting: Setting, texts: Texts) -> str:
    """The time of day, in its zone, and the days."""
    hour, minute = divmod(setting.minute, 60)
    return join(f"{hour:02}:{minute:02} ({escape(setting.timezone)})", days_in_words(setting.days, texts))


def _setting_line(setting: Setting, texts: Texts) -> str:
    switches = {
        "explicit": texts("strong language too"),
        "thread": texts("with a thread"),
        "pin": texts("pinned"),
        "publish": texts("published"),
    }
    narrowed = join(
        name(setting.speaker) if setting.speaker else None,
        escape(clip(setting.episode, EPISODE_TITLE)) if setting.episode else None,
    )
    role = f"<@&{setting.role_id}>" if setting.role_id else None
    also = (switches[each] for each in setting.also)
    return join(f"<#{setting.channel_id}>", schedule_in_words(setting, texts), narrowed, role, *also)


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


def discord_stamp(moment: datetime) -> str:
    """In each reader's own time."""
    return f"<t:{int(moment.timestamp())}:F>"
