"""Answers to requests, and what else may become of one."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

from aiohttp import web


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
