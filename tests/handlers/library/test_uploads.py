"""Files that are uploaded with the form of `/library add`, and that `/library export` gives back."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest

from config.library.rows import Quotas
from tests.bot.feeds.hosts import Host
from tests.bot.feeds.shows import AtWork, feed, item, spoken, transcript
from tests.conftest import SHIPPED
from tests.handlers.library.adding import add_feed, published, upload
from tests.handlers.stage import Stage


async def test_files_are_uploaded_with_a_form(stage: Stage, owner: Any) -> None:
    answer = await upload(stage, owner, ("one.vtt", spoken("It is painted.")), (SHIPPED.name, SHIPPED.read_bytes()),
                          show="Robots")  # fmt: skip
    assert answer.private
    assert answer.lines == [
        "⏳ **Robots**: reading, 0 of 2.",
        "2 being read",
        "-# This message follows along; you need not wait.",
        "-# Room is left for 498 of 500 episodes, 99 of 100 MB and 5 of 5 feeds.",
    ]
    listed = await stage.ask("library list", by=owner)
    assert listed.lines[1] == "**Robots** · files · 2 being read"


async def test_without_a_name_they_are_the_servers(stage: Stage, owner: Any) -> None:
    await upload(stage, owner, ("one.vtt", spoken("It is painted.")))
    (source,) = await stage.bot.sources.sources(stage.guild.id)
    assert source.show == stage.guild.name


async def test_files_for_which_there_is_no_room_are_named(
    stage: Stage, owner: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    cog = stage.bot.get_cog("LibraryCommands")
    monkeypatch.setattr(cog, "_quotas", Quotas(episodes=2, megabytes=1))
    answer = await upload(stage, owner, ("large.txt", b"Ann: words\n" * 100_000), ("one.vtt", spoken("One.")),
                          ("two.vtt", spoken("Two.")), ("three.vtt", spoken("Three.")))  # fmt: skip
    assert "- large.txt: this server has no megabytes left for it" in answer.lines
    assert "- three.vtt: this server has no episodes left for it" in answer.lines
    assert len(await stage.bot.sources.find_items(stage.guild.id, "", 25)) == 2


async def test_a_form_without_a_file_that_was_taken_leaves_nothing(
    stage: Stage, owner: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    cog = stage.bot.get_cog("LibraryCommands")
    monkeypatch.setattr(cog, "_quotas", Quotas(episodes=0))
    answer = await upload(stage, owner, ("one.vtt", spoken("One.")))
    assert answer.lines[:2] == ["Not taken:", "- one.vtt: this server has no episodes left for it"]
    assert await stage.bot.sources.sources(stage.guild.id) == []


async def test_all_files_come_back_as_they_were(stage: Stage, owner: Any, host: Host, work: AtWork) -> None:
    assert (await stage.ask("library export", by=owner)).text.startswith("This server has no episodes of its own.")
    published(host)
    chapters = '<podcast:chapters url="/1.json"/>'
    host.pages["/feed"] = feed(item(1, transcript("/1.vtt") + chapters))
    host.pages["/1.json"] = b'{"chapters":[{"startTime":7,"title":"Hello"}]}'
    await add_feed(stage, owner, host.url("/feed"))
    await work.visit_all()
    await upload(stage, owner, ("a.vtt", spoken("One.")), ("b.vtt", spoken("Two.")), show="../Robots: 2?")
    result = await owner.slash(stage.channel, "library export")
    assert result.response.content == "Part 1: 4 files, as they were."
    assert result.response.ephemeral
    (attachment,) = result.response.attachments
    assert attachment.filename == "transcripts-1.zip"
    with zipfile.ZipFile(io.BytesIO(await attachment.read())) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    assert {name: content for name, content in held.items() if not name.endswith(".json")} == {
        "Bridges/2025-06-02 Part 1.vtt": spoken("The bridge was painted by a careful robot."),
        ".._Robots_ 2_/a.vtt": spoken("One."),
        ".._Robots_ 2_/b.vtt": spoken("Two."),
    }
    assert b"Hello" in held["Bridges/2025-06-02 Part 1.chapters.json"]
