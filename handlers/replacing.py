"""The button "Not this one" on a daily post: whoever may manage messages puts another quote in its place, for good."""

from __future__ import annotations

import re
from typing import Protocol, cast

import discord
from discord import ui

from config.servers import Passage, Post, Server, Servers
from handlers.buttons import report
from handlers.cards.layout import Card
from handlers.correction import may_correct
from handlers.refusals import NotAllowedError, NothingQuotableError, NotSetUpError, OldButtonError
from handlers.replies import turn
from handlers.state import in_time
from handlers.texts import Texts


class Replacing(Protocol):
    """What the button needs of the client that it was pressed in."""

    servers: Servers
    posting: Showing


class Showing(Protocol):
    async def next_passage(self, server: Server) -> Passage | None: ...
    async def card(self, post: Post) -> Card: ...


def mark_of(post_id: int) -> str:
    """The button's id, by which a post is found again in its channel."""
    return f"3n{post_id}"


class NotThisButton(ui.DynamicItem[ui.Button[ui.LayoutView]], template=re.compile(r"3n(?P<post>\d{1,18})")):
    @classmethod
    def of(cls, post_id: int, texts: Texts) -> NotThisButton:
        label = texts("Not this one")
        return cls(ui.Button(style=discord.ButtonStyle.secondary, label=label, custom_id=mark_of(post_id)))

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction, item: ui.Item[ui.LayoutView], _match: re.Match[str], /
    ) -> NotThisButton:
        return cls(cast("ui.Button[ui.LayoutView]", item))

    async def callback(self, interaction: discord.Interaction) -> None:
        try:
            await self._replace(interaction)
        except Exception as error:  # as with every button, the tree is the one door for errors
            await report(interaction, error)

    async def _replace(self, interaction: discord.Interaction) -> None:
        if not may_correct(interaction):
            raise NotAllowedError
        client = cast("Replacing", interaction.client)
        servers = client.servers
        async with in_time():
            post = await servers.post(int(self.custom_id[2:]))
            if post is None or post.guild_id != interaction.guild_id or post.episode is None:
                raise OldButtonError
            server = await servers.server(post.guild_id)
            if server is None:
                raise NotSetUpError
            await servers.refuse(post)
            passage = await client.posting.next_passage(server)
            if passage is None:
                raise NothingQuotableError
            await servers.replace(post, passage)  # if another moderator was quicker, theirs stands
            replaced = await servers.post(post.id)
        if replaced is not None:
            await turn(interaction, await client.posting.card(replaced))
