"""`python -m bot library` tells an operator what the library is made of."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from config.library.rows import ItemFacts, SourceFacts
from config.library.sources import Sources
from config.settings import load

NOW = datetime(2026, 1, 1, 9, tzinfo=UTC)


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("TRANSCRIPTS", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return tmp_path


async def fill() -> None:
    async with aclosing(Sources(load().database)) as sources:
        await sources.name_feeds(["https://example.org/feed.xml"], NOW)
        [feed] = await sources.sources(0)
        told = [ItemFacts("1", "One", addresses="there"), ItemFacts("2", "Two"), ItemFacts("3", "Three")]
        await sources.tell_items(feed.id, told, NOW)
        await sources.feed_failed(feed.id, "status 500", NOW, NOW)
        show, _ = await sources.add_show(7, "Our\x1b[31m show", None, NOW)
        item = await sources.add_file(show.id, "one.txt", b"A: Hello.", NOW)
        assert item is not None
        await sources.hide_item(7, item.id, hidden=True)
        await sources.add_show(8, "Empty", None, NOW)
        moved, _ = await sources.add_feed(8, "https://old.example/", None, NOW)
        await sources.feed_looked_at(moved.id, NOW, NOW, SourceFacts(moved_to="https://new.example/"))


def test_each_source_has_a_line_with_its_state(folder: Path) -> None:
    asyncio.run(fill())
    result = CliRunner().invoke(app, ["library"])
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines() == [
        "library: 0 of 0 files, still reading, or nobody reads",
        f"folder {folder}",
        "feed https://example.org/feed.xml: 1 to be fetched, 2 without words; looked at 2026-01-01 09:00 UTC; "
        "looks that failed since: 1, as its host refuses it (status 500)",
        "server 7: upload Our\\x1b[31m show: 1 hidden",
        "server 8: upload Empty: no episode",
        "server 8: feed https://old.example/: no episode; moved to https://new.example/; "
        "looked at 2026-01-01 09:00 UTC",
    ]


def test_without_sharing_that_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHARED", "off")
    result = CliRunner().invoke(app, ["library"])
    assert result.stdout.splitlines()[1:] == ["SHARED is off: nothing of the operator's answers"]
    assert folder.exists()


def test_a_database_that_is_away_is_a_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://me@127.0.0.1:1/x")
    result = CliRunner().invoke(app, ["library"])
    assert (result.exit_code, result.stderr) == (2, "DATABASE_URL: nothing answers at the address in DATABASE_URL\n")
    assert folder.exists()
