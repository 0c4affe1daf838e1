"""Episodes in the database are written out as files, each whole or not at all, and no more than there is."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.shelves.files import OwnFiles, own_episode
from bot.shelves.worker import orders_of
from config.library.rows import Fetched, ItemFacts, SourceFacts
from config.library.sources import Sources
from config.library.tables import OPERATOR, Item, Source
from config.settings import Settings
from tests.databases import database, postgres, sources
from transcript.formats import read
from transcript.index.files import MARK
from transcript.library.own import side_text

__all__ = ["database", "postgres", "sources"]


NOW = datetime(2026, 1, 1, 9, tzinfo=UTC)


WORDS = b"WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ann Li>The old crane stands on the bridge since spring.\n"


@pytest.fixture
def own(tmp_path: Path, sources: Sources) -> OwnFiles:
    return OwnFiles(tmp_path / "shelves", sources, is_shared=True)


async def with_episode(sources: Sources, guild_id: int, title: str = "Of cranes", words: bytes = WORDS) -> Source:
    """A feed of a server's with one episode that was fetched."""
    source, _ = await sources.add_feed(guild_id, "https://example.org/feed.xml", None, NOW)
    facts = ItemFacts(title, title, "2026-01-02", link="https://example.org/a", enclosure="https://example.org/a.mp3",
                      people=json.dumps([["Ann Li", "guest"], ["Ann Yu", "editor"]]), addresses="there")  # fmt: skip
    await sources.tell_items(source.id, [facts], NOW)
    [item] = await sources.items(source.id)
    chapters = b'{"version": "1.2.0", "chapters": [{"startTime": 0, "title": "Cranes"}]}'
    await sources.keep_fetched(item.id, Fetched(words, ".vtt", chapters), next_look=None)
    return source


def files(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in (tmp_path / "shelves").rglob("*") if path.is_file() and path.name != MARK)


async def test_an_episode_is_written_with_what_its_feed_tells(own: OwnFiles, sources: Sources, tmp_path: Path) -> None:
    await with_episode(sources, 7)
    assert await own.follow()
    assert not await own.follow()
    [(path, name)] = own.names.items()
    assert files(tmp_path) == ["Of cranes.chapters.json", "Of cranes.toml", "Of cranes.vtt"]
    assert (name.shelf, name.slug.partition("~")[0]) == (7, "of-cranes")
    transcript = read(path)
    head = transcript.episode
    assert (head.title, head.date, head.audio_url) == ("Of cranes", "2026-01-02", "https://example.org/a.mp3")
    assert [chapter.title["en"] for chapter in transcript.chapters] == ["Cranes"]
    assert [segment.speaker for segment in transcript.segments] == ["Ann Li"]


async def test_what_a_feed_tells_of_its_show_and_people_is_on_the_episode(own: OwnFiles, sources: Sources) -> None:
    source = await with_episode(sources, 7, words=WORDS.replace(b"Ann Li", b"Ann"))
    await sources.feed_looked_at(source.id, NOW, NOW, SourceFacts("Cranes", "en", "https://example.org/a.png"))
    await own.follow()
    [path] = own.names
    head = read(path).episode
    assert (head.show, head.speakers) == ("Cranes", ("Ann Li",))
    assert (head.image_url, head.page_url) == ("https://example.org/a.png", "https://example.org/a")
    await sources.feed_looked_at(source.id, NOW, NOW, SourceFacts("Cranes", "en", "https://example.org/b.png"))
    assert await own.follow()
    [path] = own.names
    assert read(path).episode.image_url == "https://example.org/b.png"


async def test_another_content_has_another_path_and_the_same_name(
    own: OwnFiles, sources: Sources, tmp_path: Path
) -> None:
    source = await with_episode(sources, 7)
    await own.follow()
    before = own.names
    [item] = await sources.items(source.id)
    await sources.keep_fetched(item.id, Fetched(WORDS.replace(b"crane", b"winch"), ".vtt"), next_look=None)
    assert await own.follow()
    assert before.keys() != own.names.keys()
    assert [*before.values()] == [*own.names.values()]
    assert files(tmp_path) == ["Of cranes.toml", "Of cranes.vtt"]


