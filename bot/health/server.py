"""`/healthz`, `/readyz` and `/metrics`, for whoever watches the process. They tell nothing of users and servers."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from aiohttp import web
from prometheus_client.aiohttp import make_aiohttp_handler

from bot.client import Pullquote
from bot.health.feeds import FeedGauges
from bot.health.gauges import register_gauges
from bot.health.lag import watch_lag
from bot.health.readiness import readiness_of
from config.library.sources import Sources


class HealthPortError(OSError):
    """The address cannot be listened at."""


@asynccontextmanager
async def serving(client: Pullquote, sources: Sources, host: str, port: int) -> AsyncIterator[int]:
    """Serve the client's health until the end; yields the port, which port 0 leaves to the system.

    Raises HealthPortError.
    """
    register_gauges(client)
    feeds = FeedGauges(sources)
    client.meters.registry.register(feeds)
    runner = web.AppRunner(_make_application(client, feeds), access_log=None)
    await runner.setup()
    watching = asyncio.create_task(watch_lag(client.meters.loop_lag))
    try:
        site = web.TCPSite(runner, host, port)
        try:
            await site.start()
        except OSError as error:
            number = error.errno or 0
            raise HealthPortError(number, os.strerror(number) if number > 0 else error.strerror) from error
        yield int(runner.addresses[0][1])
    finally:
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching
        await runner.cleanup()


def _make_application(client: Pullquote, feeds: FeedGauges) -> web.Application:
    expose = make_aiohttp_handler(client.meters.registry)

    async def answer_metrics(request: web.Request) -> web.StreamResponse:
        await feeds.look()
        return await expose(request)

    async def answer_alive(_request: web.Request) -> web.Response:
        return web.Response(text="ok\n")  # a loop that does not turn answers nothing

    async def answer_ready(_request: web.Request) -> web.Response:
        checks = await readiness_of(client)
        return web.json_response(checks, status=200 if all(checks.values()) else 503)

    application = web.Application()
    application.router.add_get("/healthz", answer_alive)
    application.router.add_get("/readyz", answer_ready)
    application.router.add_get("/metrics", answer_metrics)
    return application
