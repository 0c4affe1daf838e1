"""Steps of tests of the quote of the day, and what they see."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import discord
import pytest

from config.servers import Servers
from tests.handlers.stage import Seen, Stage


async def start(stage: Stage, owner: Any, channel: Any, **options: Any) -> Seen:
    """Set it up; it is eight o'clock in London, on a Thursday."""
    chosen: dict[str, Any] = {"channel": channel, "time": "09:00", "timezone": "Europe/London"} | options
    return await stage.ask("daily start", by=owner, **chosen)


async def rounds(stage: Stage, **by: float) -> None:
    """The bot's next round, so much later."""
    await stage.bot.rounds.round(stage.clock.forward(**by))


def shown(message: discord.Message) -> str:
    """All the text of a message."""
    return "\n".join(_texts(message.components))


def _texts(components: Any) -> list[str]:
    found = []
    for each in components:
        if content := getattr(each, "content", None):
            found.append(content)
        found += _texts(getattr(each, "children", ()))
    return found


def posts(channel: Any) -> list[str]:
    return [shown(message) for message in channel.history()]


def at(year: int, month: int, day: int, hour: int) -> str:
    return f"<t:{int(datetime(year, month, day, hour, tzinfo=UTC).timestamp())}:F>"


def sent_to(stage: Stage, channel_id: int | None = None) -> list[dict[str, Any]]:
    """The posts that the bot asked Discord for, perhaps in one channel."""
    return [
        request.json
        for request in stage.env.http_requests
        if request.method == "POST"
        and request.path.endswith(f"{channel_id or ''}/messages")
        and isinstance(request.json, dict)
    ]


async def cut_off_before_marking(stage: Stage) -> None:
    """A round of a process that ends between sending and marking."""
    with pytest.MonkeyPatch.context() as patch:

        async def end(*_: object, **__: object) -> None:
            raise SystemError("the process ended")

        patch.setattr(Servers, "mark", end)
        await stage.bot.rounds.round(stage.clock())


def buttons(components: Any) -> list[Any]:
    found = []
    for each in components:
        if isinstance(each, discord.Button):
            found.append(each)
        found += buttons(getattr(each, "children", ()))
    return found
