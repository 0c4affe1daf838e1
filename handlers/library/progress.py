"""An answer that follows along while others fetch feeds and read transcripts: a thread, or another process."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

import discord

from config.library.rows import Quotas
from config.library.sources import Sources
from config.library.tables import Source
from config.state import DatabaseAwayError
from handlers.cards.layout import Card
from handlers.cards.library import Entry, Refused, SourceProgress, progress_card
from handlers.deadline import ACKNOWLEDGED, in_time
from handlers.replies import send, view_of
from handlers.texts import Texts, texts_for

log = logging.getLogger(__name__)


EVERY = 6.0
"""Seconds between two looks at how far it is."""


SECONDS_FOLLOWED = 12 * 60.0
"""Seconds for which an answer follows along: Discord lets it be edited for fifteen minutes."""


TROUBLES = 8
"""Episodes that could not be read, which are named."""


@dataclass(frozen=True, slots=True)
class Followed:
    """An answer's sources: `sources` are the ids of a server's sources, each with its `looked_at` before that.

    `refused` are uploaded files that were not taken.
    """

    guild_id: int
    sources: Mapping[int, int | None]
    refused: Sequence[Refused]
    texts: Texts


class Following:
    """Answers that follow along, each until all is done or its time is over."""

    def __init__(self, sources: Sources, quotas: Quotas) -> None:
        self._sources = sources
        self._quotas = quotas
        self._running: set[asyncio.Task[None]] = set()

    async def stop(self) -> None:
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)

    async def begin(
        self, interaction: discord.Interaction, sources: Iterable[Source], *, refused: Sequence[Refused] = ()
    ) -> None:
        """Answer with what is going to be done with `sources`, as they were read before that began; then bring that
        answer up to date."""
        before = {source.id: source.looked_at for source in sources}
        followed = Followed(interaction.guild_id or 0, before, refused, texts_for(interaction))
        card, done = await in_time(self._look_at_progress(followed), ACKNOWLEDGED)
        await send(interaction, card, private=True)
        if not done:
            task = asyncio.create_task(self._follow_along(interaction, followed, card))
            self._running.add(task)
            task.add_done_callback(self._running.discard)

    async def _follow_along(self, interaction: discord.Interaction, followed: Followed, shown: Card) -> None:
        time = asyncio.get_running_loop().time
        end, done = time() + SECONDS_FOLLOWED, False
        with suppress(discord.HTTPException):  # whoever asked has closed it
            while not done:
                await asyncio.sleep(EVERY)
                ended = time() >= end
                with suppress(DatabaseAwayError):  # it may be back by the next look
                    card, done = await self._look_at_progress(followed, ended=ended)
                    if card != shown:
                        await interaction.edit_original_response(view=view_of(card))
                        shown = card
                done = done or ended

    async def _look_at_progress(self, followed: Followed, *, ended: bool = False) -> tuple[Card, bool]:
        """A card of those sources' progress; and True if all is done."""
        found = [one for one in await self._sources.sources(followed.guild_id) if one.id in followed.sources]
        counts = await self._sources.count_items([one.id for one in found])
        progress = [await self._progress_of(one, counts[one.id], followed.sources[one.id]) for one in found]
        usage = await self._sources.usage(followed.guild_id)
        card = progress_card(progress, followed.refused, usage, self._quotas, followed.texts, ended=ended)
        return card, all(one.is_done for one in progress)

    async def _progress_of(self, source: Source, counts: dict[str, int], before: int | None) -> SourceProgress:
        is_looked_at = source.kind == "upload" or source.looked_at != before
        failed = await self._sources.items_in(source.id, ("failed",), TROUBLES) if counts.get("failed") else []
        return SourceProgress(Entry(source, counts), is_looked_at, failed)
