"""The server that the page shows: a channel in which something was asked and checked, and the people to view it as."""

from __future__ import annotations

from typing import Any

import discord
import simcord

from bot.client import Pullquote
from bot.preview.examples import claims_on, greeting_text
from handlers.examples import questions_on
from transcript.library import Library


async def furnish_server(world: simcord.Env, client: Pullquote, library: Library) -> tuple[Any, list[Any]]:
    """A server with a channel in which something was asked and checked, and the people to view it as.

    SimCord's page has slash commands, buttons and menus of answers, but not the menu of a message, so "Check quote" is
    asked for here in the people's stead, and the greeting says what does the same.
    """
    guild = world.create_guild("Podcast club")
    channel = guild.create_text_channel("podcast-quotes")
    moderating, managing = discord.Permissions(manage_messages=True), discord.Permissions(manage_guild=True)
    moderators = guild.create_role("Moderators", permissions=moderating)
    managers = guild.create_role("Managers", permissions=moderating | managing)
    member = guild.add_member(world.create_user("mia", global_name="Mia (member)"))
    moderator = guild.add_member(world.create_user("mo", global_name="Mo (moderator)"), roles=[moderators])
    owner = guild.add_member(world.create_user("ola", global_name="Ola (owner)"), roles=[managers])
    reader = guild.add_member(world.create_user("rae", global_name="Rae"))
    claims = claims_on(library)
    for claim in claims:
        message = await reader.send(channel, claim)
        for person in (member, moderator):
            await person.context_menu(channel, "Check quote", message)
    questions = questions_on(library)
    if questions:
        await member.slash(channel, "quote", text=questions[0])
    here = client.get_channel(channel.id)
    assert isinstance(here, discord.TextChannel)  # noqa: S101  # it was just made
    await here.send(greeting_text(library, questions, claims))  # last, since a channel opens at its newest message
    return channel, [member, moderator, owner]
