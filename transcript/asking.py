"""`python -m transcript search`: one query or a batch of them, for people and for scripts."""

from __future__ import annotations

import json
import logging
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

import typer
from rich.console import Console
from rich.text import Text

from transcript.library import Library, open_library
from transcript.progress import bar
from transcript.search import Answer, Match, search
from transcript.timecode import format_time

SHIPPED = Path(__file__).parent / "samples"


class BatchError(ValueError):
    """A batch is not what it must be; says which line, and what mends it."""


def transcripts(given: Iterable[Path]) -> list[Path]:
    """The transcripts that are searched: the ones given, else those of TRANSCRIPTS, else the one that ships."""
    named = re.split(rf"[,{re.escape(os.pathsep)}]", os.environ.get("TRANSCRIPTS", ""))
    return list(given) or [Path(part.strip()) for part in named if part.strip()] or [SHIPPED]


def opened(paths: Iterable[Path], data_dir: Path | None) -> Library:
    """The library to search, with a progress bar on a terminal while it is indexed."""
    cache = data_dir or Path(os.environ.get("DATA_DIR") or "data")
    # Whoever runs the command is told of each failure in a line of its own.
    logging.getLogger("transcript").addHandler(logging.NullHandler())
    with bar("Indexing") as progress:
        return open_library(transcripts(paths), cache, progress=progress)


def document(answer: Answer) -> dict[str, Any]:
    """An answer as JSON has it."""
    return {
        "query": answer.query,
        "confident": answer.confident,
        "matches": [
            {
                "episode": match.episode,
                "segment": match.segment,
                "start": match.start,
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


def rows(lines: Iterable[str], key: str) -> Iterator[dict[str, Any]]:
    """Lines of JSON, each with a text under `key`. Raises BatchError for a line that has none."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise BatchError(f"line {number}: it is not JSON; write {{{json.dumps(key)}: …}} on each line") from error
        if not isinstance(row, dict) or not isinstance(row.get(key), str):
            raise BatchError(f"line {number}: it has no text {json.dumps(key)}; write {{{json.dumps(key)}: …}}")
        yield row


def answer_batch(library: Library, lines: TextIO, speaker: str | None, episode: str | None, limit: int) -> None:
    """Answer each line of a batch with a line of JSON, as soon as it is read."""
    for row in rows(lines, "query"):
        query = row["query"]
        answer = search(library, query, speaker=speaker, episode=episode, limit=limit)
        typer.echo(json.dumps(document(answer), ensure_ascii=False).encode("utf-8", "replace").decode())


@contextmanager
def batch_lines(file: Path) -> Iterator[TextIO]:
    """The file's lines, or those of standard input for `-`. Raises BatchError where there are none to read."""
    if str(file) == "-":
        if hasattr(sys.stdin, "reconfigure"):
            sys.stdin.reconfigure(encoding="utf-8", errors="replace")
        yield sys.stdin
        return
    try:
        lines = file.open(encoding="utf-8", errors="replace")
    except OSError as error:
        raise BatchError(f"it cannot be read ({error.strerror}); check the path") from error
    with lines:
        yield lines


def report(library: Library, answer: Answer, console: Console) -> None:
    """Print an answer for a person to read."""
    if not answer.confident:
        nearest = "The nearest passages:" if answer.matches else "Nothing comes near it."
        console.print(f"No sure match in {count(len(library.episodes), 'episode')}. {nearest}", style="yellow")
    for match in answer.matches:
        _report_match(library, match, console)


def _report_match(library: Library, match: Match, console: Console) -> None:
    text = Text(match.text)
    for start, end in match.spans:
        text.stylize("bold", start, end)
    head = library.episode(match.episode)
    console.print()
    console.print(text)
    console.print(f"{match.speaker} · {format_time(match.start)} · {match.quality} ({match.score:.0f})", markup=False)
    console.print(head.title if head else match.episode, style="dim", markup=False)
    if match.also:
        times = ", ".join(format_time(start) for _, _, start in match.also)
        console.print(f"also at {times}", style="dim", markup=False)


def count(number: int, noun: str) -> str:
    """That many of something, in words."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
