"""`python -m transcript quotable`: the passages that stand on their own, for people and for scripts."""

from __future__ import annotations

import json

import typer

from transcript.library import Library, counts, quotes, words
from transcript.timecode import format_time


def print_pool(library: Library, speaker: str | None, episode: str | None, *, as_json: bool) -> None:
    """Print a line for each quotable passage, as JSON if asked; names may be typed loosely."""
    head = None if episode is None else library.episode(episode) or library.find_episodes(episode, 1)[0]
    who = library.find_speakers(speaker, head.slug if head else None, 1)[0] if speaker else None
    for one in library.episodes if head is None else [head]:
        language = one.original
        for slug in counts(library, language, who, one.slug):
            for quote in quotes(library, slug, language, who):
                start = library.segments(slug, quote.segment, quote.segment)[0].start
                text = words(library, quote)
                if as_json:
                    row = {"episode": slug, "segment": quote.segment, "start": start, "speaker": quote.speaker,
                           "chapter": quote.chapter, "language": quote.language, "text": text,
                           "score": quote.score, "explicit": quote.is_explicit}  # fmt: skip
                    typer.echo(json.dumps(row, ensure_ascii=False))
                else:
                    who_says = f"{quote.speaker}: " if quote.speaker else ""
                    typer.echo(f"{slug} {format_time(start)} {who_says}{text}")
