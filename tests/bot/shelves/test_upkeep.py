"""The library as the bot has it kept: by a process that reads, from folders and from the database."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import time
from asyncio.events import Handle
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import aclosing, asynccontextmanager, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from random import Random

import pytest
from sqlalchemy.engine import URL

from bot.shelves.upkeep import Upkeep, keeping_library
from bot.shelves.worker import Orders
from config.library.sources import Sources
from handlers.addresses.pointers import worth_showing
from handlers.answers import Answers
from handlers.library.desk import Desk
from handlers.texts import texts_in
from tests.conftest import PATIENCE
from tests.databases import database, new_postgres, postgres
from transcript.library import Library
from transcript.search import search

__all__ = ["database", "postgres"]


NOW = datetime(2026, 1, 1, 9, tzinfo=UTC)


CRANE = "(00:00) Ann Li:\nThe old crane stands on the bridge since spring, and nobody knows whose it is.\n"


KETTLE = b"(00:00) Bo Ek:\nOur kettle whistles a polka whenever the window is left open at night.\n"


def orders_in(folder: Path, url: URL) -> Orders:
    transcripts = folder / "transcripts"
    transcripts.mkdir(exist_ok=True)
    data = folder / "data"
    database = url.render_as_string(hide_password=False)
    return Orders((transcripts,), data, data / "shelves", database, True, log_level="ERROR", following_every=0.2)


@asynccontextmanager
async def kept(orders: Orders) -> AsyncIterator[tuple[Upkeep, Sources]]:
    async with aclosing(Sources(orders.url)) as sources, keeping_library(orders, sources) as upkeep:
        yield upkeep, sources


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not condition():  # noqa: ASYNC110 - another process tells nobody
            await asyncio.sleep(0.05)


def titles(library: Library) -> set[str]:
    return {episode.title for episode in library.episodes}


async def add_file(sources: Sources, guild_id: int, name: str, content: bytes = KETTLE) -> int:
    show, _ = await sources.add_show(guild_id, "Ours", None, NOW)
    item = await sources.add_file(show.id, name, content, NOW)
    assert item is not None
    return item.id


async def test_files_and_uploads_are_taken_in_without_a_restart(tmp_path: Path, database: URL) -> None:
    orders = orders_in(tmp_path, database)
    folder = orders.paths[0]
    async with kept(orders) as (upkeep, sources):
        shelves = upkeep.shelves
        (folder / "crane.txt").write_text(CRANE)
        await until(lambda: titles(shelves.seen_in(None)) == {"crane"})
        await add_file(sources, 7, "Kettle.txt")
        item = await add_file(sources, 7, "Broken.txt", b"%PDF-1.7\n")
        await until(lambda: titles(shelves.seen_in(7)) == {"crane", "Kettle"})
        assert titles(shelves.seen_in(8)) == {"crane"}
        async with asyncio.timeout(PATIENCE):
            while (found := await sources.item(item)) is None or found.reason is None:  # noqa: ASYNC110 - likewise
                await asyncio.sleep(0.05)
        assert found.reason == "it is a PDF, not text"
        (folder / "crane.txt").write_text(CRANE.replace("crane", "windmill"))
        await until(lambda: search(shelves.seen_in(7), "old windmill stands on the bridge").confident)
        (folder / "crane.txt").unlink()
        await until(lambda: titles(shelves.seen_in(7)) == {"Kettle"})
        await sources.set_shared(7, shared=False)
        await until(lambda: shelves.sharing.alone == {7})


async def test_two_processes_on_one_database_each_bring_their_own_up_to_date(tmp_path: Path, postgres: str) -> None:
    url = await asyncio.to_thread(new_postgres, postgres)
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    async with kept(orders_in(one, url)) as (first, sources), kept(orders_in(other, url)) as (second, _):
        item = await add_file(sources, 7, "Kettle.txt")
        for shelves in (first.shelves, second.shelves):
            await until(lambda shelves=shelves: titles(shelves.seen_in(7)) == {"Kettle"})  # type: ignore[misc]  # a loop's own
        assert first.shelves.seen_in(7).episodes == second.shelves.seen_in(7).episodes
        await sources.remove_item(7, item)
        for shelves in (first.shelves, second.shelves):
            await until(lambda shelves=shelves: titles(shelves.seen_in(7)) == set())  # type: ignore[misc]  # likewise


def worker_of(upkeep: Upkeep) -> int:
    assert upkeep._worker is not None
    return upkeep._worker.pid


async def test_of_two_bots_in_one_folder_the_other_goes_on_when_one_ends(tmp_path: Path, database: URL) -> None:
    orders = orders_in(tmp_path, database)
    (orders.paths[0] / "crane.txt").write_text(CRANE)
    async with kept(orders) as (second, sources):
        await second.wait_until_complete(PATIENCE)
        async with kept(orders) as (first, _):
            assert titles(first.shelves.seen_in(None)) == {"crane"}  # at once: the other has read it
            await add_file(sources, 7, "Kettle.txt")
            await until(lambda: titles(first.shelves.seen_in(7)) == {"crane", "Kettle"})
            os.kill(worker_of(second), signal.SIGKILL)
            await add_file(sources, 7, "Second.txt")
            await until(lambda: "Second" in titles(first.shelves.seen_in(7)))
            await until(lambda: "Second" in titles(second.shelves.seen_in(7)))


async def test_a_kill_at_any_step_leaves_each_episode_whole_or_absent(
    tmp_path: Path, database: URL, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.shelves.upkeep.LONGEST_PAUSE", 0.01)
    orders, rng = orders_in(tmp_path, database), Random(database.get_backend_name())
    async with kept(orders) as (upkeep, sources):
        await upkeep.wait_until_complete(PATIENCE)
        for number in range(3):
            words = CRANE.replace("crane", f"crane number{number}")
            (orders.paths[0] / f"crane {number}.txt").write_text(words)
            await add_file(sources, 7, f"Kettle {number}.txt", KETTLE.replace(b"kettle", f"kettle {number}".encode()))
            await until(lambda: upkeep._worker is not None and upkeep._worker.returncode is None)
            await asyncio.sleep(rng.uniform(0.0, 2.0))  # at any step
            with suppress(ProcessLookupError):
                os.kill(worker_of(upkeep), signal.SIGKILL)
            assert_whole(upkeep.shelves.seen_in(7))
        await until(lambda: len(upkeep.shelves.seen_in(7).episodes) == 6)
        assert_whole(upkeep.shelves.seen_in(7))
    assert not list(orders.own_files.rglob(".writing-*"))


def assert_whole(library: Library) -> None:
    for episode in library.episodes:
        [segment] = library.segments(episode.slug, 0, 9)
        assert search(library, segment.text["en"], episode=episode.slug).confident


VERSIONS = 100


def version(number: int) -> str:
    """A transcript that names its version in each of three turns, which a card shows together."""
    turns = [
        f"(00:{10 * place:02}) Ann Li:\nIn version{number:03} the crane of {name} was painted once more.\n"
        for place, name in enumerate(("Aster", "Birch", "Cedar"))
    ]
    return "\n".join(turns)


@contextmanager
def timing_callbacks() -> Iterator[list[float]]:
    """The processor seconds of each callback of the event loop: what it waits for others does not count."""
    spent, run = [0.0], Handle._run

    def timed(handle: Handle) -> None:
        begun = time.thread_time()
        run(handle)
        spent.append(time.thread_time() - begun)

    gc.collect()
    gc.disable()  # what is loaded for tests is not what the bot has, which leaves it out for good
    try:
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(Handle, "_run", timed)
            yield spent
    finally:
        gc.enable()


async def write_versions(path: Path) -> None:
    for number in range(1, VERSIONS + 1):
        path.with_suffix(".new").write_text(version(number))
        path.with_suffix(".new").replace(path)
        await asyncio.sleep(0.1)


def versions_shown(answers: Answers) -> set[str]:
    """The versions of the words on one card. Not for the event loop."""
    found = search(answers.library, "crane of Birch was painted once more")
    address = answers.pointing.quotes(worth_showing(found)[:1])
    assert address is not None
    told = str(answers.card_at(replace(address, context=True), texts_in("en"), private=False))
    return {part[:3] for part in told.replace("*", "").split("version")[1:]}


async def test_while_a_folder_changes_every_answer_is_of_one_snapshot(tmp_path: Path) -> None:
    url = URL.create("sqlite+aiosqlite", database=str(tmp_path / "own.db"))
    orders = orders_in(tmp_path, url)
    path, seen = orders.paths[0] / "cranes.txt", set[str]()
    path.write_text(version(0))
    changing = True

    async def ask(desk: Desk) -> None:
        """A question every twentieth of a second, for as long as it changes."""
        while changing:
            answers = desk.answers_in(None)
            versions = await answers.make(partial(versions_shown, answers))
            assert len(versions) == 1, versions
            seen.update(versions)
            await asyncio.sleep(0.05)

    async with kept(orders) as (upkeep, _):
        await upkeep.wait_until_complete(PATIENCE)
        await until(lambda: len(upkeep.shelves.seen_in(None).episodes) == 1)
        desk = Desk(upkeep.shelves, Random(1))
        with timing_callbacks() as spent:
            asking = [asyncio.create_task(ask(desk)) for _ in range(3)]
            await write_versions(path)
            await until(lambda: bool(search(upkeep.shelves.seen_in(None), f"version{VERSIONS:03}").matches))
            changing = False
            await asyncio.gather(*asking)
    assert len(seen) > 3
    assert max(spent) < 0.02
