"""Several processes share the servers, and what is done once is done by one of them."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from contextlib import aclosing
from pathlib import Path

from config.servers import Servers
from tests.bot.sharded import COUNT, IN_EACH
from tests.conftest import ROOT, SAMPLES
from tests.databases import new_postgres
from tests.handlers.stage import Stage
from transcript.library import open_library


def test_two_processes_with_two_shards_each_post_once_in_every_server(postgres: str, tmp_path: Path) -> None:
    url = new_postgres(postgres)
    open_library([SAMPLES], tmp_path).close()
    command = [sys.executable, "-m", "tests.bot.sharded", url.render_as_string(hide_password=False), str(tmp_path)]
    processes = [
        subprocess.Popen([*command, *shards], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for shards in (("0", "1"), ("2", "3"))
    ]
    first, second = (json.loads(process.communicate()[0]) for process in processes)
    assert [process.returncode for process in processes] == [0, 0]
    posts = first["posts"] | second["posts"]
    assert len(posts) == COUNT * IN_EACH
    assert set(posts.values()) == {1}
    assert (first["synced"], second["synced"]) == (1, 0)

    async def ledger() -> list[tuple[int, str]]:
        async with aclosing(Servers(url)) as servers:
            rows = [row for guild_id in posts for row in await servers.last_posts(int(guild_id), 10)]
            return [(row.guild_id, row.status) for row in rows]

    assert sorted(asyncio.run(ledger())) == [(guild_id, "posted") for guild_id in sorted(map(int, posts))]


def puts(stage: Stage) -> int:
    return sum(request.method == "PUT" for request in stage.env.http_requests)


async def test_commands_are_brought_up_to_date_only_when_they_changed(stage: Stage) -> None:
    assert puts(stage) == 1
    await stage.restart()
    assert puts(stage) == 1
    assert stage.bot.command_ids.keys() >= {"quote", "daily"}
    await stage.bot.servers.write_note(f"commands {stage.bot.application_id} everywhere", "an older version's")
    await stage.restart()
    assert puts(stage) == 2
