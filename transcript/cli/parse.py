"""`python -m transcript parse`: what was read from a file, for people and for scripts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from transcript.cli.counts import counted
from transcript.errors import SideFileError, TranscriptError, printable
from transcript.formats import read
from transcript.formats.table import FORMATS
from transcript.language.language_names import english_name
from transcript.models import Segment, Transcript
from transcript.timecode import format_time


def transcript_document(transcript: Transcript) -> dict[str, Any]:
    """A transcript as a JSON object; the design names its fields."""
    head = transcript.episode
    return {
        "slug": head.slug,
        "title": head.title,
        "date": head.date,
        "speakers": list(head.speakers),
        "languages": list(head.languages),
        "chapters": [
            {
                "index": chapter.index,
                "title": dict(chapter.title),
                "start": chapter.start,
                "summary": dict(chapter.summary),
                "segments": [chapter.first, chapter.last],
            }
            for chapter in transcript.chapters
        ],
        "segments": [_table_row(segment) for segment in transcript.segments],
        "notes": [asdict(note) for note in transcript.notes],
        "warnings": [asdict(warning) for warning in transcript.warnings],
        "format": transcript.format,
        "encoding": transcript.encoding,
    }


def _table_row(segment: Segment) -> dict[str, Any]:
    return {
        "index": segment.index,
        "start": segment.start,
        "end": segment.end,
        "speaker": segment.speaker,
        "chapter": segment.chapter,
        "text": dict(segment.text),
    }


def report_transcript(transcript: Transcript, console: Console) -> None:
    """Print what was read for a person: the head, chapters, speakers, notes and warnings."""
    head = transcript.episode
    console.print(f"{head.title}", style="bold", markup=False)
    languages = ", ".join(map(english_name, head.languages))
    facts = [head.slug, head.date or "no date", time_covered(transcript), languages]
    console.print(" · ".join(facts), markup=False)
    console.print(f"{transcript.format} · {transcript.encoding}", markup=False)
    chapters = Table("", "start", "chapter", "segments", title=f"{len(transcript.chapters)} chapters")
    for chapter in transcript.chapters:
        title = escape(" / ".join(chapter.title.values()))
        start = "" if chapter.start is None else format_time(chapter.start)
        chapters.add_row(str(chapter.index), start, title, f"{chapter.first}-{chapter.last}")
    console.print(chapters)
    speakers = Table("speaker", "segments", "time", title=f"{len(transcript.segments)} segments")
    nobodys = sum(segment.speaker is None for segment in transcript.segments)
    if nobodys:
        speakers.caption = f"{nobodys} without a name"
    for name in head.speakers:
        turns = [segment for segment in transcript.segments if segment.speaker == name]
        speakers.add_row(escape(name), str(len(turns)), format_time(sum(turn.seconds for turn in turns)))
    console.print(speakers)
    for note in transcript.notes:
        console.print(f"line {note.line}: editor's note, not quoted: {note.text}", markup=False)
    for warning in transcript.warnings:
        console.print(f"line {warning.line}: {warning.message}", style="yellow", markup=False)


def time_covered(transcript: Transcript) -> str:
    """From the first time to the last, and how many of the segments have one, if not all do."""
    starts = [segment.start for segment in transcript.segments if segment.start is not None]
    if not starts:
        return "no times"
    missing = len(transcript.segments) - len(starts)
    span = f"{format_time(min(starts))}-{format_time(transcript.episode.duration)}"
    return f"{span}, {missing} segments without a time" if missing else span


def report_folder(files: Iterable[Path], console: Console) -> bool:
    """Print a line for each file: its format, or the reason why it is no transcript. True if any file is one."""
    found = False
    for path in files:
        try:
            line = _report_line(path.name, read(path))
            found = True
        except SideFileError as error:
            line = f"{_report_line(path.name, error.transcript)} · {error}"
            found = True
        except TranscriptError as error:
            line = str(error)
        console.print(line, markup=False, highlight=False, soft_wrap=True)
    return found


def _report_line(name: str, transcript: Transcript) -> str:
    head = transcript.episode
    facts = [printable(name), transcript.format, transcript.encoding, ", ".join(head.languages),
             time_covered(transcript), counted(len(transcript.segments), "segment"),
             counted(len(head.speakers), "speaker")]  # fmt: skip
    if transcript.chapters:
        facts.append(counted(len(transcript.chapters), "chapter"))
    if transcript.warnings:
        facts.append(counted(len(transcript.warnings), "warning"))
    return " · ".join(facts)


def report_formats(console: Console) -> None:
    """Print the table of formats: names, the endings that such files have, and what tells them."""
    table = Table("format", "endings", "it looks like", title="A file's content decides, not its ending.")
    for form in FORMATS:
        table.add_row(escape(form.name), " ".join(form.endings), escape(form.example.replace("\t", " ")))
    console.print(table)
