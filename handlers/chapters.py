"""`/chapters` is an episode's contents; `/chapter` tells what one is about and who speaks in it."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.app_commands import Choice, Range
from discord.ext import commands

from handlers.addresses.address import ContentsAddress, episode_key
from handlers.addresses.pointers import chapter_address
from handlers.answers import Answers
from handlers.cards.layout import Card
from handlers.options import chapter_choices, episode_choices, episode_named, one_episode
from handlers.refusals import NoChaptersError, UnknownChapterError
from handlers.replies import send
from handlers.texts import texts_for
from transcript.models import Chapter, Episode


class Chapters(commands.Cog):
    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self.library = answers.library

    @app_commands.command()
    @app_commands.describe(episode="Which episode; the newest if you leave it out")
    async def chapters(self, interaction: discord.Interaction, episode: str | None = None) -> None:
        """List an episode's chapters with their times"""
        texts = texts_for(interaction)

        def make_card() -> Card:
            where = one_episode(self.library, episode)
            address = ContentsAddress(episode_key(where), 0, where.shown_in(texts.language))
            return self.answers.card_at(address, texts, private=False)

        await send(interaction, await self.answers.make(make_card), private=False)

    @app_commands.command()
    @app_commands.describe(name="The chapter's title or number", episode="In which episode")
    async def chapter(
        self, interaction: discord.Interaction, name: Range[str, 1, 200], episode: str | None = None
    ) -> None:
        """Tell what a chapter is about and who speaks in it"""
        texts = texts_for(interaction)

        def make_card() -> Card:
            where, chapter = self._find_chapter(name, episode)
            address = chapter_address(episode_key(where), chapter, where.shown_in(texts.language))
            return self.answers.card_at(address, texts, private=False)

        await send(interaction, await self.answers.make(make_card), private=False)

    def _find_chapter(self, typed: str, in_episode: str | None) -> tuple[Episode, Chapter]:
        """The chapter of that title, number, or `slug#number`, which is what an offered choice holds."""
        episode = episode_named(self.library, in_episode)
        slug, _, number = typed.rpartition("#")
        picked = self.library.episode(slug)
        if picked and number.isdecimal() and (chapter := self.library.chapter(slug, int(number))):
            return picked, chapter
        if episode is None and typed.strip().isdecimal():
            # A number alone is of the newest episode, but where that has no such chapter it may be a title of another.
            newest = self.library.episodes[0].slug
            found = self.library.find_chapters(typed, newest, 1) or self.library.chapters_called(typed, 1)
        else:
            found = self.library.find_chapters(typed, episode.slug if episode else None, 1)
        if found:
            return found[0]
        one = episode or self.library.episodes[0]
        if not self.library.chapters(one.slug):
            raise NoChaptersError(one)
        raise UnknownChapterError(typed, self.library.find_chapters("", one.slug))

    @chapter.autocomplete("name")
    async def _offer_chapters(self, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        return await self.answers.offer(lambda: chapter_choices(self.library, interaction, typed))

    @chapters.autocomplete("episode")
    @chapter.autocomplete("episode")
    async def _offer_episodes(self, _interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        return await self.answers.offer(lambda: episode_choices(self.library, typed))
