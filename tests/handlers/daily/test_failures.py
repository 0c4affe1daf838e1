"""Daily posts that cannot be sent: tried again, told to whoever set them up, paused and taken up again."""

from __future__ import annotations

from typing import Any

import discord
import pytest

from tests.handlers.daily.stage import posts, rounds, sent_to, start
from tests.handlers.stage import Stage


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
