"""`python -m tests.bench.daily`: ten thousand servers whose quote is due in the same minute.

Discord is left out: what is measured is this side of it, for each server the ledger, the choice and the card, and how
long the event loop keeps others waiting meanwhile.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import sys
import tempfile
import time
from contextlib import aclosing, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from sqlalchemy import insert
from sqlalchemy.engine import URL

from bot.runtime import make_room, settle
from config.queries import Shards, utc_now
from config.servers import Servers
from config.tables import Server
from handlers.daily.posts import Posting
from handlers.library.desk import Desk
from handlers.once import Once
from tests.bench.processes import note_stalls
from tests.conftest import SAMPLES
from tests.handlers.daily.nowhere import Nowhere
from transcript.library import open_library

SERVERS, AT_ONCE = 10_000, 8


NINE = datetime(2026, 1, 1, 9, tzinfo=UTC)


async def fill(servers: Servers, number: int) -> None:
    await servers.prepare()
    rows = [
        {"guild_id": guild_id, "channel_id": 1, "owner_id": 1, "minute": 540, "timezone": "UTC", "days": 127,
         "language": "en", "seed": guild_id, "active": True, "next_at": int(NINE.timestamp()), "failures": 0,
         "told": False}
        for guild_id in range(1, number + 1)
    ]  # fmt: skip
    async with servers._session.begin() as session:
        await session.execute(insert(Server), rows)


async def measure(folder: Path, number: int) -> None:
    make_room(asyncio.get_running_loop())
    url = URL.create("sqlite+aiosqlite", database=str(folder / "servers.db"))
    with closing(open_library([SAMPLES], folder / "data")) as library:
        async with aclosing(Servers(url)) as servers:
            await fill(servers, number)
            posting = Posting(Desk(library, Random(1)), servers, Nowhere(), Once(servers, utc_now))
            due = iter(await servers.due(NINE, Shards()))
            settle()
            longest: list[float] = []
            watching = asyncio.create_task(note_stalls(longest))

            async def work() -> None:
                for guild_id in due:
                    await posting.visit(guild_id, NINE + timedelta(seconds=1))

            begun = time.perf_counter()
            await asyncio.gather(*(work() for _ in range(AT_ONCE)))
            spent = time.perf_counter() - begun
            watching.cancel()
            rows = [await servers.last_posts(guild_id, 2) for guild_id in range(1, number + 1, 997)]
            assert all([row.status for row in each] == ["posted"] for each in rows)
    longest.sort()
    sys.stdout.write(
        f"{number:,} servers: {1000 * spent / number:.1f} ms each, {number / spent:.0f} a second\n"
        f"the event loop's longest wait {1000 * longest[-1]:.0f} ms, 99.9 % of them "
        f"under {1000 * longest[len(longest) * 999 // 1000]:.0f} ms\n"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--servers", type=int, default=SERVERS)
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    try:
        asyncio.run(measure(folder, parser.parse_args().servers))
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
