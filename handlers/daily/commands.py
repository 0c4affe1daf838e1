"""`/daily`: each server's quote of the day, for those who manage the server."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from random import Random

import discord
from discord import app_commands
from discord.app_commands import Choice
from discord.ext import commands

from config.rows import PAUSED_AFTER, Passage, day_bits, schedule_of
from config.schedule import EVERY_DAY
from config.servers import Servers
from config.state import ServersAwayError
from config.tables import Post, Server
from handlers.cards.daily import (
    Entry,
    Setting,
    lacking_card,
    posted_card,
    skipped_card,
    started_card,
    status_card,
    stopped_card,
    unsure_card,
)
from handlers.daily.destination import (
    CannotPostError,
    Destination,
    Lack,
    NotHereError,
    find_destination,
    lack_in,
    may_look,
)
from handlers.daily.episode_names import slug_of, stored_name
from handlers.daily.options import ANY, Channel, day_choices, days_of, minute_of, with_any, zone_choices, zone_of
from handlers.daily.posts import Posting
from handlers.deadline import ACKNOWLEDGED, in_time
from handlers.library.desk import Desk
from handlers.options import episode_choices, narrowed, speaker_choices
from handlers.refusals import (
    BusyError,
    NothingQuotableError,
    NotManagerError,
    NotRunningError,
    NotSetUpError,
    StateAwayError,
)
from handlers.replies import send
from handlers.requests import acknowledge_interaction
from handlers.texts import language_of, texts_for

COMING = 3
"""Posts to come that `/daily start` shows."""


LAST = 10
"""Past posts that `/daily status` shows."""


@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
class Daily(
    commands.GroupCog,
    group_name="daily",
    group_description="Post a quote every day: for those who manage this server",
):
    def __init__(
        self, desk: Desk, servers: Servers, posting: Posting, rng: Random, clock: Callable[[], datetime]
    ) -> None:
        self._desk = desk
        self._servers = servers
        self._posting = posting
        self._rng = rng
        self._clock = clock

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        # Discord shows the commands to managers alone, unless a server's settings say otherwise.
        if interaction.type is discord.InteractionType.autocomplete:
            return True
        if interaction.guild_id is None or not interaction.permissions.manage_guild:
            raise NotManagerError
        return True

    @app_commands.command()
    @app_commands.describe(
        channel="Where: a text or news channel, a thread, or a forum, which gets a post a day",
        time="When: 9, 09:00 or 9:30 pm",
        timezone="A city in your time zone",
        days="On which days: weekdays, or mon,thu; at first every day",
        speaker="Only quotes of this speaker",
        episode="Only quotes from this episode",
    )
    async def start(
        self,
        interaction: discord.Interaction,
        channel: Channel,
        time: str,
        timezone: str,
        days: str | None = None,
        speaker: str | None = None,
        episode: str | None = None,
    ) -> None:
        """Post a quote every day in a channel, at a time of your own"""
        texts = texts_for(interaction)
        chosen = Server(
            guild_id=interaction.guild_id,
            channel_id=channel.id,
            owner_id=interaction.user.id,
            minute=minute_of(time),
            timezone=await zone_of(timezone),
            language=_language_of(interaction),
            seed=self._rng.getrandbits(62),
        )
        wanted_days = days_of(days)
        who, where = (None if typed == ANY else typed for typed in (speaker, episode))
        answers = self._desk.answers_to(interaction)
        chosen.speaker, head = await answers.make(lambda: narrowed(answers.library, who, where))
        chosen.episode = stored_name(answers.library, head.slug) if head else None
        await acknowledge_interaction(interaction, thinking=True)
        begun = self._begin_posting(chosen, wanted_days, speaker, episode)
        server, passage, coming, left = await in_time(begun, ACKNOWLEDGED)
        lack, unsure = await _lack_of_channel(interaction.client, server)
        preview = await self._posting.frame(server.guild_id, passage, None)
        await send(
            interaction,
            started_card(self._setting_of(server), coming, left, lack, unsure, preview, texts),
            private=True,
        )

    async def _begin_posting(
        self, chosen: Server, days: frozenset[int], speaker: str | None, episode: str | None
    ) -> tuple[Server, Passage, list[datetime], int]:
        """Keep what was chosen; with it the next quote, the next posts, and how many quotes there are.

        What was left out stays as it was before.
        """
        now = self._clock()
        known = await self._servers.server(chosen.guild_id)
        chosen.days = known.days if known is not None and not days else day_bits(days or EVERY_DAY)
        if known is not None:
            chosen.speaker = known.speaker if speaker is None else chosen.speaker
            chosen.episode = known.episode if episode is None else chosen.episode
        passage = await self._posting.next_passage(chosen)
        if passage is None:
            raise NothingQuotableError(unpunctuated=self._posting.lack_of_passages(chosen) == "unpunctuated")
        server = await self._servers.start(chosen, now)
        coming = await self._servers.upcoming(server, now, COMING)
        return server, passage, coming, await self._posting.left(server)

    @app_commands.command()
    @app_commands.describe(forget="Delete what was chosen, what was posted and what was refused, too")
    async def stop(self, interaction: discord.Interaction, forget: bool = False) -> None:
        """Post no more quotes"""

        async def stop() -> bool:
            server = await self._chosen_by(interaction)
            return await (self._servers.forget if forget else self._servers.stop)(server.guild_id)

        await acknowledge_interaction(interaction, thinking=True)
        done = await in_time(stop(), ACKNOWLEDGED)
        texts = texts_for(interaction)
        await send(interaction, stopped_card(running=done, forgotten=forget, texts=texts), private=True)

    @app_commands.command()
    async def status(self, interaction: discord.Interaction) -> None:
        """Show what is set up, the next post and the last ten"""

        async def look() -> tuple[Server, list[Post], datetime | None, int]:
            server = await self._chosen_by(interaction)
            posts = await self._servers.last_posts(server.guild_id, LAST, self._clock())
            return server, posts, await self._next_moment(server), await self._posting.left(server)

        server, posts, coming, left = await in_time(look())
        state = "running" if server.active else "paused" if server.failures >= PAUSED_AFTER else "stopped"
        entries = [self._entry_of(interaction.client, post) for post in posts]
        card = status_card(self._setting_of(server), state, coming, left, entries, texts_for(interaction))
        await send(interaction, card, private=True)

    @app_commands.command()
    async def now(self, interaction: discord.Interaction) -> None:
        """Post a quote at once: today's, or another one if that was posted"""
        server = await in_time(self._chosen_by(interaction))
        await acknowledge_interaction(interaction, thinking=True)
        texts = texts_for(interaction)
        try:
            found = await self._posting.post_now(server, self._clock())
        except CannotPostError as error:
            await send(interaction, lacking_card(error.lack, texts), private=True)
            return
        except ServersAwayError as error:
            raise StateAwayError from error
        if found is None:
            raise BusyError
        post, lack = found
        if lack:
            card = lacking_card(lack, texts)
        elif post.message_id is None:
            card = unsure_card(again=post.day is not None, texts=texts)
        else:
            coming = await in_time(self._next_moment(server))
            link = _post_link(interaction.client, post)
            card = posted_card(link, besides=post.day is None and server.active, coming=coming, texts=texts)
        await send(interaction, card, private=True)

    @app_commands.command()
    async def skip(self, interaction: discord.Interaction) -> None:
        """Leave out the next quote, tomorrow's if today's is posted"""

        async def skip() -> tuple[datetime, datetime | None]:
            server = await self._chosen_by(interaction)
            skipped = await self._servers.skip(server.guild_id, self._clock())
            if skipped is None:
                raise NotRunningError
            return skipped, await self._next_moment(server)

        await acknowledge_interaction(interaction, thinking=True)
        skipped, coming = await in_time(skip(), ACKNOWLEDGED)
        self._desk.meters.daily_posts.labels("skipped").inc()
        await send(interaction, skipped_card(skipped, coming, texts_for(interaction)), private=True)

    @start.autocomplete("timezone")
    async def _offer_zones(self, _interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        return await zone_choices(typed, self._clock())

    @start.autocomplete("days")
    async def _offer_days(self, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        return day_choices(typed, language_of(interaction.locale))

    @start.autocomplete("speaker")
    async def _offer_speakers(self, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        answers, texts = self._desk.answers_to(interaction), texts_for(interaction)
        found = await answers.offer(lambda: speaker_choices(answers.library, interaction, typed))
        return with_any(texts("everybody"), typed, found)

    @start.autocomplete("episode")
    async def _offer_episodes(self, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        answers, texts = self._desk.answers_to(interaction), texts_for(interaction)
        found = await answers.offer(lambda: episode_choices(answers.library, typed))
        return with_any(texts("every episode"), typed, found)

    async def _chosen_by(self, interaction: discord.Interaction) -> Server:
        """The choices of the server where it is asked."""
        server = await self._servers.server(interaction.guild_id or 0)
        if server is None:
            raise NotSetUpError
        return server

    async def _next_moment(self, server: Server) -> datetime | None:
        """The moment of the next post; None where none is to come."""
        found = await self._servers.upcoming(server, self._clock(), 1) if server.active else []
        return found[0] if found else None

    def _setting_of(self, server: Server) -> Setting:
        schedule = schedule_of(server)
        library = self._desk.answers_in(server.guild_id).library
        slug = slug_of(library, server.episode) if server.episode else None
        episode = library.episode(slug) if slug else None
        title = episode.title if episode else slug and slug.partition("#")[0]
        return Setting(server.channel_id, schedule.minute, schedule.timezone, schedule.days, server.speaker, title)

    def _entry_of(self, client: discord.Client, post: Post) -> Entry:
        return Entry(post.due_at, post.status, post.reason, _post_link(client, post) if post.message_id else None)


def _post_link(client: discord.Client, post: Post) -> str:
    """The address of a post; a forum's posts are channels of their own."""
    in_forum = isinstance(client.get_channel(post.channel_id), discord.ForumChannel)
    channel = post.message_id if in_forum else post.channel_id
    return f"https://discord.com/channels/{post.guild_id}/{channel}/{post.message_id}"


async def _lack_of_channel(client: discord.Client, server: Server) -> tuple[Lack | None, bool]:
    """The permission that is lacking in a server's channel, if one is, and True if a post could not be found again."""
    try:
        channel: Destination = await find_destination(client, server.guild_id, server.channel_id)
    except CannotPostError as error:
        return error.lack, False
    except NotHereError:
        return "see", False
    except (discord.HTTPException, OSError):  # it cannot be known at the moment
        return None, False
    return lack_in(channel), not may_look(channel)


def _language_of(interaction: discord.Interaction) -> str:
    """That of the server or of who sets it up: Chinese if either reads it, for English is what nobody chose."""
    locales = filter(None, (interaction.locale, interaction.guild_locale))
    return "zh" if any(language_of(each) == "zh" for each in locales) else "en"
