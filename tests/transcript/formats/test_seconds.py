"""From a file's times to the second of a word: in search, in verdicts, and in both as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from transcript.__main__ import app
from transcript.library import Library, open_library
from transcript.search import search
from transcript.verdicts import verify

VTT = """WEBVTT

00:00:10.000 --> 00:00:13.000
<v Ada Quill>The bridge at Orval was never finished,

00:00:13.000 --> 00:00:16.000
<v Ada Quill>because they ran out of granite.

00:00:16.000 --> 00:00:19.000
<v Ada Quill>A widow paid for it with herring.

00:01:16.000 --> 00:01:19.000
<v Ben Marsh>[Music] And the bishop (laughs) counted every goat.
"""

TEXT = """Ada Quill: The harbour lamps burn whale oil, which smells of thunder in the winter.

Ben Marsh: Can you put one out with a felt hat, or does it take a bucket?

Ada Quill: Only with a felt hat, and only if the bishop is watching from the tower.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shows")
    (folder / "bridges.vtt").write_text(VTT)
    (folder / "lamps.txt").write_text(TEXT)
    return folder


@pytest.fixture(scope="module")
def library(folder: Path) -> Library:
    return open_library([folder], folder.parent / "data")


@pytest.mark.parametrize(
    ("query", "at"),
    [
        ("bridge at Orval", 10.0),
        ("ran out of granite", 13.0),
        ("finished because they ran", 10.0),
        ("widow paid", 16.0),
    ],
)
def test_a_match_is_at_the_second_of_its_first_word(library: Library, query: str, at: float) -> None:
    match = search(library, query).matches[0]
    assert (match.start, match.at) == (10.0, at)


def test_a_verdict_is_at_the_second_of_its_first_word(library: Library) -> None:
    verdict = verify(library, "“A widow paid for it with herring.” — Ada Quill")[0]
    assert (verdict.kind, verdict.start, verdict.at) == ("verbatim", 10.0, 16.0)


def test_words_without_a_time_have_none(library: Library) -> None:
    match = search(library, "whale oil thunder").matches[0]
    assert (match.start, match.at, match.end) == (None, None, None)
    verdict = verify(library, "“Only with a felt hat, and only if the bishop is watching”")[0]
    assert (verdict.kind, verdict.start, verdict.at) == ("verbatim", None, None)


def test_the_command_line_gives_the_second(folder: Path) -> None:
    options = ["--transcripts", str(folder), "--data-dir", str(folder.parent / "data"), "--json"]
    found = json.loads(CliRunner().invoke(app, ["search", "ran out of granite", *options]).stdout)
    assert (found["matches"][0]["start"], found["matches"][0]["at"]) == (10.0, 13.0)
    without = json.loads(CliRunner().invoke(app, ["search", "felt hat bishop", *options]).stdout)
    assert (without["matches"][0]["start"], without["matches"][0]["at"]) == (None, None)
    said = json.loads(CliRunner().invoke(app, ["verify", "A widow paid for it with herring.", *options]).stdout)
    assert said["at"] == 16.0


def test_stage_marks_are_shown_and_weigh_nothing(library: Library) -> None:
    answer = search(library, "bishop counted every goat")
    assert answer.confident
    assert answer.matches[0].text == "[Music] And the bishop (laughs) counted every goat."
    verdict = verify(library, "“And the bishop counted every goat.” — Ben Marsh")[0]
    assert (verdict.kind, verdict.changes) == ("verbatim", ())
