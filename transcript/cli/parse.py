"""`python -m transcript parse`: what was read from a file, for people and for scripts."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

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
        "segments": [_row(segment) for segment in transcript.segments],
        "notes": [asdict(note) for note in transcript.notes],
        "warnings": [asdict(warning) for warning in transcript.warnings],
    }


def _row(segment: Segment) -> dict[str, Any]:
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
    facts = [head.slug, head.date or "no date", format_time(head.duration), languages]
    console.print(" · ".join(facts), markup=False)
    chapters = Table("", "start", "chapter", "segments", title=f"{len(transcript.chapters)} chapters")
    for chapter in transcript.chapters:
        title = escape(" / ".join(chapter.title.values()))
        chapters.add_row(str(chapter.index), format_time(chapter.start), title, f"{chapter.first}-{chapter.last}")
    console.print(chapters)
    speakers = Table("speaker", "segments", "time", title=f"{len(transcript.segments)} segments")
    for name in head.speakers:
        turns = [segment for segment in transcript.segments if segment.speaker == name]
        speakers.add_row(escape(name), str(len(turns)), format_time(sum(turn.seconds for turn in turns)))
    console.print(speakers)
    for note in transcript.notes:
        console.print(f"line {note.line}: editor's note, not quoted: {note.text}", markup=False)
    for warning in transcript.warnings:
        console.print(f"line {warning.line}: {warning.message}", style="yellow", markup=False)
