"""A small stand-in of Discord over local sockets: its gateway and the few routes that the bot uses.

Unlike a simulation within the process, it can lose an answer after the deed, be late, refuse, or be two processes' only
common world. What it keeps is what the real one would: each message once, a nonce's message again.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any, TypeAlias, TypeVar

import discord
from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.conftest import PATIENCE

Client = TypeVar("Client", bound=discord.Client)


Json: TypeAlias = dict[str, Any]

BOT, GUILD, CHANNEL, MEMBER, ROLE, DIRECT = 1_000, 2_000, 3_000, 4_000, 5_000, 6_000
"""Ids of what there is: one server with one channel, one member and one role, besides the bot; and the channel of that
member's direct messages."""


TOO_LATE = 3.0
"""Seconds after which the real one takes no first answer to an interaction any more."""


MANAGER = str((1 << 13) | (1 << 5))
"""The permissions Manage Messages and Manage Server."""


EVERYTHING = str((1 << 53) - 1)


def answer(body: Any, status: int = 200, **headers: str) -> web.Response:
    """JSON as the real one labels it: discord.py reads no other."""
    return web.Response(
        body=json.dumps(body).encode(), status=status, headers={"Content-Type": "application/json", **headers}
    )


def error(status: int, code: int = 0, **more: Any) -> web.Response:
    return answer({"code": code, "message": "as asked for", **more}, status=status)


def rate_limited(seconds: float, *, everywhere: bool = False) -> web.Response:
    body = {"message": "You are being rate limited.", "retry_after": seconds, "global": everywhere}
    return answer(body, status=429, Via="1.1 google")


Fault: TypeAlias = Callable[[web.Request, Callable[[], Awaitable[web.StreamResponse]]], Awaitable[web.StreamResponse]]
"""What becomes of a request: it may do the deed or not, and answer what it likes."""


async def lose_answer(request: web.Request, deed: Callable[[], Awaitable[web.StreamResponse]]) -> web.StreamResponse:
    """Do the deed, and break the connection."""
    response = await deed()
    assert request.transport is not None
    request.transport.abort()
    return response


