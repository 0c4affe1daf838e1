"""A small stand-in of Discord over local sockets: its gateway, its people, and the few routes that the bot uses.

Unlike a simulation within the process, it can lose an answer after the deed, be late, refuse, or be two processes' only
common world.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.standin.answers import Fault, error
from tests.standin.deeds import Asked, Deeds
from tests.standin.payloads import (
    BOT,
    EVERYTHING,
    GUILD,
    Json,
    guild_payload,
    interaction_payload,
    named_payload,
    user_payload,
)


class StandIn(Deeds):
    def __init__(self) -> None:
        super().__init__()
        self.requests: Counter[str] = Counter()
        self.faults: list[tuple[str, Fault]] = []
        """A beginning of "METHOD /path" and what becomes of the next such request."""
        self.refused: tuple[str, str] | None = None
        """A method and a part of the path of requests that are all refused."""
        self.gateway_closes = 0
        """A code with which the gateway closes what identifies itself; 0 for none."""
        self.channel_type = 0
        """That of the one channel; 5 is an announcement channel."""
        self.permissions = EVERYTHING
        """Those of everybody in the server, the bot too."""
        self.sockets: list[web.WebSocketResponse] = []
        self._identified = asyncio.Event()

    # Serving.

    def application(self) -> web.Application:
        application = web.Application(client_max_size=1 << 24)
        application.router.add_get("/gateway", self._gateway)
        application.router.add_route("*", "/{path:.*}", self._answer)
        return application

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[str]:
        """Serve until the end; the address that is `discord.http.Route.BASE` for whoever uses it."""
        server = TestServer(self.application(), host="127.0.0.1")
        await server.start_server(access_log=None)
        try:
            yield str(server.make_url("/")).rstrip("/")
        finally:
            for socket in self.sockets:
                await socket.close()
            await server.close()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        said = f"{request.method} {request.path}"
        self.requests[said] += 1
        if self.refused and request.method == self.refused[0] and self.refused[1] in request.path:
            return error(403, 50013)
        for number, (beginning, fault) in enumerate(self.faults):
            if said.startswith(beginning):
                del self.faults[number]
                return await fault(request, lambda: self.do(request))
        return await self.do(request)

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(max_msg_size=0)
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 40_000}})
        async for message in socket:
            said = json.loads(message.data)
            if said["op"] == 1:
                await socket.send_json({"op": 11})
            if said["op"] == 2 and self.gateway_closes:
                await socket.close(code=self.gateway_closes)
            elif said["op"] == 2:
                ready = {"v": 10, "user": user_payload(BOT), "guilds": [{"id": str(GUILD), "unavailable": True}],
                         "session_id": "one", "resume_gateway_url": f"ws://{request.host}/gateway", "shard": [0, 1],
                         "application": {"id": str(BOT), "flags": 0}}  # fmt: skip
                await socket.send_json({"op": 0, "s": 1, "t": "READY", "d": ready})
                await socket.send_json(
                    {"op": 0, "s": 2, "t": "GUILD_CREATE", "d": guild_payload(self.channel_type, self.permissions)}
                )
                self.sockets.append(socket)
                self._identified.set()
            if said["op"] == 6:
                await socket.send_json({"op": 0, "s": 3, "t": "RESUMED", "d": {}})
                self.sockets.append(socket)
        return socket

    # Users.

    async def interact(
        self, kind: int, data: Json, message: Json | None = None, *, process: int | None = None, **more: Any
    ) -> Asked:
        """Send an interaction to every process that is connected, or to one of them by its number."""
        await self._identified.wait()
        identity = next(self._ids)
        payload = interaction_payload(identity, kind, data) | ({"message": message} if message else {}) | more
        payload["guild"] = {"id": payload["guild_id"], "locale": "en-US", "features": []}
        asked = self.asked[identity] = Asked(payload, time.monotonic())
        told = self.sockets if process is None else [self.sockets[process]]
        for socket in (each for each in told if not each.closed):
            await socket.send_json({"op": 0, "s": 3, "t": "INTERACTION_CREATE", "d": payload})
        return asked

    async def slash(self, name: str, /, **options: Any) -> Asked:
        """Use a command, whose name may have a group before it."""
        given: list[Json] = [{"name": key, "type": 3, "value": value} for key, value in options.items()]
        return await self.interact(2, named_payload(name, given))

    async def autocomplete(self, name: str, option: str, typed: str) -> Asked:
        return await self.interact(
            4, named_payload(name, [{"name": option, "type": 3, "value": typed, "focused": True}])
        )

    async def press(self, custom_id: str, message: Json, *, process: int | None = None) -> Asked:
        return await self.interact(3, {"custom_id": custom_id, "component_type": 2}, message, process=process)

    def shown(self, components: list[Json], *, private: bool = True) -> Json:
        """A message of the bot's with these components, as a press of one of its buttons has it."""
        body = {"components": components, "flags": (1 << 15) | (64 if private else 0)}
        return self.make_message(body, by_interaction=True, keep=not private)
