"""A request that is sent once: discord.py repeats what was answered with 502, and Discord may have done it already."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from types import SimpleNamespace

import aiohttp

_left: ContextVar[list[None] | None] = ContextVar("requests that may still be sent", default=None)


class RepeatedError(aiohttp.ClientError):
    """What became of the first request is not known, and a second was not sent."""


@contextmanager
def once() -> Iterator[None]:
    """Within it this task sends one request, and RepeatedError is raised instead of another."""
    token = _left.set([None])
    try:
        yield
    finally:
        _left.reset(token)


def tracing() -> aiohttp.TraceConfig:
    """What the client has to trace its requests with, so that they can be counted."""
    config = aiohttp.TraceConfig()
    config.on_request_start.append(_count)
    return config


async def _count(
    _session: aiohttp.ClientSession, _context: SimpleNamespace, _request: aiohttp.TraceRequestStartParams
) -> None:
    left = _left.get()
    if left is None:
        return
    if not left:
        raise RepeatedError
    left.pop()
