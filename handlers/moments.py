"""`/at` tells what is being said at a time; `/when` tells the times at which a topic comes up."""

from __future__ import annotations

from dataclasses import replace

import discord
from discord import app_commands
from discord.app_commands import Range
from discord.ext import commands

from handlers.addresses.address import MAX_TOPIC, SegmentAddress, TopicAddress, episode_key, key
from handlers.addresses.pointers import segment_address
from handlers.cards.layout import Card
from handlers.cards.markdown import visible
from handlers.library.desk import Desk
from handlers.options import narrowed, offer_episodes, offer_speakers, one_episode
from handlers.refusals import BadTimeError, NoMomentsError, NoTimesError, PastTheEndError
from handlers.replies import send
from handlers.texts import texts_for
from transcript.library import Library
from transcript.models import Language
from transcript.timecode import parse_time


class Moments(commands.Cog):
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command()
    @app_commands.autocomplete(episode=offer_episodes)
    @app_commands.describe(
        time="31:39, 1:02:03, 31m39s, seconds, or a link with a time",
        episode="Which episode; the newest if you leave it out",
    )
    async def at(self, interaction: discord.Interaction, time: Range[str, 1, 200], episode: str | None = None) -> None:
        """Show what is being said at a time"""
        answers, texts = self._desk.answers_to(interaction), texts_for(interaction)

        def make_card() -> Card:
            address = _spoken_at(answers.library, time, episode, texts.language)
            return answers.card_at(address, texts, private=False)

        await send(interaction, await answers.make(make_card), private=False)

    @app_commands.command()
    @app_commands.autocomplete(speaker=offer_speakers, episode=offer_episodes)
    @app_commands.describe(topic="A word or a few", speaker="Who speaks", episode="Which episode")
    async def when(
        self,
        interaction: discord.Interaction,
        topic: Range[str, 1, MAX_TOPIC],
        speaker: str | None = None,
        episode: str | None = None,
    ) -> None:
        """List every moment at which a topic comes up"""
        answers, texts = self._desk.answers_to(interaction), texts_for(interaction)

        def make_card() -> Card:
            who, where = narrowed(answers.library, speaker, episode)
            plain = visible(topic)
            if not plain:
                raise NoMomentsError(topic)
            address = TopicAddress(plain, key(who) if who else b"", episode_key(where), 0)
            return answers.card_at(address, texts, private=False)

        await send(interaction, await answers.make(make_card), private=False)


def _spoken_at(library: Library, time: str, episode: str | None, wanted: Language) -> SegmentAddress:
    where = one_episode(library, episode)
    seconds = parse_time(time)
    if seconds is None:
        raise BadTimeError(time)
    segment = library.segment_at(where.slug, seconds)
    if segment is None and not where.duration:
        raise NoTimesError(where)
    if segment is None:
        raise PastTheEndError(where, seconds)
    return replace(segment_address(episode_key(where), segment, where.shown_in(wanted)), asked=int(seconds))
