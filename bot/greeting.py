"""The one thing that the bot says by itself: hello, in a server that it was just invited to."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence

import discord

from bot.redaction import error_name
from handlers.cards.greeting import greeting_card
from handlers.once import Once, Outgoing
from handlers.refusals import Refusal
from handlers.texts import language_of, texts_in
from transcript.models import Episode

log = logging.getLogger(__name__)


async def greet_server(
    client: discord.Client,
    guild: discord.Guild,
    episodes: Sequence[Episode],
    command_ids: Mapping[str, int],
    once: Once,
) -> None:
    """Say hello in the server's channel for such messages, if the bot may write there; else nowhere."""
    channel = guild.system_channel
    may = channel.permissions_for(guild.me) if channel else discord.Permissions.none()
    if channel is None or not (may.view_channel and may.send_messages):
        return
    card = greeting_card(episodes, command_ids, texts_in(language_of(guild.preferred_locale)))
    joined = int(guild.me.joined_at.timestamp()) if guild.me.joined_at else 0
    there = client.get_partial_messageable(channel.id, guild_id=guild.id)
    try:
        await once.post(there, Outgoing(card, f"greeting {guild.id} {joined}", since=guild.id))
    except (discord.HTTPException, Refusal) as error:  # it is no loss
        log.warning(
            "server %(server)d was not greeted: %(error)s",
            {"event": "ungreeted", "server": guild.id, "error": error_name(error)},
        )
