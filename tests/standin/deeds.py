"""Requests to a stand-in: what it keeps, and what each of them does to it."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import discord
from aiohttp import web

from tests.standin.answers import answer, error
from tests.standin.payloads import (
    BOT,
    DIRECT,
    MEMBER,
    Json,
    command_payload,
    message_payload,
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


class Deeds:
    """Everything that the real one would keep: each message once, a nonce's message again."""

    def __init__(self) -> None:
        self.messages: dict[int, Json] = {}
        self.asked: dict[int, Asked] = {}
        self.commands: list[Json] = []
        self.mentions: list[Json] = []
        """What each message that was posted in the channel allows to be mentioned."""
        self.threads: dict[int, Json] = {}
        """The threads below messages, by the message's id."""
        self._ids = count(discord.utils.time_snowflake(discord.utils.utcnow()))
        self._nonces: dict[str, Json] = {}

    async def do(self, request: web.Request) -> web.Response:
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
                message = self.make_message(body, by_interaction=True)
                self.asked[int(token[1:])].followups.append(message)
                return answer(message)
            case ["PATCH", "webhooks", _, token, "messages", _]:
                self.asked[int(token[1:])].edits.append(body)
                return answer(self.make_message(body, keep=False))
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
            message = self.make_message(body["data"], by_interaction=True)
            told["interaction"]["response_message_id"] = message["id"]
            told["resource"] = {"type": body["type"], "message": message}
        return answer(told)

    def _post(self, body: Json) -> Json:
        known = self._nonces.get(str(body.get("nonce"))) if body.get("enforce_nonce") else None
        message = known or self.make_message(body)
        if body.get("enforce_nonce"):
            self._nonces[str(body["nonce"])] = message
        return message

    def make_message(self, body: Json, *, by_interaction: bool = False, keep: bool = True) -> Json:
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


async def _body(request: web.Request) -> Any:
    if request.content_type == "multipart/form-data":
        form = await request.post()
        return json.loads(str(form["payload_json"]))
    return await request.json() if request.can_read_body else None
