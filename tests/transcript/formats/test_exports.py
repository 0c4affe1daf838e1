"""Exports of tools as text and tables, in the shapes that they have: words in order, speakers and seconds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.transcript.formats.exported import CLOCKS, NAMES, SAID, WANTED, described, rows
from transcript.formats import read


@pytest.mark.parametrize(
    "shape",
    [
        "{name}  {clock}\n{text}",  # Otter
        "{name} ({clock}):\n{text}",  # Rev
        "{name}:\t{clock}\t{text}",  # Temi
        "[{clock}] {name}: {text}",  # Descript
        "**{name}:** [{clock}] {text}",
        "{name} ({clock}.00)\n{text}",  # Riverside
        "{name}: [{clock}] {text}",  # Sonix
        "{name} [{clock}] {text}",  # Trint
        "[{clock}.000] - {name}\n{text}",  # Happy Scribe
        "{name} - {clock}\n{text}",  # Fireflies
        "{clock} - {name}\n{text}",  # Podium
        "{clock} {name}: {text}",
        "{name} [{clock}]:\n{text}",
        "{name}\n({clock})\n{text}",
        "{name} [({clock})](https://example.org/watch?v=x) {text}",
        "**{name}** [{clock}](https://example.org/x)\n{text}",
    ],
)
def test_a_text_of_any_shape_has_its_speakers_and_seconds(shape: str, tmp_path: Path) -> None:
    path = tmp_path / "export.txt"
    path.write_text(rows(shape), encoding="utf-8")
    assert described(path) == WANTED


@pytest.mark.parametrize(
    ("ending", "delimiter"), [("csv", ","), ("csv", ";"), ("tsv", "\t"), ("txt", ",")], ids=["comma", ";", "tab", "txt"]
)
def test_a_table_is_read_by_its_headings(ending: str, delimiter: str, tmp_path: Path) -> None:
    lines = [["Speaker", "Start Time", "End Time", "Text"]]
    lines += [[name, clock, clock, f'"{text}"'] for name, clock, text in zip(NAMES, CLOCKS, SAID, strict=True)]
    path = tmp_path / f"export.{ending}"
    path.write_text("\n".join(map(delimiter.join, lines)), encoding="utf-8")
    assert described(path) == WANTED


def test_a_remark_behind_a_name_is_no_other_person(tmp_path: Path) -> None:
    path = tmp_path / "export.txt"
    path.write_text("JOHN: Hello.\n\nMARY: Yes?\n\nJOHN (V.O.): I know.\n\nMARY: So.\n", encoding="utf-8")
    transcript = read(path)
    assert set(transcript.episode.speakers) == {"JOHN", "MARY"}
    assert transcript.warnings == ()


def test_where_somebody_works_is_no_part_of_a_name(tmp_path: Path) -> None:
    path = tmp_path / "export.txt"
    shape = "Ada Quill (Iron Ltd): {}\n\nBen Marsh (Ice Inc): {}\n\nMarsh: {}\n\nGuest (Cora Finch): {}\n\n"
    path.write_text(shape.format(*SAID, SAID[0]) * 2, encoding="utf-8")
    assert read(path).episode.speakers == ("Ben Marsh", "Ada Quill", "Guest (Cora Finch)")


def test_what_a_meeting_tool_writes_at_the_end_is_not_speech(tmp_path: Path) -> None:
    path = tmp_path / "meet.txt"
    closing = "Meeting ended after 00:31:12\nThis editable transcript was computer generated and may contain errors.\n"
    path.write_text("Ada Quill: Welcome.\nBen Marsh: Thanks.\nAda Quill: So.\n" + closing, encoding="utf-8")
    transcript = read(path)
    assert [segment.text["en"] for segment in transcript.segments] == ["Welcome.", "Thanks.", "So."]
    assert len(transcript.notes) == 2


def test_a_language_of_three_letters_has_its_short_code(tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    said = ["Die", "Brücke", "wurde", "nie", "fertig."]
    words = [{"text": word, "start": at, "type": "word"} for at, word in enumerate(said)]
    path.write_text(json.dumps({"language_code": "deu", "words": words}), encoding="utf-8")
    assert read(path).episode.languages == ("de",)


def test_rows_that_say_who_speaks_are_no_turns(tmp_path: Path) -> None:
    path = tmp_path / "export.txt"
    facts = "Host: Ada Quill\nGuests: Ben Marsh and Cora Finch\n\n"
    path.write_text(f"{facts}Quill: Who paid?\n\nBen: A widow.\n\nQuill: Which one?\n\nBen: Of the mill.\n", "utf-8")
    transcript = read(path)
    assert transcript.episode.speakers == ("Ben Marsh", "Ada Quill")
    assert [note.text for note in transcript.notes] == ["Host: Ada Quill", "Guests: Ben Marsh and Cora Finch"]
    path.write_text("Host: Who paid?\n\nGuest: A widow.\n\nHost: Ada Quill\n", encoding="utf-8")
    assert read(path).episode.speakers == ("Host", "Guest")
