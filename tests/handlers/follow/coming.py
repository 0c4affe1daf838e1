"""Episodes that come to a bot, and the messages that it sends of them."""

from __future__ import annotations

from typing import Any

from tests.conftest import MakeLibrary
from tests.handlers.stage import Seen, Stage, seen_by_itself

OLD = "(00:00) Ann Li:\nThe water of the river Vltava is a cold grey green in March.\n\n(00:09) Bo Yu:\nIndeed.\n"


NEW = (
    "(00:00) Ann Li:\nToday we talk about bridges and nothing else.\n\n"
    "(00:12) Cy Tull:\nA widow of the old town paid forty million crowns for the granite of the bridge at Orval.\n"
)


OTHER = "(00:00) Bo Yu:\nNothing happened in the harbour this week, and nobody came to see it either.\n"


async def new_episodes(stage: Stage, make_library: MakeLibrary, **files: str) -> None:
    """A minute later these episodes are there too, and the bot was started anew."""
    stage.clock.forward(minutes=1)
    await stage.restart(make_library({"2025-01-01 Rivers.txt": OLD, **files}))
    await stage.bot.following.round(stage.clock())


def messages(channel: Any) -> list[Seen]:
    """The bot's messages of a channel, the oldest first."""
    return [seen_by_itself(message) for message in channel.history() if message.components]
