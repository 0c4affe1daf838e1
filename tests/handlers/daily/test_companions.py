"""Companions of a daily post: a mention of one role, a thread, a pin, its publication; and its button's end."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import discord
import pytest

from handlers.daily.companions import lacks_of
from tests import limits
from tests.config.ledgers import DAY, EIGHT, NINE, chosen
from tests.handlers.daily.stage import rounds, start
from tests.handlers.stage import Stage
from tests.handlers.world import World, world
from tests.standin.answers import answering, error
from tests.standin.payloads import CHANNEL, EVERYTHING, GUILD, ROLE
from tests.standin.server import StandIn

__all__ = ["world"]


@pytest.fixture(params=[0, 5], ids=["text", "news"])
def there(request: pytest.FixtureRequest) -> StandIn:
    """A Discord whose channel is one for text or for announcements."""
    there = StandIn()
    there.channel_type = request.param
    return there


async def begin(world: World, **choices: Any) -> None:
    await world.bot.servers.start(chosen(GUILD, channel_id=CHANNEL, **choices), EIGHT)


def posted(world: World) -> list[dict[str, Any]]:
    return list(world.discord.messages.values())


def texts_of(message: dict[str, Any]) -> str:
    parts = [each["content"] for each in limits.walk(message["components"]) if each["type"] == limits.TEXT_DISPLAY]
    return "\n".join(parts)


def labels_of(message: dict[str, Any]) -> list[str]:
    return [each["label"] for each in limits.walk(message["components"]) if each["type"] == limits.BUTTON]


async def test_a_post_alone_has_none_of_it_and_mentions_nobody(world: World) -> None:
    await begin(world)
    await world.bot.posting.visit(GUILD, NINE)
    (message,) = posted(world)
    assert world.discord.mentions == [{"parse": []}]
    assert "<@" not in texts_of(message)
    assert not world.discord.threads
    assert not message["pinned"]
    assert not message["flags"] & 1


async def test_a_post_with_all_of_it(world: World) -> None:
    await begin(world, role_id=ROLE, thread=True, pin=True, publish=True)
    await world.bot.posting.visit(GUILD, NINE)
    (message,) = posted(world)
    assert texts_of(message).startswith(f"-# Quote of the day · <@&{ROLE}>\n")
    (mentions,) = world.discord.mentions
    assert (mentions["parse"], mentions["roles"], mentions.get("users", [])) == ([], [ROLE], [])
    assert [each["name"] for each in world.discord.threads.values()] == ["Quote of the day · 2026-01-01"]
    assert message["pinned"]
    assert bool(message["flags"] & 1) == (world.discord.channel_type == 5)
    await world.bot.posting.visit(GUILD, NINE + DAY)
    assert [each["pinned"] for each in posted(world)] == [False, True]
    assert len(world.discord.threads) == 2


@pytest.mark.parametrize("route", ["/threads", "/pins", "/crosspost"])
async def test_what_is_refused_leaves_the_post_and_the_rest(world: World, route: str) -> None:
    await begin(world, thread=True, pin=True, publish=True)
    refused = {"/threads": "POST", "/pins": "PUT", "/crosspost": "POST"}[route]
    world.discord.refused = (refused, route)
    await world.bot.posting.visit(GUILD, NINE)
    (message,) = posted(world)
    (row,) = await world.bot.servers.last_posts(GUILD, 1)
    assert row.status == "posted"
    assert (len(world.discord.threads), message["pinned"]) == (int(route != "/threads"), route != "/pins")


async def test_a_try_that_was_cut_off_adds_what_is_lacking_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    await begin(world, thread=True, pin=True)
    marking = world.bot.servers.mark

    async def end(*_: object, **__: object) -> None:
        raise SystemError("the process ended")

    monkeypatch.setattr(world.bot.servers, "mark", end)
    with pytest.raises(SystemError):
        await world.bot.posting.visit(GUILD, NINE)
    monkeypatch.setattr(world.bot.servers, "mark", marking)
    (message,) = posted(world)
    message["pinned"] = False
    await world.bot.posting.visit(GUILD, NINE + timedelta(seconds=61))
    assert len(posted(world)) == len(world.discord.threads) == 1
    assert message["pinned"]
    (row,) = await world.bot.servers.last_posts(GUILD, 1)
    assert row.status == "posted"


async def test_what_is_lacking_is_told(world: World) -> None:
    server = chosen(GUILD, channel_id=CHANNEL, role_id=ROLE, thread=True, pin=True, publish=True)
    news = world.discord.channel_type == 5
    assert await lacks_of(world.bot, server) == ([] if news else ["publish"], False)
    guild = world.bot.get_guild(GUILD)
    assert guild is not None
    needed = discord.Permissions(view_channel=True, send_messages=True, read_message_history=True)
    guild.default_role._permissions = needed.value
    lacks, _ = await lacks_of(world.bot, server)
    assert lacks == ["mention", "open", "pin", *([] if news else ["publish"])]
    server.role_id = 77
    assert (await lacks_of(world.bot, server))[0][0] == "role"


async def test_after_an_hour_the_button_is_gone_and_the_rest_stays(world: World) -> None:
    await begin(world, role_id=ROLE)
    await world.bot.posting.visit(GUILD, NINE)
    (message,) = posted(world)
    before = texts_of(message)
    assert "Not this one" in labels_of(message)
    shards = world.bot.rounds._shards
    await world.bot.posting.remove_old_buttons(NINE + timedelta(minutes=59), shards)
    assert "Not this one" in labels_of(message)
    world.discord.faults.append(("PATCH /channels/", answering(lambda: error(400, 50035))))
    await world.bot.posting.remove_old_buttons(NINE + timedelta(minutes=60), shards)
    assert world.discord.faults == []
    assert "Not this one" in labels_of(message)  # Discord will not have it: it stays, and is not tried for ever
    await begin(world)
    await world.bot.posting.visit(GUILD, NINE + DAY)
    await world.bot.posting.remove_old_buttons(NINE + DAY + timedelta(hours=1), shards)
    second = posted(world)[1]
    assert labels_of(second) == ["Context", "中文"]
    assert texts_of(message) == before


async def test_in_simulated_discord_the_rounds_take_the_button_away(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    await rounds(stage, hours=1)
    await rounds(stage, minutes=61)
    message = channel.history()[0]
    assert "Not this one" not in str(message.components)


def test_everything_is_every_permission() -> None:
    assert discord.Permissions(int(EVERYTHING)).pin_messages
