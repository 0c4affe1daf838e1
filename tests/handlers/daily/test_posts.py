"""Daily posts, day after day, whatever happens."""

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


async def test_what_cannot_be_posted_is_told_to_the_owner_once_and_paused_after_a_week(
    stage: Stage, owner: Any, channel: Any
) -> None:
    await start(stage, owner, channel)
    here = stage.bot.get_channel(channel.id)
    assert isinstance(here, discord.TextChannel)
    await here.delete()
    await rounds(stage, hours=2)
    for _ in range(9):
        await rounds(stage, days=1)
    sent = [request for request in stage.env.http_requests if request.path.endswith("/users/@me/channels")]
    assert len(sent) == 1
    status = await stage.ask("daily status", by=owner)
    assert status.lines[0] == "### The quote of the day is paused: nothing could be posted for a week"
    assert status.text.count("could not be posted · The channel is gone.") == 7
    assert "It begins again with /daily start." in status.lines


async def test_a_post_that_works_again_forgets_the_failures(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    stage.env.inject_error("POST", f"/channels/{channel.id}/messages", status=403, code=50013)
    await rounds(stage, hours=2)
    assert posts(channel) == []
    await rounds(stage, days=1)
    assert len(posts(channel)) == 1
    server = await stage.bot.servers.server(stage.guild.id)
    assert server
    assert (server.failures, server.told) == (0, False)


async def test_a_try_that_discord_fails_is_tried_again_a_minute_later(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    stage.env.inject_error("POST", f"/channels/{channel.id}/messages", status=500)
    await rounds(stage, hours=1, minutes=1)
    assert posts(channel) == []
    await rounds(stage, seconds=30)
    assert posts(channel) == []  # whoever tried may still be at it
    await rounds(stage, seconds=31)
    assert len(posts(channel)) == 1


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


async def test_a_server_that_removed_the_bot_is_kept_for_thirty_days(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    guild = stage.bot.get_guild(stage.guild.id)
    assert guild
    await guild.leave()
    await stage.env.settle()
    server = await stage.bot.servers.server(stage.guild.id)
    assert server
    assert server.left_at == int(stage.clock().timestamp())
    await rounds(stage, days=29)
    assert await stage.bot.servers.server(stage.guild.id)
    await rounds(stage, days=2)
    assert await stage.bot.servers.server(stage.guild.id) is None


async def test_a_server_that_fails_holds_up_no_other(
    stage: Stage, owner: Any, channel: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    await start(stage, owner, channel)
    other = stage.env.create_guild("another")
    second = other.create_text_channel("daily")
    manager = other.create_role("Owners", permissions=discord.Permissions(manage_guild=True))
    await stage.ask(
        "daily start",
        by=other.add_member(stage.env.create_user("oz"), roles=[manager]),
        where=second,
        channel=second,
        time="09:00",
        timezone="Europe/London",
    )
    monkeypatch.setattr(stage.bot.posting, "_claim_post", _failing(stage.bot.posting._claim_post, stage.guild.id))
    await rounds(stage, hours=2)
    assert posts(channel) == []
    assert len(posts(second)) == 1


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


async def test_whoever_set_it_up_is_told_privately_what_mends_it(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    stage.env.inject_error("POST", f"/channels/{channel.id}/messages", status=403, code=50013)
    await rounds(stage, hours=2)
    told = str(sent_to(stage)[-1]["components"])
    assert f"could not be posted in <#{channel.id}> of **{stage.guild.name}**." in told
    assert "Give me the permission Send Messages there." in told
    assert "paused after 7 days" in told


async def test_where_the_owner_takes_no_messages_the_channel_for_notices_is_told(
    stage: Stage, owner: Any, channel: Any
) -> None:
    await start(stage, owner, channel)
    guild = stage.bot.get_guild(stage.guild.id)
    assert guild is not None
    stage.env.inject_error("POST", "/users/@me/channels", status=403, code=50007, times=None)
    stage.env.inject_error("POST", f"/channels/{channel.id}/messages", status=403, code=50013)
    notices = stage.bot.get_channel(stage.channel.id)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(discord.Guild, "system_channel", property(lambda _: notices))
        await rounds(stage, hours=2)
    assert len([text for text in posts(stage.channel) if "could not be posted" in text]) == 1


async def test_who_could_not_be_told_is_told_at_the_next_failure(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    stage.env.inject_error("POST", f"/channels/{channel.id}/messages", status=403, code=50013, times=2)
    stage.env.inject_error("POST", "/users/@me/channels", status=500)
    await rounds(stage, hours=2)
    server = await stage.bot.servers.server(stage.guild.id)
    assert server
    assert not server.told
    await rounds(stage, days=1)
    assert "could not be posted" in str(sent_to(stage)[-1]["components"])


async def test_a_server_that_comes_back_gets_its_posts(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    await stage.bot.servers.left(stage.guild.id, stage.clock())
    guild = stage.bot.get_guild(stage.guild.id)
    assert guild
    await stage.bot.on_guild_join(guild)
    await rounds(stage, hours=2)
    assert len(posts(channel)) == 1


def _failing(method: Any, guild_id: int) -> Any:
    async def fail(server: Any, *more: Any) -> Any:
        if server.guild_id == guild_id:
            raise RuntimeError("something broke")
        return await method(server, *more)

    return fail


async def test_while_episodes_are_being_read_a_post_waits(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    shelves = stage.bot.desk.shelves
    shelves.progress = Progress(0, 1)
    await rounds(stage, hours=2)
    assert posts(channel) == []
    shelves.progress = Progress(1, 1, is_complete=True)
    await rounds(stage, minutes=1)
    assert len(posts(channel)) == 1
