"""`/quote` finds the real words; `/random` shows some."""

from __future__ import annotations

from dataclasses import replace

import discord
from discord import app_commands
from discord.app_commands import Choice, Range
from discord.ext import commands

from handlers.addresses.address import BadAddressError, QuoteAddress, RandomAddress, episode_key, key
from handlers.addresses.codec import decode, encode
from handlers.addresses.pointers import worth_showing
from handlers.answers import Answers
from handlers.cards.citation import excerpt
from handlers.cards.layout import Card, join
from handlers.cards.nearest import NEAREST, Nearest, nearest_card
from handlers.options import choices, chosen_episode, chosen_speaker, episode_choices, narrowed, speaker_choices
from handlers.replies import send
from handlers.texts import texts_for
from transcript.models import Language
from transcript.search import Match, search
from transcript.timecode import format_time

PICKED = "\u203a"
"""Begins the value of an offered match, before its address: nobody types it."""


class Quotes(commands.Cog):
    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self.library = answers.library

    @app_commands.command()
    @app_commands.describe(
        text="What you remember of it, in English or Chinese",
        speaker="Who said it",
        episode="In which episode",
        private="Show the answer to you alone",
    )
    async def quote(
        self,
        interaction: discord.Interaction,
        text: Range[str, 2, 200],
        speaker: str | None = None,
        episode: str | None = None,
        private: bool = False,
    ) -> None:
        """Find the real words of a quote you half remember"""
        texts = texts_for(interaction)

        def make_card() -> tuple[Card, bool]:
            found = _picked_match(text) or self._find_quote(text, speaker, episode, texts.language)
            if isinstance(found, Nearest):
                return nearest_card(found, texts), True
            return self.answers.card_at(found, texts, private=private), private

        card, alone = await self.answers.make(make_card)
        await send(interaction, card, private=alone)

    def _find_quote(
        self, text: str, speaker: str | None, episode: str | None, prefer: Language
    ) -> QuoteAddress | Nearest:
        """The quote's address, or, if none is sure, the nearest matches."""
        who, where = narrowed(self.library, speaker, episode)
        answer = search(self.library, text, speaker=who, episode=where.slug if where else None, prefer=prefer)
        address = self.answers.pointing.quotes(worth_showing(answer))
        self.answers.meters.count_search(confident=answer.confident, found=address is not None)
        if address and answer.confident:
            return address
        everywhere = search(self.library, text, prefer=prefer) if who or where else answer
        elsewhere = everywhere is not answer and everywhere.confident
        matches = worth_showing(everywhere if elsewhere else answer)[:NEAREST]
        return Nearest(text, matches, self.answers.pointing.quotes(matches), bool(who or where), elsewhere)

    @app_commands.command()
    @app_commands.describe(speaker="Who said it", episode="In which episode")
    async def random(
        self, interaction: discord.Interaction, speaker: str | None = None, episode: str | None = None
    ) -> None:
        """Show a passage that is worth quoting"""
        texts = texts_for(interaction)

        def make_card() -> Card:
            who, where = narrowed(self.library, speaker, episode)
            address = RandomAddress(key(who) if who else b"", episode_key(where), texts.language)
            return self.answers.card_at(address, texts, private=False)

        await send(interaction, await self.answers.make(make_card), private=False)

    @quote.autocomplete("text")
    async def _offer_matches(self, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        """The matches of what is typed so far; picking one answers with exactly that."""
        if len(typed.strip()) < 2:
            return []
        return await self.answers.offer(lambda: self._match_choices(interaction, typed))

    def _match_choices(self, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        episode = chosen_episode(self.library, interaction)
        answer = search(
            self.library,
            typed,
            speaker=chosen_speaker(self.library, interaction, episode),
            episode=episode.slug if episode else None,
            prefer=texts_for(interaction).language,
            typing=True,
        )
        return choices((self._match_label(match), self._match_value(match)) for match in worth_showing(answer))

    def _match_label(self, match: Match) -> str:
        """The time, who speaks, in which episode where there are several, and the words."""
        words, _ = excerpt(match.text, match.spans, match.language)
        episode = self.library.episode(match.episode) if len(self.library.episodes) > 1 else None
        where = f", {episode.date or episode.slug}" if episode else ""
        at = None if match.at is None else format_time(match.at)
        return f"{join(at, (match.speaker or '') + where)} — {words}"

    def _match_value(self, match: Match) -> str:
        return PICKED + encode(QuoteAddress((self.answers.pointing.pointer(match),)))

    @quote.autocomplete("speaker")
    @random.autocomplete("speaker")
    async def _offer_speakers(self, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        return await self.answers.offer(lambda: speaker_choices(self.library, interaction, typed))

    @quote.autocomplete("episode")
    @random.autocomplete("episode")
    async def _offer_episodes(self, _interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        return await self.answers.offer(lambda: episode_choices(self.library, typed))


def _picked_match(text: str) -> QuoteAddress | None:
    """The address of an offered match; None if the text was typed."""
    if not text.startswith(PICKED):
        return None
    try:
        address = decode(text.removeprefix(PICKED))
    except BadAddressError:
        return None
    if not isinstance(address, QuoteAddress) or len(address.pointers) != 1:
        return None
    # Anybody can type what looks like an offered match: it must not be able to claim an exact one.
    return QuoteAddress((replace(address.pointer, quality="close", also=()),))
