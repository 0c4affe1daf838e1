"""The real bot on SimCord's stage, and what its answers look like to who asked."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random
from typing import Any, Protocol
from unittest.mock import patch

import discord
import simcord
from discord import ui
from simcord import interactions

from bot.client import Pullquote
from bot.rounds.rounds import Rounds
from config.servers import Servers
from handlers.cards.citation import WORD_JOINER
from handlers.refusals import Refusal
from tests import limits
from transcript.library import Library
from transcript.library.shelves import Shelves

PATIENCE = 30.0
"""Seconds within which the bot comes to rest. A sleep that is longer is not waited for."""


FOLLOWED_EVERY = 2 * PATIENCE
"""Seconds between two looks of an answer that follows along: it does so when a test lets time pass."""


TITLE = "GPT4.5's Flop, Grok 4, Meta's Poaching Spree, Apple's Failure, and Super Intelligence"
"""Of the transcript that ships."""


class Actor(Protocol):
    """A member of a server, or a user in direct messages."""

    async def slash(self, channel: Any, name: str, /, **options: Any) -> Any: ...
    async def click(self, message: Any, *, label: str | None = None, custom_id: str | None = None) -> Any: ...


@dataclass(frozen=True)
class Seen:
    """An answer as a user sees it: `text` is all blocks of text, `buttons` the labels, a disabled one in brackets."""

    text: str
    buttons: list[str]
    links: dict[str, str]
    private: bool
    files: list[str]
    alt: list[str]
    message: Any
    thumbnails: dict[str, str] = field(default_factory=dict)
    """The pictures beside a text: what each shows, by its address."""
    menus: dict[str, list[str]] = field(default_factory=dict)
    """What there is to choose from, by what is to be chosen."""

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    @property
    def words(self) -> str:
        """The line that quotes what was said."""
        return next(line for line in self.lines if line.startswith("> "))

    @property
    def cited(self) -> str:
        """The line that says who said it and when, which stands behind the words."""
        return self.lines[self.lines.index(self.words) + 1]


class Clock:
    """The time in SimCord's world, which a test moves: at first the first of January 2026, 8:00 UTC, a Thursday."""

    world: Any

    def __call__(self) -> datetime:
        now: datetime = self.world.now()
        return now

    def forward(self, **by: float) -> datetime:
        self.world.advance(timedelta(**by).total_seconds())
        return self()


@dataclass
class Stage:
    env: Any
    bot: Pullquote
    guild: Any
    channel: Any
    alice: Any
    bob: Any
    clock: Clock
    expected: list[str] = field(default_factory=list)
    """Words of the errors that a test provokes; any other error of the bot's fails it."""

    async def ask(self, command: str, *, by: Actor | None = None, where: Any = None, **options: Any) -> Seen:
        """The command's answer, checked against Discord's limits."""
        result = await (by or self.alice).slash(where or self.channel, command, **options)
        assert result.response is not None, "no answer"
        return seen(result.response)

    async def press(self, answer: Seen, label: str, *, by: Actor | None = None) -> Seen:
        """The answer to a press: the message as it then is, or the new one that it brought."""
        result = await (by or self.alice).click(answer.message, label=label)
        assert result.acknowledged, "no answer"
        return seen(result.followups[-1] if result.followups else result.response)

    async def choose(self, answer: Seen, menu: str, label: str, *, by: Any = None) -> Seen:
        """The answer to a choice from the menu with that placeholder."""
        menus = [each for each in limits.walk(answer.message.components) if each.get("placeholder") == menu]
        (value,) = [each["value"] for each in menus[0]["options"] if each["label"] == label]
        result = await (by or self.alice).select(answer.message, [value], custom_id=menus[0]["custom_id"])
        assert result.acknowledged, "no answer"
        return seen(result.followups[-1] if result.followups else result.response)

    async def pick(self, answer: Seen, value: str, *, by: Any = None) -> Seen:
        """The answer to a choice from the only menu, by its label or its value."""
        shown = [each if isinstance(each, dict) else each.to_dict() for each in answer.message.components]
        labelled = {
            option["label"]: option["value"]
            for each in limits.walk(shown)
            if each["type"] == limits.SELECT
            for option in each["options"]
        }
        result = await (by or self.alice).select(answer.message, [labelled.get(value, value)])
        assert result.acknowledged, "no answer"
        return seen(result.followups[-1] if result.followups else result.response)

    async def restart(self, library: Library | None = None) -> None:
        """The bot again, with nothing remembered; perhaps with other episodes."""
        self.bot = Pullquote(library or self.bot.desk.shelves, self.bot.servers, rng=Random(2), clock=self.clock)
        with without_rounds():
            await self.env.restart_bot(self.bot)

    def expects(self, error: BaseException) -> bool:
        cause = getattr(error, "original", error)
        return isinstance(cause, Refusal) or any(words in str(cause) for words in self.expected)

    async def plant(self, custom_id: str) -> Seen:
        """A message of the bot's that has one button, `old`, with that custom_id."""
        view = ui.LayoutView()
        view.add_item(ui.ActionRow(ui.Button(label="old", custom_id=custom_id)))
        channel = self.bot.get_channel(self.channel.id)
        assert isinstance(channel, discord.TextChannel)
        message = await channel.send(view=view)
        return Seen("", ["old"], {}, False, [], [], message)

    async def say(self, **content: Any) -> discord.Message:
        """A message of the bot's own in the channel."""
        channel = self.bot.get_channel(self.channel.id)
        assert isinstance(channel, discord.TextChannel)
        return await channel.send(**content)

    async def offered(self, command: str, option: str, typed: str, **filled: Any) -> list[dict[str, Any]]:
        choices: list[dict[str, Any]] = await self.alice.autocomplete(self.channel, command, option, typed, **filled)
        limits.assert_choices(choices)
        return choices


