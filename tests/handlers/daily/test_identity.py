"""A file that is added, and takes over another's slug, takes over none of its buttons and daily posts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import MakeLibrary
from tests.handlers.daily.stage import posts, rounds, start
from tests.handlers.stage import Stage
from tests.transcript.scripts import ADA, LAMPS, script
from transcript.library import Library, open_library

GOATS = script(
    ("00:00", ADA, "The bishop of Orval counted forty goats on the unfinished bridge every Sunday.", ""),
    ("00:20", ADA, "Every widow in the harbour sold pickled herring to pay for granite and for chalk.", ""),
    title="On Goats",
)


class Folders:
    """A folder of transcripts that is opened again after files were added."""

    def __init__(self, place: Path, stack: ExitStack) -> None:
        self._place = place
        self._stack = stack

    def opened(self, **files: str) -> Library:
        for name, text in files.items():
            path = self._place / "transcripts" / f"{name}.txt"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return self._stack.enter_context(closing(open_library([self._place / "transcripts"], self._place / "data")))


@pytest.fixture
def folders(tmp_path: Path) -> Iterator[Folders]:
    with ExitStack() as stack:
        yield Folders(tmp_path, stack)


@pytest.fixture
def library(folders: Folders) -> Library:
    return folders.opened(**{"ep-1": GOATS})


def slugs(library: Library) -> dict[str, str]:
    return {episode.title: episode.slug for episode in library.episodes}


async def test_buttons_lead_where_they_led(stage: Stage, folders: Folders) -> None:
    quote = await stage.ask("quote", text="counted forty goats on the unfinished bridge")
    at = await stage.ask("at", time="0:20")
    after = folders.opened(**{"ep 1": LAMPS})
    assert slugs(after) == {"On Lamps": "ep-1", "On Goats": "ep-1-2"}
    await stage.restart(after)
    assert "pickled herring" in (await stage.press(quote, "Context")).text
    assert "forty goats" in (await stage.press(at, "◀ 0:00")).text


async def test_what_was_posted_and_chosen_stays(stage: Stage, folders: Folders, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel, episode="ep-1")
    await rounds(stage, hours=2)
    await stage.restart(folders.opened(**{"ep 1": LAMPS}))
    assert "every day · On Goats" in (await stage.ask("daily status", by=owner)).text
    await rounds(stage, days=1)
    first, second = posts(channel)
    assert first != second
    assert all("Ada Quill" in post for post in (first, second))


async def test_an_episode_that_left_is_named_as_it_was(
    stage: Stage, make_library: MakeLibrary, owner: Any, channel: Any
) -> None:
    await start(stage, owner, channel, episode="ep-1")
    await stage.restart(make_library({"ep 1.txt": LAMPS}))
    assert "every day · ep-1\n" in (await stage.ask("daily status", by=owner)).text


async def test_a_row_from_before_names_its_episode_by_slug(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    server = await stage.bot.servers.server(stage.guild.id)
    assert server
    server.episode = "ep-1"
    assert await stage.bot.posting.next_passage(server)
    server.episode = "ep-1#0000000000"
    assert await stage.bot.posting.next_passage(server) is None
