"""Matches that `/quote` offers while it is typed, and the answers to picking one."""

from __future__ import annotations

import pytest

from handlers.quotes import PICKED
from tests.handlers.stage import Stage


async def test_typing_offers_live_matches_and_picking_one_answers_with_it(stage: Stage) -> None:
    choices = await stage.offered("quote", "text", "solder balls would crack")
    assert choices[0]["name"].startswith("32:20 · Dylan Patel — ")
    answer = await stage.ask("quote", text=choices[0]["value"], speaker="Zaphod")
    assert answer.cited == "**Dylan Patel** · 32:20"
    assert "**solder balls**" in answer.words


async def test_the_half_typed_word_and_the_speaker_count_while_typing(stage: Stage) -> None:
    (first, *_) = await stage.offered("quote", "text", "more law")
    assert "lawyers" in first["name"]
    for choice in await stage.offered("quote", "text", "therapy show", speaker="Matthew Berman"):
        assert "Matthew Berman" in choice["name"]


@pytest.mark.parametrize(
    "forged",
    [
        "qAAABqI613PMAYwBLBK8BAQEBAQEAAQ",  # ranges inside one word, called an exact match
        "qAAABqI613PMAYwCyAQ" + "EFAGMAsgEBBQBjALIBAQUAYwCyAQ" * 5,  # more pointers than there can be
    ],
)
async def test_what_looks_like_an_offered_match_but_was_not_written_here_is_text(stage: Stage, forged: str) -> None:
    answer = await stage.ask("quote", text=PICKED + forged)
    assert answer.private or "exact match" not in answer.text
    assert "****" not in answer.text


@pytest.mark.parametrize("typed", ["", "a", "\0", "😀" * 3000, "\ud800\ud800", "x" * 6000])
async def test_offering_matches_takes_any_text(stage: Stage, typed: str) -> None:
    await stage.offered("quote", "text", typed)


async def test_speakers_and_episodes_are_offered(stage: Stage) -> None:
    assert await stage.offered("quote", "speaker", "") == [
        {"name": "Dylan Patel", "value": "Dylan Patel"},
        {"name": "Matthew Berman", "value": "Matthew Berman"},
    ]
    assert [c["value"] for c in await stage.offered("quote", "speaker", "dyl")] == ["Dylan Patel"]
    assert await stage.offered("quote", "speaker", "zaphod") == []
    (episode,) = await stage.offered("random", "episode", "grok")
    assert episode["value"] == "2025-06-30-dylan-patel"
    assert episode["name"].startswith("2025-06-30 · GPT4.5's Flop")
