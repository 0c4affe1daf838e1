"""While the library is being read, whoever finds nothing is told how far that is."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path
from random import Random
from typing import Any

import pytest

from config.servers import Servers
from handlers.library.desk import Desk
from tests.handlers.stage import set_up, speaking
from tests.transcript.shelving import Room, room
from transcript.index.snapshots import Progress
from transcript.library.shelves import Sharing, Shelves

CRANE = "(00:00) Ann Li:\nThe old crane stands on the bridge since spring, and nobody knows whose it is.\n"


CLAIM = "Whales have been seen in the harbour of Orval twice"


@pytest.fixture
def reading(tmp_path: Path) -> Shelves:
    """One episode is read, of 700 files 120, and of five episodes there is no transcript."""
    room = Room(tmp_path)
    room.put("crane.txt", CRANE)
    room.keep()
    room.shelves.progress = Progress(120, 700)
    room.shelves.sharing = Sharing(wordless={0: 5})
    return room.shelves


async def test_who_finds_nothing_is_told(reading: Shelves, servers: Servers) -> None:
    async with set_up(reading, servers) as stage:
        missed = await stage.ask("quote", text="harbour whales")
        assert missed.lines[-1] == "-# 5 episodes have no transcript · still reading: 120 of 700"
        assert (await stage.ask("episodes")).lines[-1] == "-# still reading: 120 of 700"
        verdict = await stage.ask("verify", claim=CLAIM)
        assert "-# 1 episode was searched · 5 episodes have no transcript · still reading: 120 of 700" in verdict.lines
        with speaking("zh-CN"):
            assert (await stage.ask("episodes")).lines[-1] == "-# 仍在读取：700 份中已读 120 份"
        reading.progress = Progress(700, 700, is_complete=True)
        assert "reading" not in (await stage.ask("episodes")).text
        assert (await stage.ask("quote", text="harbour whales")).lines[-1] == "-# 5 episodes have no transcript"


@pytest.mark.parametrize(("command", "options"), [("episodes", {}), ("quote", {"text": "crane"}), ("random", {})])
async def test_before_anything_is_read_that_is_told(
    tmp_path: Path, servers: Servers, command: str, options: dict[str, Any]
) -> None:
    shelves = Shelves(place=tmp_path)
    shelves.progress = Progress(0, 700)
    async with set_up(shelves, servers) as stage:
        answer = await stage.ask(command, **options)
        assert answer.lines[0] == "I am still reading the transcripts: 0 of 700. Ask again in a minute."
        with speaking("zh-TW"):
            assert (await stage.ask(command, **options)).lines[0].startswith("文字稿还在读取中：700 份已读 0 份。")


async def test_a_check_of_a_message_waits_for_the_library_too(tmp_path: Path, servers: Servers) -> None:
    async with set_up(Shelves(place=tmp_path), servers) as stage:
        answer = await stage.ask("verify", claim=CLAIM)
        assert answer.lines[0].startswith("I have just started")


def test_a_snapshot_that_nobody_reads_any_more_is_let_go(tmp_path: Path) -> None:
    three = room(tmp_path, {"crane.txt": CRANE}, {7: {"Kettle": CRANE}, 8: {"Winch": CRANE}})
    desk = Desk(three.shelves, Random(1))
    for guild_id in (None, 7, 8):
        assert desk.answers_in(guild_id).library.find_speakers("")
    old = weakref.ref(three.shelves._snapshot or three)
    three.add(7, "Kettle", CRANE.replace("crane", "kettle"))
    gc.collect()
    gc.disable()  # whatever is let go is let go at once
    try:
        three.keep()
        desk.answers_in(None)
        assert old() is None
    finally:
        gc.enable()
