"""`python -m transcript verify`: one claimed quote or a batch of them, for people and for scripts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, TextIO

import typer
from rich.console import Console
from rich.text import Text

from transcript.cli.batch import read_rows
from transcript.cli.counts import counted
from transcript.library import Library, passage_of
from transcript.timecode import format_time
from transcript.verdicts import Candidate, Verdict, verify

HEADINGS = {
    "verbatim": ("Verbatim", "bold green"),
    "close": ("Close", "bold green"),
    "altered": ("Altered", "bold yellow"),
    "misattributed": ("Misattributed", "bold yellow"),
    "not_found": ("Not found", "bold"),
}
"""The word for a verdict, and its style; nothing is told by the style alone."""


NEAREST = 2
"""Places that are shown where a quote is not found."""


def verdict_document(claim: str, verdict: Verdict) -> dict[str, Any]:
    """A verdict as a JSON object, with the claim as it was pasted; the design names its fields."""
    return {
        "claim": claim,
        "verdict": verdict.kind,
        "speaker": verdict.speaker,
        "claimed_speaker": verdict.claimed_speaker,
        "episode": verdict.episode,
        "segment": verdict.segment,
        "start": verdict.start,
        "at": verdict.at,
        "text": verdict.text,
        "changes": [list(change) for change in verdict.changes],
        "reasons": list(verdict.reasons),
        "translation": verdict.translation,
    }


def verify_batch(library: Library, lines: TextIO, speaker: str | None) -> None:
    """Answer each line of a batch with a line of JSON: the verdict on the first quote of its claim."""
    for row in read_rows(lines, "claim"):
        named = row.get("speaker")
        verdict = verify(library, row["claim"], speaker=named if isinstance(named, str) else speaker)[0]
        line = json.dumps(verdict_document(row["claim"], verdict), ensure_ascii=False)
        typer.echo(line.encode("utf-8", "replace").decode())


def report_verdicts(library: Library, verdicts: Sequence[Verdict], console: Console) -> None:
    """Print verdicts for a person to read."""
    for verdict in verdicts:
        _report_verdict(library, verdict, console)


def _report_verdict(library: Library, verdict: Verdict, console: Console) -> None:
    word, style = HEADINGS[verdict.kind]
    console.print()
    console.print(Text(f"{word}{_remark_on(verdict)}", style))
    if verdict.unknown_speaker:
        console.print(f"{verdict.unknown_speaker}: nobody of that name speaks in what was searched", markup=False)
    if verdict.kind == "not_found":
        _report_nearest(library, verdict, console)
        return
    console.print(word_diff(verdict))
    head = library.episode(verdict.episode or "")
    translation = " · translation" if verdict.translation else ""
    console.print(f"{_who_and_when(verdict.speaker, verdict.start)}{translation}", markup=False)
    console.print(head.title if head else verdict.episode, style="dim", markup=False)
    if verdict.stitched:
        times = ", ".join(format_time(start) for _, start in verdict.stitched)
        console.print(f"joined from what was said at {times}", style="dim", markup=False)


def _remark_on(verdict: Verdict) -> str:
    if verdict.kind == "altered":
        return f": {counted(len(verdict.changes), 'change')}{_reasons_in_words(verdict)}"
    if verdict.kind == "misattributed" and len(verdict.voices) > 1:
        return f": {' and '.join(verdict.voices)} said it, not {verdict.claimed_speaker} alone"
    if len(verdict.voices) > 1 and verdict.kind == "close":
        return f": words of {' and '.join(verdict.voices)}"
    if verdict.kind == "misattributed":
        return f": {verdict.speaker} said it, not {verdict.claimed_speaker}"
    return _reasons_in_words(verdict)


def _reasons_in_words(verdict: Verdict) -> str:
    """The kinds of the changes, or the rules that a close quote took, each once."""
    return f" ({', '.join(dict.fromkeys(verdict.reasons))})" if verdict.reasons else ""


def word_diff(verdict: Verdict) -> Text:
    """The transcript's words and the claim's as a word diff: ~~struck~~ is not in the claim, **bold** is only there."""
    text = Text()
    for kind, said, claimed in verdict.diff:
        if len(text):
            text.append(" ")
        if kind == "same":
            text.append(said)
            continue
        if said:
            text.append(f"~~{said}~~", "strike")
        if said and claimed:
            text.append(" ")
        if claimed:
            text.append(f"**{claimed}**", "bold")
    return text


def _report_nearest(library: Library, verdict: Verdict, console: Console) -> None:
    console.print(f"No place has these words in {searched(library)}.")
    for place in verdict.candidates[:NEAREST]:
        passage = passage_of(library, place)
        if passage is not None:
            console.print(f"nearest: {passage.text}", markup=False)
            console.print(_source_line(library, place), style="dim", markup=False)


def _source_line(library: Library, place: Candidate) -> str:
    head = library.episode(place.episode)
    return f"{_who_and_when(place.speaker, place.start)} · {head.title if head else place.episode}"


def _who_and_when(speaker: str | None, start: float | None) -> str:
    return " · ".join(filter(None, (speaker, format_time(start))))


def searched(library: Library) -> str:
    """The extent of a search in words: how many episodes, their dates, and how many files could not be read."""
    dates = sorted(head.date for head in library.episodes if head.date)
    span = f" of {dates[0]}" if dates and dates[0] == dates[-1] else f" of {dates[0]} to {dates[-1]}" if dates else ""
    unread = f", {counted(library.unread_count, 'file')} unread" if library.unread_count else ""
    return f"{counted(len(library.episodes), 'episode')}{span}{unread}"
