"""Bytes that were uploaded or fetched, and the changes that whoever reads them follows."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

from sqlalchemy.engine import URL

from config.library.sources import Sources
from tests.config.library.told import LATER, NOW, episode, feed, fetched, states


async def test_an_upload_is_known_by_its_name_and_given_back_as_it_was(sources: Sources) -> None:
    show, _ = await sources.add_show(1, "Ours", 9, NOW)
    for words in (b"A: Hello.", b"A: Hello again."):
        item = await sources.add_file(show.id, "2026-01-02 One.TXT", words, NOW)
    assert item is not None
    assert (item.title, item.ending, item.file_name) == ("2026-01-02 One", ".txt", "2026-01-02 One.TXT")
    exported = [(source.show, item.file_name, content) async for source, item, content in sources.export(1)]
    assert exported == [("Ours", "2026-01-02 One.TXT", b"A: Hello again.")]
    assert not await sources.remove_item(2, item.id)
    assert await sources.remove_item(1, item.id)
    assert await sources.items(show.id) == []
    assert await sources.add_file(77, "one.txt", b"A: Hello.", NOW) is None


async def test_bytes_are_kept_once_and_for_as_long_as_anybody_has_them(sources: Sources) -> None:
    one, two = await feed(sources, 1), await feed(sources, 2)
    for source in (one, two):
        await sources.tell_items(source.id, [episode(1)], NOW)
        [item] = await sources.items(source.id)
        await fetched(sources, item)
    digest = (await sources.items(one.id))[0].transcript or ""
    assert not await sources.remove_source(2, one.id)
    assert await sources.remove_source(1, one.id)
    assert await sources.content(digest) == b"Hello."
    assert await sources.remove_source(2, two.id)
    assert await sources.content(digest) is None


async def test_what_was_read_is_told_once_and_only_of_the_bytes_that_were_read(sources: Sources) -> None:
    source = await feed(sources)
    await sources.tell_items(source.id, [episode(1)], NOW)
    [item] = await sources.items(source.id)
    await fetched(sources, item)
    digest = (await sources.items(source.id))[0].transcript or ""
    assert not await sources.mark_read(item.id, "0" * 64, NOW)
    assert await sources.mark_read(item.id, digest, NOW)
    assert not await sources.mark_read(item.id, digest, LATER)
    [ready] = await sources.items(source.id)
    assert (ready.state, ready.ready_at) == ("ready", int(NOW.timestamp()))
    await fetched(sources, item, b"<html>")
    digest = (await sources.items(source.id))[0].transcript or ""
    assert await sources.mark_read(item.id, digest, LATER, "it is a page")
    assert await states(sources, source) == [("Episode 1", "failed", "it is a page")]


async def test_changes_are_followed_in_the_order_of_their_commits(sources: Sources, database: URL) -> None:
    begin = await sources.changes(-1)
    assert begin is not None
    assert (begin.changed, begin.ids) == ([], frozenset())
    assert await sources.changes(begin.count) is None
    made = [await feed(sources, guild_id) for guild_id in range(1, 9)]
    seen: set[int] = set()
    count = begin.count
    async with aclosing(Sources(database)) as others:

        async def follow() -> None:
            nonlocal count
            found = await others.changes(count)
            if found is not None:
                count = found.count
                seen.update(source.id for source in found.changed if source.changed > begin.count + 8)

        telling = [sources.tell_items(source.id, [episode(1)], NOW) for source in made]
        await asyncio.gather(*telling, *(follow() for _ in range(20)))
        await follow()
    assert seen == {source.id for source in made}
