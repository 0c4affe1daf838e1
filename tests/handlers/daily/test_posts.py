"""Daily posts, day after day, in every kind of channel, once a date."""

from __future__ import annotations

from typing import Any

import discord
import pytest

from handlers import requests
from tests import limits
from tests.handlers.daily.stage import cut_off_before_marking, posts, rounds, sent_to, start
from tests.handlers.stage import Stage
from transcript.index.snapshots import Progress


async def test_a_post_comes_every_day_and_once(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    await rounds(stage, minutes=59)
    assert posts(channel) == []
    for day in range(3):
        for _ in range(24 if day else 2):
            await rounds(stage, hours=1)
        assert len(posts(channel)) == day + 1
    assert len(set(posts(channel))) == 3
    first = channel.history()[0]
    assert first.author == stage.bot.user
    assert not first.mentions


async def test_buttons_of_a_post_open_beside_it(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    await rounds(stage, hours=2)
    before = posts(channel)
    for label in ("Context", "中文"):
        result = await stage.bob.click(channel.history()[0], label=label)
        assert result.response.ephemeral
    assert posts(channel) == before


async def test_a_try_that_was_cut_off_after_sending_finds_its_message(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    stage.clock.forward(hours=1, minutes=1)
    await cut_off_before_marking(stage)
    assert len(posts(channel)) == 1
    for _ in range(3):
        await rounds(stage, minutes=10)
    assert len(posts(channel)) == 1
    (last,) = await stage.bot.servers.last_posts(stage.guild.id, 10)
    assert (last.status, last.message_id) == ("posted", channel.history()[0].id)


async def test_where_it_may_not_look_it_prefers_none_to_two(stage: Stage, owner: Any) -> None:
    closed = {stage.bot.user: discord.PermissionOverwrite(read_message_history=False)}
    channel = stage.guild.create_text_channel("blind", overwrites=closed)
    await start(stage, owner, channel)
    stage.clock.forward(hours=1, minutes=1)
    await cut_off_before_marking(stage)
    await rounds(stage, minutes=10)
    assert len(posts(channel)) == 1
    (last,) = await stage.bot.servers.last_posts(stage.guild.id, 10)
    assert last.status == "missed"
    await rounds(stage, days=1)
    assert len(posts(channel)) == 2


async def test_after_downtime_a_post_still_comes_for_six_hours(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    await rounds(stage, hours=6, minutes=59)
    assert len(posts(channel)) == 1
    await rounds(stage, hours=25, minutes=2)  # past tomorrow's by six hours and a minute
    assert len(posts(channel)) == 1
    status = await stage.ask("daily status", by=owner)
    assert next(line.split(" · ")[1] for line in status.lines if line.startswith("- ")).startswith("left out")
    await rounds(stage, hours=18)
    assert len(posts(channel)) == 2


async def test_after_days_of_downtime_only_todays_comes(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    await rounds(stage, days=3, hours=2)
    await rounds(stage, minutes=1)
    assert len(posts(channel)) == 1


async def test_a_thread_gets_posts(stage: Stage, owner: Any, channel: Any) -> None:
    here = stage.bot.get_channel(channel.id)
    assert isinstance(here, discord.TextChannel)
    await here.create_thread(name="quotes here", type=discord.ChannelType.public_thread)
    thread = channel.threads[0]
    answer = await start(stage, owner, thread)
    assert answer.lines[1].startswith(f"<#{thread.id}>")
    await rounds(stage, hours=2)
    assert len([text for text in posts(thread) if "Quote of the day" in text]) == 1


async def test_a_news_channel_gets_posts(stage: Stage, owner: Any) -> None:
    channel = stage.guild.create_news_channel("news")
    await start(stage, owner, channel)
    await rounds(stage, hours=2)
    assert len(posts(channel)) == 1


async def test_a_forum_gets_a_post_a_day(stage: Stage, owner: Any) -> None:
    forum = stage.guild.create_forum_channel("quotes")
    await start(stage, owner, forum)
    await rounds(stage, hours=2)
    await rounds(stage, days=1)
    assert sorted(thread.name for thread in forum.threads) == [
        "Quote of the day · 2026-01-01",
        "Quote of the day · 2026-01-02",
    ]
    status = await stage.ask("daily status", by=owner)
    newest = max(forum.threads, key=lambda thread: thread.id)
    assert f"https://discord.com/channels/{stage.guild.id}/{newest.id}/{newest.id}" in status.text


async def test_a_forums_post_is_sent_once_at_most(stage: Stage, owner: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    create, allowed = discord.ForumChannel.create_thread, []

    async def created(forum: discord.ForumChannel, **options: Any) -> Any:
        counting = requests._requests.get()
        allowed.append(counting and counting.most)
        return await create(forum, **options)

    monkeypatch.setattr(discord.ForumChannel, "create_thread", created)
    await start(stage, owner, stage.guild.create_forum_channel("quotes"))
    await rounds(stage, hours=2)
    assert allowed == [1]
    assert requests._requests.get() is None


async def test_in_a_forum_too_a_try_that_was_cut_off_finds_its_post(stage: Stage, owner: Any) -> None:
    forum = stage.guild.create_forum_channel("quotes")
    await start(stage, owner, forum)
    stage.clock.forward(hours=1, minutes=1)
    await cut_off_before_marking(stage)
    await rounds(stage, minutes=2)
    assert len(forum.threads) == 1
    (last,) = await stage.bot.servers.last_posts(stage.guild.id, 10)
    assert last.status == "posted"


async def test_a_post_carries_a_nonce_of_its_row_that_discord_is_to_enforce(
    stage: Stage, owner: Any, channel: Any
) -> None:
    await start(stage, owner, channel)
    await rounds(stage, hours=2)
    (payload,) = sent_to(stage, channel.id)
    (row,) = await stage.bot.servers.last_posts(stage.guild.id, 10)
    assert (payload["nonce"], payload["enforce_nonce"]) == (f"daily-{row.id}", True)
    assert len(payload["nonce"]) <= 25
    assert payload["allowed_mentions"]["parse"] == []
    limits.assert_message(payload["components"])


async def test_while_episodes_are_being_read_a_post_waits(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    shelves = stage.bot.desk.shelves
    shelves.progress = Progress(0, 1)
    await rounds(stage, hours=2)
    assert posts(channel) == []
    shelves.progress = Progress(1, 1, is_complete=True)
    await rounds(stage, minutes=1)
    assert len(posts(channel)) == 1
