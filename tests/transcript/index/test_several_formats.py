"""Of the formats in which one recording is there, the richest that is a transcript is read."""

from __future__ import annotations

import json
import logging
from contextlib import closing
from pathlib import Path

import pytest

from transcript.errors import OtherFileError
from transcript.formats import read as really_read
from transcript.formats.table import FORMATS, RICHEST_FIRST
from transcript.index import preparation
from transcript.library import open_library
from transcript.models import Transcript

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
