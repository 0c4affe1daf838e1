"""The very same bot in a local browser: SimCord stands in for Discord, so no token and no network are needed."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, aclosing, asynccontextmanager, nullcontext, suppress
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from random import SystemRandom
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

import discord
import simcord
import typer
from PIL import Image, ImageDraw
from simcord.preview import Preview
from simcord.preview._server import PreviewServer
from sqlalchemy.engine import URL

from bot.client import Pullquote
from bot.preview_examples import claims_on, greeting_text
from bot.shelves.upkeep import Upkeep, keeping_library
from bot.shelves.worker import Orders
from config.library.sources import Sources
from config.servers import Servers
from config.settings import SHIPPED
from handlers.examples import questions_on
from handlers.refusals import Refusal
from transcript.library import Library
from transcript.library.shelves import Shelves
from transcript.progress import bar

MADE_UP = Path(__file__).parent / "made_up"
"""An episode whose recording has an address, which that of the transcript that ships lacks."""


COVER = "https://example.org/night-shift/cover.png"
"""The address of its show's picture, which is nowhere but in the page."""


TICK = 1.0
"""Seconds after which the page's clock is set to the computer's, and what has changed is shown."""


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
            async with _preview_world(upkeep.shelves, servers, port) as page:
                yield page


async def _wait_for_library(upkeep: Upkeep) -> None:
    """Wait until all transcripts are read, with a bar that shows how far that is."""
    with bar("Indexing") as progress:
        while not await upkeep.wait_until_complete(BAR_MOVES_EVERY):
            if upkeep.shelves.progress.total:
                progress(upkeep.shelves.progress.done, upkeep.shelves.progress.total)
    await asyncio.to_thread(upkeep.shelves.refresh)


@asynccontextmanager
async def _preview_world(shelves: Shelves, servers: Servers, port: int) -> AsyncIterator[Preview]:
    client = Pullquote(shelves, servers, rng=SystemRandom())
    world = _World(client, shard_count=1)
    _set_clock(world)
    async with _started_world(world), _going_rounds(client):
        assert client.user is not None  # noqa: S101  # it is logged in
        await client.user.edit(username="Pullquote")
        channel, viewers = await _furnish_server(world, client, shelves.seen_in(None))
        page = world.preview(
            channel, viewers=viewers, layout="channel", port=port, assets={COVER: ("cover.png", _draw_cover())}
        )
        page._server = _NamedServer(page, port)
        async with _showing_changes(world, page, channel.id), page:
            yield page


class _World(simcord.Env):
    """SimCord's world, in which an expected answer is no fault of the bot's."""

    def errors_since(self, cursor: int) -> tuple[BaseException, ...]:
        return tuple(error for error in super().errors_since(cursor) if not isinstance(_cause_of(error), Refusal))


def _cause_of(error: BaseException) -> BaseException:
    return getattr(error, "original", error)


@asynccontextmanager
async def _started_world(world: simcord.Env) -> AsyncIterator[None]:
    """The world, with its clock going."""
    await world.start()
    ticking = asyncio.create_task(_keep_time(world))
    try:
        with world.time_context():
            yield
    finally:
        ticking.cancel()
        with suppress(asyncio.CancelledError):
            await ticking
        await world.shutdown()


@asynccontextmanager
async def _going_rounds(client: Pullquote) -> AsyncIterator[None]:
    """The bot's rounds, in tasks that are not its own: SimCord holds up each press until no task of the bot's is in a
    short pause, and takes back the press where a pause ends just then."""
    own = (client.rounds, client.following)
    for each in own:
        await each.stop()
    going = [asyncio.create_task(each.run()) for each in own]
    try:
        yield
    finally:
        for task in going:
            task.cancel()
        await asyncio.gather(*going, return_exceptions=True)


