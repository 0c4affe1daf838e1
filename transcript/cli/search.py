"""`python -m transcript search`: one query or a batch of them, for people and for scripts."""

from __future__ import annotations

import json
from typing import Any, TextIO

import typer
from rich.console import Console
from rich.text import Text

from transcript.cli.batch import read_rows
from transcript.cli.counts import counted
from transcript.library import Library
from transcript.search import Answer, Match, search
from transcript.timecode import format_time


def search_document(answer: Answer) -> dict[str, Any]:
    """An answer as a JSON object; the design names its fields."""
    return {
        "query": answer.query,
        "confident": answer.confident,
        "matches": [
            {
                "episode": match.episode,
                "segment": match.segment,
                "start": match.start,
                "at": match.at,
                "end": match.end,
                "speaker": match.speaker,
                "chapter": match.chapter,
                "score": match.score,
                "language": match.language,
                "text": match.text,
                "spans": [list(span) for span in match.spans],
            }
            for match in answer.matches
        ],
    }


def search_batch(library: Library, lines: TextIO, speaker: str | None, episode: str | None, limit: int) -> None:
    """Answer each line of a batch with a line of JSON, as soon as it is read."""
    for row in read_rows(lines, "query"):
        query = row["query"]
        answer = search(library, query, speaker=speaker, episode=episode, limit=limit)
        typer.echo(json.dumps(search_document(answer), ensure_ascii=False).encode("utf-8", "replace").decode())


def report_answer(library: Library, answer: Answer, console: Console) -> None:
    """Print an answer for a person to read."""
    if not answer.confident:
        nearest = "The nearest passages:" if answer.matches else "Nothing comes near it."
        console.print(f"No sure match in {counted(len(library.episodes), 'episode')}. {nearest}", style="yellow")
    for match in answer.matches:
        _report_match(library, match, console)


def _report_match(library: Library, match: Match, console: Console) -> None:
    text = Text(match.text)
    for start, end in match.spans:
        text.stylize("bold", start, end)
    head = library.episode(match.episode)
    facts = match.speaker, format_time(match.at), f"{match.quality} ({match.score:.0f})"
    console.print()
    console.print(text)
    console.print(" · ".join(filter(None, facts)), markup=False)
    console.print(head.title if head else match.episode, style="dim", markup=False)
    if match.also:
        times = ", ".join(format_time(start) for _, _, start in match.also)
        console.print(f"also at {times}", style="dim", markup=False)
