"""The real bot at a Discord that loses answers, is late or refuses."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest

from bot.client import Pullquote
from config.servers import Servers
from handlers import once
from handlers.addresses.address import CorrectionAddress, QuoteAddress
from handlers.addresses.custom_id import Verb, custom_id
from handlers.cards.layout import Button, Card, card
from handlers.replies import view_of
from tests.standin.clients import connected, until
from tests.standin.deeds import Asked
from tests.standin.payloads import CHANNEL
from tests.standin.server import StandIn
from transcript.library import Library

CHECKED = 500
"""The id of a message that a moderator has checked."""


POSTS = f"POST /channels/{CHANNEL}/messages"


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """discord.py sleeps a hundredth of what it would."""

    async def sleep(seconds: float) -> None:
        await asyncio.sleep(seconds / 100)

    clock = SimpleNamespace(**{name: getattr(asyncio, name) for name in dir(asyncio)} | {"sleep": sleep})
    monkeypatch.setattr("discord.http.asyncio", clock)
    monkeypatch.setattr("discord.webhook.async_.asyncio", clock)
    monkeypatch.setattr(once, "ANSWER_SECONDS", 5.0)


@dataclass
class World:
    discord: StandIn
    base: str
    bot: Pullquote

    def verdict(self, *, private: bool = True) -> tuple[Any, str]:
        """A message with a button that posts a verdict, and the button's custom_id."""
        pointer = self.bot.desk.answers_in(None).pointing.at("2025-06-30-dylan-patel", 99, ((0, 20),), "en")
        button = Button(CorrectionAddress((pointer,), CHECKED), "a", "Post verdict", Verb.CORRECT)
        return self._message(card(["a verdict"], [button]), private), custom_id(button.verb, "a", button.address)

    def answer(self) -> tuple[Any, str]:
        """A private answer with a button that shares it."""
        pointer = self.bot.desk.answers_in(None).pointing.at("2025-06-30-dylan-patel", 99, ((0, 20),), "en")
        button = Button(QuoteAddress((pointer,)), "s", "Share", Verb.SHARE)
        return self._message(card(["an answer"], [button]), True), custom_id(button.verb, "s", button.address)

    def _message(self, shown: Card, private: bool) -> Any:
        view = view_of(shown)
        components = view.to_components()  # type: ignore[no-untyped-call]  # as discord.py has it
        return self.discord.shown(components, private=private)

    async def press(self, what: tuple[Any, str]) -> Asked:
        asked = await self.discord.press(what[1], what[0])
        await settled(asked)
        return asked

    @property
    def posted(self) -> int:
        return len(self.discord.messages)


async def settled(*asked: Asked) -> None:
    """Until nothing comes any more of what was asked."""
    await until(lambda: all(one.followups or one.edits for one in asked))
    await asyncio.sleep(0.05)


@pytest.fixture
def there() -> StandIn:
    """The Discord that is there; a test module may have one of its own."""
    return StandIn()


@pytest.fixture
async def world(shipped: Library, servers: Servers, there: StandIn) -> AsyncIterator[World]:
    async with there.serving() as base, connected(Pullquote(shipped, servers, rng=Random(1)), base) as bot:
        await bot.rounds.stop()  # a test makes its own visits
        yield World(there, base, bot)