@asynccontextmanager
async def _showing_changes(world: simcord.Env, page: Preview, channel_id: int) -> AsyncIterator[None]:
    """The page shows what the bot sends or edits by itself, which SimCord's does after the next press alone."""
    shown: dict[str, list[tuple[int, str | None]]] = {}
    publish = page._publish

    def messages() -> list[tuple[int, str | None]]:
        return [(each.id, each.edited_timestamp) for each in world.backend.messages[channel_id].values()]

    def publish_and_note(view: Any, **options: Any) -> None:
        publish(view, **options)
        shown[view.id] = messages()

    async def follow() -> None:
        while True:
            await asyncio.sleep(TICK)
            for view in tuple(page._pages.values()):
                if world._operation_task is None and shown.get(view.id) != messages():  # no press is under way
                    page._publish(view, reason="refresh")

    page._publish = publish_and_note  # type: ignore[method-assign, assignment]  # the page calls it
    following = asyncio.create_task(follow())
    try:
        yield
    finally:
        following.cancel()


async def _keep_time(world: simcord.Env) -> None:
    while True:
        await asyncio.sleep(TICK)
        _set_clock(world)


def _set_clock(world: simcord.Env) -> None:
    """Set the world's clock, which begins in 2026 and stands still, to the computer's."""
    clock = world.backend.clock
    clock.advance(max(0.0, (datetime.now(UTC) - clock.now()).total_seconds()))


async def _furnish_server(world: simcord.Env, client: Pullquote, library: Library) -> tuple[Any, list[Any]]:
    """A server with a channel in which something was asked and checked, and the people to view it as.

    SimCord's page has slash commands, buttons and menus of answers, but not the menu of a message, so "Check quote" is
    asked for here in the people's stead, and the greeting says what does the same.
    """
    guild = world.create_guild("Podcast club")
    channel = guild.create_text_channel("podcast-quotes")
    moderating, managing = discord.Permissions(manage_messages=True), discord.Permissions(manage_guild=True)
    moderators = guild.create_role("Moderators", permissions=moderating)
    managers = guild.create_role("Managers", permissions=moderating | managing)
    member = guild.add_member(world.create_user("mia", global_name="Mia (member)"))
    moderator = guild.add_member(world.create_user("mo", global_name="Mo (moderator)"), roles=[moderators])
    owner = guild.add_member(world.create_user("ola", global_name="Ola (owner)"), roles=[managers])
    reader = guild.add_member(world.create_user("rae", global_name="Rae"))
    claims = claims_on(library)
    for claim in claims:
        message = await reader.send(channel, claim)
        for person in (member, moderator):
            await person.context_menu(channel, "Check quote", message)
    questions = questions_on(library)
    if questions:
        await member.slash(channel, "quote", text=questions[0])
    here = client.get_channel(channel.id)
    assert isinstance(here, discord.TextChannel)  # noqa: S101  # it was just made
    await here.send(greeting_text(library, questions, claims))  # last, since a channel opens at its newest message
    return channel, [member, moderator, owner]


class _NamedServer(PreviewServer):
    """Serves SimCord's page under the bot's name."""

    async def _index(self, request: Any) -> Any:
        response = await super()._index(request)
        named = response.text.replace("<title>SimCord Preview</title>", "<title>Pullquote: a local preview</title>")
        named = named.replace("<strong>SimCord</strong>", "<strong>Pullquote</strong>")
        response.text = named.replace('aria-hidden="true">S</span>', 'aria-hidden="true">P</span>')
        return response


def _draw_cover() -> bytes:
    """The made-up show's picture: a lamp over dark water."""
    picture = Image.new("RGB", (256, 256), "#14213d")
    canvas = ImageDraw.Draw(picture)
    canvas.polygon([(128, 70), (256, 20), (256, 120)], fill="#fca311")
    canvas.polygon([(128, 70), (0, 20), (0, 120)], fill="#fca311")
    canvas.polygon([(108, 210), (118, 84), (138, 84), (148, 210)], fill="#e5e5e5")
    canvas.rectangle((116, 56, 140, 84), fill="#ffffff")
    canvas.rectangle((0, 210, 256, 256), fill="#0b132b")
    content = BytesIO()
    picture.save(content, "PNG")
    return content.getvalue()
