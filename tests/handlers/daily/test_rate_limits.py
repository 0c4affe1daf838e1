"""However long Discord asks to wait, posting goes on afterwards."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from handlers.daily import posts
from tests.config.ledgers import EIGHT, NINE, chosen
from tests.conftest import PATIENCE
from tests.handlers.world import POSTS, World, hurried, there, world
from tests.standin.answers import answering, rate_limited
from tests.standin.payloads import CHANNEL, GUILD

__all__ = ["hurried", "there", "world"]


pytestmark = pytest.mark.usefixtures("hurried")


@pytest.mark.parametrize("seconds", [34, 120])
async def test_a_rate_limit_of_all_routes_that_outlasts_a_try_ends(
    world: World, monkeypatch: pytest.MonkeyPatch, seconds: int
) -> None:
    """discord.py sleeps a hundredth of that; a try has a hundredth of its time too."""
    monkeypatch.setattr(posts, "SENDING", posts.SENDING / 100)
    await world.bot.servers.start(chosen(GUILD, channel_id=CHANNEL), EIGHT)
    world.discord.faults.append((POSTS, answering(lambda: rate_limited(seconds, everywhere=True))))
    await world.bot.posting.visit(GUILD, NINE)
    assert world.posted == 0
    answered = await world.discord.slash("episodes")  # needs none of the routes that are limited
    await asyncio.wait_for(answered.done.wait(), PATIENCE)
    del world.discord.messages[max(world.discord.messages)]
    for minute in range(1, 6):
        await asyncio.sleep(seconds / 400)
        await world.bot.posting.visit(GUILD, NINE + timedelta(seconds=61 * minute))
    assert world.posted == 1
    (row,) = await world.bot.servers.last_posts(GUILD, 1)
    assert row.status == "posted"
    await world.bot.posting.visit(GUILD, NINE + timedelta(days=1))
    assert world.posted == 2
