"""`/verify` and "Check quote": is this quote real, whose is it, what was changed? Only the asker sees the verdict."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator

import discord
from discord import app_commands
from discord.app_commands import Choice, Range
from discord.ext import commands

from handlers.answers import Answers
from handlers.cards.layout import Card
from handlers.cards.verdict import Checked, searched_in, verdict_card
from handlers.correction import may_correct
from handlers.options import narrowed, speaker_choices
from handlers.refusals import NoClaimError, NoEpisodesError
from handlers.replies import send
from handlers.texts import texts_for
from transcript.verdicts import Verdict, verify

_NO_WORDS = re.compile(r"https?://\S+|<a?:\w+:\d+>|<[@#&!:\w]+>")  # links, custom emoji, mentions


_WORDS = re.compile(r"[^\W_]{2}")


MOST = 4000
"""Characters of a message that are looked at; a member's message has at most as many."""


class Verification(commands.Cog):
    def __init__(self, answers: Answers, tree: app_commands.CommandTree[discord.Client]) -> None:
        self.answers = answers
        self.library = answers.library
        tree.add_command(app_commands.ContextMenu(name="Check quote", callback=self.check_quote))

    @app_commands.command()
    @app_commands.describe(claim="The quote, as it was posted", speaker="Who is said to have said it")
    async def verify(
        self, interaction: discord.Interaction, claim: Range[str, 5, 1500], speaker: str | None = None
    ) -> None:
        """Check whether a quote is real; only you see the answer"""
        if not self.library.episodes:
            raise NoEpisodesError
        who, _ = await asyncio.to_thread(narrowed, self.library, speaker, None)
        await self._answer(interaction, claim, who, message=0)

    async def check_quote(self, interaction: discord.Interaction, message: discord.Message) -> None:
        if not self.library.episodes:
            raise NoEpisodesError
        claim = "\n".join(texts_of(message))[:MOST]
        if not _WORDS.search(_NO_WORDS.sub("", claim)):
            raise NoClaimError(of_bot=message.author.bot)
        await self._answer(interaction, claim, None, message=message.id)

    async def _answer(self, interaction: discord.Interaction, claim: str, speaker: str | None, *, message: int) -> None:
        may_post = may_correct(interaction)

        def make() -> Card:
            checked = [self._checked(verdict) for verdict in verify(self.library, claim, speaker=speaker)]
            texts = texts_for(interaction)
            return verdict_card(checked, searched_in(self.library), texts, message=message, may_post=may_post)

        await send(interaction, await asyncio.to_thread(make), private=True)

    def _checked(self, verdict: Verdict) -> Checked:
        address = self.answers.pointing.checked(verdict)
        found = address is not None and verdict.episode is not None
        return Checked(verdict, self.answers.quote(address) if found and address else None, address)

    @verify.autocomplete("speaker")
    async def _offer_speakers(self, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        return await speaker_choices(self.library, interaction, typed)


def texts_of(message: discord.Message) -> Iterator[str]:
    """What a message says: its own text, that of a message it forwards, and that of embeds."""
    yield message.content
    embeds = list(message.embeds)
    for snapshot in message.message_snapshots:
        yield snapshot.content
        embeds += snapshot.embeds
    for embed in embeds:
        fields = (f"{field.name}\n{field.value}" for field in embed.fields)
        yield from filter(None, (embed.title, embed.description, *fields))
