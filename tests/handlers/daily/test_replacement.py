""" "Not this one" on a post."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import discord

from config.servers import Servers
from tests.conftest import MakeLibrary
from tests.handlers.daily.stage import buttons, posts, rounds, start
from tests.handlers.stage import Seen, Stage, seen, set_up


async def test_not_this_one_puts_another_in_its_place_for_good(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    await rounds(stage, hours=2)
    before = posts(channel)[0]
    refused = await stage.bob.click(channel.history()[0], label="Not this one")
    assert refused.response.ephemeral
    assert posts(channel) == [before]
    await owner.click(channel.history()[0], label="Not this one")
    after = posts(channel)
    assert len(after) == 1
    assert after[0] != before
    (post,) = await stage.bot.servers.last_posts(stage.guild.id, 10)
    history = await stage.bot.servers.history(stage.guild.id)
    assert len(history.recent) == len(history.refused) == 1
    await stage.restart()
    await owner.click(channel.history()[0], label="Not this one")
    assert posts(channel)[0] not in (before, after[0])
    again = await stage.bot.servers.post(post.id)
    assert again
    assert again.status == "posted"


async def test_not_this_one_of_another_server_or_of_nothing_is_refused(stage: Stage, owner: Any) -> None:
    planted = await stage.plant("3n99999.1.2")
    answer = await stage.press(planted, "old", by=owner)
    assert answer.text.startswith("No quote of the day is set up in this server.")
    await start(stage, owner, stage.channel)
    answer = await stage.press(planted, "old", by=owner)
    assert answer.text == "This button is from another version of the bot. Ask again with a command."


async def test_a_press_on_what_was_replaced_refuses_no_other(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    await rounds(stage, hours=2)
    (row,) = await stage.bot.servers.last_posts(stage.guild.id, 1)
    stale = await stage.plant(f"3n{row.id}.{row.segment}.{row.first}")
    await owner.click(channel.history()[0], label="Not this one")
    after = posts(channel)[0]
    turned = await owner.click(stale.message, label="old")
    assert turned.acknowledged
    assert len((await stage.bot.servers.history(stage.guild.id)).refused) == 1
    assert posts(channel)[0] == after


async def test_when_none_is_left_to_put_in_its_place_that_is_said(make_library: MakeLibrary, servers: Servers) -> None:
    said = "Every bridgeman and lampyard and ferryhouse of this town carries trains today."
    library = make_library({"one.txt": f"(00:00) Ann Li:\n{said}\n"})
    async with set_up(library, servers) as stage:
        managing = discord.Permissions(manage_guild=True, manage_messages=True)
        role = stage.guild.create_role("Owners", permissions=managing)
        owner = stage.guild.add_member(stage.env.create_user("ola"), roles=[role])
        channel = stage.guild.create_text_channel("daily")
        answer = await start(stage, owner, channel)
        lasting = f"They last until <t:{int(datetime(2026, 1, 1, 9, tzinfo=UTC).timestamp())}:D>."
        assert f"-# 1 quote is left before one comes again. {lasting}" in answer.lines
        await rounds(stage, hours=2)
        told = await owner.click(channel.history()[0], label="Not this one")
        assert told.response.ephemeral
        assert "That was the last one that is left" in str(told.response.components)
        status = await stage.ask("daily status", by=owner)
        assert "There is no passage that stands on its own. Choose another speaker or episode, or none." in status.lines


async def menu(by: Any, channel: Any, message: Any) -> Seen:
    return seen((await by.context_menu(channel, "Not this one", message)).response)


async def test_a_moderator_replaces_a_post_of_any_age_by_its_menu(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    await rounds(stage, hours=2)
    await rounds(stage, hours=5)
    before = posts(channel)[0]
    message = channel.history()[0]
    answer = await menu(owner, channel, message)
    assert answer.private
    link = f"https://discord.com/channels/{stage.guild.id}/{channel.id}/{message.id}"
    assert answer.text == f"Another quote is in its place: {link}"
    assert len(posts(channel)) == 1
    assert posts(channel)[0] != before
    assert "Not this one" not in [each.label for each in buttons(channel.history()[0].components)]
    assert len((await stage.bot.servers.history(stage.guild.id)).refused) == 1


async def test_the_menu_is_for_moderators_and_for_daily_posts(stage: Stage, owner: Any, channel: Any) -> None:
    command = next(each for each in await stage.bot.tree.fetch_commands() if each.name == "Not this one")
    assert command.default_member_permissions == discord.Permissions(manage_messages=True)
    await start(stage, owner, channel)
    other = await stage.say(content="Something else")
    answer = await menu(owner, stage.channel, other)
    assert answer.text == "That message is no quote of the day of this server."
    everybody = stage.guild.create_role("Helpers", permissions=discord.Permissions())
    stage.guild.set_command_permissions(command, {everybody: True})
    helper = stage.guild.add_member(stage.env.create_user("hal"), roles=[everybody])
    await rounds(stage, hours=2)
    answer = await menu(helper, channel, channel.history()[0])
    assert answer.text == "Only those who may manage messages here can do that."
