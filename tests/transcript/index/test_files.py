"""The files of a library, and the slugs that they give."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.transcript.scripts import BRIDGES, LAMPS
from transcript.errors import OtherFileError
from transcript.formats import read as really_read
from transcript.formats.table import FORMATS, RICHEST_FIRST
from transcript.index import preparation
from transcript.index.files import listed, root_prefixes, skipped_lines, slugs
from transcript.library import open_library
from transcript.models import Transcript


@pytest.mark.parametrize(
    ("files", "given"),
    [
        (("a.txt", "b.txt"), ("a", "b")),
        (("ep1/transcript.txt", "ep2/transcript.txt"), ("ep1-transcript", "ep2-transcript")),
        (("bridges.txt", "more/bridges.txt"), ("bridges", "more-bridges")),
        (("a/x/t.txt", "b/x/t.txt", "b/y/t.txt"), ("a-x-t", "b-x-t", "y-t")),
        (("On Rivers.txt", "on-rivers.txt"), ("on-rivers", "on-rivers-2")),
        (("a/t.txt", "a-t.txt", "b/t.txt"), ("a-t", "a-t-2", "b-t")),
        (("集/对话.txt", "卷/对话.txt"), ("集-对话", "卷-对话")),
    ],
)
def test_slugs_of_one_name_have_their_folders(files: tuple[str, ...], given: tuple[str, ...]) -> None:
    folders = {Path(file): Path(file).parent.parts for file in files}
    assert tuple(slugs(folders).values()) == given
    backwards = dict(reversed(folders.items()))
    assert tuple(reversed(slugs(backwards).values())) == given


def test_slugs_do_not_go_by_what_was_there_first(tmp_path: Path) -> None:
    folder = tmp_path / "transcripts"
    second = folder / "ep2" / "transcript.txt"
    second.parent.mkdir(parents=True)
    second.write_text(LAMPS, encoding="utf-8")
    with closing(open_library([folder], tmp_path / "data")) as library:
        assert [head.slug for head in library.episodes] == ["transcript"]
    first = folder / "ep1" / "transcript.txt"
    first.parent.mkdir()
    first.write_text(BRIDGES, encoding="utf-8")
    with closing(open_library([folder], tmp_path / "data")) as library:
        assert {head.slug: head.title for head in library.episodes} == {
            "ep2-transcript": "On Lamps",
            "ep1-transcript": "On Bridges",
        }
        assert library.segments("ep2-transcript", 0, 0)[0].speaker == "Cora Finch"
    first.unlink()
    (folder / "ep2" / "transcript.toml").write_text('title = "On Light"', encoding="utf-8")
    with closing(open_library([folder], tmp_path / "data")) as library:
        assert [(head.slug, head.title) for head in library.episodes] == [("transcript", "On Light")]


def identities(*paths: Path) -> dict[str, str]:
    """The identity of each episode, by its path below the test's folder."""
    base = next(parent for path in paths for parent in path.parents if parent.name.startswith("test_"))
    return {path.relative_to(base).as_posix(): name.identity for path, name in listed(list(paths)).items()}


@pytest.fixture
def roots(tmp_path: Path) -> Callable[..., list[Path]]:
    """Makes folders with files of that name in them."""

    def make(**files: str) -> list[Path]:
        for folder, name in files.items():
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(BRIDGES, encoding="utf-8")
        return [tmp_path / folder for folder in files]

    return make


def test_an_identity_is_the_path_below_the_root(roots: Callable[..., list[Path]]) -> None:
    (folder,) = roots(show="2025/Ep-1.txt")
    roots(show="2025/ep 1.txt")
    assert identities(folder) == {"show/2025/Ep-1.txt": "2025/Ep-1", "show/2025/ep 1.txt": "2025/ep 1"}
    assert identities(folder / "2025" / "Ep-1.txt") == {"show/2025/Ep-1.txt": "Ep-1"}


def test_a_file_that_is_added_changes_no_identity(roots: Callable[..., list[Path]]) -> None:
    one, other = roots(one="a.txt", other="b.txt")
    before = identities(one, other)
    assert before == {"one/a.txt": "a", "other/b.txt": "other//b"}
    roots(one="b.txt", other="a.txt")
    roots(one="other/b.txt")
    assert identities(one, other) == before | {
        "one/b.txt": "b",
        "one/other/b.txt": "other/b",
        "other/a.txt": "other//a",
    }


