"""A process that is told to end: what is under way ends well, and another process goes on at once."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from aiohttp import web
from sqlalchemy.engine import URL

from config.rows import day_bits
from config.schedule import EVERY_DAY
from config.servers import Servers
from config.settings import Settings
from config.tables import Server
from tests.conftest import PATIENCE, ROOT
from tests.standin.answers import Fault
from tests.standin.clients import read_library, until
from tests.standin.payloads import CHANNEL, GUILD
from tests.standin.server import StandIn

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.secret-part_of-it"


AT_STAND_IN = """
import sys, discord
discord.http.Route.BASE = sys.argv.pop(1)
from bot.__main__ import main
main()
"""


POSTS = f"POST /channels/{CHANNEL}/messages"


def after(seconds: float) -> Fault:
    """Do the deed, later."""

    async def wait(_request: web.Request, deed: Callable[[], Awaitable[web.StreamResponse]]) -> web.StreamResponse:
        await asyncio.sleep(seconds)
        return await deed()

    return wait


@asynccontextmanager
async def running(there: StandIn, base: str, folder: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    """`python -m bot` at that stand-in, connected."""
    names = {name.upper() for name in Settings.model_fields}
    kept = {name: value for name, value in os.environ.items() if name not in names}
    environment = kept | {"DATA_DIR": str(folder), "PYTHONPATH": str(ROOT), "DISCORD_TOKEN": TOKEN}
    before = len(there.sockets)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", AT_STAND_IN, base, cwd=folder, env=environment, stderr=asyncio.subprocess.PIPE
    )
    try:
        await until(lambda: len(there.sockets) > before, 60)
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


async def seconds_to_end(process: asyncio.subprocess.Process, *, cut_off: bool = False) -> float:
    """Seconds after which the process has ended, well, once it is told to."""
    begun = asyncio.get_running_loop().time()
    process.send_signal(signal.SIGTERM)
    _, errors = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == 0, errors.decode()
    assert errors.decode().endswith("stopped\n")
    assert ("Traceback" in errors.decode()) == cut_off
    return asyncio.get_running_loop().time() - begun


async def test_answers_under_way_are_given_and_no_others(tmp_path: Path) -> None:
    there = StandIn()
    async with there.serving() as base, running(there, base, tmp_path) as process:
        await read_library(there)
        there.faults.append(("POST /interactions", after(1.5)))
        asked = await there.slash("quote", text="solder balls would crack")
        await until(lambda: not there.faults)
        ending = asyncio.create_task(seconds_to_end(process))
        await asyncio.sleep(0.5)
        later = await there.slash("episodes")
        assert await ending < 5
    assert asked.answer is not None
    assert later.answer is None


async def test_an_answer_that_hangs_is_waited_for_no_longer_than_five_seconds(tmp_path: Path) -> None:
    there = StandIn()
    async with there.serving() as base, running(there, base, tmp_path) as process:
        await read_library(there)
        there.faults.append(("POST /interactions", after(60)))
        await there.slash("quote", text="solder balls would crack")
        await until(lambda: not there.faults)
        assert 4.5 < await seconds_to_end(process, cut_off=True) < 9


async def test_nothing_under_way_is_no_reason_to_wait(tmp_path: Path) -> None:
    there = StandIn()
    async with there.serving() as base, running(there, base, tmp_path) as process:
        assert await seconds_to_end(process) < 4


def database_in(folder: Path) -> URL:
    return URL.create("sqlite+aiosqlite", database=str(folder / "pullquote.db"))


async def set_up_post(folder: Path, now: datetime) -> None:
    """A server whose post of today is due a minute ago."""
    due = now - timedelta(minutes=1)
    chosen = Server(guild_id=GUILD, channel_id=CHANNEL, owner_id=2, minute=due.hour * 60 + due.minute, timezone="UTC",
                    language="en", days=day_bits(EVERY_DAY), seed=1, speaker=None, episode=None)  # fmt: skip
    async with aclosing(Servers(database_in(folder))) as servers:
        await servers.start(chosen, due - timedelta(minutes=1))


async def statuses(folder: Path) -> list[str]:
    async with aclosing(Servers(database_in(folder))) as servers:
        return [row.status for row in await servers.last_posts(GUILD, 10)]


async def test_a_post_under_way_is_made(tmp_path: Path) -> None:
    there = StandIn()
    await set_up_post(tmp_path, datetime.now(UTC))
    there.faults.append((POSTS, after(1.5)))
    async with there.serving() as base, running(there, base, tmp_path) as process:
        await until(lambda: not there.faults, 30)
        assert await seconds_to_end(process) < 5
    assert await statuses(tmp_path) == ["posted"]
    assert len(there.messages) == 1


async def test_another_process_goes_on_at_once(tmp_path: Path) -> None:
    there = StandIn()
    async with (
        there.serving() as base,
        running(there, base, tmp_path) as first,
        running(there, base, tmp_path) as second,
    ):
        await set_up_post(tmp_path, datetime.now(UTC))
        await until(lambda: len(there.messages) == 1, 30)
        await seconds_to_end(first)
        asked = await there.slash("quote", text="solder balls would crack")
        await asyncio.wait_for(asked.done.wait(), PATIENCE)
        async with aclosing(Servers(database_in(tmp_path))) as servers:
            await servers.forget(GUILD)
        await set_up_post(tmp_path, datetime.now(UTC))
        await until(lambda: len(there.messages) == 3, 30)  # the answer is one too
        await seconds_to_end(second)
    assert await statuses(tmp_path) == ["posted"]
