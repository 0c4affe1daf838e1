"""Requests to Discord: counting them, keeping one from being repeated, acknowledging an interaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from types import SimpleNamespace

import aiohttp
import discord

from handlers.metrics import Meters

NO_ANSWER = (TimeoutError, OSError, aiohttp.ClientError, discord.DiscordServerError, discord.RateLimited)
"""Errors after which it is not known if Discord carried out a request."""


ALREADY_ANSWERED = 40060
"""Discord's code for an interaction that is answered."""


UNKNOWN_INTERACTION = 10062
"""Discord's code for an interaction that is over."""


TOO_MANY = 429
"""The status of an answer to one request too many."""


RATE_LIMIT_SCOPES = ("user", "global", "shared")
"""Discord's names for whose requests are too many: the bot's on a route, its own on all, everybody's on a resource."""


class RepeatedError(aiohttp.ClientError):
    """A request was not repeated, so that what became of the first is not known."""


@dataclass
class _Requests:
    """The requests that a task may send at most, and those that it has sent."""

    most: float
    sent: int = 0


_requests: ContextVar[_Requests | None] = ContextVar("the requests of this task", default=None)


@contextmanager
def counting_requests(most: float = float("inf")) -> Iterator[_Requests]:
    """Count this task's requests; raise RepeatedError instead of one too many.

    discord.py repeats what was answered with 502, and Discord may have done it already.
    """
    requests = _Requests(most)
    token = _requests.set(requests)
    try:
        yield requests
    finally:
        _requests.reset(token)


def request_tracing(meters: Meters) -> aiohttp.TraceConfig:
    """A trace configuration for the client, by which its requests are counted, and those refused as too many."""

    async def count_refusal(
        _session: aiohttp.ClientSession, _context: SimpleNamespace, request: aiohttp.TraceRequestEndParams
    ) -> None:
        if request.response.status == TOO_MANY:
            scope = request.response.headers.get("X-RateLimit-Scope", "")
            meters.rate_limits.labels(scope if scope in RATE_LIMIT_SCOPES else "unknown").inc()

    config = aiohttp.TraceConfig()
    config.on_request_start.append(_count_request)
    config.on_request_end.append(count_refusal)
    return config


async def _count_request(
    _session: aiohttp.ClientSession, _context: SimpleNamespace, _request: aiohttp.TraceRequestStartParams
) -> None:
    requests = _requests.get()
    if requests is None:
        return
    if requests.sent >= requests.most:
        raise RepeatedError
    requests.sent += 1


async def acknowledge_interaction(interaction: discord.Interaction, *, thinking: bool = False) -> None:
    """Tell Discord, within its three seconds, that an answer comes: of a command, `thinking`, that only the asker sees;
    of a button one that changes nothing that is seen.

    Where the answer to that is lost, it is told again, and Discord's "already answered" means that it was heard. Raises
    HTTPException with that code where another process answers.
    """
    sent = 0
    while True:
        try:
            with counting_requests() as requests:
                await interaction.response.defer(ephemeral=thinking, thinking=thinking)
        except (aiohttp.ClientError, OSError):
            sent += requests.sent
            if sent > 1:
                raise
        except discord.HTTPException as error:
            if error.code != ALREADY_ANSWERED or sent + requests.sent < 2:
                raise
            # discord.py has heard of the refusal alone.
            kinds = discord.InteractionResponseType
            kind = kinds.deferred_channel_message if thinking else kinds.deferred_message_update
            interaction.response._response_type = kind
            return
        else:
            return
