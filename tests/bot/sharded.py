"""`python -m tests.bot.sharded URL DATA SHARD …`: a bot with some of four shards, two servers in each, for a day.

It prints, as JSON, how many posts each of its servers got, and how often it brought the commands up to date.
"""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import aclosing
from pathlib import Path
from random import Random

import simcord
from sqlalchemy.engine import make_url

from bot.client import Operation, Pullquote
from config.rows import day_bits
from config.schedule import EVERY_DAY
from config.servers import Servers
from config.tables import Server
from tests.conftest import SAMPLES
from tests.handlers.stage import PATIENCE, Clock, without_rounds
from transcript.library import open_library

COUNT, IN_EACH = 4, 2


async def run(servers: Servers, data: Path, shards: list[int]) -> dict[str, object]:
    clock = Clock()
    with_library = open_library([SAMPLES], data)
    bot = Pullquote(with_library, servers, rng=Random(1), clock=clock, operation=Operation(COUNT, shards))
    env = simcord.Env(bot, settle_timeout=PATIENCE)
    clock.world = env.backend.clock
    clock.forward(hours=8)
    with without_rounds():
        await env.start()
    channels = {}
    for shard in shards:
        for number in range(IN_EACH):
            guild = env.create_guild(id=(COUNT * (1 + number) + shard) << 22, shard_id=shard)
            channel = channels[guild.id] = guild.create_text_channel("daily")
            chosen = Server(guild_id=guild.id, channel_id=channel.id, owner_id=1, minute=540, timezone="UTC",
                            language="en", days=day_bits(EVERY_DAY), seed=1, speaker=None, episode=None)  # fmt: skip
            await servers.start(chosen, clock())
    await env.settle()
    # The other process's servers are in the database too, by now or a little later.
    for _ in range(3):
        await bot.rounds.round(clock.forward(hours=1))
        clock.forward(seconds=61)
    posts = {guild_id: len(channel.history()) for guild_id, channel in channels.items()}
    synced = sum(request.method == "PUT" for request in env.http_requests)
    await env.shutdown()
    return {"posts": posts, "synced": synced}


async def main() -> None:
    url, data, *shards = sys.argv[1:]
    async with aclosing(Servers(make_url(url))) as servers:
        sys.stdout.write(json.dumps(await run(servers, Path(data), [int(shard) for shard in shards])))


if __name__ == "__main__":
    asyncio.run(main())
