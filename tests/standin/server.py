"""A small stand-in of Discord over local sockets: its gateway and the few routes that the bot uses.

Unlike a simulation within the process, it can lose an answer after the deed, be late, refuse, or be two processes' only
common world. What it keeps is what the real one would: each message once, a nonce's message again.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import discord
from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.standin.answers import Fault, answer, error
from tests.standin.payloads import (
    BOT,
    DIRECT,
    EVERYTHING,
    GUILD,
    MEMBER,
    Json,
    command_payload,
    guild_payload,
    interaction_payload,
    message_payload,
    named_payload,
    thread_payload,
    user_payload,
)

TOO_LATE = 3.0
"""Seconds after which the real one takes no first answer to an interaction any more."""


@dataclass
class Asked:
    """An interaction, and what came of it."""

    payload: Json
    sent_at: float
    answer: Json | None = None
    answered_after: float | None = None
    followups: list[Json] = field(default_factory=list)
    edits: list[Json] = field(default_factory=list)
    done: asyncio.Event = field(default_factory=asyncio.Event)


class StandIn:
    def __init__(self) -> None:
        self.messages: dict[int, Json] = {}
        self.asked: dict[int, Asked] = {}
        self.commands: list[Json] = []
        self.requests: Counter[str] = Counter()
        self.faults: list[tuple[str, Fault]] = []
        """A beginning of "METHOD /path" and what becomes of the next such request."""
        self.gateway_closes = 0
        """A code with which the gateway closes what identifies itself; 0 for none."""
        self._ids = count(discord.utils.time_snowflake(discord.utils.utcnow()))
        self._nonces: dict[str, Json] = {}
        self.mentions: list[Json] = []
        """What each message that was posted in the channel allows to be mentioned."""
        self.refused: tuple[str, str] | None = None
        """A method and a part of the path of requests that are all refused."""
        self.threads: dict[int, Json] = {}
        """The threads below messages, by the message's id."""
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
                return await fault(request, lambda: self._do(request))
        return await self._do(request)

    async def _do(self, request: web.Request) -> web.Response:
        """The deed of a request."""
        body = await _body(request)
        path = request.path.strip("/").split("/")
        match path[0]:
            case "interactions" | "webhooks":
                return self._answer_interaction([request.method, *path], body)
            case "channels":
                return self._change_channel([request.method, *path[2:]], request.query, body)
        return self._tell_bot([request.method, *path], request.host, body)

    def _tell_bot(self, route: list[str], host: str, body: Any) -> web.Response:
        match route:
            case ["GET", "gateway", "bot"]:
                limit = {"total": 1000, "remaining": 999, "reset_after": 1, "max_concurrency": 1}
                return answer({"url": f"ws://{host}/gateway", "shards": 1, "session_start_limit": limit})
            case ["GET", "users", "@me"]:
                return answer(user_payload(BOT))
            case ["GET", "oauth2", "applications", "@me"]:
                return answer({"id": str(BOT), "name": "Pullquote", "icon": None, "description": "",
                                          "bot_public": True, "bot_require_code_grant": False, "flags": 0,
                                          "verify_key": "", "summary": "", "owner": user_payload(MEMBER)})  # fmt: skip
            case ["GET" | "PUT" as method, "applications", _, "commands"]:
                if method == "PUT":
                    self.commands = [command_payload(each, next(self._ids)) for each in body]
                return answer(self.commands)
            case ["POST", "users", "@me", "channels"]:
                return answer({"id": str(DIRECT), "type": 1, "recipients": [user_payload(MEMBER)]})
        return error(404, 0)

    def _answer_interaction(self, route: list[str], body: Any) -> web.Response:
        match route:
            case ["POST", "interactions", identity, _, "callback"]:
                return self._callback(self.asked[int(identity)], body)
            case ["POST", "webhooks", _, token]:
                message = self._message(body, by_interaction=True)
                self.asked[int(token[1:])].followups.append(message)
                return answer(message)
            case ["PATCH", "webhooks", _, token, "messages", _]:
                self.asked[int(token[1:])].edits.append(body)
                return answer(self._message(body, keep=False))
        return error(404, 0)

    def _change_channel(self, route: list[str], query: Mapping[str, str], body: Any) -> web.Response:
        match route:
            case ["POST", "messages"]:
                self.mentions.append(body.get("allowed_mentions", {}))
                return answer(self._post(body))
            case ["PUT" | "DELETE" as method, "messages", "pins", identity]:
                if int(identity) not in self.messages:
                    return error(404, 10008)
                self.messages[int(identity)]["pinned"] = method == "PUT"
                return web.Response(status=204)
            case ["POST", "messages", identity, "crosspost"]:
                self.messages[int(identity)]["flags"] |= 1
                return answer(self.messages[int(identity)])
            case ["POST", "messages", identity, "threads"]:
                if int(identity) in self.threads:
                    return error(400, 160004)
                self.threads[int(identity)] = body
                return answer(thread_payload(identity, body["name"]))
            case ["PATCH", "messages", identity]:
                self.messages[int(identity)] |= {"components": body["components"]}
                return answer(self.messages[int(identity)])
            case ["GET", "messages"]:
                return answer(self._history(query))
        return error(404, 0)

    def _callback(self, asked: Asked, body: Json) -> web.Response:
        if asked.answer is not None:
            return error(400, 40060)
        late = time.monotonic() - asked.sent_at
        if late > TOO_LATE:
            return error(404, 10062)
        asked.answer, asked.answered_after = body, late
        asked.done.set()
        told: Json = {"interaction": {"id": asked.payload["id"], "type": asked.payload["type"]}}
        if body["type"] in (4, 7):
            message = self._message(body["data"], by_interaction=True)
            told["interaction"]["response_message_id"] = message["id"]
            told["resource"] = {"type": body["type"], "message": message}
        return answer(told)

    def _post(self, body: Json) -> Json:
        known = self._nonces.get(str(body.get("nonce"))) if body.get("enforce_nonce") else None
        message = known or self._message(body)
        if body.get("enforce_nonce"):
            self._nonces[str(body["nonce"])] = message
        return message

    def _message(self, body: Json, *, by_interaction: bool = False, keep: bool = True) -> Json:
        identity = next(self._ids)
        message = message_payload(identity, body)
        if keep and not (by_interaction and int(message["flags"]) & 64):
            self.messages[identity] = message
        return message

    def _history(self, query: Mapping[str, str]) -> list[Json]:
        """The newest first, as the real one has them; after an id, those next to it."""
        after, before = int(query.get("after", 0)), int(query.get("before", 1 << 63))
        found = [message for identity, message in self.messages.items() if after < identity < before]
        limit = int(query.get("limit", 50))
        return (found[:limit] if after else found[-limit:])[::-1]

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

    def guild_payload(self) -> Json:
        return guild_payload(self.channel_type, self.permissions)

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
        return self._message(body, by_interaction=True, keep=not private)


async def _body(request: web.Request) -> Any:
    if request.content_type == "multipart/form-data":
        form = await request.post()
        return json.loads(str(form["payload_json"]))
    return await request.json() if request.can_read_body else None