async def fail_after_deed(
    _request: web.Request, deed: Callable[[], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    await deed()
    return error(502)


def answering(make: Callable[[], web.Response]) -> Fault:
    """Refuse, without the deed."""

    async def refuse(_request: web.Request, _deed: Callable[[], Awaitable[web.StreamResponse]]) -> web.StreamResponse:
        return make()

    return refuse


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

    async def _do(self, request: web.Request) -> web.StreamResponse:
        body = await _body(request)
        match [request.method, *request.path.strip("/").split("/")]:
            case ["GET", "gateway", "bot"]:
                limit = {"total": 1000, "remaining": 999, "reset_after": 1, "max_concurrency": 1}
                address = f"ws://{request.host}/gateway"
                return answer({"url": address, "shards": 1, "session_start_limit": limit})
            case ["GET", "users", "@me"]:
                return answer(_user(BOT))
            case ["GET", "oauth2", "applications", "@me"]:
                return answer({"id": str(BOT), "name": "Pullquote", "icon": None, "description": "",
                                          "bot_public": True, "bot_require_code_grant": False, "flags": 0,
                                          "verify_key": "", "summary": "", "owner": _user(MEMBER)})  # fmt: skip
            case ["GET" | "PUT", "applications", _, "commands"]:
                if request.method == "PUT":
                    self.commands = [_command(each, next(self._ids)) for each in body]
                return answer(self.commands)
            case ["POST", "interactions", identity, _, "callback"]:
                return self._callback(self.asked[int(identity)], body)
            case ["POST", "webhooks", _, token]:
                message = self._message(body, by_interaction=True)
                self.asked[int(token[1:])].followups.append(message)
                return answer(message)
            case ["PATCH", "webhooks", _, token, "messages", _]:
                self.asked[int(token[1:])].edits.append(body)
                return answer(self._message(body, keep=False))
            case ["POST", "users", "@me", "channels"]:
                return answer({"id": str(DIRECT), "type": 1, "recipients": [_user(MEMBER)]})
            case ["POST", "channels", _, "messages"]:
                self.mentions.append(body.get("allowed_mentions", {}))
                return answer(self._post(body))
            case ["PUT" | "DELETE", "channels", _, "messages", "pins", identity]:
                if int(identity) not in self.messages:
                    return error(404, 10008)
                self.messages[int(identity)]["pinned"] = request.method == "PUT"
                return web.Response(status=204)
            case ["POST", "channels", _, "messages", identity, "crosspost"]:
                self.messages[int(identity)]["flags"] |= 1
                return answer(self.messages[int(identity)])
            case ["POST", "channels", _, "messages", identity, "threads"]:
                if int(identity) in self.threads:
                    return error(400, 160004)
                self.threads[int(identity)] = body
                return answer(_thread(identity, body["name"]))
            case ["PATCH", "channels", _, "messages", identity]:
                self.messages[int(identity)] |= {"components": body["components"]}
                return answer(self.messages[int(identity)])
            case ["GET", "channels", _, "messages"]:
                return answer(self._history(request.query))
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
        message: Json = {
            "id": str(identity), "channel_id": str(CHANNEL), "author": _user(BOT), "content": body.get("content", ""),
            "timestamp": "2026-01-01T08:00:00+00:00", "edited_timestamp": None, "tts": False, "embeds": [],
            "mention_everyone": False, "mentions": [], "mention_roles": [], "attachments": [], "pinned": False,
            "type": 0, "flags": body.get("flags", 0), "components": body.get("components", []),
        }  # fmt: skip
        if reference := body.get("message_reference"):
            message["message_reference"] = reference | {"type": 0}
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
                ready = {"v": 10, "user": _user(BOT), "guilds": [{"id": str(GUILD), "unavailable": True}],
                         "session_id": "one", "resume_gateway_url": f"ws://{request.host}/gateway", "shard": [0, 1],
                         "application": {"id": str(BOT), "flags": 0}}  # fmt: skip
                await socket.send_json({"op": 0, "s": 1, "t": "READY", "d": ready})
                await socket.send_json({"op": 0, "s": 2, "t": "GUILD_CREATE", "d": self._guild()})
                self.sockets.append(socket)
                self._identified.set()
            if said["op"] == 6:
                await socket.send_json({"op": 0, "s": 3, "t": "RESUMED", "d": {}})
                self.sockets.append(socket)
        return socket

    def _guild(self) -> Json:
        return _guild(self.channel_type, self.permissions)

    # Users.

    async def interact(
        self, kind: int, data: Json, message: Json | None = None, *, process: int | None = None, **more: Any
    ) -> Asked:
        """Send an interaction to every process that is connected, or to one of them by its number."""
        await self._identified.wait()
        identity = next(self._ids)
        payload = {
            "id": str(identity), "application_id": str(BOT), "type": kind, "token": f"t{identity}", "version": 1,
            "guild_id": str(GUILD), "channel_id": str(CHANNEL), "locale": "en-US", "guild_locale": "en-US",
            "app_permissions": EVERYTHING, "entitlements": [], "authorizing_integration_owners": {"0": str(GUILD)},
            "context": 0, "attachment_size_limit": 1 << 20, "data": data,
            "channel": _channel() | {"permissions": EVERYTHING},
            "member": {"user": _user(MEMBER), "roles": [], "joined_at": "2026-01-01T08:00:00+00:00", "deaf": False,
                       "mute": False, "permissions": MANAGER, "flags": 0},
        } | ({"message": message} if message else {}) | more  # fmt: skip
        payload["guild"] = {"id": payload["guild_id"], "locale": "en-US", "features": []}
        asked = self.asked[identity] = Asked(payload, time.monotonic())
        told = self.sockets if process is None else [self.sockets[process]]
        for socket in (each for each in told if not each.closed):
            await socket.send_json({"op": 0, "s": 3, "t": "INTERACTION_CREATE", "d": payload})
        return asked

    async def slash(self, name: str, /, **options: Any) -> Asked:
        """Use a command, whose name may have a group before it."""
        given: list[Json] = [{"name": key, "type": 3, "value": value} for key, value in options.items()]
        return await self.interact(2, _named(name, given))

    async def autocomplete(self, name: str, option: str, typed: str) -> Asked:
        return await self.interact(4, _named(name, [{"name": option, "type": 3, "value": typed, "focused": True}]))

    async def press(self, custom_id: str, message: Json, *, process: int | None = None) -> Asked:
        return await self.interact(3, {"custom_id": custom_id, "component_type": 2}, message, process=process)

    def shown(self, components: list[Json], *, private: bool = True) -> Json:
        """A message of the bot's with these components, as a press of one of its buttons has it."""
        body = {"components": components, "flags": (1 << 15) | (64 if private else 0)}
        return self._message(body, by_interaction=True, keep=not private)


def _named(name: str, options: list[Json]) -> Json:
    root, _, under = name.partition(" ")
    return {"id": "1", "name": root, "type": 1, "options": (
        [{"name": under, "type": 1, "options": options}] if under else options)}  # fmt: skip


async def _body(request: web.Request) -> Any:
    if request.content_type == "multipart/form-data":
        form = await request.post()
        return json.loads(str(form["payload_json"]))
    return await request.json() if request.can_read_body else None


def _user(identity: int) -> Json:
    return {"id": str(identity), "username": f"user{identity}", "discriminator": "0", "avatar": None,
            "global_name": None, "bot": identity == BOT}  # fmt: skip


def _command(body: Json, identity: int) -> Json:
    return {"id": str(identity), "application_id": str(BOT), "version": "1", "default_member_permissions": None,
            "description": "", **body}  # fmt: skip


def _channel() -> Json:
    return {"id": str(CHANNEL), "type": 0, "name": "quotes", "position": 0, "permission_overwrites": [],
            "parent_id": None, "nsfw": False, "topic": None, "rate_limit_per_user": 0}  # fmt: skip


def _thread(identity: str, name: str) -> Json:
    return {"id": identity, "type": 11, "guild_id": str(GUILD), "parent_id": str(CHANNEL), "name": name,
            "owner_id": str(BOT), "message_count": 0, "member_count": 1, "rate_limit_per_user": 0, "flags": 0,
            "thread_metadata": {"archived": False, "auto_archive_duration": 1440, "locked": False,
                                "archive_timestamp": "2026-01-01T08:00:00+00:00"}}  # fmt: skip


def _guild(channel_type: int, permissions: str) -> Json:
    everyone = {"id": str(GUILD), "name": "@everyone", "color": 0, "hoist": False, "position": 0, "managed": False,
                "permissions": permissions, "mentionable": False, "flags": 0,
                "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None}}  # fmt: skip
    readers = everyone | {"id": str(ROLE), "name": "Readers", "position": 1, "permissions": "0"}
    me = {"user": _user(BOT), "roles": [], "joined_at": "2026-01-01T08:00:00+00:00", "deaf": False, "mute": False,
          "flags": 0}  # fmt: skip
    return {"id": str(GUILD), "name": "Podcast club", "owner_id": str(MEMBER), "roles": [everyone, readers],
            "channels": [_channel() | {"type": channel_type}],
            "members": [me], "member_count": 2, "threads": [], "emojis": [], "stickers": [],
            "features": [], "icon": None, "verification_level": 0, "default_message_notifications": 0,
            "explicit_content_filter": 0, "mfa_level": 0, "nsfw_level": 0, "premium_tier": 0, "large": False,
            "preferred_locale": "en-US", "afk_timeout": 60, "system_channel_flags": 0, "voice_states": [],
            "presences": [], "stage_instances": [], "guild_scheduled_events": [], "soundboard_sounds": []}  # fmt: skip


async def until(holds: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Wait until that holds."""
    async with asyncio.timeout(seconds):
        for _ in itertools.repeat(None):
            if holds():
                return
            await asyncio.sleep(0.01)


async def read_library(there: StandIn) -> None:
    """Wait until the bot answers from its transcript; it answers before all is read."""
    async with asyncio.timeout(PATIENCE):
        said = ""
        while "Dylan Patel" not in said:
            asked = await there.slash("at", time="31:39")
            await asyncio.wait_for(asked.done.wait(), PATIENCE)
            said = str(asked.answer)


@asynccontextmanager
async def connected(client: Client, base: str) -> AsyncIterator[Client]:
    """The client, at work at that stand-in until the end."""
    route, client_base = discord.http.Route, discord.http.Route.BASE
    route.BASE = base
    running = asyncio.create_task(client.start("a.token.x"))
    try:
        await until(lambda: running.done() or client.get_guild(GUILD) is not None)
        if running.done():
            running.result()
        yield client
    finally:
        await client.close()
        await asyncio.gather(running, return_exceptions=True)
        route.BASE = client_base
