"""Has feeds, transcripts and chapters read in a process of their own, which is ended where it takes too long."""

from __future__ import annotations

import asyncio
import json
from asyncio.subprocess import PIPE, Process
from contextlib import suppress
from dataclasses import replace
from typing import Literal

from bot.child_process import start_module
from transcript.feeds import Cause, Feed, FetchError
from transcript.feeds.feed import ITEM, SHOW

READING_SECONDS = 60.0
"""Seconds for reading one feed or transcript. The largest take ten."""


LONGEST_LINE = 8 * 1024 * 1024
"""Bytes of a line of an answer: an item with a thousand chapters has a tenth of that."""


LINES_AT_ONCE = 50
"""Lines that are read before others have their turn on the event loop."""


class Reader:
    """One process that reads one thing after another. It is started when it is needed; `aclose` ends it."""

    def __init__(self) -> None:
        self._process: Process | None = None
        self._turn = asyncio.Lock()

    async def read_feed(self, content: bytes, address: str) -> Feed:
        """The feed in those bytes. Raises FetchError."""
        show, *items = await self._ask_process("feed", address, content, Cause.NOT_A_FEED)
        made = []
        for place, line in enumerate(items):
            made.append(ITEM.validate_json(line))
            if place % LINES_AT_ONCE == 0:
                await asyncio.sleep(0)
        return replace(SHOW.validate_json(show), items=tuple(made))

    async def check_transcript(self, content: bytes, ending: str) -> None:
        """Raise FetchError for what is no transcript that can be read."""
        await self._ask_process("transcript", f"transcript{ending}", content, Cause.NOT_A_TRANSCRIPT)

    async def read_chapters(self, content: bytes) -> list[tuple[float, str]]:
        """The seconds and titles of chapters; none where there are none."""
        (line,) = await self._ask_process("chapters", "", content, Cause.DAMAGED)
        return [(start, title) for start, title in json.loads(line)]

    async def aclose(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()

    async def _ask_process(
        self, task: Literal["feed", "transcript", "chapters"], name: str, content: bytes, unread: Cause
    ) -> list[bytes]:
        """The lines that answer a job. Raises FetchError; `unread` is its cause where the process ends over it."""
        async with self._turn:
            try:
                async with asyncio.timeout(READING_SECONDS):
                    return await self._exchange_lines(task, name, content)
            except (TimeoutError, OSError, EOFError, ValueError) as error:  # it ended, or will not end
                await self.aclose()
                raise FetchError(unread) from error
            except asyncio.CancelledError:  # its answer would be taken for the next one's
                await self.aclose()
                raise

    async def _exchange_lines(self, task: str, name: str, content: bytes) -> list[bytes]:
        process = self._process or await self._start_process()
        assert process.stdin is not None  # noqa: S101 - both are pipes
        assert process.stdout is not None  # noqa: S101 - likewise
        job = {"task": task, "name": name, "size": len(content)}
        process.stdin.write(json.dumps(job).encode() + b"\n" + content)
        await process.stdin.drain()
        answer = json.loads(await process.stdout.readline() or b"null")
        if answer is None:
            raise EOFError
        if "cause" in answer:
            raise FetchError(Cause(answer["cause"]))
        return [await process.stdout.readline() for _ in range(answer["lines"])]

    async def _start_process(self) -> Process:
        self._process = await start_module("transcript.feeds.worker", stdin=PIPE, stdout=PIPE, limit=LONGEST_LINE)
        return self._process
