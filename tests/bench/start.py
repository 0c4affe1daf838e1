"""The first answers of the bot after its start, and its words while a library is read for the first time.

    python -m tests.bench.start --transcripts FOLDER --data FOLDER [--seconds 60]

The bot is a process of its own, at a stand-in of Discord. It is started on an empty DATA_DIR and, once all is read or
the seconds are over, again on what it has left there.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.bench.processes import processor_seconds
from tests.standin.clients import until
from tests.standin.deeds import Asked
from tests.standin.payloads import Json
from tests.standin.server import StandIn

STARTER = "import sys, discord; discord.http.Route.BASE = sys.argv.pop(1); from bot.__main__ import app; app()"


TOKEN = "MTAwMA.token.of-a-stand-in"


NOWHERE = "xylophone marmalade periscope"
"""Words that stand together in no transcript."""


READING = re.compile(r"reading[^:]*: \d+ of \d+|just started")


@asynccontextmanager
async def started(transcripts: Path, data: Path) -> AsyncIterator[tuple[StandIn, float, int]]:
    """A bot at its Discord, the moment at which it was started, and its process."""
    there = StandIn()
    settings = {"TRANSCRIPTS": str(transcripts), "DATA_DIR": str(data), "DISCORD_TOKEN": TOKEN, "GREETING": "off"}
    async with there.serving() as base:
        begun = time.monotonic()
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", STARTER, base, env={**os.environ, **settings}, start_new_session=True
        )
        try:
            await until(lambda: bool(there.sockets), 60)
            yield there, begun, process.pid
        finally:
            process.terminate()
            await process.wait()


async def answered(there: StandIn, command: str, **options: str) -> str:
    """All that an answer shows."""
    asked: Asked = await there.slash(command, **options)
    await asyncio.wait_for(asked.done.wait(), 30)
    shown: list[Json] = [asked.answer or {}, *asked.followups, *asked.edits]
    return str(shown)


async def observe(transcripts: Path, data: Path, seconds: float) -> None:
    """Print what comes when, from the start until all is read or the seconds are over."""
    async with started(transcripts, data) as (there, begun, pid):
        seen = ""
        while time.monotonic() - begun < seconds:
            listed, missed = await answered(there, "episodes"), await answered(there, "quote", text=NOWHERE)
            found = re.search(r"[\d,]+ episodes?", listed)
            told = [progress[0] if (progress := READING.search(each)) else "all read" for each in (listed, missed)]
            line = f"/episodes: {found[0] if found else 'none'}, {told[0]}; not found: {told[1]}"
            if line != seen:
                sys.stdout.write(f"{time.monotonic() - begun:6.2f} s, {processor_seconds(pid):5.2f} s busy  {line}\n")
                sys.stdout.flush()
            seen = line
            if told == ["all read", "all read"]:
                break
            await asyncio.sleep(0.25)


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--transcripts", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--seconds", type=float, default=600.0)
    options = parser.parse_args()
    for state in ("cold", "warm"):
        sys.stdout.write(f"{state}:\n")
        await observe(options.transcripts, options.data, options.seconds)


if __name__ == "__main__":
    asyncio.run(main())