def test_a_folder_that_is_added_last_or_is_missing_changes_no_identity(roots: Callable[..., list[Path]]) -> None:
    one, other = roots(one="a.txt", other="a.txt")
    third = one.parent / "third" / "other"
    before = identities(one, other)
    assert identities(one, other, third) == before
    roots(**{"third/other": "a.txt"})
    assert identities(one, other, third) == before | {"third/other/a.txt": "third/other//a"}
    assert identities(one / "missing.txt", one / "a.txt", other) == before


def test_roots_of_one_name_are_told_apart() -> None:
    assert root_prefixes([Path("/a/x"), Path("/b/x"), Path("/c/x"), Path("/x"), Path("/b/x"), Path("/c/b/x")]) == {
        Path("/a/x"): "",
        Path("/b/x"): "x//",
        Path("/c/x"): "c/x//",
        Path("/x"): "//x//",
        Path("/c/b/x"): "b/x//",
    }


def test_episodes_have_the_identities_of_the_roots_they_are_opened_with(
    roots: Callable[..., list[Path]], tmp_path: Path
) -> None:
    one, other = roots(one="a.txt", other="b.txt")
    for paths, given in (
        ((one, other), {"a": "a", "b": "other//b"}),
        ((other, one), {"a": "one//a", "b": "b"}),
    ):
        with closing(open_library(paths, tmp_path / "data")) as library:
            assert {head.slug: head.identity for head in library.episodes} == given


CUES = [(0.0, 4.0, "The bridge at Orval was never finished."), (4.0, 9.0, "They ran out of granite.")]
WHISPER = {
    "json": json.dumps({"segments": [{"start": start, "end": end, "text": text} for start, end, text in CUES]}),
    "srt": "1\n00:00:00,000 --> 00:00:04,000\nThe bridge at Orval was never finished.\n",
    "tsv": "start\tend\ttext\n0\t4000\tThe bridge at Orval was never finished.\n",
    "txt": "The bridge at Orval was never finished.\nThey ran out of granite.\n",
    "vtt": "WEBVTT\n\n00:00.000 --> 00:04.000\nThe bridge at Orval was finished in March.\n",
}


@pytest.fixture
def whisper(tmp_path: Path) -> Path:
    """All that Whisper writes of one recording, in one folder."""
    folder = tmp_path / "whisper"
    folder.mkdir()
    for ending, text in WHISPER.items():
        (folder / f"ep.{ending}").write_text(text, encoding="utf-8")
    return folder


