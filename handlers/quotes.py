"""`/quote` finds the real words; `/random` shows some."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import discord
from discord import app_commands
from discord.app_commands import Choice, Range
from discord.ext import commands

from handlers.addresses.address import BadAddressError, QuoteAddress, RandomAddress, episode_key, key
from handlers.addresses.codec import decode, encode
from handlers.addresses.pointers import worth_showing
from handlers.answers import Answers
from handlers.cards.citation import excerpt, source_line
from handlers.cards.layout import Card, join
from handlers.cards.nearest import NEAREST, Nearest, nearest_card
from handlers.library.desk import Desk
from handlers.options import choices, chosen_episode, chosen_speaker, narrowed, offer_episodes, offer_speakers
from handlers.replies import send
from handlers.texts import texts_for
from transcript.models import Language
from transcript.search import Match, search
from transcript.timecode import format_time

PICKED = "\u203a"
"""Begins the value of an offered match, before its address: nobody types it."""


class Quotes(commands.Cog):
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command()
    @app_commands.autocomplete(speaker=offer_speakers, episode=offer_episodes)
    @app_commands.describe(
        text="What you remember of it; spelling does not matter",
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
        answers, texts = self._desk.answers_to(interaction), texts_for(interaction)

        def make_card() -> tuple[Card, bool]:
            found = _picked_match(text) or _find_quote(answers, text, speaker, episode, texts.language)
            if isinstance(found, Nearest):
                return nearest_card(found, texts), True
            return answers.card_at(found, texts, private=private), private

        card, alone = await answers.make(make_card)
        await send(interaction, card, private=alone)

    @app_commands.command()
    @app_commands.autocomplete(speaker=offer_speakers, episode=offer_episodes)
    @app_commands.describe(speaker="Who said it", episode="In which episode")
    async def random(
        self, interaction: discord.Interaction, speaker: str | None = None, episode: str | None = None
    ) -> None:
        """Show a passage that is worth quoting"""
        answers, texts = self._desk.answers_to(interaction), texts_for(interaction)

        def make_card() -> Card:
            who, where = narrowed(answers.library, speaker, episode)
            address = RandomAddress(key(who) if who else b"", episode_key(where), texts.language)
            return answers.card_at(address, texts, private=False)

        await send(interaction, await answers.make(make_card), private=False)

    @quote.autocomplete("text")
    async def _offer_matches(self, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        """The matches of what is typed so far; picking one answers with exactly that."""
        if len(typed.strip()) < 2:
            return []
        answers = self._desk.answers_to(interaction)
        return await answers.offer(lambda: _match_choices(answers, interaction, typed))


def _find_quote(
    answers: Answers, text: str, speaker: str | None, episode: str | None, prefer: Language
) -> QuoteAddress | Nearest:
    """The quote's address, or, if none is sure, the nearest matches."""
    who, where = narrowed(answers.library, speaker, episode)
    answer = search(answers.library, text, speaker=who, episode=where.slug if where else None, prefer=prefer)
    address = answers.pointing.quotes(worth_showing(answer))
    answers.meters.count_search(confident=answer.confident, found=address is not None)
    if address and answer.confident:
        return address
    everywhere = search(answers.library, text, prefer=prefer) if who or where else answer
    elsewhere = everywhere is not answer and everywhere.confident
    matches = worth_showing(everywhere if elsewhere else answer)[:NEAREST]
    library = answers.library
    address, several = answers.pointing.quotes(matches), len(library.languages) > 1
    sources = _sources_of(answers, matches)
    return Nearest(text, matches, address, bool(who or where), elsewhere, several, sources, library.coverage)


def _sources_of(answers: Answers, matches: Sequence[Match]) -> list[str]:
    """The episode of each match as it is cited; nothing where there is but one episode."""
    if len(answers.library.episodes) < 2:
        return []
    found = [answers.library.episode(match.episode) for match in matches]
    return [source_line(episode, several=answers.has_several_shows) if episode else "" for episode in found]


def _match_choices(answers: Answers, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
    episode = chosen_episode(answers.library, interaction)
    answer = search(
        answers.library,
        typed,
        speaker=chosen_speaker(answers.library, interaction, episode),
        episode=episode.slug if episode else None,
        prefer=texts_for(interaction).language,
        typing=True,
    )
    return choices((_match_label(answers, match), _match_value(answers, match)) for match in worth_showing(answer))


def _match_label(answers: Answers, match: Match) -> str:
    """The time, who speaks, in which episode where there are several, and the words."""
    words, _ = excerpt(match.text, match.spans, match.language)
    episode = answers.library.episode(match.episode) if len(answers.library.episodes) > 1 else None
    where = f", {episode.date or episode.slug}" if episode else ""
    at = None if match.at is None else format_time(match.at)
    return f"{join(at, (match.speaker or '') + where)} — {words}"


def _match_value(answers: Answers, match: Match) -> str:
    return PICKED + encode(QuoteAddress((answers.pointing.pointer(match),)))


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
