"""The list of episodes, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers.addresses.address import EpisodesAddress
from handlers.cards import limits
from handlers.cards.citation import headline, name
from handlers.cards.controls import pages, share
from handlers.cards.layout import Card, card, join, small
from handlers.cards.nearest import still_reading
from handlers.texts import Texts
from transcript.library.coverage import Coverage
from transcript.models import Episode
from transcript.timecode import format_time

SPEAKERS = 4


def episodes_card(
    episodes: Sequence[Episode],
    address: EpisodesAddress,
    texts: Texts,
    *,
    private: bool,
    coverage: Coverage = Coverage(),  # noqa: B008 - it is frozen
) -> Card:
    count = -(-len(episodes) // limits.ROWS)
    address = replace(address, page=min(address.page, count - 1))
    shown = episodes[address.page * limits.ROWS : (address.page + 1) * limits.ROWS]
    total = texts.many("{count} episode", "{count} episodes", len(episodes))
    blocks = [f"### {total}", "\n".join(_episode_line(episode) for episode in shown)]
    if count > 1:
        blocks.append(small(texts("page {number} of {count}", number=address.page + 1, count=count)))
    reading = still_reading(coverage, texts)
    if reading:
        blocks.append(small(reading))
    return card(blocks, [*pages(address, count), *share(address, texts, private=private)])


def _episode_line(episode: Episode) -> str:
    speakers = ", ".join(name(speaker) for speaker in episode.speakers[:SPEAKERS])
    more = "…" if len(episode.speakers) > SPEAKERS else ""
    length = format_time(episode.duration) if episode.duration else None
    return f"**{headline(episode)}**\n{small(join(episode.date, length, speakers + more))}"
