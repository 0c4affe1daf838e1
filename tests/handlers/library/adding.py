"""Episodes that a server's owner adds, and the lines that tell of room for more."""

from __future__ import annotations

from typing import Any

from tests.bot.feeds.hosts import Host
from tests.bot.feeds.shows import feed, item, spoken, transcript
from tests.handlers.stage import FOLLOWED_EVERY, Seen, Stage, seen

ROOM = "-# Room is left for 500 of 500 episodes, 100 of 100 MB and 5 of 5 feeds."


async def add_feed(stage: Stage, owner: Any, address: str) -> Seen:
    return await stage.ask("library add", by=owner, feed=address)


async def upload(stage: Stage, owner: Any, *files: tuple[str, bytes], show: str = "") -> Seen:
    shown = await owner.slash(stage.channel, "library add")
    assert shown.modal is not None
    result = await owner.submit_modal(shown, {"files": list(files), "show": show})
    assert result.response is not None, "no answer"
    return seen(result.response)


def published(host: Host) -> None:
    host.pages |= {
        "/feed": feed(item(1, transcript("/1.vtt")), item(2), item(3, transcript("/3.vtt"))),
        "/1.vtt": spoken("The bridge was painted by a careful robot."),
    }


async def followed(stage: Stage, answer: Seen) -> list[str]:
    """The lines of an answer once it has followed along."""
    await stage.env.advance_time(FOLLOWED_EVERY)
    return seen(answer.message).lines
