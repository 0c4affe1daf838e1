"""Items that a feed tells, their transcripts, and the quotas of their server."""

from __future__ import annotations

import pytest

from config.library.rows import FULL, Fetched, ItemFacts, QuotaError, Quotas, Usage
from config.library.sources import Sources
from tests.config.library.told import FEED, LATER, NOW, episode, feed, fetched, states


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