def test_formats_of_one_recording_are_one_episode(whisper: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    with closing(open_library([whisper], whisper.parent / "data")) as library:
        (head,) = library.episodes
        assert (head.slug, head.identity, library.failures) == ("ep", "ep", ())
        assert "never finished. They ran out" in library.segments("ep", 0, 0)[0].text["en"]
    told = [record.getMessage() for record in caplog.records if "several formats" in record.getMessage()]
    assert told == ["in several formats, of which the richest is read: ep.json, ep.vtt, ep.srt, ep.tsv, ep.txt"]


def test_a_richer_format_that_is_added_keeps_slug_and_identity(whisper: Path) -> None:
    (whisper / "ep.json").unlink()
    names = []
    for _ in range(2):
        with closing(open_library([whisper], whisper.parent / "data")) as library:
            names += [(head.slug, head.identity) for head in library.episodes]
            said = library.segments("ep", 0, 0)[0].text["en"]
        (whisper / "ep.json").write_text(WHISPER["json"], encoding="utf-8")
    assert names == [("ep", "ep")] * 2
    assert "never finished" in said


@pytest.mark.parametrize(
    ("ending", "text"),
    [
        ("vtt", "WEBVTT\n\n00:00.000 --> 00:04.000\n<v Ada>The bridge at Orval was never finished, they say.\n"),
        (
            "txt",
            "(00:00) Ada:\nThe bridge at Orval was never finished, they say.\n\n(00:04) Bo:\nThey had no granite.\n",
        ),
    ],
)
def test_of_several_formats_that_with_speakers_is_read(whisper: Path, ending: str, text: str) -> None:
    (whisper / f"ep.{ending}").write_text(text, encoding="utf-8")
    with closing(open_library([whisper], whisper.parent / "data")) as library:
        assert library.segments("ep", 0, 0)[0].speaker == "Ada"


def test_what_is_no_transcript_leaves_its_episode_to_another_format(
    whisper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (whisper / "ep.json").write_text('{"id": "abc", "view_count": 9}', encoding="utf-8")
    read: list[str] = []

    def noting(path: Path) -> Transcript:
        read.append(path.name)
        return really_read(path)

    monkeypatch.setattr(preparation, "read", noting)
    for words, unchanged in (("in March", False), ("in March", True), ("in April", False)):
        read.clear()
        if not unchanged:
            (whisper / "ep.vtt").write_text(WHISPER["vtt"].replace("in March", words), encoding="utf-8")
        with closing(open_library([whisper], whisper.parent / "data")) as library:
            assert words in library.segments("ep", 0, 0)[0].text["en"]
            (failure,) = library.failures
            assert isinstance(failure, OtherFileError)
            assert "ep.json: it is JSON, but no transcript" in str(failure)
            assert library.unread_count == 0
            assert set(read) == ({"ep.json"} if unchanged else {f"ep.{ending}" for ending in WHISPER})


def test_files_that_are_something_else_are_told_and_are_not_unread(whisper: Path) -> None:
    (whisper / "shopping.txt").write_text("milk and bread", encoding="utf-8")
    (whisper / "empty.vtt").touch()
    with closing(open_library([whisper], whisper.parent / "data")) as library:
        assert sorted(failure.path.name for failure in library.failures) == ["empty.vtt", "shopping.txt"]
        assert library.unread_count == 0
    (whisper / "cut off.json").write_text(WHISPER["json"][:-9], encoding="utf-8")
    with closing(open_library([whisper], whisper.parent / "data")) as library:
        assert (len(library.failures), library.unread_count) == (3, 1)


def test_the_order_of_formats_has_every_format() -> None:
    assert sorted(RICHEST_FIRST) == sorted({ending for form in FORMATS for ending in form.endings})


def test_what_is_skipped_is_told_a_line_for_each_kind(tmp_path: Path) -> None:
    names = ["a.txt", "a.toml", "show.toml", "a.chapters.json", "b-chapters.txt", ".hidden.txt", ".git/c.txt"]
    names += ["README.md", "sub/index.html", *(f"sub/{number}.jpg" for number in range(6))]
    pictures = ", ".join(f"sub/{number}.jpg" for number in range(5))
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(LAMPS, encoding="utf-8")
    assert skipped_lines([tmp_path, tmp_path, tmp_path / "a.txt"]) == [
        f"{tmp_path}: 2 skipped, hidden: .git/c.txt, .hidden.txt",
        f"{tmp_path}: 2 skipped, named like something else: README.md, sub/index.html",
        f"{tmp_path}: 1 skipped, chapters of no transcript: b-chapters.txt",
        f"{tmp_path}: 6 skipped, not the ending of a transcript: {pictures} …",
    ]
    assert list(listed([tmp_path])) == [tmp_path / "a.txt"]


def test_notes_about_a_show_do_not_take_the_place_of_its_transcript(tmp_path: Path) -> None:
    said = "Welcome back. I came by train, and it was late, and I slept in the mill, and the ice took two pillars. " * 6
    notes = "# On bridges\n\nIn this episode we talk about bridges and about a widow who paid for all of it.\n\n"
    (tmp_path / "bridges.txt").write_text(said, encoding="utf-8")
    for facts in (
        "Host: Ada Quill\nGuests: Ben Marsh, Cora Finch\n",
        "Ada: Hear it!\n\nBen: Do!\n",
        "A winter long. " * 9,
    ):
        (tmp_path / "bridges.md").write_text(notes + facts, encoding="utf-8")
        with closing(open_library([tmp_path], tmp_path.parent / "data")) as library:
            (head,) = library.episodes
            text = " ".join(one.text["en"] for one in library.segments(head.slug, 0, 99))
            assert text.startswith("Welcome back. I came by train")
