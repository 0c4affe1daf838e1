"""A server's own library: its sources and how far each is, one source's episodes, and what room is left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from config.library.rows import Quotas, Usage
from config.library.tables import Item, Source
from handlers.cards.layout import Card, card, join, small
from handlers.cards.library.faults import fault_in_words
from handlers.cards.markdown import clip, escape, visible
from handlers.texts import Texts

MOST_SOURCES = 15
"""Sources that are listed; with an address of 80 characters each they fill half a message."""


MOST_EPISODES = 10
"""Episodes that are listed of each kind."""


LONGEST_NAME = 80
"""Characters of a show's name, an episode's title or an address."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A source, and how many of its items are in each state."""

    source: Source
    counts: Mapping[str, int]


def listing_card(entries: Sequence[Entry], usage: Usage, quotas: Quotas, shared: bool, texts: Texts) -> Card:
    """All sources of a server, what room is left, and whether the operator's episodes answer there too."""
    heading = texts("This server's own episodes")
    shown = [_entry_block(entry, texts) for entry in entries[:MOST_SOURCES]]
    more = len(entries) - len(shown)
    blocks = [f"### {heading}", *shown]
    if not entries:
        blocks.append(texts("There are none. /library add takes a podcast's feed, or transcript files."))
    if more:
        blocks.append(texts("… and {count} more", count=more))
    return card([*blocks, small(room_left(usage, quotas, texts)), small(shared_line(shared=shared, texts=texts))])


def source_card(entry: Entry, ready: Sequence[Item], troubled: Sequence[Item], texts: Texts) -> Card:
    """One source: its newest episodes, and those that could not be had, each with the cause."""
    blocks = [_entry_block(entry, texts)]
    if ready:
        blocks.append(texts("The newest:") + "".join(f"\n- {episode_line(item)}" for item in ready[:MOST_EPISODES]))
    if troubled:
        lines = (f"\n- {trouble_line(item, texts)}" for item in troubled[:MOST_EPISODES])
        blocks.append(texts("Not read:") + "".join(lines))
    return card(blocks)


def room_left(usage: Usage, quotas: Quotas, texts: Texts) -> str:
    """The room that a server has left, of what it may have."""
    return texts(
        "Room is left for {episodes} of {all_episodes} episodes, {megabytes} of {all_megabytes} MB and {feeds} of "
        "{all_feeds} feeds.",
        episodes=max(0, quotas.episodes - usage.episodes),
        all_episodes=quotas.episodes,
        megabytes=max(0, quotas.megabytes - -(-usage.bytes // 1_000_000)),
        all_megabytes=quotas.megabytes,
        feeds=max(0, quotas.feeds - usage.feeds),
        all_feeds=quotas.feeds,
    )


def shared_line(*, shared: bool, texts: Texts) -> str:
    if shared:
        return texts("The episodes of whoever runs this bot answer here too; /library shared turns them off.")
    return texts("The episodes of whoever runs this bot do not answer here; /library shared turns them on.")


def source_name(source: Source) -> str:
    """A source's show, or its address as long as that is not known; escaped."""
    return escape(clip(visible(source.show or source.address), LONGEST_NAME))


def episode_line(item: Item) -> str:
    return join(item.date, escape(clip(visible(item.title), LONGEST_NAME)))


def trouble_line(item: Item, texts: Texts) -> str:
    """An item that could not be had, and why."""
    return f"{episode_line(item)}: {fault_in_words(item.reason or '', texts)}"


def _entry_block(entry: Entry, texts: Texts) -> str:
    source = entry.source
    kind = texts("feed") if source.kind == "feed" else texts("files")
    lines = [join(f"**{source_name(source)}**", kind, *count_parts(entry.counts, texts))]
    if source.kind == "feed":
        looked = texts("looked at {time}", time=f"<t:{source.looked_at}:R>") if source.looked_at else None
        lines.append(small(join(escape(clip(source.address, LONGEST_NAME)), looked)))
    if source.error:
        lines.append("⚠️ " + fault_in_words(source.error, texts))
    return "\n".join(lines)


def count_parts(counts: Mapping[str, int], texts: Texts) -> list[str]:
    """The number of episodes in each state; states without any are left out."""
    said = (
        (counts.get("ready", 0), texts("{count} ready", count=counts.get("ready", 0))),
        (under_way(counts), texts("{count} being read", count=under_way(counts))),
        (counts.get("wordless", 0), texts("{count} without a transcript", count=counts.get("wordless", 0))),
        (counts.get("skipped", 0), texts("{count} skipped for want of room", count=counts.get("skipped", 0))),
        (counts.get("failed", 0), texts("{count} failed", count=counts.get("failed", 0))),
        (counts.get("hidden", 0), texts("{count} hidden", count=counts.get("hidden", 0))),
    )
    return [words for count, words in said if count]


def under_way(counts: Mapping[str, int]) -> int:
    """The number of episodes that are still to be fetched, or to be read."""
    return counts.get("waiting", 0) + counts.get("kept", 0)
