""" "Not this one", a button of a daily post and a command of its menu: moderators put another quote in its place, for
good."""

from __future__ import annotations

import re

import discord
from discord import app_commands

from config.history import BUTTON_STAYS, place_of
from config.queries import moment
from config.tables import Post
from handlers.buttons import Reporting
from handlers.cards.daily.posts_to_come import replaced_card
from handlers.cards.layout import Card
from handlers.client import client_of
from handlers.daily.base import chosen_in, post_link
from handlers.deadline import ACKNOWLEDGED, in_time
from handlers.refusals import LastOneError, NoDailyPostError, NotAllowedError, OldButtonError
from handlers.replies import send, turn
from handlers.requests import acknowledge_interaction
from handlers.rights import may_moderate
from handlers.texts import texts_for


class NotThisButton(Reporting, template=re.compile(r"3n(?P<post>\d{1,18})\.(?P<place>\d{1,9}\.\d{1,9})")):
    """Its custom_id is that of a PostAddress. Who still sees the passage before does not refuse the one after it."""

    async def pressed(self, interaction: discord.Interaction) -> None:
        if not may_moderate(interaction):
            raise NotAllowedError
        post_id, segment, first = map(int, self.custom_id[2:].split("."))

        async def replaced_post() -> Post | None:
            client = client_of(interaction)
            await chosen_in(client.servers, interaction)
            post = await client.servers.post(post_id)
            if post is None or post.guild_id != interaction.guild_id or post.episode is None:
                raise OldButtonError
            if (post.segment, post.first) == (segment, first):
                await _replace_passage(interaction, post)
            return await client.servers.post(post.id)

        replaced = await in_time(replaced_post())
        if replaced is not None:
            await turn(interaction, await _card_of(interaction, replaced))


@app_commands.default_permissions(manage_messages=True)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
async def replace_post(interaction: discord.Interaction, message: discord.Message) -> None:
    """Put another quote in the place of a daily post of any age."""
    if not may_moderate(interaction):
        raise NotAllowedError
    client = client_of(interaction)
    await acknowledge_interaction(interaction, thinking=True)

    async def replaced_post() -> Post | None:
        await chosen_in(client.servers, interaction)
        post = await client.servers.post_at(message.guild.id if message.guild else 0, message.id)
        if post is None or post.episode is None:
            raise NoDailyPostError
        await _replace_passage(interaction, post)
        return await client.servers.post(post.id)

    replaced = await in_time(replaced_post(), ACKNOWLEDGED)
    if replaced is None:
        raise NoDailyPostError
    await client.outlet.edit(replaced, await _card_of(interaction, replaced))
    card = replaced_card(post_link(interaction.client, replaced), texts_for(interaction))
    await send(interaction, card, private=True)


def replacement_menu() -> app_commands.ContextMenu:
    """The command of a message's menu."""
    return app_commands.ContextMenu(name="Not this one", callback=replace_post)


async def _replace_passage(interaction: discord.Interaction, post: Post) -> None:
    """Refuse the passage of a post for good, and put another into its row."""
    client = client_of(interaction)
    server = await chosen_in(client.servers, interaction)
    await client.servers.refuse(post.guild_id, place_of(post))
    passage = await client.posting.next_passage(server)
    if passage is None:
        raise LastOneError
    await client.servers.replace(post, passage)  # if another moderator was quicker, theirs stands


async def _card_of(interaction: discord.Interaction, post: Post) -> Card:
    """The card of a post, with its button only while that stays."""
    client = client_of(interaction)
    server = await client.servers.server(post.guild_id)
    has_button = client.clock() < moment(post.tried_at or post.due_at) + BUTTON_STAYS
    return await client.posting.card(post, server.role_id if server else None, has_button=has_button)
