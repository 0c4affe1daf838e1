"""The quote of the day from transcripts in any language."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import MakeLibrary
from tests.handlers.daily.stage import posts, rounds, start
from tests.handlers.stage import Stage
from tests.transcript.languages import FILES
from transcript.library import Library


@pytest.fixture
def library(make_library: MakeLibrary) -> Library:
    return make_library({"ko.txt": FILES["ko.txt"]})


async def test_a_passage_in_another_language_is_shown_and_posted(stage: Stage, owner: Any, channel: Any) -> None:
    started = await start(stage, owner, channel)
    assert "크레인" in started.text
    coming = await stage.ask("daily preview", by=owner)
    assert coming.text.count("> ") == 7
    assert len(coming.buttons) == 1  # a button for each quote, however often it comes
    await rounds(stage, hours=2)
    (post,) = posts(channel)
    assert "크레인" in post
    assert (await stage.ask("today", by=stage.alice)).words in post
