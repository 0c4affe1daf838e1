"""`python -m bot library`: what the library is made of, and how far each part is."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import aclosing
from datetime import UTC, datetime
from pathlib import Path

import typer

from bot.maintenance import exit_with, load_settings
from bot.shelves.worker import orders_of
from config.library.sources import Sources
from config.library.tables import OPERATOR, Source
from config.settings import Settings
from config.state import DatabaseAwayError
from handlers.cards.library.faults import fault_in_words
from handlers.texts import texts_in
from transcript.errors import printable
from transcript.feeds import fault_of
from transcript.index.snapshots import read_progress

STATES = {
    "ready": "ready",
    "kept": "to be read",
    "waiting": "to be fetched",
    "wordless": "without words",
    "skipped": "skipped",
    "failed": "failed",
    "hidden": "hidden",
}
"""The states of episodes, in words, in the order in which they are told."""


def library() -> None:
    """List the folders, feeds and uploads of which the library is made, with their state."""
    settings = load_settings()
    try:
        lines = asyncio.run(_describe_library(settings))
    except DatabaseAwayError as error:
        exit_with(f"DATABASE_URL: {error}")
    for line in lines:
        typer.echo(line)


async def _describe_library(settings: Settings) -> list[str]:
    async with aclosing(Sources(settings.database)) as sources:
        every = await sources.all_sources()
        counts = await sources.count_items([source.id for source in every])
    return [*_of_operator(settings), *(_line_of(source, counts[source.id]) for source in every)]


def _of_operator(settings: Settings) -> Iterator[str]:
    progress = read_progress(orders_of(settings).place)
    state = "all read" if progress.is_complete else "still reading, or nobody reads"
    yield f"library: {progress.done:,} of {progress.total:,} files, {state}"
    if not settings.shared:
        yield "SHARED is off: nothing of the operator's answers"
        return
    for path in settings.transcripts:
        yield f"{'folder' if Path(path).is_dir() else 'file'} {path}"


def _line_of(source: Source, counts: Mapping[str, int]) -> str:
    owner = "" if source.guild_id == OPERATOR else f"server {source.guild_id}: "
    told = ", ".join(f"{counts[state]:,} {words}" for state, words in STATES.items() if counts.get(state))
    line = f"{owner}{source.kind} {printable(source.address)}: {told or 'no episode'}"
    if source.moved_to:
        line += f"; moved to {printable(source.moved_to)}"
    if source.looked_at is not None:
        line += f"; looked at {datetime.fromtimestamp(source.looked_at, UTC):%Y-%m-%d %H:%M} UTC"
    if source.error:
        line += f"; looks that failed since: {source.failures}, as {printable(_cause_of(source.error))}"
    return line


def _cause_of(error: str) -> str:
    """The words of a fault that was kept by its name; others stay as they are."""
    return fault_in_words(error, texts_in("en")) if fault_of(error) else error
