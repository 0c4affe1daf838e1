"""Checks of all that the bot keeps and reads: its database, its transcripts and feeds."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

from sqlalchemy import Connection, text
from sqlalchemy.engine import URL

from bot.doctor.finding import Finding, fault, note, ok
from config.database import assert_known, known_revisions, open_engine
from config.database_errors import AWAY, cause_of
from config.library.sources import Sources
from config.library.tables import OPERATOR, Source
from config.settings import Settings
from transcript.cli.library import library_size
from transcript.errors import told
from transcript.library import Library, open_library

PATIENCE = 10
"""Seconds for the database to answer."""


async def examine_database(url: URL) -> Finding:
    """The database's kind and version, and if its tables are up to date."""
    engine = open_engine(url, PATIENCE, pooled=False)
    try:
        async with engine.connect() as connection:
            kind, revision = await connection.run_sync(_kind_and_revision)
    except AWAY as error:
        return fault("database", f"it cannot be used: {cause_of(error)}")
    finally:
        await engine.dispose()
    if revision == known_revisions()[-1]:
        return ok("database", f"{kind}, tables {revision}")
    there = f"tables {revision}" if revision else "no tables yet"
    return note("database", f"{kind}, {there}; the next start brings them up to date, or python -m bot migrate")


def _kind_and_revision(connection: Connection) -> tuple[str, str | None]:
    if connection.dialect.name == "sqlite":
        kind = f"SQLite {connection.scalar(text('SELECT sqlite_version()'))}"
    else:
        kind = f"PostgreSQL {str(connection.scalar(text('SHOW server_version'))).split()[0]}"
    return kind, assert_known(connection)


def examine_transcripts(settings: Settings) -> Iterator[Finding]:
    """The transcripts of TRANSCRIPTS; those that are not indexed yet are."""
    try:
        library = open_library(settings.transcripts, settings.data_dir)
    except OSError as error:
        yield fault("transcripts", f"the index cannot be kept in {settings.data_dir} ({error.strerror}); name another")
        return
    try:
        yield from _examine_library(library)
    finally:
        library.close()


def _examine_library(library: Library) -> Iterator[Finding]:
    for line in told(library.failures):
        yield note("transcripts", line)
    size = library_size(library)
    yield ok("transcripts", size) if library.episodes else fault("transcripts", f"{size}; see TRANSCRIPTS")


async def examine_feeds(sources: Sources) -> AsyncIterator[Finding]:
    """Every feed, of the operator and of servers, with its state."""
    found = [source for source in await sources.all_sources() if source.kind == "feed"]
    counts = await sources.count_items([source.id for source in found])
    for source in found:
        yield _examine_feed(source, counts.get(source.id, {}))


def _examine_feed(source: Source, counts: dict[str, int]) -> Finding:
    whose = "" if source.guild_id == OPERATOR else f" of server {source.guild_id}"
    items = ", ".join(f"{number} {state}" for state, number in sorted(counts.items())) or "no items"
    if source.error:
        said = f"{source.address}{whose}: {source.error} ({source.failures} times); {items}"
        return note("feed", f"{said}; it is tried again, less and less often")
    if source.looked_at is None:
        return note("feed", f"{source.address}{whose}: not looked at yet; it is within minutes of a start")
    return ok("feed", f"{source.address}{whose}: {items}")