def without_rounds() -> AbstractContextManager[object]:
    """Bots that start make no rounds: a test makes its own, and SimCord would wait for the pauses between the bot's."""
    return patch.object(Rounds, "start")


@asynccontextmanager
async def running(bot: Pullquote, clock: Clock | None = None) -> AsyncIterator[Any]:
    """SimCord's world, in which the bot runs without rounds; in it, `clock` says 8:00."""
    env = simcord.Env(bot, shard_count=1, settle_timeout=PATIENCE)
    if clock:
        clock.world = env.backend.clock
        clock.forward(hours=8)
    with without_rounds():
        await env.start()
    try:
        yield env
    finally:
        await env.shutdown()


@asynccontextmanager
async def set_up(library: Library | Shelves, servers: Servers, *, seed: int = 1) -> AsyncIterator[Stage]:
    clock = Clock()
    bot = Pullquote(library, servers, rng=Random(seed), clock=clock)
    async with running(bot, clock) as env:
        guild = env.create_guild()
        channel = guild.create_text_channel("quotes")
        alice, bob = (guild.add_member(env.create_user(name)) for name in ("alice", "bob"))
        stage = Stage(env, bot, guild, channel, alice, bob, clock)
        yield stage
        assert not [error for error in env.errors if not stage.expects(error)]


@contextmanager
def speaking(locale: str) -> Iterator[None]:
    """Users whose Discord is in that language; SimCord's is American English."""
    made = interactions.base_payload

    def with_locale(*args: Any, **options: Any) -> Any:
        record, payload = made(*args, **options)
        return record, payload | {"locale": locale}

    with patch.object(interactions, "base_payload", with_locale):
        yield


def seen(response: Any) -> Seen:
    limits.assert_message(response.components)
    every = list(limits.walk(response.components))
    buttons = [each for each in every if each["type"] == limits.BUTTON]
    return Seen(
        text="\n".join(
            each["content"].replace(WORD_JOINER, "") for each in every if each["type"] == limits.TEXT_DISPLAY
        ),
        buttons=[f"({each['label']})" if each.get("disabled") else each["label"] for each in buttons],
        links={each["label"]: each["url"] for each in buttons if "url" in each},
        private=response.ephemeral,
        files=[attachment.filename for attachment in response.attachments],
        alt=[item["description"] for each in every if each["type"] == limits.GALLERY for item in each["items"]],
        message=response,
        thumbnails={each["media"]["url"]: each["description"] for each in every if each["type"] == limits.THUMBNAIL},
        menus={
            each["placeholder"]: [option["label"] for option in each["options"]]
            for each in every
            if each["type"] == limits.SELECT
        },
    )


def seen_by_itself(message: discord.Message) -> Seen:
    """A message that no interaction brought, as its readers see it."""
    return replace(seen(_Answer(message)), message=message)


class _Answer:
    """A message with the fields that an answer to an interaction has."""

    def __init__(self, message: discord.Message) -> None:
        self.components = [component.to_dict() for component in message.components]
        self.ephemeral = message.flags.ephemeral
        self.attachments = message.attachments
