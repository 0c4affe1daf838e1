"""A cache that is damaged under the bot: who asks is answered from a new one, or told to ask again."""

from __future__ import annotations

import logging
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from config.servers import Servers
from handlers.answers import Answers
from handlers.refusals import RebuildingError
from tests.conftest import write_files
from tests.handlers.stage import set_up
from tests.transcript.index.damage import without_seal
from tests.transcript.opened import opened
from tests.transcript.scripts import TWO_SHOWS
from transcript.errors import CacheError
from transcript.library import Library


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_files(TWO_SHOWS, tmp_path / "transcripts")


async def test_a_quote_that_meets_the_damage_is_answered(
    folder: Path, servers: Servers, caplog: pytest.LogCaptureFixture
) -> None:
    without_seal(folder, "terms")
    with closing(opened(folder)) as library:
        async with set_up(library, servers) as stage:
            assert "whale oil" in (await stage.ask("quote", text="burns whale oil")).text
    assert caplog.text.count("is damaged; it is built anew") == 1
    assert not [record for record in caplog.records if record.levelno > logging.WARNING]


async def test_while_another_thread_builds_it_anew_one_is_told_to_ask_again(shipped: Library) -> None:
    def damaged() -> None:
        raise CacheError(Path("data"), "row 1 is not as it was written")

    answers = Answers(shipped, Random(1))
    with pytest.raises(RebuildingError):
        await answers.make(damaged)
    assert await answers.offer(damaged) == []  # type: ignore[arg-type]  # it never returns