async def test_what_is_hidden_or_removed_leaves_and_what_is_lost_is_written_again(
    own: OwnFiles, sources: Sources, tmp_path: Path
) -> None:
    source = await with_episode(sources, 7)
    other = await with_episode(sources, 8)
    await own.follow()
    [item] = await sources.items(source.id)
    await sources.hide_item(7, item.id, hidden=True)
    await own.follow()
    assert {name.shelf for name in own.names.values()} == {8}
    await sources.hide_item(7, item.id, hidden=False)
    await sources.remove_source(8, other.id)
    await own.follow()
    assert {path.name for path in (tmp_path / "shelves").iterdir() if path.name != MARK and any(path.iterdir())} == {
        "7"
    }
    shutil.rmtree(tmp_path / "shelves")
    again = OwnFiles(tmp_path / "shelves", sources, is_shared=True)
    await again.follow()
    assert again.names == own.names
    assert files(tmp_path) == ["Of cranes.chapters.json", "Of cranes.toml", "Of cranes.vtt"]


async def test_what_a_process_left_that_was_killed_while_writing_is_removed(
    own: OwnFiles, sources: Sources, tmp_path: Path
) -> None:
    await with_episode(sources, 7)
    await own.follow()
    [path] = own.names
    half = path.parent.parent / ".writing-x1"
    half.mkdir()
    (half / "Of cranes.vtt").write_bytes(WORDS[:20])
    stranger = tmp_path / "shelves" / "9" / "abc" / "def" / "ghi"
    stranger.mkdir(parents=True)
    again = OwnFiles(tmp_path / "shelves", sources, is_shared=True)
    await again.follow()
    assert not half.exists()
    assert not stranger.exists()
    assert path.exists()


async def test_without_sharing_the_operators_are_not_written(sources: Sources, tmp_path: Path) -> None:
    await with_episode(sources, OPERATOR)
    await with_episode(sources, 7)
    own = OwnFiles(tmp_path / "shelves", sources, is_shared=False)
    await own.follow()
    assert {name.shelf for name in own.names.values()} == {7}


async def test_the_database_is_told_what_was_read_and_what_was_not(own: OwnFiles, sources: Sources) -> None:
    good, bad = await with_episode(sources, 7), await with_episode(sources, 8, words=b"%PDF-1.7\n")
    await own.follow()
    assert own.are_untold
    causes = {path: None if name.shelf == 7 else "it is a PDF, not text" for path, name in own.names.items()}
    await own.mark_read(causes, NOW)
    assert not own.are_untold
    states = [(item.state, item.reason) for one in (good, bad) for item in await sources.items(one.id)]
    assert states == [("ready", None), ("failed", "it is a PDF, not text")]
    assert await sources.changes(-1) is not None


@pytest.mark.parametrize(
    ("name", "written"),
    [("../../etc/passwd", ".txt"), ("a\x00b", ".txt"), ("😀" * 300, ".vtt"), ("", ""), ("CON: aux?", ".srt")],
)
def test_whatever_a_title_has_it_is_one_file_in_its_folder(tmp_path: Path, name: str, written: str) -> None:
    item = Item(id=1, source_id=1, key="k", title=name, ending=written, transcript="0" * 64)
    episode = own_episode(Source(id=1, guild_id=7, kind="feed", address="a", show=None, language=None), item)
    path = tmp_path / episode.path
    assert path.parent == tmp_path / episode.folder
    assert ".." not in episode.path.parts
    path.parent.mkdir(parents=True)
    path.write_bytes(WORDS)


def test_what_a_side_file_cannot_have_is_left_out() -> None:
    facts = {"title": 'A "title"\\ 😀', "show": " ", "language": "english", "audio_url": "ftp://x", "nothing": "at all"}
    assert side_text(facts) == 'title = "A \\"title\\"\\\\ 😀"\n'


def test_without_sharing_the_operators_folders_are_not_read_and_another_cache_is_kept(tmp_path: Path) -> None:
    shared = Settings(data_dir=tmp_path, transcripts=(tmp_path,), _env_file=None)  # type: ignore[call-arg]  # pydantic's
    alone = shared.model_copy(update={"shared": False})
    assert orders_of(shared).paths == (tmp_path,)
    assert (orders_of(alone).paths, orders_of(alone).is_shared) == ((), False)
    assert orders_of(alone).place != orders_of(shared).place
