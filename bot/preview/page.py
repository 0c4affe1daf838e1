"""The very same bot in a local browser: SimCord stands in for Discord, so no token and no network are needed."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, aclosing, asynccontextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from random import SystemRandom
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

import simcord
import typer
from simcord.preview import Preview
from simcord.preview._server import PreviewServer
from sqlalchemy.engine import URL

from bot.client import Pullquote
from bot.preview.cover import draw_cover
from bot.preview.guild import furnish_server
from bot.preview.world import World, going_rounds, set_clock, showing_changes, started_world
from bot.shelves.upkeep import Upkeep, keeping_library
from bot.shelves.worker import Orders
from config.library.sources import Sources
from config.servers import Servers
from config.settings import SHIPPED
from transcript.library.shelves import Shelves
from transcript.progress import bar

MADE_UP = Path(__file__).parent.parent / "made_up"
"""An episode whose recording has an address, which that of the transcript that ships lacks."""


COVER = "https://example.org/night-shift/cover.png"
"""The address of its show's picture, which is nowhere but in the page."""


BAR_MOVES_EVERY = 0.2
"""Seconds between two moves of the bar that shows how much is read."""


def shown_transcripts(transcripts: Sequence[Path]) -> tuple[Path, ...]:
    """The operator's transcripts; with the one that ships, a made-up one too."""
    return (*transcripts, MADE_UP) if tuple(transcripts) == (SHIPPED,) else tuple(transcripts)


Fetching: TypeAlias = Callable[[URL], AbstractAsyncContextManager[None]]
"""Fetches the feeds of a database, for as long as that lasts."""


async def serve(orders: Orders, port: int, notice: str = "", fetching: Fetching | None = None) -> None:
    """Show the bot's channel at a local address until the page is ended there."""
    try:
        async with open_preview(orders, port, fetching) as page:
            typer.echo(f"{page.url}\nCtrl-C ends it. {notice}".strip())
            await page.wait_closed()
    except simcord.SetupError as error:
        cause = error.__cause__
        if not isinstance(cause, OSError):
            raise
        reason = os.strerror(cause.errno) if cause.errno else str(cause)
        typer.echo(f"preview: port {port} cannot be had ({reason}); choose another with --port", err=True)
        raise SystemExit(2) from error


@asynccontextmanager
async def open_preview(orders: Orders, port: int, fetching: Fetching | None = None) -> AsyncIterator[Preview]:
    """A channel with two checked quotes, an answered question and a greeting, and three people to view it as.

    `fetching` fetches the feeds that are added; without it none is.
    """
    with TemporaryDirectory(prefix="pullquote-") as folder:  # what is chosen in the preview ends with it
        url = URL.create("sqlite+aiosqlite", database=f"{folder}/preview.db")
        orders = replace(orders, own_files=Path(folder) / "shelves", database=url.render_as_string())
        async with (
            aclosing(Servers(url)) as servers,
            aclosing(Sources(url)) as sources,
            keeping_library(orders, sources) as upkeep,
            fetching(url) if fetching else nullcontext(),
        ):
            await _wait_for_library(upkeep)
            async with _open_page(upkeep.shelves, servers, port) as page:
                yield page


async def _wait_for_library(upkeep: Upkeep) -> None:
    """Wait until all transcripts are read, with a bar that shows how far that is."""
    with bar("Indexing") as progress:
        while not await upkeep.wait_until_complete(BAR_MOVES_EVERY):
            if upkeep.shelves.progress.total:
                progress(upkeep.shelves.progress.done, upkeep.shelves.progress.total)
    await asyncio.to_thread(upkeep.shelves.refresh)


@asynccontextmanager
async def _open_page(shelves: Shelves, servers: Servers, port: int) -> AsyncIterator[Preview]:
    client = Pullquote(shelves, servers, rng=SystemRandom())
    world = World(client, shard_count=1)
    set_clock(world)
    async with started_world(world), going_rounds(client):
        assert client.user is not None  # noqa: S101  # it is logged in
        await client.user.edit(username="Pullquote")
        channel, viewers = await furnish_server(world, client, shelves.seen_in(None))
        page = world.preview(
            channel, viewers=viewers, layout="channel", port=port, assets={COVER: ("cover.png", draw_cover())}
        )
        page._server = _NamedServer(page, port)
        async with showing_changes(world, page, channel.id), page:
            yield page


class _NamedServer(PreviewServer):
    """Serves SimCord's page under the bot's name."""

    async def _index(self, request: Any) -> Any:
        response = await super()._index(request)
        named = response.text.replace("<title>SimCord Preview</title>", "<title>Pullquote: a local preview</title>")
        named = named.replace("<strong>SimCord</strong>", "<strong>Pullquote</strong>")
        response.text = named.replace('aria-hidden="true">S</span>', 'aria-hidden="true">P</span>')
        return response
