"""All of the examination, in the order in which an operator mends things."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import aclosing, closing

from bot.doctor.data import examine_database, examine_feeds, examine_transcripts
from bot.doctor.discord_side import examine_discord
from bot.doctor.finding import Finding, fault
from bot.doctor.machine import examine_machine
from config.library.sources import Sources
from config.queries import Shards
from config.servers import Servers
from config.settings import Settings
from config.state import DatabaseAwayError
from transcript.library import open_library


async def examine(settings: Settings) -> AsyncIterator[Finding]:
    """The findings, each as soon as it is there. Nothing is changed, but that transcripts are indexed."""
    for finding in examine_machine(settings.data_dir):
        yield finding
    for finding in examine_transcripts(settings):
        yield finding
    database = await examine_database(settings.database)
    yield database
    if database.state == "ok":
        async with aclosing(Sources(settings.database)) as sources:
            async for finding in examine_feeds(sources):
                yield finding
    async for finding in _examine_discord(settings):
        yield finding


async def _examine_discord(settings: Settings) -> AsyncIterator[Finding]:
    if settings.discord_token is None:
        yield fault("token", "there is none; set DISCORD_TOKEN, in the environment or in .env")
        return
    token = settings.discord_token.get_secret_value()
    shards = Shards.of_process(settings.shard_count, settings.shard_ids)
    with closing(open_library(settings.transcripts, settings.data_dir)) as library:
        async with aclosing(Servers(settings.database)) as servers:
            try:
                async for finding in examine_discord(token, library, servers, shards):
                    yield finding
            except DatabaseAwayError as error:
                yield fault("daily posts", f"the database does not tell where they are: {error}")
