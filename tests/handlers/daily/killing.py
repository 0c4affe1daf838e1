"""`python -m tests.handlers.daily.killing URL WORLD DATA`: processes that post, and are killed between any two steps.

For each line of standard input, `{"now": seconds, "kills": [step or null, …]}`, a process a kill is forked, all at work
on one database at once; each is killed before its so-manieth step, a statement of SQL, a commit, or a message that is
sent. A line of standard output says how many were.
"""

from __future__ import annotations

import asyncio
import gc
import json
import logging
import os
import random
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import aiosqlite
import alembic.command
import asyncpg  # type: ignore[import-untyped]
from sqlalchemy import event
from sqlalchemy.engine import URL, make_url

from config.queries import Shards
from config.servers import Servers
from config.tables import Post
from handlers.cards.layout import Card
from handlers.daily.posts import Posting
from handlers.library.desk import Desk
from handlers.once import Once
from tests.conftest import SAMPLES
from tests.handlers.daily.nowhere import Nowhere
from transcript.library import open_library

LOADED = (aiosqlite, alembic.command, asyncpg)
"""What would otherwise be loaded anew in each process."""


NONCES_LAST = timedelta(minutes=3)


class World(Nowhere):
    """Channels that outlive the processes: a file a message. As Discord, it knows a nonce for a few minutes."""

    def __init__(self, folder: Path, now: datetime, step: Callable[[], None]) -> None:
        self._folder = folder
        self._now = now
        self._step = step

    async def send(self, post: Post, _card: Card, _title: str, _role_id: int | None) -> int:
        self._step()
        try:
            return self._send(post)
        finally:
            self._step()

    def _send(self, post: Post) -> int:
        for message in self._messages(post):
            if self._now - datetime.fromtimestamp(json.loads(message.read_text())["sent"], UTC) <= NONCES_LAST:
                return post.id
        number = len(self._messages(post))
        whole = self._folder / f".{os.getpid()}"
        whole.write_text(json.dumps({"sent": self._now.timestamp(), "post": [post.guild_id, str(post.day)]}))
        try:  # whole or not at all, and only once, as Discord takes a message
            os.link(whole, self._folder / f"{post.guild_id}-{post.day}-{post.id}-{number}")
        except FileExistsError:
            pass
        finally:
            whole.unlink()
        return post.id

    async def find(self, post: Post, _mark: str) -> int | None:
        self._step()
        return post.id if self._messages(post) else None

    def _messages(self, post: Post) -> list[Path]:
        return sorted(self._folder.glob(f"{post.guild_id}-{post.day}-{post.id}-*"))


def work(url: URL, folder: Path, data: Path, now: datetime, kill: int | None) -> None:
    """Post what is due; be killed at a step."""
    steps = iter(range(10**9))

    def step(*_: object) -> None:
        if next(steps) == kill:
            os.kill(os.getpid(), signal.SIGKILL)

    async def post() -> None:
        servers = Servers(url)
        for name in ("before_cursor_execute", "after_cursor_execute", "commit"):
            event.listen(servers._engine.sync_engine, name, step)
        library = open_library([SAMPLES], data)
        posting = Posting(Desk(library, Random(1)), servers, World(folder, now, step), Once(servers, lambda: now))
        due = await servers.due(now, Shards())
        for guild_id in random.Random(kill).sample(due, len(due)):
            await posting.visit(guild_id, now)
        await servers.aclose()
        library.close()

    asyncio.run(post())


def main() -> None:
    url, folder, data = make_url(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    logging.disable()
    gc.disable()  # it would touch, and so copy, all that a process has of the one it is forked from
    for line in sys.stdin:
        job = json.loads(line)
        children = []
        for kill in job["kills"]:
            child = os.fork()
            if child == 0:
                work(url, folder, data, datetime.fromtimestamp(job["now"], UTC), kill)
                os._exit(0)
            children.append(child)
        ends = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
        assert set(ends) <= {0, -signal.SIGKILL}, ends
        sys.stdout.write(f"{ends.count(-signal.SIGKILL)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
