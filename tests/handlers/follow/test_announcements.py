"""`/library announce`: each new episode is told in a channel, once."""

from __future__ import annotations

from typing import Any

from tests.conftest import MakeLibrary
from tests.handlers.follow.coming import NEW, OLD, OTHER, messages, new_episodes
from tests.handlers.stage import Stage


async def test_each_new_episode_is_told_once(stage: Stage, owner: Any, channel: Any, make_library: MakeLibrary) -> None:
    answer = await stage.ask("library announce", by=owner, channel=channel)
    assert answer.private
    assert answer.text == f"Each new episode is told in <#{channel.id}>."
    for _ in range(2):
        await new_episodes(stage, make_library, **{"2025-12-20 Bridges.txt": NEW})
    (told,) = messages(channel)
    assert told.lines[:4] == ["-# New episode", "### Bridges", "-# 2025-12-20 · 0:19", "Cy Tull, Ann Li"]
    assert "> A widow of the old town paid forty million crowns" in told.text
    assert told.buttons[0] == "Context"
    await new_episodes(stage, make_library, **{"2025-12-20 Bridges.txt": NEW, "2025-12-27 Harbour.txt": OTHER})
    assert len(messages(channel)) == 2


async def test_announcements_end(stage: Stage, owner: Any, channel: Any, make_library: MakeLibrary) -> None:
    await stage.ask("library announce", by=owner, channel=channel)
    assert (await stage.ask("library announce", by=owner)).text == "New episodes are no longer told."
    await new_episodes(stage, make_library, **{"2025-12-20 Bridges.txt": NEW, "a.txt": OLD})
    assert messages(channel) == []


async def test_many_that_come_together_are_not_told_one_by_one(
    stage: Stage, owner: Any, channel: Any, make_library: MakeLibrary
) -> None:
    """Seen at once or one after the other; only what its date shows to be new is told then."""
    await stage.ask("library announce", by=owner, channel=channel)
    files = {f"{number}.txt": OTHER for number in range(4)}
    await new_episodes(stage, make_library, **files)
    await new_episodes(stage, make_library, **files, **{"later.txt": OTHER, "2026-01-01 Bridges.txt": NEW})
    (told,) = messages(channel)
    assert "### Bridges" in told.lines
    stage.clock.forward(hours=2)
    await new_episodes(stage, make_library, **files, **{"2026-01-01 Bridges.txt": NEW, "afterwards.txt": OTHER})
    assert [each.lines[1] for each in messages(channel)] == ["### Bridges", "### afterwards"]
    stage.clock.forward(days=7)
    await new_episodes(stage, make_library, **files)
    assert len(messages(channel)) == 2
