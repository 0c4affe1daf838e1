"""`/verify` and "Check quote": is this quote real, whose is it, what was changed? Only the asker sees the verdict."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

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
from transcript.claims import embed_credit
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
        await self._answer(interaction, claim, speaker, message=0)

    async def check_quote(self, interaction: discord.Interaction, message: discord.Message) -> None:
        if not self.library.episodes:
            raise NoEpisodesError
        # A card of the bot's own has nothing to check.
        is_own = interaction.client.user == message.author and bool(message.components)
        claim = "" if is_own else "\n".join(texts_of(message, self._is_speaker))[:MOST]
        if not _WORDS.search(_NO_WORDS.sub("", claim)):
            raise NoClaimError(of_bot=message.author.bot)
        await self._answer(interaction, claim, None, message=message.id)

    def _is_speaker(self, name: str) -> bool:
        return bool(self.library.find_speakers(name, limit=1))

    async def _answer(self, interaction: discord.Interaction, claim: str, speaker: str | None, *, message: int) -> None:
        may_post = may_correct(interaction)

        def make() -> Card:
            who, _ = narrowed(self.library, speaker, None)
            checked = [self._checked(verdict) for verdict in verify(self.library, claim, speaker=who)]
            texts = texts_for(interaction)
            return verdict_card(checked, searched_in(self.library), texts, message=message, may_post=may_post)

        await send(interaction, await self.answers.make(make), private=True)

    def _checked(self, verdict: Verdict) -> Checked:
        address = self.answers.pointing.checked(verdict)
        found = address is not None and verdict.episode is not None
        return Checked(verdict, self.answers.quote(address) if found and address else None, address)

    @verify.autocomplete("speaker")
    async def _offer_speakers(self, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        return await self.answers.offer(lambda: speaker_choices(self.library, interaction, typed))


def texts_of(message: discord.Message, is_speaker: Callable[[str], bool]) -> Iterator[str]:
    """What a message says: its own text and its poll, those of messages that it forwards, embeds, and components."""
    yield message.content
    embeds, components = list(message.embeds), list(message.components)
    for snapshot in message.message_snapshots:
        yield snapshot.content
        embeds += snapshot.embeds
        components += snapshot.components
    if message.poll is not None:
        yield message.poll.question
        yield from (f"- {answer.text}" for answer in message.poll.answers)
    for embed in embeds:
        yield from _texts_of_embed(embed, is_speaker)
    for component in components:
        yield from _texts_of_component(component)


def _texts_of_embed(embed: discord.Embed, is_speaker: Callable[[str], bool]) -> Iterator[str]:
    """The words of an embed, with the name that its author or its footer credits them to behind its description."""
    credited = (embed_credit(line, is_speaker) for line in (embed.footer.text, embed.author.name) if line)
    name = next(filter(None, credited), None)
    yield from filter(None, (embed.title, embed.description, f"— {name}" if name else None))
    yield from (f"{field.name}\n{field.value}" for field in embed.fields)


def _texts_of_component(component: object) -> Iterator[str]:
    """The text that a component of a message shows, and those that are in it."""
    if isinstance(component, discord.TextDisplay):
        yield component.content
    for child in getattr(component, "children", ()):
        yield from _texts_of_component(child)
