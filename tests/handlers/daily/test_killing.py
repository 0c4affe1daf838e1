"""However a process ends, every server has exactly one post a date."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import aclosing, contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from sqlalchemy.engine import URL

from config.rows import day_bits
from config.schedule import EVERY_DAY
from config.servers import Servers
from config.tables import Post, Server
from tests.conftest import ROOT, SAMPLES
from transcript.library import open_library

KILLS = 50
"""In either kind of database; others in each."""


SERVERS = (1, 2, 3)


FIRST = datetime(2026, 1, 1, 9, tzinfo=UTC)


LATER = (timedelta(seconds=61), timedelta(minutes=10))
"""When those come that go on: while the nonce is known, and when it is not."""


STEPS = 75
"""Steps of a process that posts in all of the servers, about."""


async def set_up(url: URL) -> None:
    async with aclosing(Servers(url)) as servers:
        for guild_id in SERVERS:
            chosen = Server(guild_id=guild_id, channel_id=1, owner_id=2, minute=540, timezone="UTC", language="en",
                            days=day_bits(EVERY_DAY), seed=guild_id, speaker=None, episode=None)  # fmt: skip
            await servers.start(chosen, FIRST - timedelta(hours=1))


async def ledgers(url: URL) -> list[list[Post]]:
    async with aclosing(Servers(url)) as servers:
        return [await servers.last_posts(guild_id, 1000) for guild_id in SERVERS]


@contextmanager
def processes(*arguments: str) -> Iterator[Callable[..., int]]:
    """A function that runs a process for each kill, all at once, and says how many were killed."""
    command = [sys.executable, "-m", "tests.handlers.daily.killing", *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        orders, answers = process.stdin, process.stdout
        assert orders is not None
        assert answers is not None

        def run(now: datetime, *kills: int | None) -> int:
            orders.write(json.dumps({"now": now.timestamp(), "kills": kills}) + "\n")
            orders.flush()
            return int(answers.readline())

        yield run
        orders.close()
        assert process.wait() == 0


def test_kills_between_any_two_steps_leave_one_post_a_date(database: URL, tmp_path: Path) -> None:
    chance = Random(database.get_backend_name())
    world, data = tmp_path / "world", tmp_path / "data"
    world.mkdir()
    open_library([SAMPLES], data).close()
    asyncio.run(set_up(database))
    dates: list[date] = []
    killed = 0
    with processes(database.render_as_string(hide_password=False), str(world), str(data)) as run:
        while killed < KILLS:
            now = FIRST + timedelta(days=len(dates))
            dates.append(now.date())
            for _ in range(4):
                killed += run(now, chance.randrange(STEPS), chance.randrange(STEPS))
                now += chance.choice(LATER)
            for wait in LATER:
                now += wait
                run(now, None)
    posts = Counter(tuple(json.loads(path.read_text())["post"]) for path in world.glob("[!.]*"))
    assert posts == {(guild_id, str(day)): 1 for guild_id in SERVERS for day in dates}
    for rows in asyncio.run(ledgers(database)):
        assert {row.status for row in rows} == {"posted"}
        assert sorted(row.day or date.min for row in rows) == dates
        passages = [(row.segment, row.first) for row in rows]
        assert len(set(passages)) == len(passages)
