"""The button "Not this one" on a daily post: whoever may manage messages puts another quote in its place, for good."""

from __future__ import annotations

import re
from typing import Protocol, cast

import discord

from config.history import place_of
from config.rows import Passage
from config.servers import Servers
from config.tables import Post, Server
from handlers.buttons import Reporting
from handlers.cards.layout import Card
from handlers.deadline import in_time
from handlers.refusals import LastOneError, NotAllowedError, NotSetUpError, OldButtonError
from handlers.replies import turn
from handlers.verdict_posts import may_moderate


class Replacing(Protocol):
    """The parts of the client that the button uses."""

    servers: Servers
    posting: Showing


class Showing(Protocol):
    async def next_passage(self, server: Server) -> Passage | None: ...
    async def card(self, post: Post) -> Card: ...


class NotThisButton(Reporting, template=re.compile(r"3n(?P<post>\d{1,18})\.(?P<place>\d{1,9}\.\d{1,9})")):
    """Its custom_id is that of a PostAddress."""

    async def pressed(self, interaction: discord.Interaction) -> None:
        if not may_moderate(interaction):
            raise NotAllowedError
        client = cast("Replacing", interaction.client)
        servers = client.servers
        post_id, segment, first = map(int, self.custom_id[2:].split("."))

        async def replaced_post() -> Post | None:
            server = await servers.server(interaction.guild_id or 0)
            if server is None:
                raise NotSetUpError
            post = await servers.post(post_id)
            if post is None or post.guild_id != interaction.guild_id or post.episode is None:
                raise OldButtonError
            if (post.segment, post.first) == (segment, first):
                await servers.refuse(post.guild_id, place_of(post))
                passage = await client.posting.next_passage(server)
                if passage is None:
                    raise LastOneError
                await servers.replace(post, passage)  # if another moderator was quicker, theirs stands
            return await servers.post(post.id)

        replaced = await in_time(replaced_post())
        if replaced is not None:
            await turn(interaction, await client.posting.card(replaced))
