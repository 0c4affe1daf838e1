"""`/chapters` is an episode's contents; `/chapter` tells what one is about and who speaks in it."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.app_commands import Choice, Range
from discord.ext import commands

from handlers.addresses.address import ContentsAddress, episode_key
from handlers.addresses.pointers import chapter_address
from handlers.cards.layout import Card
from handlers.library.desk import Desk
from handlers.options import chapter_choices, episode_named, offer_episodes, one_episode
from handlers.refusals import NoChaptersError, UnknownChapterError
from handlers.replies import send
from handlers.texts import texts_for
from transcript.library import Library
from transcript.models import Chapter, Episode


class Chapters(commands.Cog):
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command()
    @app_commands.autocomplete(episode=offer_episodes)
    @app_commands.describe(episode="Which episode; the newest if you leave it out")
    async def chapters(self, interaction: discord.Interaction, episode: str | None = None) -> None:
        """List an episode's chapters with their times"""
        answers, texts = self._desk.answers_to(interaction), texts_for(interaction)

        def make_card() -> Card:
            where = one_episode(answers.library, episode)
            address = ContentsAddress(episode_key(where), 0, where.shown_in(texts.language))
            return answers.card_at(address, texts, private=False)

        await send(interaction, await answers.make(make_card), private=False)

    @app_commands.command()
    @app_commands.autocomplete(episode=offer_episodes)
    @app_commands.describe(name="The chapter's title or number", episode="In which episode")
    async def chapter(
        self, interaction: discord.Interaction, name: Range[str, 1, 200], episode: str | None = None
    ) -> None:
        """Tell what a chapter is about and who speaks in it"""
        answers, texts = self._desk.answers_to(interaction), texts_for(interaction)

        def make_card() -> Card:
            where, chapter = _find_chapter(answers.library, name, episode)
            address = chapter_address(episode_key(where), chapter, where.shown_in(texts.language))
            return answers.card_at(address, texts, private=False)

        await send(interaction, await answers.make(make_card), private=False)

    @chapter.autocomplete("name")
    async def _offer_chapters(self, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        answers = self._desk.answers_to(interaction)
        return await answers.offer(lambda: chapter_choices(answers.library, interaction, typed))


def _find_chapter(library: Library, typed: str, in_episode: str | None) -> tuple[Episode, Chapter]:
    """The chapter of that title, number, or `slug#number`, which is what an offered choice holds."""
    episode = episode_named(library, in_episode)
    slug, _, number = typed.rpartition("#")
    picked = library.episode(slug)
    if picked and number.isdecimal() and (chapter := library.chapter(slug, int(number))):
        return picked, chapter
    if episode is None and typed.strip().isdecimal():
        # A number alone is of the newest episode, but where that has no such chapter it may be a title of another.
        newest = library.episodes[0].slug
        found = library.find_chapters(typed, newest, 1) or library.chapters_called(typed, 1)
    else:
        found = library.find_chapters(typed, episode.slug if episode else None, 1)
    if found:
        return found[0]
    one = episode or library.episodes[0]
    if not library.chapters(one.slug):
        raise NoChaptersError(one)
    raise UnknownChapterError(typed, library.find_chapters("", one.slug))
