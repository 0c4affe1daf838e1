"""A request that Discord would not know again is sent once, by the very client that else repeats it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import nullcontext
from random import Random

import discord
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.client import Pullquote
from config.servers import Servers
from handlers.daily.posts import TRANSIENT
from handlers.requests import RepeatedError, counting_requests
from tests.handlers.stage import Clock
from transcript.library import Library


class Failing:
    """Discord's side: it makes the post, answers 502, and answers well from then on."""

    def __init__(self) -> None:
        self.posts = 0

    async def make(self, _request: web.Request) -> web.Response:
        self.posts += 1
        return web.json_response({}, status=502 if self.posts == 1 else 200)

    async def log_in(self, _request: web.Request) -> web.Response:
        return web.json_response({})


@pytest.fixture
async def failing(
    shipped: Library, servers: Servers, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[Failing, discord.http.HTTPClient]]:
    there = Failing()
    application = web.Application()
    application.router.add_post("/channels/1/threads", there.make)
    application.router.add_get("/users/@me", there.log_in)

    async def no_pause(_seconds: float) -> None:
        pass

    async with TestServer(application, host="127.0.0.1") as server:
        monkeypatch.setattr(discord.http.Route, "BASE", str(server.make_url("/")).rstrip("/"))
        monkeypatch.setattr("discord.http.asyncio.sleep", no_pause)
        bot = Pullquote(shipped, servers, rng=Random(1), clock=Clock())
        await bot._async_setup_hook()
        await bot.http.static_login("a token")
        yield there, bot.http
        await bot.http.close()


@pytest.mark.parametrize("guarded", [True, False])
async def test_a_forum_post_that_was_answered_with_502_is_not_repeated(
    failing: tuple[Failing, discord.http.HTTPClient], guarded: bool
) -> None:
    there, http = failing
    route = discord.http.Route("POST", "/channels/{channel_id}/threads", channel_id=1)
    with (
        counting_requests(most=1) if guarded else nullcontext(),
        pytest.raises(RepeatedError) if guarded else nullcontext(),
    ):
        await http.request(route, json={})
    assert there.posts == (1 if guarded else 2)
    assert issubclass(RepeatedError, TRANSIENT)  # so that the next visit looks for it
