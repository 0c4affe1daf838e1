"""An answer that follows along while others fetch feeds and read transcripts: a thread, or another process."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress

import discord

from config.sources import Quotas, Source, Sources
from config.state import ServersAwayError
from handlers.cards.layout import Card
from handlers.cards.library import Entry, Refused, Stand, progress_card
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


class Following:
    """Answers that follow along, each until all is done or its time is over."""

    def __init__(self, sources: Sources, quotas: Quotas) -> None:
        self._sources = sources
        self._quotas = quotas
        self._running: set[asyncio.Task[None]] = set()

    def stop(self) -> None:
        for task in self._running:
            task.cancel()

    async def begin(
        self, interaction: discord.Interaction, ids: Sequence[int], *, since: int, refused: Sequence[Refused] = ()
    ) -> None:
        """Answer with what is going to be done, then bring that answer up to date. `since` is when it was asked for."""
        texts = texts_for(interaction)
        card, done = await in_time(self._look(interaction.guild_id or 0, ids, since, refused, texts), ACKNOWLEDGED)
        await send(interaction, card, private=True)
        if not done:
            task = asyncio.create_task(self._follow(interaction, ids, since, refused, texts, card))
            self._running.add(task)
            task.add_done_callback(self._running.discard)

    async def _follow(
        self,
        interaction: discord.Interaction,
        ids: Sequence[int],
        since: int,
        refused: Sequence[Refused],
        texts: Texts,
        shown: Card,
    ) -> None:
        loop = asyncio.get_running_loop()
        end, done = loop.time() + SECONDS_FOLLOWED, False
        with suppress(discord.HTTPException):  # whoever asked has closed it
            while not done:
                await asyncio.sleep(EVERY)
                ended = loop.time() >= end
                with suppress(ServersAwayError):  # it may be back by the next look
                    card, done = await self._look(interaction.guild_id or 0, ids, since, refused, texts, ended=ended)
                    if card != shown:
                        await interaction.edit_original_response(view=view_of(card))
                        shown = card
                done = done or ended

    async def _look(
        self,
        guild_id: int,
        ids: Sequence[int],
        since: int,
        refused: Sequence[Refused],
        texts: Texts,
        *,
        ended: bool = False,
    ) -> tuple[Card, bool]:
        """How far those sources are, as a card; and True if all is done."""
        sources = [one for one in await self._sources.sources(guild_id) if one.id in ids]
        counts = await self._sources.count_items([one.id for one in sources])
        stands = [await self._stand_of(one, counts[one.id], since) for one in sources]
        usage = await self._sources.usage(guild_id)
        card = progress_card(stands, refused, usage, self._quotas, texts, ended=ended)
        return card, all(stand.is_done for stand in stands)

    async def _stand_of(self, source: Source, counts: dict[str, int], since: int) -> Stand:
        is_looked_at = source.kind == "upload" or (source.looked_at or 0) >= since
        failed = await self._sources.items_in(source.id, ("failed",), TROUBLES) if counts.get("failed") else []
        return Stand(Entry(source, counts), is_looked_at, failed)
