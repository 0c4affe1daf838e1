"""The very same bot in a local browser: SimCord stands in for Discord, so no token and no network are needed."""

from __future__ import annotations

import os
import re
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from itertools import islice
from random import SystemRandom
from tempfile import TemporaryDirectory

import discord
import simcord
import typer
from simcord.preview import Preview
from sqlalchemy.engine import URL

from bot.client import Pullquote
from config.servers import Servers
from handlers.cards.markdown import escape
from transcript.language.normalise import PAIRED_RANGES, UNSPACED_LANGUAGES
from transcript.library import Library, quotes, words
from transcript.models import Language
from transcript.search import search
from transcript.timecode import format_time

_DENIABLE = re.compile(r"\b(is|are|was|were|will|can|could|would|should)\b(?! not)|(?<!不)(是|会|能)")


_UNSPACED_CLAUSE = re.compile(f"[{PAIRED_RANGES}]+")


REMEMBERED_WORDS = 7
"""Words of a passage that a suggested question remembers at most."""


REMEMBERED_CHARACTERS = 12
"""The same where words have no spaces between them."""


async def serve(library: Library, port: int, notice: str = "") -> None:
    """Show the bot's channel at a local address until the page is ended there."""
    try:
        async with open_preview(library, port) as page:
            typer.echo(f"{notice} Open {page.url}".strip())
            await page.wait_closed()
    except simcord.SetupError as error:
        cause = error.__cause__
        if not isinstance(cause, OSError):
            raise
        reason = os.strerror(cause.errno) if cause.errno else str(cause)
        typer.echo(f"preview: port {port} cannot be had ({reason}); choose another with --port", err=True)
        raise SystemExit(2) from error


@asynccontextmanager
async def open_preview(library: Library, port: int) -> AsyncIterator[Preview]:
    """A channel with a greeting, an answered question and two checked quotes, and three people to view it as."""
    with TemporaryDirectory(prefix="pullquote-") as folder:  # what is chosen in the preview ends with it
        database = URL.create("sqlite+aiosqlite", database=f"{folder}/preview.db")
        async with aclosing(Servers(database)) as servers, _preview_world(library, servers, port) as page:
            yield page


@asynccontextmanager
async def _preview_world(library: Library, servers: Servers, port: int) -> AsyncIterator[Preview]:
    client = Pullquote(library, servers, rng=SystemRandom())
    async with simcord.run(client, shard_count=1) as world:
        assert client.user is not None  # noqa: S101  # it is logged in
        await client.user.edit(username="Pullquote")
        guild = world.create_guild("Podcast club")
        channel = guild.create_text_channel("podcast-quotes")
        moderators = guild.create_role("Moderators", permissions=discord.Permissions(manage_messages=True))
        member = guild.add_member(world.create_user("mia", global_name="Mia (member)"))
        moderator = guild.add_member(world.create_user("mo", global_name="Mo (moderator)"), roles=[moderators])
        managers = guild.create_role(
            "Managers", permissions=discord.Permissions(manage_guild=True, manage_messages=True)
        )
        owner = guild.add_member(world.create_user("ola", global_name="Ola (owner)"), roles=[managers])
        remembered = suggested_questions(library)
        here = client.get_channel(channel.id)
        assert isinstance(here, discord.TextChannel)  # noqa: S101  # it was just made
        await here.send(_greeting_text(library, remembered))
        if remembered:
            await member.slash(channel, "quote", text=remembered[0])
        reader = guild.add_member(world.create_user("rae", global_name="Rae"))
        for claim in _example_claims(library):
            message = await reader.send(channel, claim)
            for person in (member, moderator):
                await person.context_menu(channel, "Check quote", message)
        async with world.preview(channel, viewers=[member, moderator, owner], layout="channel", port=port) as page:
            yield page


def _greeting_text(library: Library, remembered: list[str]) -> str:
    if not library.episodes:
        return "No transcript could be read; the log says why."
    quotes = [f"**/quote** {escape(words)}" for words in remembered]
    others = [
        f"**/at** {format_time(library.episodes[0].duration / 2)}",
        "**/when** and a word that you expect to come up",
        "**/chapters**, **/chapter**, **/random**, **/episodes**, **/verify**, **/help**",
        "as Ola, the owner: **/daily start**, for a quote every day, and **/daily now**",
    ]
    return (
        "**Welcome to Pullquote.** Type `/`, choose a command, then type what stands behind it here:\n"
        + "\n".join(f"- {each}" for each in [*quotes, *others])
        + "\n-# 中文也可以问\uff1a输入 / 选择命令即可。"
    )


def suggested_questions(library: Library) -> list[str]:
    """Half-remembered questions on the newest episode, one in each of its languages."""
    found = []
    for episode in library.episodes[:1]:
        for language in episode.languages:
            pool = quotes(library, episode.slug, language)
            middle = len(pool) // 2
            halves = (_second_half(words(library, one), language) for one in (*pool[middle:], *pool[:middle]))
            sure = (each for each in halves if search(library, each, episode=episode.slug).confident)
            found += list(islice(sure, 1))
    return found


def _example_claims(library: Library) -> list[str]:
    """A real quote of the newest episode and one with a word put in, as people post them."""
    for episode in library.episodes[:1]:
        pool = [
            (words(library, one), one.speaker) for one in quotes(library, episode.slug, episode.original) if one.speaker
        ]
        altered = [(said, speaker) for text, speaker in pool if (said := _with_a_not(text)) != text]
        if altered:
            two = pool[len(pool) // 3], altered[len(altered) // 2]
            return [f"> {text}\n— {speaker}" for text, speaker in two]
    return []


def _with_a_not(text: str) -> str:
    """The text with the first verb that can be denied denied."""
    return _DENIABLE.sub(lambda match: f"{match[1]} not" if match[1] else f"不{match[2]}", text, count=1)


def _second_half(text: str, language: Language) -> str:
    """A stretch from the passage's end, in English with a slip in its longest word."""
    if language in UNSPACED_LANGUAGES:
        return max(_UNSPACED_CLAUSE.findall(text), key=len, default=text)[:REMEMBERED_CHARACTERS]
    words = text.rstrip('.!”"').lower().split()[-REMEMBERED_WORDS:]
    if language != "en":
        return " ".join(words)
    longest = max(range(len(words)), key=lambda index: len(words[index]))
    word, middle = words[longest], len(words[longest]) // 2
    words[longest] = word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :] if middle else word
    return " ".join(words)
