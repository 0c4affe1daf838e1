"""Feeds, uploads and what was fetched of them, on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.engine import URL

from config.library.rows import FULL, Fetched, ItemFacts, QuotaError, Quotas, SourceFacts, Usage
from config.library.sources import Due, Sources
from config.library.tables import OPERATOR, Item, Source
from config.queries import Shards
from config.rows import KEPT
from config.servers import Servers

NOW = datetime(2026, 1, 1, 9, tzinfo=UTC)


LATER = NOW + timedelta(minutes=30)


FEED = "https://example.org/feed.xml"


@pytest.fixture
async def sources(database: URL) -> AsyncIterator[Sources]:
    """Sources in an empty database."""
    async with aclosing(Sources(database)) as sources:
        yield sources


def episode(number: int, *, words: bool = True, title: str = "") -> ItemFacts:
    return ItemFacts(
        f"guid-{number}", title or f"Episode {number}", f"2026-01-{number:02}", addresses=str(number) if words else None
    )


async def feed(sources: Sources, guild_id: int = 1, address: str = FEED) -> Source:
    source, _ = await sources.add_feed(guild_id, address, 9, NOW)
    return source


async def fetched(sources: Sources, item: Item, words: bytes = b"Hello.") -> None:
    assert await sources.keep_fetched(item.id, Fetched(words, ".vtt"), next_look=LATER) == "kept"


async def states(sources: Sources, source: Source) -> list[tuple[str, str, str | None]]:
    return [(item.title, item.state, item.reason) for item in await sources.items(source.id)]


async def test_a_feed_that_is_added_twice_is_one_and_is_due_at_once(sources: Sources) -> None:
    one, is_new = await sources.add_feed(1, FEED, 9, NOW)
    again, is_new_again = await sources.add_feed(1, FEED, 9, LATER)
    elsewhere, _ = await sources.add_feed(2, FEED, 9, LATER)
    assert (is_new, is_new_again, one.id == again.id, one.id == elsewhere.id) == (True, False, True, False)
    assert [(due.source_id, due.guild_id) for due in await sources.due_feeds(LATER)] == [(one.id, 1), (elsewhere.id, 2)]


async def test_of_two_processes_one_takes_a_due_feed(sources: Sources, database: URL) -> None:
    source = await feed(sources)
    async with aclosing(Sources(database)) as others:
        due = (await others.due_feeds(NOW))[0]
        taken = await asyncio.gather(sources.take_feed(due, LATER), others.take_feed(due, LATER))
    assert [found and found.id for found in taken].count(source.id) == 1
    assert await sources.due_feeds(NOW) == []
    assert await sources.due_feeds(LATER) == [Due(source.id, 1, int(LATER.timestamp()))]


async def test_what_a_look_at_a_feed_gave_is_kept(sources: Sources) -> None:
    source = await feed(sources)
    await sources.feed_failed(source.id, "the server\0 answers 500", NOW, LATER)
    failed = await sources.source(source.id)
    assert failed is not None
    assert (failed.failures, failed.error, failed.next_look) == (1, "the server answers 500", int(LATER.timestamp()))
    facts = SourceFacts("The \udc00show", "en", "x" * 2000, etag='"7"', last_modified="yesterday")
    await sources.feed_looked_at(source.id, NOW, LATER, facts)
    await sources.feed_looked_at(source.id, LATER, LATER)
    seen = await sources.source(source.id)
    assert seen is not None
    assert (seen.failures, seen.error, seen.show, seen.image) == (0, None, "The ?show", None)
    assert (seen.etag, seen.last_modified, seen.looked_at) == ('"7"', "yesterday", int(LATER.timestamp()))
    assert await sources.refresh(1, NOW) == 1
    fresh = await sources.source(source.id)
    assert fresh is not None
    assert (fresh.etag, fresh.last_modified, fresh.next_look) == (None, None, int(NOW.timestamp()))


async def test_items_that_a_feed_tells_wait_for_their_words_or_have_none(sources: Sources) -> None:
    source = await feed(sources)
    told = await sources.tell_items(source.id, [episode(2), episode(1, words=False)], NOW)
    assert (told.added, told.changed) == (2, 0)
    assert await states(sources, source) == [("Episode 2", "waiting", None), ("Episode 1", "wordless", None)]
    assert [item.title for item in await sources.due_items(source.id, NOW, 9)] == ["Episode 2"]
    assert await sources.wordless_counts() == {1: 1}
    told = await sources.tell_items(source.id, [episode(1, title="First"), episode(3)], LATER)
    assert (told.added, told.changed) == (1, 1)
    assert [state for _, state, _ in await states(sources, source)] == ["waiting", "waiting", "waiting"]
    assert await sources.count_items([source.id, 77]) == {source.id: {"waiting": 3}, 77: {}}


async def test_a_key_or_a_title_of_any_length_and_with_any_sign_is_one_item(sources: Sources) -> None:
    source = await feed(sources)
    odd = ItemFacts("k\0" * 5000, "t\0\ud800" * 5000, number=10**12, people="[]\0")
    for _ in range(2):
        await sources.tell_items(source.id, [odd, odd], NOW)
    [item] = await sources.items(source.id)
    assert (len(item.key), len(item.title), item.number, item.people) == (64, 500, None, "[]")


async def test_a_changed_transcript_replaces_the_old_and_the_same_one_is_left(sources: Sources) -> None:
    source = await feed(sources)
    await sources.tell_items(source.id, [episode(1)], NOW)
    [item] = await sources.items(source.id)
    await fetched(sources, item)
    before = await sources.changes(-1)
    assert before is not None
    assert await sources.keep_fetched(item.id, Fetched(b"Hello.", ".vtt"), next_look=LATER) == "same"
    assert await sources.keep_fetched(item.id, Fetched(b"Hallo.", ".vtt", b"{}"), next_look=None) == "kept"
    assert await sources.keep_fetched(77, Fetched(b"Hallo.", ".vtt"), next_look=None) == "gone"
    after = await sources.changes(before.count)
    assert after is not None
    assert [changed.id for changed in after.changed] == [source.id]
    [item] = await sources.readable_items(source.id)
    assert await sources.content(item.transcript or "") == b"Hallo."
    assert await sources.content(item.chapters or "") == b"{}"
    assert (await sources.usage(1)).bytes == len(b"Hallo.{}")


async def test_an_item_whose_address_changed_is_fetched_again(sources: Sources) -> None:
    source = await feed(sources)
    await sources.tell_items(source.id, [episode(1)], NOW)
    [item] = await sources.items(source.id)
    assert await sources.keep_fetched(item.id, Fetched(b"Hello.", ".vtt"), next_look=None) == "kept"
    assert await sources.due_items(source.id, LATER, 9) == []
    await sources.tell_items(source.id, [ItemFacts("guid-1", "Episode 1", addresses="elsewhere")], LATER)
    assert [item.state for item in await sources.due_items(source.id, LATER, 9)] == ["kept"]


async def test_what_cannot_be_had_is_told_and_what_was_had_before_serves_on(sources: Sources) -> None:
    source = await feed(sources)
    await sources.tell_items(source.id, [episode(2), episode(1)], NOW)
    newer, older = await sources.items(source.id)
    await fetched(sources, newer)
    await sources.fail_item(newer.id, "it is a page, not a transcript", next_look=LATER)
    await sources.fail_item(older.id, "it is a page, not a transcript", next_look=None)
    assert await states(sources, source) == [
        ("Episode 2", "kept", None),
        ("Episode 1", "failed", "it is a page, not a transcript"),
    ]


async def test_quotas_hold_and_room_is_taken_when_there_is_some(sources: Sources) -> None:
    few = Quotas(episodes=1, megabytes=1, feeds=1)
    source, _ = await sources.add_feed(1, FEED, 9, NOW, few)
    assert not (await sources.add_feed(1, FEED, 9, NOW, few))[1]
    with pytest.raises(QuotaError) as refused:
        await sources.add_feed(1, f"{FEED}?2", 9, NOW, few)
    assert (refused.value.what, refused.value.most) == ("feeds", 1)
    await sources.tell_items(source.id, [episode(2), episode(1)], NOW, few)
    assert await states(sources, source) == [("Episode 2", "waiting", None), ("Episode 1", "skipped", FULL)]
    newer, _ = await sources.items(source.id)
    with pytest.raises(QuotaError, match="megabytes"):
        await sources.keep_fetched(newer.id, Fetched(bytes(1_000_001), ".vtt"), next_look=None, quotas=few)
    await sources.fail_item(newer.id, "megabytes", next_look=None, skipped=True)
    await sources.tell_items(source.id, [episode(1)], NOW, few)
    assert await states(sources, source) == [("Episode 2", "skipped", "megabytes"), ("Episode 1", "waiting", None)]
    show, _ = await sources.add_show(1, "Ours", 9, NOW)
    with pytest.raises(QuotaError, match="episodes"):
        await sources.add_file(show.id, "one.txt", b"A: Hello.", NOW, few)
    assert await sources.items(show.id) == []
    assert await sources.usage(1) == Usage(1, 0, 1)


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


async def test_hidden_episodes_are_not_readable_and_come_back(sources: Sources) -> None:
    source = await feed(sources)
    await sources.tell_items(source.id, [episode(1)], NOW)
    [item] = await sources.items(source.id)
    await fetched(sources, item)
    assert not await sources.hide_item(2, item.id, hidden=True)
    assert await sources.hide_item(1, item.id, hidden=True)
    assert await sources.readable_items(source.id) == []
    assert await sources.count_items([source.id]) == {source.id: {"hidden": 1}}
    assert not await sources.remove_item(1, item.id)
    assert await sources.hide_item(1, item.id, hidden=False)
    assert [item.title for item in await sources.readable_items(source.id)] == ["Episode 1"]


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


async def test_the_operators_feeds_are_those_that_are_named(sources: Sources, servers: Servers) -> None:
    await sources.name_feeds([FEED, f"{FEED}?2"], NOW)
    first, second = await sources.sources(OPERATOR)
    await sources.name_feeds([f"{FEED}?2"], NOW)
    assert [source.id for source in await sources.sources(OPERATOR)] == [second.id]
    assert [due.source_id for due in await sources.due_feeds(NOW)] == [second.id]
    await sources.name_feeds([FEED, f"{FEED}?2"], LATER)
    assert [source.id for source in await sources.all_sources()] == [first.id, second.id]
    await sources.name_feeds([], NOW)
    await servers.forget_the_left(NOW + KEPT, Shards())
    assert await sources.source(first.id) is None


async def test_a_servers_own_go_with_its_data_thirty_days_after_it_removed_the_bot(
    sources: Sources, servers: Servers
) -> None:
    here, there = await feed(sources, 1 << 22), await feed(sources, 2 << 22)
    await sources.set_shared(2 << 22, shared=False)
    await sources.announce_in(1 << 22, 55, NOW)
    assert await sources.unshared() == {2 << 22}
    assert (await sources.library_of(1 << 22)).announce_channel_id == 55
    assert (await sources.library_of(3)).shared
    await servers.is_in([], NOW, Shards(4, (2,)))
    assert [due.source_id for due in await sources.due_feeds(NOW)] == [here.id]
    await servers.forget_the_left(NOW + KEPT - timedelta(seconds=1), Shards())
    assert await sources.source(there.id) is not None
    await servers.is_in([2 << 22], NOW, Shards(4, (2,)))
    await servers.left(1 << 22, NOW)
    await servers.forget_the_left(NOW + KEPT, Shards())
    assert [source.id for source in await sources.all_sources()] == [there.id]
    assert (await sources.library_of(1 << 22)).announce_channel_id is None
    await servers.left(2 << 22, NOW)
    await servers.came_back(2 << 22)
    await servers.forget_the_left(NOW + KEPT, Shards())
    assert await sources.unshared() == {2 << 22}
